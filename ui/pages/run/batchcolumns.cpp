// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/batchcolumns.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Kind = ColumnUse::Kind;

constexpr int kUseRole = Qt::UserRole;
constexpr int kTargetRole = Qt::UserRole + 1;

ColumnUse useOf(const QComboBox *choice)
{
    return {static_cast<Kind>(choice->currentData(kUseRole).toInt()), choice->currentData(kTargetRole).toInt()};
}

} // namespace

BatchColumns::BatchColumns(QWidget *parent)
    : QWidget(parent)
    , m_missing(new QLabel)
{
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    setMuted(m_missing);
    m_form = new QFormLayout;
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(space::xs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::m, space::s);
    column->setSpacing(space::m);
    column->addLayout(m_form);
    column->addWidget(m_missing);
    column->addStretch();
}

void BatchColumns::fill(QComboBox *choice, const QList<FieldTarget> &targets) const
{
    const auto add = [choice](const QString &text, Kind kind, qsizetype target) {
        choice->addItem(text, static_cast<int>(kind));
        choice->setItemData(choice->count() - 1, static_cast<int>(target), kTargetRole);
    };
    add(tr("Leave out"), Kind::LeftOut, -1);
    add(tr("Business key"), Kind::BusinessKey, -1);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const FieldTarget &target = targets.at(i);
        const QString label = singleLine(target.label, 80);
        add(target.field.required ? tr("%1 *").arg(label) : label, Kind::Field, i);
        choice->setItemData(choice->count() - 1, target.dotted(), Qt::ToolTipRole);
    }
    add(tr("A field of that name"), Kind::OwnField, -1);
}

void BatchColumns::setColumns(const QStringList &header, const QList<FieldTarget> &targets,
                              const QList<ColumnUse> &uses)
{
    m_targets = targets;
    m_choices.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (int column = 0; column < header.size(); ++column) {
        auto *choice = new QComboBox;
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(16);
        fill(choice, targets);
        const ColumnUse use = uses.value(column);
        for (int i = 0; i < choice->count(); ++i) {
            choice->setCurrentIndex(i);
            if (useOf(choice) == use)
                break;
            choice->setCurrentIndex(0);
        }
        const QString name = singleLine(header.at(column), 60);
        choice->setAccessibleName(tr("Field of the column %1").arg(name));
        auto *label = new QLabel;
        label->setTextFormat(Qt::PlainText);
        label->setText(name);
        label->setBuddy(choice);
        m_form->addRow(label, choice);
        m_choices << choice;
        connect(choice, &QComboBox::activated, this, [this] {
            showMissing();
            Q_EMIT changed();
        });
    }
    showMissing();
}

QList<ColumnUse> BatchColumns::uses() const
{
    QList<ColumnUse> uses;
    for (const QComboBox *choice : m_choices)
        uses << useOf(choice);
    return uses;
}

/// What nothing fills, and what fills nothing.
void BatchColumns::showMissing()
{
    QStringList missing;
    const QList<ColumnUse> used = uses();
    for (qsizetype i = 0; i < m_targets.size(); ++i) {
        const bool isFilled = std::any_of(used.cbegin(), used.cend(), [i](const ColumnUse &use) {
            return use.kind == Kind::Field && use.target == i;
        });
        if (m_targets.at(i).field.required && !m_targets.at(i).field.defaultValue && !isFilled)
            missing << singleLine(m_targets.at(i).label, 60);
    }
    const auto left = std::count(used.cbegin(), used.cend(), ColumnUse());
    QStringList lines;
    if (!missing.isEmpty())
        lines << tr("No column fills: %1").arg(missing.mid(0, 10).join(u", "_s));
    if (left > 0)
        lines << tr("%n column(s) left out", nullptr, static_cast<int>(left));
    m_missing->setText(lines.join(u'\n'));
    m_missing->setVisible(!lines.isEmpty());
}

} // namespace podium
