// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/statechips.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <array>

namespace podium {

namespace {

constexpr std::array kStates{InstanceState::Active,  InstanceState::Error,     InstanceState::Completed,
                             InstanceState::Aborted, InstanceState::Suspended, InstanceState::Pending};

} // namespace

StateChips::StateChips(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("States"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    for (const InstanceState state : kStates) {
        auto *chip = new QToolButton;
        chip->setCheckable(true);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(themedIcon(iconOf(state), toneOf(state)));
        chip->setIconSize({14, 14});
        chip->setText(displayName(state));
        chip->setAccessibleName(tr("Only %1").arg(displayName(state)));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::toggled, this, &StateChips::changed);
        m_chips.append(chip);
        layout->addWidget(chip);
    }
}

QList<InstanceState> StateChips::states() const
{
    QList<InstanceState> states;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->isChecked())
            states.append(kStates.at(static_cast<std::size_t>(i)));
    }
    return states;
}

void StateChips::setStates(const QList<InstanceState> &states)
{
    const QSignalBlocker quiet(this);
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setChecked(states.contains(kStates.at(static_cast<std::size_t>(i))));
}

void StateChips::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    for (qsizetype i = 0; step != 0 && i < m_chips.size(); ++i) {
        if (!m_chips.at(i)->hasFocus())
            continue;
        m_chips.at(qBound<qsizetype>(0, i + step, m_chips.size() - 1))->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace podium
