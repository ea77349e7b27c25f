// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/hub/decodehub.h"
#include "app/net/httpclient.h"

#include <QTimer>
#include <QWebSocket>

namespace podium {

/// The waits of the socket, so that tests can shorten them.
struct SignalTimings
{
    int upgradeMs = 2000;     ///< the first upgrade after a start of the hub can hang for more than 20 s
    int pingMs = 30'000;      ///< how often the line is tried
    int pongMs = 10'000;      ///< how long a pong may take
    int firstRetryMs = 500;   ///< doubled each time …
    int lastRetryMs = 60'000; ///< … up to this
};

/// The push channel of the hub (Backstage's signals plugin): a WebSocket at /api/signals with the user's token as its
/// only subprotocol, subscribed to "notifications". Nothing is acknowledged or repeated, so whoever listens reads again
/// after each opened(). Connects again by itself, ever more seldom. UI thread.
class SignalSocket : public QObject
{
    Q_OBJECT
public:
    /// `http` is one of hubEnvironment(), and has the tokens.
    explicit SignalSocket(HttpClient &http, QObject *parent = nullptr);
    ~SignalSocket() override;

    void setTimings(const SignalTimings &timings) { m_timings = timings; } ///< before the first use
    void open();
    void close();
    bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void opened();
    void closed(); ///< and was open
    void received(const podium::HubSignal &signal);

private:
    void connectWith(const QString &token);
    void take(const QString &message);
    void tryLine();
    void lose(const char *why);
    void drop();

    HttpClient &m_http;
    SignalTimings m_timings;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_upgrade;
    QTimer m_ping;
    QTimer m_pong;
    QTimer m_retry;
    Pending m_token;
    int m_failures = 0;
    bool m_wanted = false;
    bool m_isOpen = false;
};

} // namespace podium
