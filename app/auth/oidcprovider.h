// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/providermetadata.h"
#include "app/auth/signintimings.h"
#include "app/net/httpclient.h"
#include "app/net/sharedasync.h"

namespace podium {

/// The issuer of an environment: finds its endpoints once, and speaks to them with the limits and messages that all
/// requests of the sign-in share. UI thread.
class OidcProvider : public QObject
{
    Q_OBJECT
public:
    OidcProvider(const Environment &environment, HttpClient &http, const SignInTimings &timings,
                 QObject *parent = nullptr);

    const QUrl &issuer() const { return m_issuer; }
    const QString &clientId() const { return m_clientId; }
    QString scope() const { return m_scope; }

    /// Read on the first call, and again after a failure.
    Async<ProviderMetadata> metadata();
    /// Reads it anew next time: the server may have changed since.
    void forget() { m_metadata.forget(); }

    Async<HttpResponse> get(const QUrl &url, const QString &label);
    /// A form of name and value pairs; no secret ever goes into the address.
    Async<HttpResponse> post(const QUrl &url, const QList<QPair<QByteArray, QByteArray>> &form, const QString &label);

private:
    Async<HttpResponse> send(HttpRequest request);
    Async<ProviderMetadata> discover();

    const QUrl m_issuer;
    const QString m_clientId;
    const QString m_scope;
    HttpClient &m_http;
    const SignInTimings &m_timings;
    SharedAsync<ProviderMetadata> m_metadata;
};

} // namespace podium
