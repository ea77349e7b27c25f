// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/formdata/formdataclient.h"

#include "app/net/httperror.h"

#include <QSet>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Names that a schema may set: none that the connection or the sign-in depends on.
bool mayBeSet(const QString &name)
{
    static const QSet<QString> ours{
        u"host"_s, u"content-length"_s, u"transfer-encoding"_s,   u"connection"_s,   u"cookie"_s,         u"upgrade"_s,
        u"te"_s,   u"trailer"_s,        u"proxy-authorization"_s, u"content-type"_s, u"accept-encoding"_s};
    static const QString signs = u"!#$%&'*+-.^_`|~"_s;
    const auto isAllowed = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || signs.contains(c)); };
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), isAllowed) && !ours.contains(name.toLower());
}

/// One line: nothing in it may become another header.
QByteArray headerValue(QString value)
{
    for (QChar &c : value) {
        if (c.unicode() < 32 || c.unicode() == 127)
            c = u' ';
    }
    return value.trimmed().toUtf8();
}

Error unlistedError(const QUrl &url, const QString &what)
{
    Error error;
    error.kind = Error::Kind::Forbidden;
    error.what = what;
    error.why = url.host().isEmpty()
                    ? FormDataClient::tr("The schema names no address that can be asked.")
                    : FormDataClient::tr("The environment does not list %1, so it is not asked.").arg(originOf(url));
    error.remedy = FormDataClient::tr("If you trust this address, add it to the runtimes of the environment.");
    return error;
}

Error noBaseError(const QString &what)
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = what;
    error.why = FormDataClient::tr("The schema asks the Developer Hub, and the environment names neither one nor a "
                                   "runtime.");
    error.remedy = FormDataClient::tr("Enter the Developer Hub's address for notifications in the environment.");
    return error;
}

Result<FormDataAnswer> decode(const HttpRequest &request, const HttpResponse &response, bool takesRefusals)
{
    const bool isRefusal = takesRefusals && response.status >= 400 && response.status < 500;
    if (!response.isSuccess() && !isRefusal)
        return errorFromStatus(request, response);
    if (response.body.trimmed().isEmpty())
        return FormDataAnswer{response.status, nullptr};
    Result<Json> body = parseJson(response.body);
    if (!body)
        return isRefusal ? errorFromStatus(request, response)
                         : unexpectedAnswerError(request, response, body.error().details);
    return FormDataAnswer{response.status, std::make_shared<const Json>(std::move(*body))};
}

} // namespace

FormDataClient::FormDataClient(HttpClient &http, std::function<User()> user, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_user(std::move(user))
{
}

FormDataFacts FormDataClient::facts() const
{
    const Environment &environment = m_http.environment();
    QUrl base = environment.notificationsUrl;
    if (base.isEmpty() && !environment.runtimeUrls.isEmpty())
        base = environment.runtimeUrls.first();
    FormDataFacts facts;
    facts.baseUrl = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
    while (facts.baseUrl.endsWith(u'/'))
        facts.baseUrl.chop(1);
    facts.user = m_user();
    facts.issuer = displayOrigin(environment.issuer) + environment.issuer.path();
    return facts;
}

HttpRequest FormDataClient::httpRequest(const FormDataRequest &request) const
{
    const QUrl base(facts().baseUrl);
    HttpRequest http;
    http.url = QUrl(request.address);
    if (http.url.isRelative())
        http.url = base.resolved(http.url);
    http.verb = request.verb.toLatin1();
    if (request.body) {
        http.body = toBytes(*request.body);
        http.contentType = "application/json";
    }
    http.withToken = request.withToken || (!base.isEmpty() && originOf(http.url) == originOf(base));
    for (const auto &[name, value] : request.headers) {
        const bool isSignIn = name.compare("Authorization"_L1, Qt::CaseInsensitive) == 0;
        if (isSignIn)
            http.withToken = false;
        if (mayBeSet(name))
            http.headers.append({name.toLatin1(), headerValue(value)});
    }
    http.once = request.verb != "GET"_L1;
    http.timeoutMs = m_timeoutMs;
    http.maxBytes = kMaxBytes;
    http.label = u"form"_s;
    http.what = tr("The server was not asked.");
    return http;
}

Async<FormDataAnswer> FormDataClient::ask(const FormDataRequest &request)
{
    HttpRequest http = httpRequest(request);
    if (http.url.isRelative())
        return ready<FormDataAnswer>(noBaseError(http.what));
    if (!m_http.environment().allowsToken(http.url))
        return ready<FormDataAnswer>(unlistedError(http.url, http.what));
    http.what = tr("%1 gave no usable answer.").arg(displayOrigin(http.url));
    return mapOnWorker<FormDataAnswer>(this, m_http.send(http),
                                       [http, takesRefusals = request.takesRefusals](const HttpResponse &response) {
                                           return decode(http, response, takesRefusals);
                                       });
}

} // namespace podium
