// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationlistmodel.h"

#include "models/items/itemroles.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Notification)
};
} // namespace

QString displayName(Notification::Severity severity)
{
    switch (severity) {
    case Notification::Severity::Critical:
        return Texts::tr("Critical");
    case Notification::Severity::High:
        return Texts::tr("High");
    case Notification::Severity::Normal:
        return Texts::tr("Normal");
    case Notification::Severity::Low:
        break;
    }
    return Texts::tr("Low");
}

QString displayName(Notification::Origin origin)
{
    return origin == Notification::Origin::Hub ? Texts::tr("Hub") : Texts::tr("Podium");
}

QString sourceText(const Notification &notification)
{
    QString name = notification.source;
    for (const auto &prefix : {"plugin:"_L1, "external:"_L1}) { // how the hub names its callers
        if (name.startsWith(prefix))
            name = name.mid(prefix.size());
    }
    return name.isEmpty() ? displayName(notification.origin) : name;
}

NotificationListModel::NotificationListModel(NotificationCentre &centre, QObject *parent)
    : PagedModel(m_rows, parent)
    , m_centre(centre)
{
    connect(&centre, &NotificationCentre::added, this, &NotificationListModel::take);
    connect(&centre, &NotificationCentre::changed, this, [this] {
        forgetHoles();
        refreshSoon();
    });
}

QString NotificationListModel::keyOf(const Notification &notification)
{
    return (notification.origin == Notification::Origin::Hub ? u"hub:"_s : u"podium:"_s) + notification.id;
}

void NotificationListModel::setQuery(const NotificationQuery &query, std::optional<Notification::Origin> from)
{
    restart([this, &query, from] {
        m_query = query;
        m_from = from;
    });
}

Pending NotificationListModel::ask(int number, int offset, int limit)
{
    NotificationQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    return deliver(m_centre.list(query, m_from), this, [this, number](const Result<NotificationPage> &page) {
        if (!page)
            return failed(number, page.error());
        Answer answer{{}, page->total, [this, &page](qsizetype i, int row) {
                          const Notification &notification = page->rows.at(i);
                          m_rows.put(row, {keyOf(notification), notification});
                      }};
        for (const Notification &row : page->rows)
            answer.ids << keyOf(row);
        arrived(number, answer);
    });
}

void NotificationListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    changed(0, rowCount() - 1, {Qt::DisplayRole});
}

const Notification *NotificationListModel::notificationAt(int row) const
{
    const Row *found = m_rows.at(row);
    return found ? &found->notification : nullptr;
}

void NotificationListModel::take(const Notification &notification)
{
    if (phase() != Phase::Ready || (m_from && *m_from != notification.origin))
        return; // the answer under way has it
    forgetHoles();
    const QString key = keyOf(notification);
    if (const int known = m_rows.rowOf(key); known >= 0) {
        m_rows.put(known, {key, notification}); // told again, by its scope
        changed(known, known);
    } else if (matches(notification, m_query)) {
        const int head = m_rows.headLength();
        int row = 0;
        while (row < head && standsAbove(m_rows.at(row)->notification, notification))
            ++row;
        // Further down it is one that we just did not read yet.
        if (row < head || head == rowCount()) {
            insertOne(row, [&] { m_rows.insert(row, {key, notification}); });
            if (maximum() > 0)
                setRowCount(qMin(rowCount(), maximum()));
            trim();
            Q_EMIT countChanged();
        }
    }
    refreshSoon();
}

void NotificationListModel::show(const QList<Notification> &notifications,
                                 const std::function<void(Notification &)> &change)
{
    for (const Notification &notification : notifications) {
        const QString key = keyOf(notification);
        const int row = m_rows.rowOf(key);
        if (row < 0)
            continue;
        Notification shown = m_rows.at(row)->notification;
        change(shown);
        m_rows.put(row, {key, shown});
        changed(row, row);
    }
}

void NotificationListModel::showRead(const QList<Notification> &notifications, bool read, const QDateTime &now)
{
    show(notifications, [read, &now](Notification &shown) { shown.read = read ? now : QDateTime(); });
}

void NotificationListModel::showSaved(const QList<Notification> &notifications, bool saved, const QDateTime &now)
{
    show(notifications, [saved, &now](Notification &shown) { shown.saved = saved ? now : QDateTime(); });
}

QString NotificationListModel::countText() const
{
    //: %1 is a number as it is written in the language, such as "1,234" or "100+"
    return isCounted() ? tr("%1 notification(s)", nullptr, rowCount()).arg(numberText()) : QString();
}

int NotificationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString NotificationListModel::displayText(const Notification &notification, int column) const
{
    switch (column) {
    case SeverityColumn:
        return displayName(notification.severity);
    case TitleColumn:
        return singleLine(notification.title);
    case DescriptionColumn:
        return singleLine(notification.description);
    case TopicColumn:
        return singleLine(notification.topic);
    case SourceColumn:
        return singleLine(sourceText(notification));
    case TimeColumn:
        return m_texts.timeOf(notification.created);
    default:
        return {};
    }
}

QVariant NotificationListModel::exported(const Notification &notification, int column) const
{
    switch (column) {
    case SeverityColumn:
        return wordIn(kSeverityWords, notification.severity);
    case TitleColumn:
        return notification.title;
    case DescriptionColumn:
        return notification.description;
    case SourceColumn:
        return notification.source;
    case TimeColumn:
        return notification.created.toString(Qt::ISODateWithMs);
    case SavedColumn:
        return notification.saved.isValid();
    default:
        return displayText(notification, column);
    }
}

QString NotificationListModel::accessibleText(const Notification &notification, int column) const
{
    if (column == SavedColumn)
        return notification.saved.isValid() ? tr("Saved") : tr("Not saved");
    const QString text = displayText(notification, column);
    if (column != TitleColumn)
        return text;
    return notification.read.isValid() ? text : tr("Unread: %1").arg(text);
}

QVariant NotificationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Notification *notification = notificationAt(index.row());
    if (!notification) {
        if (role == LoadedRole)
            return false;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*notification, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(*notification, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? notification->created.toString(Qt::ISODateWithMs)
                                            : plainToolTip(exported(*notification, index.column()).toString());
    case ItemExportRole:
        return exported(*notification, index.column());
    case IdRole:
        return m_rows.idAt(index.row());
    case UnreadRole:
        return !notification->read.isValid();
    case SavedRole:
        return notification->saved.isValid();
    case SeverityRole:
        return static_cast<int>(notification->severity);
    case LoadedRole:
        return true;
    default:
        return {};
    }
}

QVariant NotificationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"severity", "title", "description", "topic", "source", "created", "saved"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("Severity"), tr("Title"), tr("Description"), tr("Topic"),
                           tr("From"),     tr("Time"),  tr("Saved")};
    });
}

} // namespace podium
