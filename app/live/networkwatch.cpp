// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/networkwatch.h"

#include <QNetworkInformation>

namespace podium {

namespace {

/// Addresses and routes come a moment after the network.
constexpr int kSettleMs = 500;

} // namespace

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &NetworkWatch::networkChanged);
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        if (now != QNetworkInformation::Reachability::Disconnected)
            m_settle.start();
    });
    connect(network, &QNetworkInformation::transportMediumChanged, this, [this] { m_settle.start(); });
}

} // namespace podium
