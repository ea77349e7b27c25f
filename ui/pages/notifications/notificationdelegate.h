// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/notification.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/widgets/theme.h"

namespace podium {

/// Cells of a list of notifications: a pill for the severity, a dot and strong text for what is unread, a star for what
/// is saved.
class NotificationDelegate : public InstanceDelegate
{
    Q_OBJECT
public:
    using InstanceDelegate::InstanceDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Two lines a row, for the panel: what, then who and when.
class NotificationLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

Tone toneOf(Notification::Severity severity);
QString iconOf(Notification::Severity severity);

} // namespace podium
