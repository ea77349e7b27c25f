// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace podium {

class JsonTreeModel;

/// What a node was entered with and what it gave back, where the server tells (since Data Index 10.2). Hidden where it
/// does not.
class NodeDataView : public QWidget
{
    Q_OBJECT
public:
    explicit NodeDataView(QWidget *parent = nullptr);

    /// Null: hides itself. The same visit again keeps what is unfolded.
    void setNode(const NodeInstance *visit, const QString &name);
    QTreeView *tree() const { return m_tree; }

private:
    QLabel *m_title;
    JsonTreeModel *m_model;
    QTreeView *m_tree;
    QString m_visit;
};

} // namespace podium
