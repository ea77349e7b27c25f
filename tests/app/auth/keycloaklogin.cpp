// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/keycloaklogin.h"

#include "models/domain/environment.h"

#include <QNetworkCookie>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>
#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxSteps = 30; // redirects and forms of one visit

/// The opening tag of the first form that `mark` appears in.
QString actionOf(const QString &page, const QString &formPattern)
{
    const QRegularExpression form(u"<form\\b[^>]*"_s + formPattern + u"[^>]*>"_s);
    const QString tag = form.match(page).captured();
    static const QRegularExpression action(u"\\baction=\"([^\"]*)\""_s);
    return QTextDocumentFragment::fromHtml(action.match(tag).captured(1)).toPlainText();
}

QString hiddenField(const QString &page, const QString &name)
{
    const QRegularExpression input(u"<input\\b[^>]*name=\"%1\"[^>]*>"_s.arg(name));
    static const QRegularExpression value(u"\\bvalue=\"([^\"]*)\""_s);
    return value.match(input.match(page).captured()).captured(1);
}

} // namespace

KeycloakLogin::KeycloakLogin(const QUrl &issuer, const QString &username, const QString &password, QObject *parent)
    : QObject(parent)
    , m_issuer(issuer)
    , m_username(username)
    , m_password(password)
{
}

BrowserOpener KeycloakLogin::opener()
{
    return [this](const QUrl &url) {
        // As a browser would: later, not from within the call.
        QMetaObject::invokeMethod(
            this, [this, url] { visit(url); }, Qt::QueuedConnection);
        return true;
    };
}

void KeycloakLogin::setCredentials(const QString &username, const QString &password)
{
    m_username = username;
    m_password = password;
}

void KeycloakLogin::visit(const QUrl &url)
{
    m_formsFilled = 0;
    m_steps = 0;
    get(url);
}

void KeycloakLogin::closeWindow()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

QNetworkRequest KeycloakLogin::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (originOf(url) != originOf(m_issuer))
        return request;
    QByteArray cookies;
    for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it)
        cookies += (cookies.isEmpty() ? "" : "; ") + it.key() + '=' + it.value();
    if (!cookies.isEmpty())
        request.setRawHeader("Cookie", cookies);
    return request;
}

void KeycloakLogin::get(const QUrl &url)
{
    m_visited << url;
    m_reply = m_network.get(request(url));
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply.data()] { follow(reply); });
}

void KeycloakLogin::submit(const QUrl &url, const Fields &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body +=
            (body.isEmpty() ? "" : "&") + name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    QNetworkRequest form = request(url);
    form.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    m_visited << url;
    m_reply = m_network.post(form, body);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply.data()] { follow(reply); });
}

void KeycloakLogin::keepCookies(const QNetworkReply &reply)
{
    if (originOf(reply.url()) != originOf(m_issuer))
        return;
    const auto cookies = reply.header(QNetworkRequest::SetCookieHeader).value<QList<QNetworkCookie>>();
    for (const QNetworkCookie &cookie : cookies) {
        const bool gone = !cookie.isSessionCookie() && cookie.expirationDate() <= QDateTime::currentDateTimeUtc();
        if (gone || cookie.value().isEmpty())
            m_cookies.remove(cookie.name());
        else
            m_cookies.insert(cookie.name(), cookie.value());
    }
}

void KeycloakLogin::follow(QNetworkReply *reply)
{
    reply->deleteLater();
    keepCookies(*reply);
    m_lastUrl = reply->url();
    m_lastStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_lastPage = QString::fromUtf8(reply->readAll());
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (++m_steps > kMaxSteps)
        Q_EMIT finished();
    else if (target.isValid())
        get(m_lastUrl.resolved(target));
    else if (!answerForm())
        Q_EMIT finished();
}

/// False where the page asks for nothing more.
bool KeycloakLogin::answerForm()
{
    const QString login = actionOf(m_lastPage, u"id=\"kc-form-login\""_s);
    if (!login.isEmpty()) {
        if (m_formsFilled++ > 0) // the same form again: the password was wrong
            return false;
        submit(m_lastUrl.resolved(QUrl(login)),
               {{u"username"_s, m_username}, {u"password"_s, m_password}, {u"credentialId"_s, {}}});
        return true;
    }
    if (m_lastPage.contains("name=\"accept\""_L1)) {
        const QString consent = actionOf(m_lastPage, u"action="_s);
        const QString button = m_agree ? u"accept"_s : u"cancel"_s;
        submit(m_lastUrl.resolved(QUrl(consent)), {{u"code"_s, hiddenField(m_lastPage, u"code"_s)}, {button, u"1"_s}});
        return true;
    }
    return false;
}

QUrl sandboxRealm(const QString &realm)
{
    const QString port = qEnvironmentVariable("PODIUM_SANDBOX_KEYCLOAK_PORT", u"8180"_s);
    return QUrl(u"http://127.0.0.1:%1/realms/%2"_s.arg(port, realm));
}

QUrl sandboxIssuer()
{
    const QUrl issuer = sandboxRealm(u"podium"_s);
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(issuer.toString() + u"/.well-known/openid-configuration"_s));
    request.setTransferTimeout(5000);
    QNetworkReply *reply = network.get(request);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return finished.wait(6000) && reply->error() == QNetworkReply::NoError ? issuer : QUrl();
}

} // namespace podium
