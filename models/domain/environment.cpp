// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/environment.h"

#include "models/core/json.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && url.userInfo().isEmpty() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

QStringList stringsAt(const Json &object, const char *key)
{
    QStringList strings;
    const Json *array = memberAt(object, key);
    if (array && array->is_array()) {
        for (const Json &item : *array)
            strings << toQString(item);
    }
    return strings;
}

std::string std8(const QString &text)
{
    return text.toStdString();
}

/// The part of `path` after `prefix`, which counts only up to the end of a segment: /greet is no prefix of /greetings.
std::optional<QString> restAfter(const QString &path, QString prefix)
{
    if (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (!path.startsWith(prefix) || (path.size() > prefix.size() && path.at(prefix.size()) != u'/'))
        return {};
    return path.mid(prefix.size());
}

/// `url` with the beginning that `rule` names replaced; nothing where the rule is for another address.
std::optional<QUrl> mapped(const QUrl &url, const ServiceUrlRule &rule)
{
    const QUrl from(rule.from, QUrl::StrictMode);
    QUrl to(rule.to, QUrl::StrictMode);
    if (originOf(from).isEmpty() || originOf(from) != originOf(url))
        return {};
    const auto rest = restAfter(url.path(QUrl::FullyEncoded), from.path(QUrl::FullyEncoded));
    if (!rest)
        return {};
    QString path = to.path(QUrl::FullyEncoded);
    if (path.endsWith(u'/') && rest->startsWith(u'/'))
        path.chop(1);
    to.setPath(path + *rest, QUrl::StrictMode);
    if (url.hasQuery())
        to.setQuery(url.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return to;
}

} // namespace

QString originOf(const QUrl &url)
{
    if (url.host().isEmpty())
        return {};
    QString scheme = url.scheme().toLower();
    if (scheme == "ws"_L1)
        scheme = u"http"_s;
    else if (scheme == "wss"_L1)
        scheme = u"https"_s;
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return {};
    const int port = url.port(scheme == "https"_L1 ? 443 : 80);
    return scheme % u"://" % url.host().toLower() % u':' % QString::number(port);
}

QUrl Environment::reachable(const QString &serviceUrl) const
{
    // By its parts, not as text: http://a.b must match neither http://a.b.evil.example nor http://a.b@evil.example.
    QUrl url(serviceUrl, QUrl::StrictMode);
    if (!url.isValid())
        return {};
    url.setUserInfo({});
    for (const ServiceUrlRule &rule : serviceUrlRules) {
        if (const auto result = mapped(url, rule))
            return *result;
    }
    return url;
}

bool Environment::allowsToken(const QUrl &url) const
{
    const QString origin = originOf(url);
    if (origin.isEmpty() || !url.isValid() || !url.userInfo().isEmpty()) // an address that wants to look like another
        return false;
    QList<QUrl> listed{issuer, dataIndexUrl, jobServiceUrl, notificationsUrl};
    listed += runtimeUrls;
    listed += eventSinkUrls;
    for (const ServiceUrlRule &rule : serviceUrlRules)
        listed << QUrl(rule.to, QUrl::StrictMode);
    return std::any_of(listed.cbegin(), listed.cend(), [&](const QUrl &known) { return originOf(known) == origin; });
}

QList<FieldError> Environment::problems() const
{
    QList<FieldError> found;
    const auto check = [&found](const QString &pointer, bool good, const QString &message) {
        if (!good)
            found << FieldError{pointer, message};
    };
    const QString address = Texts::tr("Enter an address that starts with https:// or http://.");
    check(u"/name"_s, !name.trimmed().isEmpty(), Texts::tr("Enter a name."));
    check(u"/issuer"_s, isWebAddress(issuer), address);
    check(u"/clientId"_s, !clientId.trimmed().isEmpty(),
          Texts::tr("Enter the client id that the realm has for Podium."));
    check(u"/dataIndexUrl"_s, isWebAddress(dataIndexUrl), address);
    check(u"/jobServiceUrl"_s, jobServiceUrl.isEmpty() || isWebAddress(jobServiceUrl), address);
    check(u"/notificationsUrl"_s, notificationsUrl.isEmpty() || isWebAddress(notificationsUrl), address);
    for (qsizetype i = 0; i < runtimeUrls.size(); ++i)
        check(u"/runtimeUrls/%1"_s.arg(i), isWebAddress(runtimeUrls.at(i)), address);
    for (qsizetype i = 0; i < eventSinkUrls.size(); ++i)
        check(u"/eventSinkUrls/%1"_s.arg(i), isWebAddress(eventSinkUrls.at(i)), address);
    for (qsizetype i = 0; i < serviceUrlRules.size(); ++i) {
        const ServiceUrlRule &rule = serviceUrlRules.at(i);
        check(u"/serviceUrlRules/%1"_s.arg(i),
              isWebAddress(QUrl(rule.from, QUrl::StrictMode)) && isWebAddress(QUrl(rule.to, QUrl::StrictMode)),
              Texts::tr(
                  "A rule needs two addresses that start with https:// or http://: the one that the server tells, and "
                  "the one that replaces it."));
    }
    return found;
}

QByteArray toJson(const Environment &environment)
{
    Json rules = Json::array();
    for (const ServiceUrlRule &rule : environment.serviceUrlRules)
        rules.push_back({{"from", std8(rule.from)}, {"to", std8(rule.to)}});
    const auto addresses = [](const QList<QUrl> &urls) {
        Json list = Json::array();
        for (const QUrl &url : urls)
            list.push_back(std8(url.toString(QUrl::FullyEncoded)));
        return list;
    };
    Json scopes = Json::array();
    for (const QString &scope : environment.scopes)
        scopes.push_back(std8(scope));
    const Json object{
        {"name", std8(environment.name)},
        {"color", std8(environment.color.name())},
        {"production", environment.production},
        {"issuer", std8(environment.issuer.toString(QUrl::FullyEncoded))},
        {"clientId", std8(environment.clientId)},
        {"scopes", scopes},
        {"dataIndexUrl", std8(environment.dataIndexUrl.toString(QUrl::FullyEncoded))},
        {"jobServiceUrl", std8(environment.jobServiceUrl.toString(QUrl::FullyEncoded))},
        {"notificationsUrl", std8(environment.notificationsUrl.toString(QUrl::FullyEncoded))},
        {"runtimeUrls", addresses(environment.runtimeUrls)},
        {"eventSinkUrls", addresses(environment.eventSinkUrls)},
        {"serviceUrlRules", rules},
        {"caFile", std8(environment.caFile)},
    };
    return toBytes(object, 2) + '\n';
}

Result<Environment> environmentFromJson(const QByteArray &text)
{
    auto parsed = parseJson(text);
    if (!parsed)
        return parsed.error();
    const Json &object = *parsed;
    if (!object.is_object()) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.what = Texts::tr("The file is not an environment.");
        error.why = Texts::tr("It holds no JSON object.");
        error.remedy = Texts::tr("Choose a file that Podium exported.");
        return error;
    }
    const auto url = [&](const char *key) { return QUrl(stringAt(object, key), QUrl::StrictMode); };
    Environment environment;
    environment.name = stringAt(object, "name");
    const QColor color(stringAt(object, "color"));
    if (color.isValid())
        environment.color = color;
    const Json *production = memberAt(object, "production");
    environment.production = production && production->is_boolean() && production->get<bool>();
    environment.issuer = url("issuer");
    environment.clientId = stringAt(object, "clientId");
    if (memberAt(object, "scopes"))
        environment.scopes = stringsAt(object, "scopes");
    environment.dataIndexUrl = url("dataIndexUrl");
    environment.jobServiceUrl = url("jobServiceUrl");
    environment.notificationsUrl = url("notificationsUrl");
    for (const QString &runtime : stringsAt(object, "runtimeUrls"))
        environment.runtimeUrls << QUrl(runtime, QUrl::StrictMode);
    for (const QString &sink : stringsAt(object, "eventSinkUrls"))
        environment.eventSinkUrls << QUrl(sink, QUrl::StrictMode);
    if (const Json *rules = memberAt(object, "serviceUrlRules"); rules && rules->is_array()) {
        for (const Json &rule : *rules)
            environment.serviceUrlRules << ServiceUrlRule{stringAt(rule, "from"), stringAt(rule, "to")};
    }
    environment.caFile = stringAt(object, "caFile");
    return environment;
}

} // namespace podium
