// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/noticestore.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/notices/noticefile.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qint64 kMostBytes = 16 << 20;
constexpr auto kKeepDelay = 500ms;
} // namespace

NoticeStore::NoticeStore(const QString &path, const QString &environmentName, const Clock &clock, QObject *parent)
    : NotificationService(parent)
    , m_file(path)
    , m_environment(environmentName)
    , m_clock(clock)
{
    m_keepDelay.setSingleShot(true);
    m_keepDelay.setInterval(kKeepDelay);
    connect(&m_keepDelay, &QTimer::timeout, this, &NoticeStore::keep);
    read();
}

NoticeStore::~NoticeStore()
{
    if (m_keepDelay.isActive())
        keep();
}

void NoticeStore::read()
{
    const JsonFile::Content content = m_file.read(kMostBytes);
    const QJsonValue entries = content.object.value("notices"_L1);
    QString why = content.problem;
    if (why.isEmpty() && !content.object.isEmpty() && !entries.isArray())
        why = tr("It does not hold notifications.");
    if (!why.isEmpty()) {
        const QString aside = m_file.setAside();
        m_problem = tr("The notifications in %1 were not read. %2").arg(QDir::toNativeSeparators(m_file.path()), why) %
                    u' ' %
                    (aside.isEmpty() ? tr("The file could not be renamed: new ones are not kept.")
                                     : tr("The file is now %1.").arg(QDir::toNativeSeparators(aside)));
        qCWarning(logStore, "%s", qUtf8Printable(m_problem));
        if (aside.isEmpty())
            m_file = JsonFile({}); // nothing is written over what could not be read
        return;
    }
    const QJsonArray all = entries.toArray();
    QSet<QString> ids;
    for (const QJsonValue &entry : all) {
        std::optional<Notification> notice = noticeFromJson(entry.toObject());
        if (!notice || ids.contains(notice->id))
            continue;
        ids.insert(notice->id);
        notice->environment = m_environment;
        m_notices << *notice;
    }
    std::stable_sort(m_notices.begin(), m_notices.end(),
                     [](const Notification &a, const Notification &b) { return a.created > b.created; });
    forgetOldest();
}

void NoticeStore::keepSoon()
{
    // Never put off what is due: changes may keep coming.
    if (!m_keepDelay.isActive())
        m_keepDelay.start();
}

void NoticeStore::keep()
{
    m_keepDelay.stop();
    QJsonArray entries;
    for (const Notification &notice : std::as_const(m_notices))
        entries << toJson(notice);
    const QString why = m_file.write({{u"notices"_s, entries}});
    if (why.isEmpty())
        return;
    m_problem = tr("Notifications could not be kept in %1: %2").arg(QDir::toNativeSeparators(m_file.path()), why);
    qCWarning(logStore, "%s", qUtf8Printable(m_problem));
}

void NoticeStore::forgetOldest()
{
    for (qsizetype i = m_notices.size() - 1; i >= 0 && m_notices.size() > kMost; --i) {
        if (!m_notices.at(i).saved.isValid())
            m_notices.removeAt(i);
    }
    if (m_notices.size() > kMost)
        m_notices.resize(kMost);
}

QString NoticeStore::add(const QString &group, Notification notice)
{
    notice.id = group % u'/' % QUuid::createUuid().toString(QUuid::WithoutBraces);
    notice.origin = Notification::Origin::Podium;
    notice.environment = m_environment;
    if (!notice.created.isValid())
        notice.created = m_clock.now();
    m_notices.prepend(notice);
    forgetOldest();
    keepSoon();
    Q_EMIT added(notice);
    return notice.id;
}

bool NoticeStore::grow(const QString &id, const Notification &notice)
{
    const auto found =
        std::find_if(m_notices.begin(), m_notices.end(), [&](const Notification &each) { return each.id == id; });
    if (found == m_notices.end() || found->read.isValid())
        return false;
    Notification grownOne = notice;
    grownOne.id = id;
    grownOne.origin = Notification::Origin::Podium;
    grownOne.environment = m_environment;
    grownOne.saved = found->saved;
    m_notices.erase(found);
    m_notices.prepend(grownOne);
    keepSoon();
    Q_EMIT grown(grownOne);
    Q_EMIT changed();
    return true;
}

QString NoticeStore::groupOf(const Notification &notice)
{
    return notice.origin == Notification::Origin::Podium ? notice.id.section(u'/', 0, 0) : QString();
}

Async<NotificationPage> NoticeStore::list(const NotificationQuery &query)
{
    NotificationPage page;
    qint64 total = 0;
    for (const Notification &notice : std::as_const(m_notices)) {
        if (!matches(notice, query))
            continue;
        if (total >= query.offset && page.rows.size() < query.limit)
            page.rows << notice;
        ++total;
    }
    page.total = total;
    return ready<NotificationPage>(page);
}

Async<qint64> NoticeStore::unreadCount()
{
    return ready<qint64>(qint64(std::count_if(m_notices.cbegin(), m_notices.cend(),
                                              [](const Notification &notice) { return !notice.read.isValid(); })));
}

Async<QStringList> NoticeStore::topics()
{
    QSet<QString> topics;
    for (const Notification &notice : std::as_const(m_notices))
        topics.insert(notice.topic);
    QStringList sorted(topics.cbegin(), topics.cend());
    sorted.removeAll(QString());
    sorted.sort();
    return ready<QStringList>(sorted);
}

template <typename Change>
Async<Done> NoticeStore::changeEach(const QStringList &ids, Change change)
{
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    bool isNews = false;
    for (Notification &notice : m_notices) {
        if (wanted.contains(notice.id))
            isNews = change(notice) || isNews;
    }
    if (isNews) {
        keepSoon();
        Q_EMIT changed();
    }
    return ready<Done>(Done());
}

Async<Done> NoticeStore::setRead(const QStringList &ids, bool read)
{
    return changeEach(ids, [this, read](Notification &notice) {
        const bool isNews = notice.read.isValid() != read;
        if (isNews)
            notice.read = read ? m_clock.now() : QDateTime();
        return isNews;
    });
}

Async<Done> NoticeStore::setSaved(const QStringList &ids, bool saved)
{
    return changeEach(ids, [this, saved](Notification &notice) {
        const bool isNews = notice.saved.isValid() != saved;
        if (isNews)
            notice.saved = saved ? m_clock.now() : QDateTime();
        return isNews;
    });
}

} // namespace podium
