// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"

#include <QObject>

#include <map>

namespace podium {

class WorkflowCatalog;

/// Asks the runtime of each workflow whether it is there, a few at a time. UI thread.
class RuntimeProbe : public QObject
{
    Q_OBJECT
public:
    struct Unavailable
    {
        WorkflowDefinition definition;
        QString reason; ///< translated
    };

    explicit RuntimeProbe(WorkflowCatalog &catalog, QObject *parent = nullptr);

    void start(); ///< ends what is under way
    void cancel();

    bool hasRead() const { return m_hasRead; }
    const QList<WorkflowDefinition> &definitions() const { return m_definitions; }
    const QList<Unavailable> &unavailable() const { return m_unavailable; } ///< of the last whole round
    QString nameOf(const QString &workflowId) const;                        ///< the id where it is not known

Q_SIGNALS:
    void listed();
    void finished();

private:
    void probeNext();

    WorkflowCatalog &m_catalog;
    QList<WorkflowDefinition> m_definitions;
    QList<Unavailable> m_unavailable;
    QList<Unavailable> m_soFar;
    qsizetype m_next = 0;
    bool m_hasRead = false;
    Pending m_listing;
    std::map<qsizetype, Pending> m_probes; ///< under way
};

} // namespace podium
