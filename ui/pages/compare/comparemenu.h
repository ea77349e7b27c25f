// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/page.h"

#include <QMenu>

namespace podium {

/// What a version of a workflow can be compared with: the other versions, which are asked for when it opens, and a
/// file. Opens the comparison.
class CompareMenu : public QMenu
{
    Q_OBJECT
public:
    explicit CompareMenu(const PageContext &context, QWidget *parent);

    void setSubject(const QString &workflowId, const QString &version);

private:
    void ask();
    void fill(const QStringList &others, const QString &hint);
    void askForFile();

    Console &m_console;
    Navigator &m_navigator;
    QString m_id;
    QString m_version;
    Pending m_reading;
};

/// The versions of one workflow, the newest first.
QStringList versionsOf(const QString &workflowId, const QList<WorkflowDefinition> &definitions);

} // namespace podium
