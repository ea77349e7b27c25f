// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"
#include "models/core/clock.h"
#include "models/domain/environment.h"
#include "tests/app/auth/signingkey.h"
#include "tests/fakes/fakehttpserver.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace podium {

/// An OpenID Connect issuer that checks what Podium sends, and misbehaves as a test wants. Its tokens are opaque texts
/// which hold "secret", so that a test can look for them where they must not be.
class FakeIssuer : public QObject
{
    Q_OBJECT
public:
    explicit FakeIssuer(const Clock &clock,
                        std::unique_ptr<FakeHttpServer> server = std::make_unique<FakeHttpServer>());

    static constexpr char kDiscovery[] = "/realms/r/.well-known/openid-configuration";
    static constexpr char kKeys[] = "/realms/r/keys";
    static constexpr char kToken[] = "/realms/r/token";
    static constexpr char kDevice[] = "/realms/r/device";
    static constexpr char kLogout[] = "/realms/r/logout";

    FakeHttpServer &server() { return *m_server; }
    Environment environment() const;
    Json metadata() const;
    void setMetadata(const Json &metadata);

    // What it does
    int lifetime = 60; ///< of access tokens, in seconds
    QString subject = QStringLiteral("u-1");
    std::function<void(Json &)> editClaims;    ///< of the next ID tokens
    std::function<QByteArray(Json)> makeToken; ///< instead of signing the claims properly
    std::optional<FakeAnswer> tokenAnswer;     ///< instead of an answer of the token endpoint
    QStringList devicePolls;                   ///< errors before the device is granted
    bool revoked = false;                      ///< refreshes are refused

    void changeKey(const QString &keyId) { m_key = SigningKey::rsa(keyId); }
    const SigningKey &key() const { return m_key; }

    int refreshes() const { return m_refreshes; }
    QStringList problems() const { return m_problems; } ///< what Podium sent that it should not have
    QStringList secrets() const { return m_secrets; }   ///< every token, code and verifier that was in use

    /// What the authorization endpoint would send the browser back to, for a user who signed in.
    QUrl callbackFor(const QUrl &signInUrl);

private:
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer exchange(const QUrlQuery &form);
    FakeAnswer refresh(const QUrlQuery &form);
    FakeAnswer device(const FakeRequest &request);
    FakeAnswer pollDevice(const QUrlQuery &form);
    FakeAnswer logout(const FakeRequest &request);
    FakeAnswer tokens(const QString &nonce);
    QUrlQuery formOf(const FakeRequest &request);
    QString secret(const QString &kind);
    void expect(bool good, const QString &problem);
    static SigningKey firstKey(); ///< made once: it takes a while

    const Clock &m_clock;
    std::unique_ptr<FakeHttpServer> m_server;
    SigningKey m_key = firstKey();
    QString m_code;
    QString m_challenge;
    QString m_redirect;
    QString m_nonce;
    QString m_deviceCode;
    QString m_refreshToken;
    int m_refreshes = 0;
    int m_count = 0;
    QStringList m_problems;
    QStringList m_secrets;
};

/// A browser whose user signs in at once, or does what a test says.
class FakeBrowser : public QObject
{
    Q_OBJECT
public:
    explicit FakeBrowser(FakeIssuer &issuer)
        : m_issuer(issuer)
    {
    }

    BrowserOpener opener();

    bool starts = true;                    ///< false: no browser on this desktop
    bool answers = true;                   ///< false: its window is closed, or shows an error
    std::function<void(QUrlQuery &)> edit; ///< what comes back
    QUrl signInUrl;
    QUrl callback; ///< of the last visit

    void get(const QUrl &url); ///< follows redirects
    QString page;              ///< the last one
    int status = 0;
    int pages = 0;

Q_SIGNALS:
    void arrived(); ///< at the last page of a visit

private:
    FakeIssuer &m_issuer;
    QNetworkAccessManager m_network;
};

} // namespace podium
