// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

namespace podium {

/// What the GraphQL schema of a Data Index offers: asked once per connection, because versions and storages differ.
struct ServerCapabilities
{
    QSet<QString> definitionFields;
    QSet<QString> instanceFields;
    QSet<QString> nodeInstanceFields;
    QSet<QString> instanceErrorFields;
    QSet<QString> jobFields;
    QSet<QString> instanceArguments; ///< what instances can be filtered by
    QSet<QString> queries;           ///< "ProcessInstances", "CountProcessInstances"…
    QSet<QString> mutations;         ///< "ProcessInstanceAbort"…
    QSet<QString> subscriptions;     ///< as listed: some servers refuse the WebSocket all the same

    bool countsInstances() const { return queries.contains(QStringLiteral("CountProcessInstances")); }
    bool countsJobs() const { return queries.contains(QStringLiteral("CountJobs")); }
    bool countsDefinitions() const { return queries.contains(QStringLiteral("CountProcessDefinitions")); }
    /// "10.2", "10.1" or "10.0 or older", told from the fields.
    QString versionGuess() const;
};

} // namespace podium
