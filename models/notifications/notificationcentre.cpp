// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationcentre.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <functional>

namespace podium {

using namespace std::chrono_literals;

namespace {

constexpr int kHead = 200;       ///< rows from the top that are merged without further thought
constexpr int kMostSmall = 5000; ///< rows of a source that are read whole to merge far down a longer one
constexpr int kAtOnce = 500;     ///< marked in one request

/// All answers, once all are there. Cancelling cancels all.
template <typename T>
Async<QList<Result<T>>> gather(QObject *context, QList<Async<T>> asked)
{
    struct State
    {
        QList<Result<T>> results;
        qsizetype missing = 0;
        std::vector<Pending> pending;
    };
    AsyncSource<QList<Result<T>>> source;
    auto state = std::make_shared<State>();
    state->missing = asked.size();
    state->results.fill(Error::cancelled(), asked.size());
    source.onCancel(context, [state] { state->pending.clear(); });
    for (qsizetype i = 0; i < asked.size(); ++i) {
        state->pending.push_back(deliver(asked.at(i), context, [source, state, i](const Result<T> &result) {
            state->results[i] = result;
            if (--state->missing == 0)
                source.finish(state->results);
        }));
    }
    if (asked.isEmpty())
        source.finish(state->results);
    return source.future();
}

/// The first failure where all failed; else nothing.
template <typename T>
std::optional<Error> failureOf(const QList<Result<T>> &results)
{
    const bool any = std::any_of(results.cbegin(), results.cend(), [](const auto &result) { return result.ok(); });
    return any || results.isEmpty() ? std::nullopt : std::optional(results.constFirst().error());
}

} // namespace

NotificationCentre::NotificationCentre(QObject *parent)
    : QObject(parent)
{
    m_countLater.setSingleShot(true);
    m_countLater.setInterval(200ms);
    connect(&m_countLater, &QTimer::timeout, this, &NotificationCentre::refreshUnread);
}

void NotificationCentre::addSource(NotificationService &source)
{
    m_sources.push_back(std::make_unique<Source>(Source{&source, 0, {}}));
    connect(&source, &NotificationService::added, this, [this](const Notification &notification) {
        m_countLater.start();
        Q_EMIT added(notification);
    });
    connect(&source, &NotificationService::changed, this, [this] {
        m_countLater.start();
        Q_EMIT changed();
    });
    count(*m_sources.back());
}

QList<Notification::Origin> NotificationCentre::origins() const
{
    QList<Origin> found;
    for (const auto &source : m_sources)
        found << source->service->origin();
    return found;
}

QList<NotificationService *> NotificationCentre::chosen(std::optional<Origin> from) const
{
    QList<NotificationService *> services;
    for (const auto &source : m_sources) {
        if (!from || source->service->origin() == *from)
            services << source->service;
    }
    return services;
}

NotificationService *NotificationCentre::of(Origin origin) const
{
    return chosen(origin).value(0);
}

Async<NotificationCentre::Parts> NotificationCentre::parts(const QList<NotificationService *> &services,
                                                           const QList<NotificationQuery> &queries)
{
    QList<Async<NotificationPage>> asked;
    for (qsizetype i = 0; i < services.size(); ++i)
        asked << services.at(i)->list(queries.at(i));
    return chain<Parts>(this, gather(this, asked), [](const QList<Result<NotificationPage>> &pages) {
        if (const auto error = failureOf(pages))
            return ready<Parts>(*error);
        Parts found;
        for (const Result<NotificationPage> &page : pages)
            found << (page ? NotificationPart{page->rows, page->total.value_or(page->rows.size())}
                           : NotificationPart());
        return ready<Parts>(found);
    });
}

Async<NotificationPage> NotificationCentre::list(const NotificationQuery &query, std::optional<Origin> from)
{
    const QList<NotificationService *> services = chosen(from);
    if (services.size() == 1)
        return services.constFirst()->list(query);
    NotificationQuery head = query;
    head.offset = 0;
    head.limit = qMin(query.offset + query.limit, kHead);
    const QList<NotificationQuery> heads(services.size(), head);
    return chain<NotificationPage>(this, parts(services, heads), [this, services, query](const Parts &found) {
        if (query.offset + query.limit <= kHead)
            return ready<NotificationPage>(mergeHeads(found, query.offset, query.limit));
        return deep(services, query, found);
    });
}

/// Far down: the longest source is read around the place, the others whole.
Async<NotificationPage> NotificationCentre::deep(const QList<NotificationService *> &services,
                                                 const NotificationQuery &query, const Parts &heads)
{
    const auto longest =
        std::max_element(heads.cbegin(), heads.cend(), [](const auto &a, const auto &b) { return a.total < b.total; });
    const qsizetype at = longest - heads.cbegin();
    qint64 smallRows = 0;
    for (qsizetype i = 0; i < heads.size(); ++i)
        smallRows += i == at ? 0 : qMin<qint64>(heads.at(i).total, kMostSmall);
    QList<NotificationQuery> queries(services.size(), query);
    for (qsizetype i = 0; i < services.size(); ++i) {
        queries[i].offset = i == at ? windowStart(smallRows, query.offset) : 0;
        queries[i].limit = i == at ? query.offset + query.limit - queries.at(i).offset
                                   : static_cast<int>(qMin<qint64>(heads.at(i).total, kMostSmall));
    }
    return chain<NotificationPage>(this, parts(services, queries), [query, at](Parts found) {
        const NotificationPart window = found.takeAt(at);
        return ready<NotificationPage>(mergeWindow(window, found, query.offset, query.limit));
    });
}

Async<QStringList> NotificationCentre::topics()
{
    QList<Async<QStringList>> asked;
    for (NotificationService *service : chosen({}))
        asked << service->topics();
    return chain<QStringList>(this, gather(this, asked), [](const QList<Result<QStringList>> &answers) {
        if (const auto error = failureOf(answers))
            return ready<QStringList>(*error);
        QStringList all;
        for (const Result<QStringList> &answer : answers)
            all += answer ? *answer : QStringList();
        all.removeDuplicates();
        all.removeAll(QString());
        std::sort(all.begin(), all.end(), QCollator());
        return ready<QStringList>(all);
    });
}

Async<Done>
NotificationCentre::onEach(const QList<Notification> &notifications,
                           const std::function<Async<Done>(NotificationService &, const QStringList &)> &change)
{
    QList<Async<Done>> asked;
    for (NotificationService *service : chosen({})) {
        QStringList ids;
        for (const Notification &notification : notifications) {
            if (notification.origin == service->origin())
                ids << notification.id;
        }
        if (!ids.isEmpty())
            asked << change(*service, ids);
    }
    return chain<Done>(this, gather(this, asked), [](const QList<Result<Done>> &answers) {
        for (const Result<Done> &answer : answers) {
            if (!answer)
                return ready<Done>(answer.error());
        }
        return ready<Done>(Done{});
    });
}

Async<Done> NotificationCentre::setRead(const QList<Notification> &notifications, bool read)
{
    return onEach(notifications,
                  [read](NotificationService &service, const QStringList &ids) { return service.setRead(ids, read); });
}

Async<Done> NotificationCentre::setSaved(const QList<Notification> &notifications, bool saved)
{
    return onEach(notifications, [saved](NotificationService &service, const QStringList &ids) {
        return service.setSaved(ids, saved);
    });
}

namespace {

/// One page of what is unread after the other: each is gone from the next answer once it is marked.
Async<qint64> markPages(NotificationService *service, const NotificationQuery &query, qint64 done)
{
    return chain<qint64>(service, service->list(query), [service, query, done](const NotificationPage &page) {
        QStringList ids;
        for (const Notification &row : page.rows)
            ids << row.id;
        if (ids.isEmpty())
            return ready<qint64>(done);
        return chain<qint64>(service, service->setRead(ids, true), [service, query, ids, done](Done) {
            const qint64 now = done + ids.size();
            // Fewer than asked for were the last ones. What comes meanwhile is not endless, and still: it ends.
            return ids.size() < query.limit ? ready<qint64>(now) : markPages(service, query, now);
        });
    });
}

} // namespace

Async<qint64> NotificationCentre::markAllRead(NotificationQuery query, std::optional<Origin> from)
{
    query.read = false;
    query.offset = 0;
    query.limit = kAtOnce;
    QList<Async<qint64>> asked;
    for (NotificationService *service : chosen(from))
        asked << markPages(service, query, 0);
    return chain<qint64>(this, gather(this, asked), [](const QList<Result<qint64>> &answers) {
        qint64 all = 0;
        for (const Result<qint64> &answer : answers) {
            if (!answer && answer.error().kind != Error::Kind::Unauthorized) // a hub nobody is signed in at
                return ready<qint64>(answer.error());
            all += answer ? *answer : 0;
        }
        return ready<qint64>(all);
    });
}

qint64 NotificationCentre::unread() const
{
    qint64 all = 0;
    for (const auto &source : m_sources)
        all += source->unread;
    return all;
}

void NotificationCentre::refreshUnread()
{
    m_countLater.stop();
    for (const auto &source : m_sources)
        count(*source);
}

void NotificationCentre::count(Source &source)
{
    source.counting = deliver(source.service->unreadCount(), this, [this, &source](const Result<qint64> &count) {
        // What cannot be asked just now is not gone; without a sign-in nothing is there.
        if (!count && count.error().kind != Error::Kind::Unauthorized)
            return;
        const qint64 before = unread();
        source.unread = count ? *count : 0;
        if (unread() != before)
            Q_EMIT unreadChanged(unread());
    });
}

} // namespace podium
