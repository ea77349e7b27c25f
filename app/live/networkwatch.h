// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

namespace podium {

/// Notices that this computer is in another network, or in one again, where the desktop tells (QNetworkInformation:
/// NetworkManager on Linux); silent elsewhere. It never says that there is no network: loopback and a VPN work all the
/// same. UI thread.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void networkChanged(); ///< a moment after it, once

private:
    QTimer m_settle;
};

} // namespace podium
