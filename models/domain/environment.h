// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace podium {

/// Rewrites the start of a serviceUrl that a server tells to an address this desktop can reach.
struct ServiceUrlRule
{
    QString from; ///< address, maybe with a path, e.g. "http://greet.flows.svc.cluster.local"
    QString to;   ///< its replacement, e.g. "https://flows.example.com/greet"
    bool operator==(const ServiceUrlRule &) const = default;
};

/// One installation of the services that Podium can connect to. Holds no secret, so its file can be shared.
struct Environment
{
    QString name;
    QColor color{0x42, 0x63, 0xeb};
    bool production = false; ///< asks once more, in words, before anything changes
    QUrl issuer;             ///< OpenID Connect issuer, e.g. https://sso.example.com/realms/flows
    QString clientId;
    QStringList scopes{QStringLiteral("openid"), QStringLiteral("profile"), QStringLiteral("email")};
    QUrl dataIndexUrl; ///< the GraphQL endpoint
    QUrl jobServiceUrl;
    QUrl notificationsUrl;
    QList<QUrl> runtimeUrls;   ///< origins of runtimes that may be called, and get tokens
    QList<QUrl> eventSinkUrls; ///< where events can be sent beside the runtimes: brokers, channels; they get tokens
    QList<ServiceUrlRule> serviceUrlRules;
    QString caFile; ///< PEM file of an own certificate authority; "" for the system's

    /// `serviceUrl` after the first rule for its scheme, host, port and whole segments of its path; unchanged where
    /// there is none. Never with a user name or password in it; invalid for text that is no address.
    QUrl reachable(const QString &serviceUrl) const;
    /// Whether a token may be sent to `url`: its scheme, host and port are those of an address listed here.
    bool allowsToken(const QUrl &url) const;
    /// Where it is wrong, as messages on its fields ("/issuer"); empty when it can be used.
    QList<FieldError> problems() const;

    bool operator==(const Environment &) const = default;
};

/// The file format: one JSON object with the names of the struct, scopes and rules as arrays. Unknown members are
/// ignored.
QByteArray toJson(const Environment &environment);
Result<Environment> environmentFromJson(const QByteArray &text);

/// scheme://host:port with the default port filled in, ws as http; "" for an address without a host or of another
/// scheme.
QString originOf(const QUrl &url);

} // namespace podium
