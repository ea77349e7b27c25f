// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/desktopalerts.h"

#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "models/notices/alertsettings.h"
#include "models/notices/noticestore.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kCountDelay = 100ms;
constexpr qsizetype kMostShown = 500; ///< messages whose actions are remembered
const QLatin1StringView kSummary("summary");

/// One message for each of these.
QString keyOf(const QString &environment, const Notification &notification)
{
    const QString group = NoticeStore::groupOf(notification);
    const QString sender = notification.source % u'/' % notification.topic;
    return environment % u'\n' % (group.isEmpty() ? sender : group);
}

QString instanceOf(const Notification &notification)
{
    return notification.target.startsWith("instance:"_L1) ? notification.target.mid(9) : QString();
}

/// The lines of a text, without control characters and within bounds.
QString bodyOf(const QString &text, qsizetype most)
{
    QStringList lines;
    qsizetype length = 0;
    for (const QString &line : text.left(4 * most).split(u'\n')) {
        const QString clean = singleLine(line, most).trimmed();
        if (clean.isEmpty())
            continue;
        length += clean.size();
        if (length > most)
            break;
        lines << clean;
    }
    return lines.join(u'\n');
}

} // namespace

DesktopAlerts::DesktopAlerts(AlertSettings &settings, DesktopNotifier &notifier, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_notifier(notifier)
    , m_clock(clock)
{
    m_countDelay.setSingleShot(true);
    m_countDelay.setInterval(kCountDelay);
    connect(&m_countDelay, &QTimer::timeout, this, &DesktopAlerts::count);
    connect(&notifier, &DesktopNotifier::activated, this, &DesktopAlerts::onActivated);
}

DesktopAlerts::~DesktopAlerts() = default;

void DesktopAlerts::follow(const AlertSource &source)
{
    QObject *object = source.service;
    m_sources[object] = source;
    const auto takeOne = [this, object](const Notification &notification) {
        take(m_sources.at(object), notification);
        countSoon();
    };
    connect(source.service, &NotificationService::added, this, takeOne);
    connect(source.service, &NotificationService::changed, this, &DesktopAlerts::countSoon);
    if (auto *store = qobject_cast<NoticeStore *>(object))
        connect(store, &NoticeStore::grown, this, takeOne);
    connect(object, &QObject::destroyed, this, [this](QObject *gone) {
        m_sources.erase(gone);
        m_counts.erase(gone);
        m_counting.erase(gone);
        countSoon();
    });
    countSoon();
}

bool DesktopAlerts::isQuiet(const Notification &notification) const
{
    const AlertSettings::Values &values = m_settings.values();
    const QDateTime now = m_clock.now();
    const bool isCritical = notification.severity == Notification::Severity::Critical;
    if (!values.onDesktop || (values.silentUntil.isValid() && now < values.silentUntil))
        return true;
    return values.quiet.contains(now.toLocalTime().time()) && !(isCritical && values.quiet.letCriticalThrough);
}

void DesktopAlerts::take(const AlertSource &source, const Notification &notification)
{
    if (isQuiet(notification) || (source.isMuted && source.isMuted(notification)))
        return;
    const QString key = keyOf(source.environment, notification);
    const Shown shown{source.environment, notification, source.service, m_clock.now()};
    if (isCrowded(key))
        return showSummary(shown);
    if (m_shown.size() > kMostShown)
        m_shown.clear();
    m_shown.insert(key, shown);

    DesktopMessage message;
    message.key = key;
    message.title = singleLine(notification.title, kMostTitle);
    message.body = bodyOf(notification.description, kMostBody);
    message.body += (message.body.isEmpty() ? QString() : u"\n"_s) % singleLine(source.environment, kMostTitle);
    message.severity = notification.severity;
    message.actions << DesktopMessage::Action{u"open"_s, tr("Open")};
    // In production what changes something is asked once more, in words: that needs the window.
    if (!source.isProduction && source.isRetryable && source.isRetryable(notification))
        message.actions << DesktopMessage::Action{u"retry"_s, tr("Retry")};
    if (source.isWatched && !NoticeStore::groupOf(notification).isEmpty())
        message.actions << DesktopMessage::Action{u"mute"_s, tr("Mute for 1 h")};
    m_notifier.show(message);
}

bool DesktopAlerts::isCrowded(const QString &key)
{
    const QDateTime since = m_clock.now().addMSecs(-kCalmMs);
    const auto isRecent = [&](const Shown &shown) { return shown.at > since; };
    if (const auto known = m_shown.constFind(key); known != m_shown.cend() && isRecent(*known))
        return false; // it takes the place of one that is there
    const auto recent = std::count_if(m_shown.cbegin(), m_shown.cend(), isRecent);
    if (recent < kMostAtOnce) {
        m_summed = 0;
        return false;
    }
    return true;
}

void DesktopAlerts::showSummary(const Shown &newest)
{
    ++m_summed;
    m_shown.insert(kSummary, newest);
    DesktopMessage message;
    message.key = kSummary;
    message.title = tr("%n more notification(s)", nullptr, m_summed);
    message.body =
        singleLine(newest.notification.title, kMostTitle) % u'\n' % singleLine(newest.environment, kMostTitle);
    message.severity = newest.notification.severity;
    message.actions << DesktopMessage::Action{u"open"_s, tr("Show all")};
    m_notifier.show(message);
}

void DesktopAlerts::onActivated(const QString &key, const QString &actionId)
{
    const auto found = m_shown.constFind(key);
    if (found == m_shown.cend())
        return Q_EMIT openWanted({}, {});
    const Shown shown = *found;
    if (actionId == "mute"_L1)
        return Q_EMIT muteWanted(shown.environment, NoticeStore::groupOf(shown.notification));
    if (key == kSummary)
        return Q_EMIT openWanted(shown.environment, u"notifications"_s);
    if (shown.service)
        deliverTo(this, shown.service->setRead({shown.notification.id}, true), [](const Result<Done> &) {});
    if (actionId == "retry"_L1)
        return Q_EMIT retryWanted(shown.environment, instanceOf(shown.notification));
    Q_EMIT openWanted(shown.environment, shown.notification.target);
}

void DesktopAlerts::countSoon()
{
    // Never put off what is due: changes may keep coming.
    if (!m_countDelay.isActive())
        m_countDelay.start();
}

void DesktopAlerts::count()
{
    const auto sum = [this] {
        qint64 unread = 0;
        for (const auto &[source, number] : m_counts)
            unread += number;
        if (std::exchange(m_unread, unread) != unread)
            Q_EMIT unreadChanged(unread);
    };
    for (const auto &[object, source] : m_sources) {
        m_counting[object] =
            deliver(source.service->unreadCount(), this, [this, sum, key = object](const Result<qint64> &unread) {
                if (unread)
                    m_counts[key] = *unread;
                sum();
            });
    }
    sum();
}

} // namespace podium
