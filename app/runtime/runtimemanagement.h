// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/domain/workflowinstance.h"

namespace podium {

/// Actions on instances at the service that runs them (its process management add-on), where Data Index does not offer
/// them. UI thread.
class RuntimeManagement : public QObject
{
    Q_OBJECT
public:
    explicit RuntimeManagement(HttpClient &http, QObject *parent = nullptr);

    /// `verb` on /management/processes/{workflow}/instances/{id} and `parts`; `what` is Error::what of a failure.
    Async<Done> act(const WorkflowInstance &instance, const QByteArray &verb, const QStringList &parts,
                    const QString &what);

private:
    HttpClient &m_http;
};

} // namespace podium
