// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/httpclient.h"

#include "app/net/httpexchange.h"

#include <QFile>
#include <QSslCertificate>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxCaFileBytes = 4 << 20;

Error caFileError(const QString &what, const QString &why)
{
    Error error;
    error.kind = Error::Kind::Tls;
    error.what = what.isEmpty() ? HttpClient::tr("The connection was not made.") : what;
    error.why = why;
    error.remedy = HttpClient::tr("Choose a PEM file with the certificate of your authority in the environment, or "
                                  "leave the field empty to trust the authorities of this computer only.");
    return error;
}

} // namespace

HttpClient::HttpClient(const Environment &environment, AccessTokens *tokens, Tracer &tracer, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_tokens(tokens)
    , m_tracer(tracer)
{
}

HttpClient::~HttpClient()
{
    // Before the network managers, which own the replies.
    qDeleteAll(findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly));
}

Async<HttpResponse> HttpClient::send(const HttpRequest &request)
{
    // Deletes itself once it has answered; as a child it also goes with the client.
    auto *exchange = new HttpExchange(*this, request);
    return exchange->start();
}

Result<QSslConfiguration> HttpClient::tlsConfiguration(const QString &what)
{
    if (m_tls)
        return *m_tls;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!m_environment.caFile.isEmpty()) {
        QFile file(m_environment.caFile);
        if (!file.open(QIODevice::ReadOnly))
            return caFileError(
                what, tr("The certificate file %1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
        const QList<QSslCertificate> certificates = QSslCertificate::fromData(file.read(kMaxCaFileBytes), QSsl::Pem);
        if (certificates.isEmpty())
            return caFileError(what, tr("The file %1 holds no PEM certificate.").arg(file.fileName()));
        configuration.addCaCertificates(certificates);
    }
    m_tls = configuration;
    return configuration;
}

QNetworkAccessManager &HttpClient::networkFor(const HttpRequest &request)
{
    return request.once && m_network == &m_ownNetwork ? m_onceNetwork : *m_network;
}

} // namespace podium
