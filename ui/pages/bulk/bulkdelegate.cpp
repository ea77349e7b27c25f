// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkdelegate.h"

#include "models/items/bulkreportmodel.h"
#include "models/items/itemroles.h"
#include "ui/widgets/statebadge.h"

#include <QApplication>
#include <QStyle>

namespace podium {

using namespace Qt::StringLiterals;

Tone toneOf(BatchOutcome outcome)
{
    switch (outcome) {
    case BatchOutcome::Done:
        return Tone::Success;
    case BatchOutcome::Failed:
        return Tone::Danger;
    case BatchOutcome::Unconfirmed:
        return Tone::Warning;
    case BatchOutcome::Skipped:
    case BatchOutcome::NotTried:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(BatchOutcome outcome)
{
    switch (outcome) {
    case BatchOutcome::Done:
        return u"check"_s;
    case BatchOutcome::Failed:
        return u"error"_s;
    case BatchOutcome::Unconfirmed:
        return u"help"_s;
    case BatchOutcome::Skipped:
        return u"forward"_s;
    case BatchOutcome::NotTried:
        break;
    }
    return u"clock"_s;
}

void BulkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant state = index.data(StateRole);
    const QVariant outcome = index.data(BulkReportModel::OutcomeRole);
    if (!state.isValid() && !outcome.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    const QRect cell = option.rect.adjusted(space::s, 0, -space::s, 0);
    const QString text = index.data().toString();
    if (state.isValid()) {
        const auto value = static_cast<InstanceState>(state.toInt());
        paintBadge(painter, cell, option.palette, option.font, toneOf(value), iconOf(value), text);
    } else {
        const auto value = static_cast<BatchOutcome>(outcome.toInt());
        paintBadge(painter, cell, option.palette, option.font, toneOf(value), iconOf(value), text);
    }
}

} // namespace podium
