// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/net/httperror.h"

#include "models/core/logging.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSslCertificate>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HttpError)
};

Error make(const HttpRequest &request, Error::Kind kind, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = request.what.isEmpty() ? Texts::tr("The request failed.") : request.what;
    error.why = why;
    error.remedy = remedy;
    error.details = QString::fromLatin1(request.verb) % u' ' % displayOrigin(request.url) %
                    (request.label.isEmpty() ? QString() : u' ' % request.label);
    return error;
}

void addDetail(Error &error, const QString &text)
{
    if (!text.isEmpty())
        error.details += u'\n' % text;
}

QString nameOf(QNetworkReply::NetworkError code)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(code);
    return name ? QString::fromLatin1(name) : QString::number(code);
}

struct Words
{
    QString why;
    QString remedy;
};

Words wordsOf(QSslError::SslError problem, const QString &origin, const QSslCertificate &certificate)
{
    const QString ownAuthority = Texts::tr("If your organisation signs its own certificates, choose the file of its "
                                           "authority in the environment.");
    const QString askToRenew = Texts::tr("Ask who runs the service to renew the certificate.");
    switch (problem) {
    case QSslError::SelfSignedCertificate:
        return {Texts::tr("The certificate of %1 is signed by itself, so nothing proves who answers.").arg(origin),
                ownAuthority};
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return {
            Texts::tr("The certificate of %1 is signed by an authority that this computer does not know.").arg(origin),
            ownAuthority};
    case QSslError::CertificateExpired:
        return {Texts::tr("The certificate of %1 expired on %2.")
                    .arg(origin, QLocale().toString(certificate.expiryDate().toLocalTime(), QLocale::ShortFormat)),
                askToRenew % u' ' % Texts::tr("Check this computer's clock, too.")};
    case QSslError::CertificateNotYetValid:
        return {Texts::tr("The certificate of %1 is valid only from %2 on.")
                    .arg(origin, QLocale().toString(certificate.effectiveDate().toLocalTime(), QLocale::ShortFormat)),
                Texts::tr("Check this computer's clock.")};
    case QSslError::HostNameMismatch:
        return {Texts::tr("The certificate that %1 showed is made for another name.").arg(origin),
                Texts::tr("Check the address in the environment.")};
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return {Texts::tr("The certificate of %1 was revoked.").arg(origin), askToRenew};
    default:
        return {Texts::tr("The secure connection to %1 failed: %2.").arg(origin, QSslError(problem).errorString()),
                Texts::tr("Check the address and the certificate authority in the environment.")};
    }
}

Words wordsOf(QNetworkReply::NetworkError code, const QUrl &url)
{
    const QString origin = displayOrigin(url);
    const QString running =
        Texts::tr("Check that the service runs and the address in the environment is right, then try again.");
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return {Texts::tr("%1 refused the connection.").arg(origin), running};
    case QNetworkReply::RemoteHostClosedError:
        return {Texts::tr("%1 closed the connection before its answer was complete.").arg(origin),
                Texts::tr("Try again.")};
    case QNetworkReply::ContentReSendError:
        return {
            Texts::tr("%1 closed the connection before it answered, so it is not known whether it acted.").arg(origin),
            Texts::tr("Look at the current state before you try again.")};
    case QNetworkReply::HostNotFoundError:
        return {Texts::tr("The name %1 was not found.").arg(url.host()),
                Texts::tr("Check the address in the environment and this computer's network or VPN.")};
    case QNetworkReply::TimeoutError:
        return {Texts::tr("%1 could not be reached.").arg(origin), running};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {Texts::tr("The proxy on the way to %1 did not let the request through.").arg(origin),
                Texts::tr("Check this computer's proxy settings.")};
    default:
        return {Texts::tr("The network connection to %1 failed.").arg(origin),
                Texts::tr("Check this computer's network, then try again.")};
    }
}

/// The start of a body as text; nothing for HTML, whose markup helps nobody.
QString excerpt(const HttpResponse &response)
{
    const QByteArray type = response.headers.value("content-type");
    const QByteArray start = response.body.left(500).trimmed();
    if (type.contains("html") || start.startsWith('<'))
        return Texts::tr("The answer is a page of HTML.");
    return redacted(QString::fromUtf8(start));
}

Words wordsOfStatus(int status, const QString &origin)
{
    switch (status) {
    case 401:
        return {Texts::tr("%1 asks for a sign-in.").arg(origin), Texts::tr("Sign in again.")};
    case 403:
        return {Texts::tr("%1 does not allow it to your user.").arg(origin),
                Texts::tr("Ask for the role that is needed, or sign in as another user.")};
    case 404:
        return {Texts::tr("%1 does not know it.").arg(origin), Texts::tr("Check the address in the environment.")};
    case 429:
        return {Texts::tr("%1 is asked too often.").arg(origin), Texts::tr("Wait a moment, then try again.")};
    default:
        break;
    }
    if (status >= 500)
        return {Texts::tr("%1 answered that it failed (%2).").arg(origin).arg(status),
                Texts::tr("Try again; if it stays, look into the log of the service.")};
    return {Texts::tr("%1 answered with the unexpected status %2.").arg(origin).arg(status),
            Texts::tr("Check the address in the environment.")};
}

Error::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Conflict;
    default:
        return status >= 500 ? Error::Kind::Server : Error::Kind::Protocol;
    }
}

} // namespace

QString displayOrigin(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() % u':' % QString::number(url.port());
}

