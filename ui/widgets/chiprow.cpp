// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chiprow.h"

#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace podium {

ChipRow::ChipRow(const QString &accessibleName, Choice choice, QWidget *parent)
    : QWidget(parent)
    , m_choice(choice)
{
    setAccessibleName(accessibleName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
}

QToolButton *ChipRow::addChip(const QString &text, const QString &iconName, Tone tone, const QString &accessibleName)
{
    auto *chip = new QToolButton;
    chip->setCheckable(true);
    chip->setText(text);
    if (!iconName.isEmpty()) {
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(themedIcon(iconName, tone));
        chip->setIconSize({14, 14});
    }
    chip->setAccessibleName(accessibleName.isEmpty() ? text : accessibleName);
    chip->setFocusPolicy(Qt::StrongFocus);
    const int index = static_cast<int>(m_chips.size());
    connect(chip, &QToolButton::toggled, this, [this, index](bool on) { toggled(index, on); });
    m_chips.append(chip);
    layout()->addWidget(chip);
    return chip;
}

void ChipRow::toggled(int index, bool on)
{
    if (m_choice == Choice::AtMostOne && on)
        setChecked({index});
    Q_EMIT changed();
}

QList<int> ChipRow::checked() const
{
    QList<int> indexes;
    for (int i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->isChecked())
            indexes << i;
    }
    return indexes;
}

void ChipRow::setChecked(const QList<int> &indexes)
{
    for (int i = 0; i < m_chips.size(); ++i) {
        const QSignalBlocker quiet(m_chips.at(i));
        m_chips.at(i)->setChecked(indexes.contains(i));
    }
}

void ChipRow::keyPressEvent(QKeyEvent *event)
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
