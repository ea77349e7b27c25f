// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace podium {

/// Turns SIGTERM, SIGINT and SIGHUP into `requested`, in the UI thread: the end of a desktop session closes Podium as a
/// user would, so that nothing is lost. At most one at a time: the signals belong to the process.
class TerminationSignals : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    std::array<int, 2> m_pipe{-1, -1}; ///< the handler may do no more than write: see signal-safety(7)
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace podium