Error addressError(const HttpRequest &request)
{
    Error error = make(request, Error::Kind::Protocol, Texts::tr("The address of the service is not a web address."),
                       Texts::tr("Check the addresses and the rules of the environment."));
    error.details = request.url.scheme() % u"://" % request.url.host();
    return error;
}

Error unlistedOriginError(const HttpRequest &request)
{
    return make(
        request, Error::Kind::Forbidden,
        Texts::tr("The environment does not list %1, so your token is not sent there.").arg(originOf(request.url)),
        Texts::tr("If you trust this address, add it to the runtimes of the environment, or add a rule that leads "
                  "to the address to use instead."));
}

Error notSignedInError(const HttpRequest &request)
{
    return make(request, Error::Kind::Unauthorized, Texts::tr("You are not signed in."), Texts::tr("Sign in."));
}

Error rejectedTokenError(const HttpRequest &request)
{
    Error error =
        make(request, Error::Kind::Unauthorized,
             Texts::tr("%1 does not accept your token, not even a fresh one.").arg(displayOrigin(request.url)),
             Texts::tr("Sign in again. If that does not help, the service may trust another issuer than the one "
                       "in the environment."));
    error.httpStatus = 401;
    return error;
}

Error timeoutError(const HttpRequest &request)
{
    const int seconds = qMax(1, (request.timeoutMs + 500) / 1000);
    const QString origin = displayOrigin(request.url);
    Error error = make(request, Error::Kind::Timeout,
                       Texts::tr("%1 did not answer within %n second(s).", nullptr, seconds).arg(origin),
                       Texts::tr("Check that the service runs, then try again."));
    if (request.once)
        error.remedy = Texts::tr("It may still have acted: look at the current state before you try again.");
    return error;
}

Error tooLargeError(const HttpRequest &request)
{
    return make(request, Error::Kind::Protocol,
                Texts::tr("The answer of %1 is larger than %2.")
                    .arg(displayOrigin(request.url), QLocale().formattedDataSize(request.maxBytes)),
                Texts::tr("Check that the address in the environment belongs to this service."));
}

Error redirectError(const HttpRequest &request, const QUrl &target)
{
    const QString origin = displayOrigin(request.url);
    const bool same = originOf(target) == originOf(request.url);
    Error error =
        make(request, Error::Kind::Protocol,
             same ? Texts::tr("%1 redirects to another path of its own.").arg(origin)
                  : Texts::tr("%1 redirects to %2, where your token must not go.").arg(origin, originOf(target)),
             Texts::tr("Enter the final address in the environment. If a sign-in page stands before the service, "
                       "it needs an address that accepts tokens."));
    return error;
}

Error tlsError(const HttpRequest &request, const QList<QSslError> &errors, const QSslCertificate &certificate)
{
    const QString origin = displayOrigin(request.url);
    // An old certificate of an own authority has several problems at once: each one is named.
    QStringList whys;
    QStringList remedies;
    for (const QSslError &each : errors) {
        const Words words =
            wordsOf(each.error(), origin, each.certificate().isNull() ? certificate : each.certificate());
        whys << words.why;
        remedies << words.remedy;
    }
    if (errors.isEmpty()) {
        whys << Texts::tr("%1 does not speak TLS, or no version of it that is still safe.").arg(origin);
        remedies << Texts::tr("Check the address in the environment, above all its port.");
    }
    whys.removeDuplicates();
    remedies.removeDuplicates();
    Error error = make(request, Error::Kind::Tls, whys.join(u' '), remedies.join(u' '));
    for (const QSslError &each : errors)
        addDetail(error, each.errorString());
    const QString names = QStringList(certificate.subjectAlternativeNames().values()).join(u", "_s);
    if (!names.isEmpty())
        addDetail(error, Texts::tr("The certificate is made for: %1").arg(names));
    return error;
}

Error networkError(const HttpRequest &request, QNetworkReply::NetworkError code)
{
    Error error;
    if (code == QNetworkReply::ProtocolFailure || code == QNetworkReply::ProtocolUnknownError ||
        code == QNetworkReply::ProtocolInvalidOperationError || code == QNetworkReply::NoError) {
        error = make(request, Error::Kind::Protocol,
                     Texts::tr("What %1 answered is not HTTP.").arg(displayOrigin(request.url)),
                     Texts::tr("Check the address in the environment, above all its port and whether it starts with "
                               "https:// or http://."));
    } else {
        const Words words = wordsOf(code, request.url);
        error = make(request, code == QNetworkReply::TimeoutError ? Error::Kind::Timeout : Error::Kind::Network,
                     words.why, words.remedy);
    }
    addDetail(error, nameOf(code));
    return error;
}

Error errorFromStatus(const HttpRequest &request, const HttpResponse &response)
{
    const Words words = wordsOfStatus(response.status, displayOrigin(request.url));
    Error error = make(request, kindOfStatus(response.status), words.why, words.remedy);
    error.httpStatus = response.status;
    addDetail(error, u"HTTP "_s % QString::number(response.status));
    addDetail(error, excerpt(response));
    return error;
}

Error unexpectedAnswerError(const HttpRequest &request, const HttpResponse &response, const QString &details)
{
    Error error =
        make(request, Error::Kind::Protocol,
             Texts::tr("What %1 answered is not what this service should answer.").arg(displayOrigin(request.url)),
             Texts::tr("Check the address in the environment."));
    error.httpStatus = response.status;
    addDetail(error, details);
    addDetail(error, excerpt(response));
    return error;
}

} // namespace podium
