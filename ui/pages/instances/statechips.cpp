// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/statechips.h"

#include <array>

namespace podium {

namespace {

constexpr std::array kStates{InstanceState::Active,  InstanceState::Error,     InstanceState::Completed,
                             InstanceState::Aborted, InstanceState::Suspended, InstanceState::Pending};

} // namespace

StateChips::StateChips(QWidget *parent)
    : ChipRow(tr("States"), Choice::Any, parent)
{
    for (const InstanceState state : kStates)
        addChip(displayName(state), iconOf(state), toneOf(state), tr("Only %1").arg(displayName(state)));
}

QList<InstanceState> StateChips::states() const
{
    QList<InstanceState> states;
    for (const int index : checked())
        states.append(kStates.at(static_cast<std::size_t>(index)));
    return states;
}

void StateChips::setStates(const QList<InstanceState> &states)
{
    QList<int> indexes;
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        if (states.contains(kStates.at(i)))
            indexes.append(static_cast<int>(i));
    }
    setChecked(indexes);
}

} // namespace podium
