// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace podium {

/// Roles of a model whose cell StateDelegate paints as a pill.
enum BadgeRole {
    BadgeToneRole = Qt::UserRole + 500, ///< int(Tone)
    BadgeIconRole,                      ///< name for themedIcon()
    BadgeTextRole,                      ///< translated plain text; Qt::DisplayRole where absent
};

/// Pill with icon and text that names a state.
class StateBadge : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(QWidget *parent = nullptr);

    void setState(InstanceState state);
    void setBadge(Tone tone, const QString &iconName, const QString &text);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_icon;
    QString m_text;
};

/// Paints the same pill from BadgeRoles; cells without BadgeToneRole as usual.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The pill itself, left-aligned and vertically centred in `rect`; elides.
void paintBadge(QPainter *painter, const QRect &rect, const QPalette &palette, const QFont &font, Tone tone,
                const QString &iconName, const QString &text);
QSize badgeSize(const QFont &font, const QString &iconName, const QString &text);

} // namespace podium
