// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArrayView>
#include <QDeadlineTimer>
#include <QProcess>

#include <functional>

namespace podium {

/// For models/json only: one run of the process that knows jq (app/jq/main.cpp), stopped at a limit of time or when
/// `cancelled` says so. Blocks: for workers.
class JqProcess
{
public:
    JqProcess(int timeMs, const std::function<bool()> &cancelled)
        : m_cancelled(cancelled)
        , m_deadline(timeMs)
    {
    }
    ~JqProcess();

    Result<Done> start(const QString &program, const QStringList &arguments);
    Result<Done> write(QByteArrayView bytes);
    Result<QByteArray> finish();

private:
    Result<Done> checked() const;

    QProcess m_process;
    const std::function<bool()> &m_cancelled;
    QDeadlineTimer m_deadline;
};

Error jqFailed(Error::Kind kind, const QString &why, const QString &remedy = {});
/// What jq says, without its name and the hints for shells.
QString plainJqMessage(const QString &message);

} // namespace podium
