// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/services/batch.h"

#include <QHash>
#include <QSet>

namespace podium {

class InstanceService;
struct RunRequest;
class RunService;
class WorkflowCatalog;

/// Retries, skips, aborts or reruns one or many instances, or starts many new ones. UI thread.
///
/// A rerun starts the same version of the workflow with the same input. It takes the business key over only where the
/// earlier run is over, because servers refuse a key that a living run has. It is done when the server lists the new
/// run.
class InstanceBatch : public Batch
{
    Q_OBJECT
public:
    struct Services
    {
        InstanceService &instances;
        RunService &runs;
        WorkflowCatalog &catalog;
    };

    InstanceBatch(const Services &services, BulkVerb verb, const QList<WorkflowInstance> &rows, const Options &options,
                  QObject *parent = nullptr);

    /// Kind to the servers: a few at a time, and it stops by itself when they are away.
    static Options gentle();

    const WorkflowInstance &instance(int index) const { return m_rows.at(index); } ///< as last read
    QString newInstanceId(int index) const { return m_newIds.value(index); }
    void setNewInstanceId(int index, const QString &id); ///< of a run that was started before; "" for none
    /// Of Start: one for each row. Rows without one are left alone.
    void setInputs(const QList<SharedJson> &inputs) { m_inputs = inputs; }

protected:
    Async<QList<BatchLook>> look(const QList<int> &indexes, bool acted) override;
    Async<Done> act(int index) override;
    QString skipReason(int index, const Error &error) const override;
    bool tellsWhyRefused() const override { return !startsRuns(); }

private:
    BatchLook lookOf(int index, const WorkflowInstance &now, bool acted) const;
    Async<QList<BatchLook>> lookAtNew(const QList<int> &indexes);
    bool startsRuns() const { return m_verb == BulkVerb::Rerun || m_verb == BulkVerb::Start; }
    Async<Done> rerun(int index);
    Async<Done> startNew(int index);
    Async<Done> startRun(int index, const RunRequest &request);
    Async<WorkflowDefinition> definitionOf(const WorkflowInstance &instance);

    Services m_services;
    BulkVerb m_verb;
    QList<WorkflowInstance> m_rows;
    QHash<int, QDateTime> m_sentAt; ///< lastUpdate of the instance when it was acted on
    QHash<int, QString> m_newIds;
    QSet<int> m_withoutInput;
    QList<SharedJson> m_inputs;
    QHash<QString, WorkflowDefinition> m_definitions;
};

} // namespace podium
