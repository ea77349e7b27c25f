// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/workflowlistmodel.h"
#include "models/services/console.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace podium {

/// Finds out about the workflows that are on screen, a few at a time: whether they can run, and their last run. Most
/// last runs come with one request for the newest instances of all; the others are asked for one by one.
class WorkflowFacts : public QObject
{
    Q_OBJECT
public:
    WorkflowFacts(Console &console, WorkflowListModel &model, QObject *parent = nullptr);

    /// The keys of the rows on screen, from the top. What is not asked yet and not on screen any more is dropped.
    void want(const QStringList &keys);
    /// Asks everything again as it comes on screen; what is known stays until the answer.
    void forget();

private:
    void readNewest();
    void next();
    void probe(const WorkflowEntry &entry);
    void readLastRun(const WorkflowEntry &entry);

    Console &m_console;
    WorkflowListModel &m_model;
    QStringList m_wanted;
    QSet<QString> m_probed;
    QSet<QString> m_runsRead;
    std::map<QString, Pending> m_probes; ///< under way, by key
    std::map<QString, Pending> m_runs;
    Pending m_newest;
    bool m_newestRead = false;
    bool m_newestAsked = false;
};

} // namespace podium
