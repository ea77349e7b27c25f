// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/sharedelegate.h"

#include "models/compare/comparedstatesmodel.h"
#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"

#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace podium {

void ShareDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    constexpr int kBadge = 16;
    QStyledItemDelegate::initStyleOption(option, index);
    const auto share = static_cast<RunShare>(index.data(ComparedStatesModel::ShareRole).toInt());
    if (share != RunShare::OnlyA && share != RunShare::OnlyB)
        return;
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    QPixmap badge((QSizeF(kBadge, kBadge) * ratio).toSize());
    badge.setDevicePixelRatio(ratio);
    badge.fill(Qt::transparent);
    QPainter painter(&badge);
    paintRunBadge(painter, QPointF(kBadge / 2.0, kBadge / 2.0), kBadge / 2.0 - 0.5, share,
                  GraphStyle(option->palette, option->font));
    painter.end();
    option->icon = QIcon(badge);
    option->icon.addPixmap(badge, QIcon::Selected); // not tinted
    option->decorationSize = {kBadge, kBadge};
    option->features |= QStyleOptionViewItem::HasDecoration;
}

} // namespace podium
