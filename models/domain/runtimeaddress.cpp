// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/runtimeaddress.h"

#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// "http://host/path/workflowId" → "http://host/path"
QString serviceOf(const WorkflowDefinition &definition)
{
    const QString tail = u'/' % definition.id;
    return definition.endpoint.endsWith(tail) ? definition.endpoint.chopped(tail.size()) : QString();
}

} // namespace

QUrl withPath(const QUrl &base, const QStringList &parts)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const QString &part : parts) {
        // A part of dots only would be resolved away by servers and proxies.
        const bool dots = part == "."_L1 || part == ".."_L1;
        path += u'/' % (dots ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(part)));
    }
    QUrl url = base;
    url.setPath(path, QUrl::StrictMode);
    url.setQuery(QString());
    return url;
}

QUrl runtimeBase(const Environment &environment, const WorkflowDefinition &definition)
{
    const QString service = definition.serviceUrl.isEmpty() ? serviceOf(definition) : definition.serviceUrl;
    if (!service.isEmpty())
        return environment.reachable(service);
    return environment.runtimeUrls.size() == 1 ? environment.runtimeUrls.first() : QUrl();
}

QUrl startAddress(const Environment &environment, const WorkflowDefinition &definition, const QString &businessKey)
{
    QUrl url = definition.endpoint.isEmpty() ? withPath(runtimeBase(environment, definition), {definition.id})
                                             : environment.reachable(definition.endpoint);
    if (!businessKey.isEmpty()) {
        QUrlQuery query;
        // Encoded here: QUrlQuery leaves "+" alone, which servers read as a space.
        query.addQueryItem(u"businessKey"_s, QString::fromLatin1(QUrl::toPercentEncoding(businessKey)));
        url.setQuery(query);
    }
    return url;
}

} // namespace podium
