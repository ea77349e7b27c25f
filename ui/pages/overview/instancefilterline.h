// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"
#include "ui/pages/location.h"

namespace podium {

/// The instances behind a number, as the filter line of the page of all instances says it. What is empty or invalid is
/// not asked for.
struct InstanceFilterLine
{
    InstanceState state = InstanceState::Unknown; ///< Unknown: any
    QString workflowId;
    QString errorNode; ///< definition id of the node that failed
    QString errorPart; ///< what the error message contains
    QDateTime startedFrom;
    QDateTime startedBefore;
    QDateTime endedFrom;
    QDateTime endedBefore;

    InstanceFilter filter() const;
    /// The page of all instances with this filter.
    Location location() const;
};

} // namespace podium
