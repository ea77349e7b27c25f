// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/hub/decodehub.h"
#include "app/net/httpclient.h"

namespace podium {

/// The requests to the hub's notifications backend, with the user's token. Keeps nothing. UI thread.
class HubApi : public QObject
{
    Q_OBJECT
public:
    /// `http` is one of hubEnvironment().
    HubApi(HttpClient &http, QObject *parent = nullptr);

    Async<NotificationPage> list(const NotificationQuery &query);
    Async<Notification> one(const QString &id);
    Async<HubCounts> counts();
    Async<QStringList> topics();
    /// Either of the two may be left as it is. Many ids go in several requests, one after the other.
    Async<Done> update(const QStringList &ids, std::optional<bool> read, std::optional<bool> saved);
    Async<NotificationSettings> settings();
    Async<NotificationSettings> saveSettings(const NotificationSettings &settings);

private:
    HttpRequest request(const QStringList &parts, const QString &what) const;
    template <typename T>
    Async<T> ask(const HttpRequest &request, Result<T> (*decode)(QByteArrayView));

    HttpClient &m_http;
};

} // namespace podium
