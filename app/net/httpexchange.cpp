// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/httpexchange.h"

#include "app/net/httperror.h"
#include "models/core/logging.h"
#include "models/core/trace.h"

#include <QIODevice>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// A body that can be sent once only. When a connection breaks before the answer, Qt sends the request again by itself,
/// up to three times and POST as well: without this, a start or an abort could happen more than once. (Not a QBuffer:
/// Qt takes a short cut around those.)
class OnceBody : public QIODevice
{
public:
    explicit OnceBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return pos() == 0; }
    bool seek(qint64 offset) override { return offset >= pos() && QIODevice::seek(offset); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const QByteArray part = m_bytes.mid(pos(), maxSize);
        std::copy(part.cbegin(), part.cend(), data);
        return part.isEmpty() ? -1 : part.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Qt reports 4xx and 5xx as errors of the reply: those are answers all the same.
bool isAnswer(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::NoError)
        return status > 0;
    const bool ofStatus =
        (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
        (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError) ||
        error == QNetworkReply::ProtocolInvalidOperationError;
    return ofStatus && status >= 400;
}

} // namespace

HttpExchange::HttpExchange(HttpClient &client, const HttpRequest &request)
    : QObject(&client)
    , m_client(client)
    , m_request(request)
{
    m_request.url.setUserInfo({});
    m_request.url.setFragment({});
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &HttpExchange::onTimeout);
}

HttpExchange::~HttpExchange()
{
    abortReply();
}

Async<HttpResponse> HttpExchange::start()
{
    m_startedAt = m_client.m_tracer.now();
    Async<HttpResponse> future = m_source.future();
    m_source.onCancel(this, [this] { finish(Error::cancelled()); });

    const QString scheme = m_request.url.scheme();
    if (!m_request.url.isValid() || m_request.url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        finish(addressError(m_request));
    else if (!m_request.withToken)
        transmit();
    else if (!m_client.m_environment.allowsToken(m_request.url))
        finish(unlistedOriginError(m_request));
    else if (!m_client.tokens())
        finish(notSignedInError(m_request));
    else
        askToken();
    return future;
}

void HttpExchange::askToken()
{
    m_tokenWait =
        deliver(m_client.tokens()->accessToken(), this, [this](const Result<QString> &token) { gotToken(token); });
}

void HttpExchange::gotToken(const Result<QString> &token)
{
    if (!token)
        return finish(token.error());
    m_token = *token;
    transmit();
}

QNetworkRequest HttpExchange::networkRequest(const QSslConfiguration &tls) const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One connection whose loss takes every request with it; the few requests here gain nothing by sharing it.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setDecompressedSafetyCheckThreshold(-1); // maxBytes limits what is unpacked
    request.setRawHeader("User-Agent", "Podium/" PODIUM_VERSION);
    request.setRawHeader("Accept", m_request.accept);
    if (!m_request.body.isEmpty())
        request.setRawHeader("Content-Type", m_request.contentType);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (m_request.withToken)
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    // A fresh connection each time: one that the server closed while idle would look like one that broke half-way.
    if (m_request.once)
        request.setRawHeader("Connection", "close");
    return request;
}

void HttpExchange::transmit()
{
    const auto tls = m_request.url.scheme() == "https"_L1 ? m_client.tlsConfiguration(m_request.what)
                                                          : Result<QSslConfiguration>(QSslConfiguration());
    if (!tls)
        return finish(tls.error());
    m_body.clear();
    m_tlsErrors.clear();
    QNetworkAccessManager &network = m_client.networkFor(m_request);
    if (m_request.once) {
        auto *body = new OnceBody(m_request.body);
        m_reply = network.sendCustomRequest(networkRequest(*tls), m_request.verb, body);
        body->setParent(m_reply);
    } else {
        m_reply = network.sendCustomRequest(networkRequest(*tls), m_request.verb, m_request.body);
    }
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QIODevice::readyRead, this, &HttpExchange::readAvailable);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onReplyFinished);
    m_timeout.start(m_request.timeoutMs);
}

void HttpExchange::readAvailable()
{
    const qint64 room = m_request.maxBytes - m_body.size();
    // Not read(room + 1): it would make room for as much as is allowed, each time.
    m_body += m_reply->read(qMin(room + 1, m_reply->bytesAvailable()));
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_body.size() > m_request.maxBytes || announced > m_request.maxBytes)
        finish(tooLargeError(m_request));
}

void HttpExchange::onTimeout()
{
    finish(timeoutError(m_request));
}

void HttpExchange::onReplyFinished()
{
    readAvailable();
    if (m_done)
        return;
    m_timeout.stop();
    const QNetworkReply::NetworkError code = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_tlsErrors.isEmpty() || code == QNetworkReply::SslHandshakeFailedError)
        return finish(tlsError(m_request, m_tlsErrors, m_reply->sslConfiguration().peerCertificate()));
    if (!isAnswer(code, status))
        return finish(networkError(m_request, code));
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool plain = !m_reply->hasRawHeader("Content-Encoding") && m_request.verb != "HEAD";
    if (plain && announced.isValid() && announced.toLongLong() != m_body.size())
        return finish(networkError(m_request, QNetworkReply::RemoteHostClosedError));
    if (isRedirect(status)) {
        const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        return finish(redirectError(m_request, m_request.url.resolved(target)));
    }
    if (!retryWithNewToken(status))
        finish(response());
}

/// True when the answer is not the last word: another attempt is under way, or the second 401 was reported.
bool HttpExchange::retryWithNewToken(int status)
{
    if (status != 401 || !m_request.withToken)
        return false;
    if (m_renewed || !m_client.tokens()) {
        finish(rejectedTokenError(m_request));
        return true;
    }
    m_renewed = true;
    abortReply();
    m_tokenWait = deliver(m_client.tokens()->renewedToken(m_token), this,
                          [this](const Result<QString> &token) { gotToken(token); });
    return true;
}

HttpResponse HttpExchange::response() const
{
    HttpResponse answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = m_body;
    const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        answer.headers.insert(name.toLower(), value);
    return answer;
}

void HttpExchange::abortReply()
{
    m_timeout.stop();
    if (QNetworkReply *reply = m_reply) {
        m_reply.clear();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpExchange::finish(Result<HttpResponse> result)
{
    if (std::exchange(m_done, true))
        return;
    const int status = m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    // Neither path nor query: they can hold ids and worse.
    m_client.m_tracer.span("request", m_startedAt,
                           {{u"method"_s, QString::fromLatin1(m_request.verb)},
                            {u"label"_s, m_request.label},
                            {u"origin"_s, originOf(m_request.url)},
                            {u"status"_s, status},
                            {u"bytes"_s, m_body.size()}});
    if (!result && !result.error().isCancelled())
        qCDebug(logNet).noquote() << m_request.verb << m_request.label << originOf(m_request.url)
                                  << result.error().details;
    abortReply();
    m_tokenWait.cancel();
    m_source.finish(std::move(result));
    deleteLater();
}

} // namespace podium
