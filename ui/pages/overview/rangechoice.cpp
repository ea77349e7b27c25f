// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/rangechoice.h"

#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace podium {

RangeChoice::RangeChoice(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Time range"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    auto *group = new QButtonGroup(this);
    for (const TimeRange range : kTimeRanges) {
        auto *button = new QToolButton;
        button->setText(name(range));
        button->setAccessibleName(tr("The last %1").arg(name(range)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, range] {
            if (std::exchange(m_range, range) != range)
                Q_EMIT changed();
        });
        m_buttons << button;
    }
    setRange(m_range);
}

void RangeChoice::setRange(TimeRange range)
{
    m_range = range;
    for (std::size_t i = 0; i < kTimeRanges.size(); ++i) {
        if (kTimeRanges.at(i) == range)
            m_buttons.at(static_cast<qsizetype>(i))->setChecked(true);
    }
}

QString RangeChoice::name(TimeRange range)
{
    switch (range) {
    case TimeRange::Hour:
        return tr("1 hour");
    case TimeRange::Day:
        break;
    case TimeRange::Week:
        return tr("7 days");
    case TimeRange::Month:
        return tr("30 days");
    }
    return tr("24 hours");
}

} // namespace podium
