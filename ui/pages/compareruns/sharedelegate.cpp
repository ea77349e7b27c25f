// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/sharedelegate.h"

#include "models/compare/comparedstatesmodel.h"
#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace podium {

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int kBadge = 8; // radius
    const auto share = static_cast<RunShare>(index.data(ComparedStatesModel::ShareRole).toInt());
    if (share != RunShare::OnlyA && share != RunShare::OnlyB)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget);
    const QPointF center(area.left() + kBadge + 1, option.rect.center().y() + 0.5);
    paintRunBadge(*painter, center, kBadge, share, GraphStyle(option.palette, option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setFont(option.font);
    const QRect rest = area.adjusted(2 * kBadge + space::s, 0, 0, 0);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()));
}

} // namespace podium
