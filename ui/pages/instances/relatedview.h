// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QTimer>
#include <QWidget>

class QTreeView;

namespace podium {

class FamilyModel;
class StateView;

/// The family of a run as a tree: what started it, and what it and its children started. Read when it is looked at.
class RelatedView : public QWidget
{
    Q_OBJECT
public:
    RelatedView(const PageContext &context, QWidget *parent = nullptr);
    ~RelatedView() override;

    void setInstance(const WorkflowInstance &instance);
    void refresh();
    FamilyModel *family() const { return m_model; }
    QTreeView *tree() const { return m_tree; }
    StateView *stateView() const { return m_states; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeTree();
    void showState();
    void openIndex(const QModelIndex &index);
    void popupMenu(const QPoint &position);
    void watch();

    PageContext m_context;
    FamilyModel *m_model;
    QTreeView *m_tree;
    StateView *m_states;
    QTimer m_ticks;
    bool m_watching = false;
    QStringList m_watched; ///< as told to the feed
};

} // namespace podium
