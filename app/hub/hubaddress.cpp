// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubaddress.h"

#include "models/domain/runtimeaddress.h"

namespace podium {

using namespace Qt::StringLiterals;

QUrl hubAddress(const Environment &environment)
{
    QUrl address = environment.notificationsUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment |
                                                         QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    for (const auto &ending : {"/api/notifications"_L1, "/api"_L1}) {
        if (address.path().endsWith(ending)) {
            address.setPath(address.path().chopped(ending.size()));
            break;
        }
    }
    return address;
}

QUrl hubApi(const QUrl &address, const QStringList &parts)
{
    return withPath(address, QStringList{u"api"_s} + parts);
}

Environment hubEnvironment(const Environment &environment)
{
    Environment hub;
    hub.name = environment.name;
    hub.caFile = environment.caFile;
    hub.notificationsUrl = hubAddress(environment);
    return hub;
}

} // namespace podium
