// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/domain/workflowinstance.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxconsole.h"

namespace podium {

/// A desk where runs are repaired, and beside it a line of our own to the servers: what is read there is asked in plain
/// GraphQL or HTTP, so that nothing of what Podium makes of an answer, or remembers of it, is in between.
class RepairDesk : public Desk
{
public:
    RepairDesk();
    ~RepairDesk(); ///< aborts what is left of the runs that were started here

    /// Signed in on the sandbox, with the pages enabled.
    void open(const QStringList &arguments = {});

    // ---- at the servers ----
    SandboxConsole &server() { return *m_server; }
    QString key(const QString &part) const { return m_key + part; } ///< business keys of this desk only
    /// Starts a run as the operator; its id, also where it failed while starting.
    QString startRun(const QString &workflow, const QString &keyPart, const Json &input = Json::object());
    /// `data` of the answer to a GraphQL document.
    Json ask(const QString &document);
    /// Of one instance: id, state, error, variables, nodes.
    Json instance(const QString &id);
    QString stateOf(const QString &id); ///< as the server writes it: "ACTIVE"; "" where it does not list it
    bool stateIs(const QString &id, const QString &state);
    Json jobsOf(const QString &instanceId); ///< an array
    /// The status of the job of the last visit to a timer, "" where there is none.
    QString timerStatus(const QString &instanceId);
    qsizetype countNodes(const QString &instanceId, const QString &type);
    Json runtime(const QString &path); ///< the answer of the runtime to a GET; null where it is none

    // ---- at the window ----
    bool runInPalette(const QString &text);
    bool offers(const QString &action);   ///< waits until an action whose text begins so can be run
    bool openInstance(const QString &id); ///< by its id in the palette
    bool sees(const QString &badge);      ///< waits for the state of the page in front
    /// All instances whose business key begins with `keyPart` are selected in the list.
    bool selectInstances(const QString &keyPart, int count);
    /// The visit of a node of this type is chosen in the timeline of the page in front.
    bool selectInTimeline(const QString &nodeType);
    bool confirmBulk(); ///< once the dry run is through

private:
    std::unique_ptr<SandboxConsole> m_server;
    QString m_key;
    QStringList m_started;
};

} // namespace podium
