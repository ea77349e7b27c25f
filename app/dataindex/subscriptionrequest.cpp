// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/subscriptionrequest.h"

#include "app/dataindex/instancerequest.h"
#include "app/dataindex/jobrequest.h"

namespace podium {

using namespace Qt::StringLiterals;

QList<Subscription> subscriptionsOf(const ServerCapabilities &server)
{
    QList<Subscription> all;
    if (!server.subscriptions.contains(u"ProcessInstanceUpdated"_s))
        return all;
    const auto add = [&](const QString &field, const QString &selection) {
        if (!server.subscriptions.contains(field) || selection.isEmpty())
            return;
        GraphqlRequest request;
        request.document = u"subscription { "_s % field % u" { "_s % selection % u" } }"_s;
        request.label = field;
        all << Subscription{field, request};
    };
    const QString row = instanceRowSelection(server);
    add(u"ProcessInstanceAdded"_s, row);
    add(u"ProcessInstanceUpdated"_s, row);
    const QString job = jobRowSelection(server);
    add(u"JobAdded"_s, job);
    add(u"JobUpdated"_s, job);
    return all;
}

} // namespace podium
