// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/services/runservice.h"

namespace podium {

/// Starts runs at the service of their workflow.
class RuntimeRuns : public QObject, public RunService
{
    Q_OBJECT
public:
    explicit RuntimeRuns(HttpClient &http, QObject *parent = nullptr);

    Async<RunStarted> start(const RunRequest &request) override;
    QUrl address(const RunRequest &request) const override;

private:
    Async<RunStarted> send(const RunRequest &request, const QByteArray &body);

    HttpClient &m_http;
};

} // namespace podium
