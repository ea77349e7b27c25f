// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "models/items/pagedmodel.h"
#include "models/notifications/notificationcentre.h"

namespace podium {

/// A list of notifications of all sources, newest first. New ones come in at once where they belong. UI thread.
class NotificationListModel : public PagedModel
{
    Q_OBJECT
public:
    enum Column {
        SeverityColumn,
        TitleColumn,
        DescriptionColumn,
        TopicColumn,
        SourceColumn,
        TimeColumn,
        SavedColumn,
        ColumnCount
    };
    enum Role {
        UnreadRole = Qt::UserRole + 700, ///< bool
        SavedRole,                       ///< bool
        SeverityRole,                    ///< int of Notification::Severity
    };

    explicit NotificationListModel(NotificationCentre &centre, QObject *parent = nullptr);

    /// Drops everything and reads from the start. offset and limit are ours.
    void setQuery(const NotificationQuery &query, std::optional<Notification::Origin> from = {});
    NotificationQuery query() const { return m_query; }
    std::optional<Notification::Origin> from() const { return m_from; }
    void setTexts(const ItemTexts &texts);

    const Notification *notificationAt(int row) const; ///< nullptr while on its way
    /// As it will be once the source has answered; put back by refresh() where it refuses.
    void showRead(const QList<Notification> &notifications, bool read, const QDateTime &now);
    void showSaved(const QList<Notification> &notifications, bool saved, const QDateTime &now);
    /// "1,234 notifications", "100+ notifications"
    QString countText() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Ids of different sources may be the same.
    static QString keyOf(const Notification &notification);

protected:
    Pending ask(int number, int offset, int limit) override;

private:
    struct Row
    {
        QString id;
        Notification notification;
    };

    void take(const Notification &notification);
    void show(const QList<Notification> &notifications, const std::function<void(Notification &)> &change);
    QString displayText(const Notification &notification, int column) const;
    QVariant exported(const Notification &notification, int column) const;
    QString accessibleText(const Notification &notification, int column) const;

    NotificationCentre &m_centre;
    NotificationQuery m_query;
    std::optional<Notification::Origin> m_from;
    ItemTexts m_texts;
    SparseRows<Row> m_rows;
};

/// "Critical", in the language of the user.
QString displayName(Notification::Severity severity);
/// "Hub", "Podium"
QString displayName(Notification::Origin origin);
/// Who sent it, as short as it can be told: "orchestrator" for "plugin:orchestrator".
QString sourceText(const Notification &notification);

} // namespace podium
