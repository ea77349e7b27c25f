// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/browseropener.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

namespace podium {

/// A browser that types: follows addresses and redirects, fills Keycloak's login form and confirms its consent page.
/// Keeps its cookies from one visit to the next, as a browser does. Keycloak marks them Secure even on plain loopback,
/// where Qt's cookie jar would not send them, so they are kept by hand.
class KeycloakLogin : public QObject
{
    Q_OBJECT
public:
    KeycloakLogin(const QUrl &issuer, const QString &username, const QString &password, QObject *parent = nullptr);

    /// Hand this to OidcSession. The login lives at least as long.
    BrowserOpener opener();

    /// Ends with finished().
    void visit(const QUrl &url);
    void closeWindow(); ///< stops where it is, keeps the cookies

    void setCredentials(const QString &username, const QString &password);
    void setConsent(bool agree) { m_agree = agree; }

    /// Where the last visit ended.
    QUrl lastUrl() const { return m_lastUrl; }
    int lastStatus() const { return m_lastStatus; }
    QString lastPage() const { return m_lastPage; }
    /// All addresses of all visits, redirects included.
    QList<QUrl> visited() const { return m_visited; }
    int formsFilled() const { return m_formsFilled; } ///< login forms of the last visit

Q_SIGNALS:
    void finished();

private:
    using Fields = QList<QPair<QString, QString>>;
    void get(const QUrl &url);
    void submit(const QUrl &url, const Fields &fields);
    void follow(QNetworkReply *reply);
    bool answerForm();
    QNetworkRequest request(const QUrl &url) const;
    void keepCookies(const QNetworkReply &reply);

    const QUrl m_issuer;
    QString m_username;
    QString m_password;
    bool m_agree = true;
    QNetworkAccessManager m_network;
    QHash<QByteArray, QByteArray> m_cookies;
    QPointer<QNetworkReply> m_reply;
    QUrl m_lastUrl;
    int m_lastStatus = 0;
    QString m_lastPage;
    QList<QUrl> m_visited;
    int m_formsFilled = 0;
    int m_steps = 0;
};

/// A realm of the sandbox's Keycloak, at the port that its script would use.
QUrl sandboxRealm(const QString &realm);
/// The sandbox's issuer where it answers within a few seconds; empty otherwise, and then tests skip.
QUrl sandboxIssuer();
/// For QSKIP.
inline constexpr char kNoSandbox[] =
    "The sandbox's Keycloak does not answer: start it with installer/sandbox/sandbox up";

} // namespace podium
