// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/callbackrequest.h"
#include "app/auth/closingpage.h"
#include "models/core/result.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QTcpSocket;

namespace podium {

/// What the browser brought back from the issuer.
struct CallbackAnswer
{
    QString code;
    QString issuer; ///< "iss" (RFC 9207), "" where absent
    QString error;  ///< "access_denied" …, "" where the sign-in went well
    QString errorDescription;
};

/// Receives the browser's answer on 127.0.0.1 (RFC 8252, 7.3) and shows how it went on. Takes one answer, with the
/// right state, and sends the browser on to a page without the code in its address; that page waits for finish().
/// Answers with another state, and anything else that a local program may send, are refused and change nothing. UI
/// thread.
class LoopbackListener : public QObject
{
    Q_OBJECT
public:
    explicit LoopbackListener(QObject *parent = nullptr);
    ~LoopbackListener() override;

    /// Starts listening on `port`, 0 for any free one; gives the redirect address.
    Result<QUrl> listen(quint16 port, const QByteArray &state);
    /// What the waiting page, and every reload, shows. Stops listening after `linger`.
    void finish(const ClosingPage &page, std::chrono::milliseconds linger);

Q_SIGNALS:
    void answered(const podium::CallbackAnswer &answer);

private:
    void accept();
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const CallbackRequest &request);
    void handleCallback(QTcpSocket *socket, const CallbackRequest &request);
    void show(QTcpSocket *socket, int status, const ClosingPage &page);
    void reply(QTcpSocket *socket, const QByteArray &statusLine, const QByteArray &headers, const QByteArray &body);

    QTcpServer m_server;
    QByteArray m_state;
    QByteArray m_host;
    bool m_answered = false;
    std::optional<ClosingPage> m_page;
    QList<QPointer<QTcpSocket>> m_waiting; ///< at the closing page
    QTimer m_end;
};

} // namespace podium
