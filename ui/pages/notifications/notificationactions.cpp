// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationactions.h"

#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "models/notifications/notificationlink.h"
#include "models/notifications/notificationlistmodel.h"

namespace podium {

using namespace Qt::StringLiterals;

NotificationActions::NotificationActions(Console &console, Navigator &navigator, NotificationListModel &model,
                                         QObject *window, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_navigator(navigator)
    , m_model(model)
    , m_window(window)
{
}

void NotificationActions::open(const Notification &notification)
{
    const NotificationLink link = linkOf(notification, m_console.environment.notificationsUrl);
    if (!notification.read.isValid())
        setRead({notification}, true);
    if (const Location location = Location::fromText(link.location); location.isValid())
        m_navigator.open(location);
    else if (!link.address.isEmpty())
        m_navigator.openLink(link.address);
}

bool NotificationActions::canOpen(const Notification &notification) const
{
    return !linkOf(notification, m_console.environment.notificationsUrl).isEmpty();
}

QString NotificationActions::openText(const Notification &notification) const
{
    const NotificationLink link = linkOf(notification, m_console.environment.notificationsUrl);
    if (!link.address.isEmpty())
        return tr("Open in the browser…");
    if (link.location.startsWith("instance:"_L1))
        return tr("Open the instance");
    if (link.location.startsWith("workflow:"_L1))
        return tr("Open the workflow");
    return link.location.isEmpty() ? QString() : tr("Open");
}

QString NotificationActions::targetText(const Notification &notification) const
{
    const NotificationLink link = linkOf(notification, m_console.environment.notificationsUrl);
    if (!link.address.isEmpty())
        return QString::fromUtf8(link.address.toEncoded());
    if (!link.location.isEmpty())
        return link.location;
    // A link that is not opened is shown all the same: somebody may know what to make of it.
    return notification.link.isEmpty() ? QString() : tr("Not opened: %1").arg(singleLine(notification.link));
}

void NotificationActions::follow(Async<Done> change)
{
    const auto tell = [window = m_window, navigator = &m_navigator,
                       model = QPointer(&m_model)](const Result<Done> &result) {
        if (result)
            return;
        if (model)
            model->refresh();
        if (window)
            navigator->showError(result.error());
    };
    deliverTo(m_console.notifications, std::move(change), tell);
}

void NotificationActions::setRead(const QList<Notification> &notifications, bool read)
{
    if (notifications.isEmpty())
        return;
    m_model.showRead(notifications, read, m_console.clock.now());
    follow(m_console.notifications->setRead(notifications, read));
}

void NotificationActions::setSaved(const QList<Notification> &notifications, bool saved)
{
    if (notifications.isEmpty())
        return;
    m_model.showSaved(notifications, saved, m_console.clock.now());
    follow(m_console.notifications->setSaved(notifications, saved));
}

void NotificationActions::markAllRead()
{
    Async<qint64> marking = m_console.notifications->markAllRead(m_model.query(), m_model.from());
    const int work =
        m_navigator.beginWork(tr("Marking notifications as read"), [marking]() mutable { marking.cancel(); });
    const auto tell = [window = m_window, navigator = &m_navigator, work](const Result<qint64> &count) {
        if (!window)
            return;
        navigator->endWork(work);
        if (count)
            navigator->showMessage(tr("%n notification(s) marked as read", nullptr, static_cast<int>(*count)));
        else
            navigator->showError(count.error());
    };
    deliverTo(m_console.notifications, marking, tell);
}

} // namespace podium
