// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/jsonsearch.h"
#include "models/items/jsontreemodel.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace podium {

class CodeView;
class SearchField;
class StateView;

/// A JSON document as a tree with search, and copying of values and paths. Long texts open below the tree.
class VariablesView : public QWidget
{
    Q_OBJECT
public:
    explicit VariablesView(QWidget *parent = nullptr);

    /// Expansion, selection and scroll position stay. Null: shows `emptyTitle`.
    void setJson(const SharedJson &json);
    void setEmptyText(const QString &title, const QString &hint);

    QTreeView *tree() const { return m_tree; }
    JsonTreeModel *model() const { return m_model; }
    SearchField *searchField() const { return m_search; }
    QString matchText() const;

private:
    QWidget *makeBar();
    void find(const QString &text);
    void showMatch(qsizetype index);
    void step(int by);
    void openMenu(const QPoint &position);
    void copy(const QString &text);
    void showValue();
    void showState();

    JsonTreeModel *m_model;
    QTreeView *m_tree;
    CodeView *m_value;
    StateView *m_states;
    SearchField *m_search;
    QLabel *m_found;
    QToolButton *m_previous;
    QToolButton *m_next;
    QString m_emptyTitle;
    QString m_emptyHint;
    QString m_text;
    QList<JsonMatch> m_matches;
    qsizetype m_match = -1;
    Pending m_searching;
    bool m_expanded = false;
};

} // namespace podium
