// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/connection/connectionfindings.h"

#include "app/net/httperror.h"
#include "app/net/jsonvalues.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Service = ConnectionCheck::Service;
using Outcome = ConnectionCheck::Outcome;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionFindings)
};

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// Starts with what was found out about the connection itself.
ConnectionCheck found(Service service, const QUrl &url, const QStringList &facts)
{
    ConnectionCheck check{service, Outcome::Ok, {}, {}, {}};
    QStringList all{Texts::tr("Reachable")};
    if (url.scheme() == "https"_L1) {
        all << Texts::tr("TLS verified");
    } else if (!isLoopback(url.host())) {
        all << Texts::tr("not encrypted");
        check.outcome = Outcome::Warning;
        check.remedy = Texts::tr("Use an address that starts with https://, or tokens can be read on the way.");
    }
    check.summary = (all + facts).join(u", "_s) % u'.';
    return check;
}

ConnectionCheck warning(ConnectionCheck check, const QString &remedy)
{
    check.outcome = Outcome::Warning;
    check.remedy = remedy;
    return check;
}

ConnectionCheck notAllowed(Service service, const QUrl &url)
{
    return warning(found(service, url, {Texts::tr("token accepted"), Texts::tr("but your user may not use it")}),
                   Texts::tr("Ask for the role that is needed."));
}

ConnectionCheck unexpected(Service service, const QUrl &url, const HttpResponse &response)
{
    HttpRequest request;
    request.url = url;
    return failed(service, response.isSuccess() ? unexpectedAnswerError(request, response, {})
                                                : errorFromStatus(request, response));
}

QString withoutSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace

ConnectionCheck skipped(Service service, const QString &summary)
{
    return {service, Outcome::Skipped, summary, {}, {}};
}

ConnectionCheck failed(Service service, const Error &error)
{
    return {service, Outcome::Failed, error.why, error.remedy, error.details};
}

ConnectionCheck reachableOnly(Service service, const QUrl &url)
{
    return warning(found(service, url, {Texts::tr("the token was not tried")}), Texts::tr("Sign in, then test again."));
}

ConnectionCheck issuerFinding(const Environment &environment, const HttpResponse &response)
{
    const QUrl &url = environment.issuer;
    if (response.status == 404) {
        Error error;
        error.why = Texts::tr("%1 answers, but has no such realm.").arg(displayOrigin(url));
        error.remedy = Texts::tr("Check the path of the issuer, e.g. /realms/name.");
        return failed(Service::Issuer, error);
    }
    const auto document = parseJson(response.body);
    if (!response.isSuccess() || !document || stringAt(*document, "authorization_endpoint").isEmpty())
        return unexpected(Service::Issuer, url, response);
    const QString issuer = stringAt(*document, "issuer");
    if (withoutSlash(issuer) != withoutSlash(url.toString())) {
        Error error;
        error.why = Texts::tr("It calls itself %1, so its tokens would be refused.").arg(issuer.left(200));
        error.remedy = Texts::tr("Enter the issuer exactly like this.");
        return failed(Service::Issuer, error);
    }
    const bool device = !stringAt(*document, "device_authorization_endpoint").isEmpty();
    const ConnectionCheck check =
        found(Service::Issuer, url,
              {device ? Texts::tr("sign-in by browser or device code") : Texts::tr("sign-in by browser")});
    const Json *methods = memberAt(*document, "code_challenge_methods_supported");
    if (methods && !textsAt(*document, "code_challenge_methods_supported").contains(u"S256"_s))
        return warning(check, Texts::tr("It does not offer PKCE with S256, which Podium uses."));
    return check;
}

ConnectionCheck dataIndexFinding(const QUrl &url, const ServerCapabilities &server)
{
    QStringList facts{Texts::tr("token accepted"), Texts::tr("version %1").arg(server.versionGuess())};
    facts << (server.countsInstances() ? Texts::tr("counts instances") : Texts::tr("does not count instances"));
    facts << (server.subscriptions.contains(u"ProcessInstanceUpdated"_s) ? Texts::tr("offers subscriptions")
                                                                         : Texts::tr("is asked for changes"));
    ConnectionCheck check = found(Service::DataIndex, url, facts);
    const auto line = [](const QString &title, const QSet<QString> &names) -> QString {
        QStringList sorted(names.cbegin(), names.cend());
        sorted.sort();
        return title % u' ' % (sorted.isEmpty() ? u"–"_s : sorted.join(u", "_s));
    };
    check.details = line(Texts::tr("Queries:"), server.queries) % u'\n' %
                    line(Texts::tr("Actions:"), server.mutations) % u'\n' %
                    line(Texts::tr("Subscriptions:"), server.subscriptions) % u'\n' %
                    line(Texts::tr("Instance fields:"), server.instanceFields);
    if (!server.queries.contains(u"ProcessInstances"_s))
        return failed(Service::DataIndex, [&] {
            Error error;
            error.why = Texts::tr("It is a GraphQL service, but not Data Index.");
            error.remedy = Texts::tr("Check the address.");
            error.details = check.details;
            return error;
        }());
    return check;
}

ConnectionCheck runtimeFinding(const QUrl &url, const HttpResponse &response)
{
    if (response.status == 403)
        return notAllowed(Service::Runtime, url);
    if (response.status == 404)
        return warning(found(Service::Runtime, url, {Texts::tr("without process management")}),
                       Texts::tr("Add the process management add-on, or input forms cannot be read."));
    const auto list = parseJson(response.body);
    if (!response.isSuccess() || !list || !list->is_array())
        return unexpected(Service::Runtime, url, response);
    return found(Service::Runtime, url,
                 {Texts::tr("token accepted"), Texts::tr("%n workflow(s)", nullptr, int(list->size()))});
}

ConnectionCheck jobServiceFinding(const QUrl &url, const HttpResponse &response)
{
    if (response.status == 403)
        return notAllowed(Service::JobService, url);
    if (response.status == 404 || response.isSuccess())
        return found(Service::JobService, url, {Texts::tr("token accepted")});
    return unexpected(Service::JobService, url, response);
}

ConnectionCheck notificationsFinding(const QUrl &url, const HttpResponse &response)
{
    if (response.isSuccess() || response.status == 401 || response.status == 403)
        return found(Service::Notifications, url, {});
    if (response.status == 404)
        return warning(found(Service::Notifications, url, {Texts::tr("but it serves no notifications there")}),
                       Texts::tr("Check the address: it is that of the developer hub's backend."));
    return unexpected(Service::Notifications, url, response);
}

ConnectionCheck joined(const QList<ConnectionCheck> &findings)
{
    const auto badness = [](Outcome outcome) {
        return outcome == Outcome::Failed ? 3 : outcome == Outcome::Warning ? 2 : outcome == Outcome::Ok ? 1 : 0;
    };
    ConnectionCheck all = findings.value(0);
    for (const ConnectionCheck &each : findings.mid(1)) {
        all.summary += u'\n' % each.summary;
        all.details += u'\n' % each.details;
        if (badness(each.outcome) > badness(all.outcome)) {
            all.outcome = each.outcome;
            all.remedy = each.remedy;
        }
    }
    all.details = all.details.trimmed();
    return all;
}

} // namespace podium
