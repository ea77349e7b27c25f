// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalServer;
class QLocalSocket;
class QLockFile;
QT_END_NAMESPACE

namespace podium {

/// One window per user and display: a second start hands its command line over to the first and ends. A local socket in
/// the user's runtime folder, which nobody else can open; a lock file tells whose socket it is, so that one left behind
/// by a crash is taken over.
///
/// Protocol: the client sends a length (4 bytes, big endian) and as many bytes of JSON, an array of strings; the server
/// answers "ok" once it has them.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMaxMessageBytes = 64 * 1024;

    explicit SingleInstance(QObject *parent = nullptr);
    explicit SingleInstance(const QString &socketPath, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when a running Podium has taken `arguments`. Waits up to two seconds: for use before there is a window.
    bool handOver(const QStringList &arguments);
    /// From now on, second starts hand over to this one. False when another Podium is the first.
    bool listen();

    static QString defaultSocketPath();

Q_SIGNALS:
    void received(const QStringList &arguments);

private:
    void accept();
    void read(QLocalSocket *socket);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace podium
