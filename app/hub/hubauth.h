// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/tokens.h"
#include "app/net/httpclient.h"

namespace podium {

class Clock;

/// Podium as one hub's OAuth server knows it (RFC 7591). The secret is one that every copy of Podium could have: it
/// proves nothing, but some hubs ask for it.
struct HubClient
{
    QString id;
    QString secret;
};

/// How the user is signed in at the hub: what is kept in the keychain.
struct HubCredential
{
    enum class Kind {
        None,
        Guest, ///< nothing to keep: the hub takes everybody
        Token, ///< a user token, as somebody pasted it
        OAuth, ///< a refresh token
    };
    Kind kind = Kind::None;
    QString token;
    HubClient client; ///< for OAuth

    QString toText() const;
    static HubCredential fromText(const QString &text); ///< Kind::None for anything else
};

/// Whom a user token of the hub names, and how long. Not verified: only the hub trusts it, when it comes back.
struct HubIdentity
{
    TokenSet tokens;
    QString user; ///< entity: "user:default/guest"
};
std::optional<HubIdentity> identityOf(const QString &token, const QDateTime &now);

/// The requests to the hub's sign-in (Backstage's auth backend). Keeps nothing. UI thread. A refusal is
/// Kind::Unauthorized, and Kind::NotFound where the hub has no such way; failures on the way keep their own kinds.
class HubAuth : public QObject
{
    Q_OBJECT
public:
    /// `http` is one of hubEnvironment().
    HubAuth(HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    const QUrl &hub() const { return m_http.environment().notificationsUrl; }
    /// As a guest: hubs for development and demonstration only.
    Async<HubIdentity> guest();
    Async<HubClient> registerClient(const QUrl &redirect);
    QUrl authorizationUrl(const HubClient &client, const QUrl &redirect, const QByteArray &state,
                          const QByteArray &challenge) const;
    Async<HubIdentity> exchange(const HubClient &client, const QString &code, const QByteArray &verifier,
                                const QUrl &redirect);
    Async<HubIdentity> refresh(const HubClient &client, const QString &refreshToken);
    Async<Done> revoke(const HubClient &client, const QString &refreshToken);

private:
    using Form = QList<QPair<const char *, QString>>;
    HttpRequest post(const QString &name, const Form &form, const QString &what) const;
    Async<HubIdentity> tokens(const HttpRequest &request, const QString &refreshToken);

    HttpClient &m_http;
    const Clock &m_clock;
};

} // namespace podium
