// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/widgets/chiprow.h"

namespace podium {

/// One switch per state; none on means any.
class StateChips : public ChipRow
{
    Q_OBJECT
public:
    explicit StateChips(QWidget *parent = nullptr);

    QList<InstanceState> states() const;
    void setStates(const QList<InstanceState> &states); ///< emits nothing
};

} // namespace podium
