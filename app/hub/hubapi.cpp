// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubapi.h"

#include "app/hub/hubaddress.h"
#include "app/net/httperror.h"
#include "app/net/jsonvalues.h"

#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxAnswerBytes = 32 << 20;
constexpr qsizetype kIdsAtOnce = 500; // the hub reads bodies of up to 100 kB

QUrl withQuery(QUrl url, const NotificationQuery &query)
{
    QUrlQuery parameters;
    const auto add = [&parameters](const QString &name, const QString &value) {
        parameters.addQueryItem(name, QString::fromLatin1(value.toUtf8().toPercentEncoding()));
    };
    add(u"offset"_s, QString::number(query.offset));
    add(u"limit"_s, QString::number(query.limit));
    add(u"orderField"_s, u"created,desc"_s);
    if (query.read)
        add(u"read"_s, *query.read ? u"true"_s : u"false"_s);
    if (query.saved)
        add(u"saved"_s, *query.saved ? u"true"_s : u"false"_s);
    if (!query.topic.isEmpty())
        add(u"topic"_s, query.topic);
    if (!query.text.isEmpty())
        add(u"search"_s, query.text);
    if (query.atLeast)
        add(u"minimumSeverity"_s, wordIn(kSeverityWords, *query.atLeast));
    if (query.createdAfter.isValid())
        add(u"createdAfter"_s, dataIndexTime(query.createdAfter));
    url.setQuery(parameters.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return url;
}

} // namespace

HubApi::HubApi(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

HttpRequest HubApi::request(const QStringList &parts, const QString &what) const
{
    HttpRequest request;
    request.url = hubApi(m_http.environment().notificationsUrl, QStringList{u"notifications"_s} + parts);
    request.maxBytes = kMaxAnswerBytes;
    request.label = u"hub notifications"_s;
    request.what = what;
    return request;
}

template <typename T>
Async<T> HubApi::ask(const HttpRequest &request, Result<T> (*decode)(QByteArrayView))
{
    return mapOnWorker<T>(this, m_http.send(request), [request, decode](const HttpResponse &response) {
        if (!response.isSuccess())
            return Result<T>(errorFromStatus(request, response));
        auto decoded = decode(response.body);
        return decoded ? decoded : unexpectedAnswerError(request, response, decoded.error().details);
    });
}

Async<NotificationPage> HubApi::list(const NotificationQuery &query)
{
    HttpRequest wanted = request({u"notifications"_s}, tr("The notifications of the hub could not be read."));
    wanted.url = withQuery(wanted.url, query);
    return ask<NotificationPage>(wanted, &decodeNotifications);
}

Async<Notification> HubApi::one(const QString &id)
{
    return ask<Notification>(request({u"notifications"_s, id}, tr("A notification of the hub could not be read.")),
                             &decodeNotification);
}

Async<HubCounts> HubApi::counts()
{
    return ask<HubCounts>(request({u"status"_s}, tr("The hub did not say what is unread.")), &decodeCounts);
}

Async<QStringList> HubApi::topics()
{
    return ask<QStringList>(request({u"topics"_s}, tr("The topics of the hub could not be read.")), &decodeTopics);
}

Async<Done> HubApi::update(const QStringList &ids, std::optional<bool> read, std::optional<bool> saved)
{
    if (ids.isEmpty())
        return ready<Done>(Done{});
    Json body{{"ids", Json::array()}};
    for (const QString &id : ids.mid(0, kIdsAtOnce))
        body["ids"].push_back(id.toStdString());
    if (read)
        body["read"] = *read;
    if (saved)
        body["saved"] = *saved;
    HttpRequest change = request({u"notifications"_s, u"update"_s}, tr("The notifications could not be changed."));
    change.verb = "POST";
    change.contentType = "application/json";
    change.body = toBytes(body);
    return chain<Done>(this, m_http.send(change), [this, change, ids, read, saved](const HttpResponse &response) {
        if (!response.isSuccess())
            return ready<Done>(errorFromStatus(change, response));
        return update(ids.mid(kIdsAtOnce), read, saved);
    });
}

Async<NotificationSettings> HubApi::settings()
{
    return ask<NotificationSettings>(request({u"settings"_s}, tr("The settings of the hub could not be read.")),
                                     &decodeSettings);
}

Async<NotificationSettings> HubApi::saveSettings(const NotificationSettings &settings)
{
    HttpRequest change = request({u"settings"_s}, tr("The settings could not be changed."));
    change.verb = "POST";
    change.contentType = "application/json";
    change.body = encodeSettings(settings);
    return ask<NotificationSettings>(change, &decodeSettings);
}

} // namespace podium
