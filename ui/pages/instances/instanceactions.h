// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QObject>

namespace podium {

struct Confirmation;

enum class InstanceAction { Retry, Skip, Abort, Rerun, RerunEdited };

/// Whether an action is possible; else why not, translated.
struct ActionRule
{
    bool allowed = false;
    QString reason;
};
/// By the state of the instance, and what the server keeps of it.
ActionRule ruleFor(InstanceAction action, const WorkflowInstance &instance);

QString actionName(InstanceAction action); ///< translated verb
QString actionIcon(InstanceAction action);

/// Asks, acts, and says how it went. The outcome comes by reading again, because servers do not always report it.
class InstanceActions : public QObject
{
    Q_OBJECT
public:
    InstanceActions(const PageContext &context, QWidget *owner);

    /// ruleFor(), and what is known of the user's rights: servers tell of them only by refusing.
    ActionRule ruleNow(InstanceAction action, const WorkflowInstance &instance) const;
    void run(InstanceAction action, const WorkflowInstance &instance);
    bool isBusy() const { return m_busy; }
    /// The user's rights may be others now: the server is asked again.
    void forgetRefusals();

Q_SIGNALS:
    void busyChanged(); ///< ruleNow() may answer something else
    void accepted(podium::InstanceAction action, const QString &instanceId);
    void failed(const podium::Error &error);

private:
    void start(InstanceAction action, const WorkflowInstance &instance);
    void rerun(const WorkflowInstance &instance);
    void rerunEnded(const WorkflowInstance &instance, const QString &newId, const Error &error, const QString &reason);
    void setBusy(bool busy);
    void noteRefusal(InstanceAction action, const Error &error);

    PageContext m_context;
    QWidget *m_owner;
    bool m_busy = false;
    QHash<InstanceAction, QString> m_forbidden; ///< why, by the server that refused it
};

/// Says what an environment marked production asks for, in words.
void askInProduction(Confirmation &ask, const Environment &environment);

} // namespace podium
