// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/watch/spanedit.h"

#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace podium {

namespace {
constexpr qint64 kUnitsMs[] = {1000, 60'000, 3'600'000, 86'400'000};
constexpr int kMinutes = 1; ///< the unit of what none divides
} // namespace

SpanEdit::SpanEdit(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_number(new QSpinBox)
    , m_unit(new QComboBox)
{
    m_number->setRange(1, 9999);
    m_number->setAccessibleName(accessibleName);
    m_unit->setAccessibleName(tr("%1: unit").arg(accessibleName));
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days")});
    m_unit->setCurrentIndex(kMinutes);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    setFocusProxy(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &SpanEdit::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SpanEdit::changed);
}

qint64 SpanEdit::spanMs() const
{
    return m_number->value() * kUnitsMs[qMax(0, m_unit->currentIndex())];
}

void SpanEdit::setSpanMs(qint64 milliseconds)
{
    int unit = 0;
    for (int i = 0; i < int(std::size(kUnitsMs)); ++i) {
        if (milliseconds >= kUnitsMs[i] && milliseconds % kUnitsMs[i] == 0)
            unit = i;
    }
    m_unit->setCurrentIndex(unit);
    m_number->setValue(int(qMin<qint64>(9999, qMax<qint64>(1, milliseconds / kUnitsMs[unit]))));
}

} // namespace podium
