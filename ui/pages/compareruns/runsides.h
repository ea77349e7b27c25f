// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/pages/location.h"

namespace podium {

/// Two runs to be compared, by id, as a location holds them: "runs:ID..ID".
struct RunSides
{
    QString a;
    QString b;

    bool isComplete() const { return !a.isEmpty() && !b.isEmpty() && a != b; }
    Location location() const;
    static RunSides of(const Location &location); ///< what it leaves out is empty
    bool operator==(const RunSides &) const = default;
};

/// Two runs of a list, the one that started first as A; what it leaves open is empty where they cannot be compared.
RunSides sidesOf(const WorkflowInstance &one, const WorkflowInstance &other);
/// Why two runs cannot be compared, translated; "" where they can.
QString whyNotCompared(const WorkflowInstance &one, const WorkflowInstance &other);

} // namespace podium
