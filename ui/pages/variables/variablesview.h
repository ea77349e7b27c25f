// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/items/jsonsearch.h"
#include "models/items/jsontreemodel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace podium {

class JqLine;
class JsonTreePane;
class LazyText;
class SearchField;
class StateView;

/// A JSON document as a tree or as text, with search and a jq filter. Made for documents of any size.
class VariablesView : public QWidget
{
    Q_OBJECT
public:
    explicit VariablesView(QWidget *parent = nullptr);

    /// Expansion, selection and scroll position stay. Null: shows the empty text.
    void setJson(const SharedJson &json);
    SharedJson json() const { return m_json; }
    void setEmptyText(const QString &title, const QString &hint);
    void setSubject(const QString &name); ///< what it shows, for screen readers: "Variables" unless set

    QTreeView *tree() const;
    JsonTreeModel *model() const;
    SearchField *searchField() const { return m_search; }
    JqLine *jqLine() const { return m_jq; }
    JsonTreePane *treePane() const { return m_tree; }
    LazyText *text() const { return m_text; }
    QString matchText() const;

protected:
    /// Another way to look at the document, with a button of its own in the bar.
    QToolButton *addMode(QWidget *page, const QString &icon, const QString &name);
    QHBoxLayout *bar() const { return m_bar; }
    void showMode(QWidget *page);
    bool isShowing(const QWidget *page) const;
    /// A page was chosen by the user.
    virtual void modeChanged() {}
    /// There is something to be seen even without variables.
    void updateState();

private:
    void makeBar(QVBoxLayout *layout);
    void makeModes();
    void showDocument(const SharedJson &shown);
    void expandFirst();
    void showText();
    void find(const QString &text);
    void showMatch(qsizetype index);
    void step(int by);

    JsonTreePane *m_tree;
    LazyText *m_text;
    QStackedWidget *m_pages;
    StateView *m_states;
    SearchField *m_search = nullptr;
    JqLine *m_jq;
    QHBoxLayout *m_bar = nullptr;
    QButtonGroup *m_modes;
    QLabel *m_found = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    SharedJson m_json;
    SharedJson m_filtered; ///< what the filter made of it; null without one
    SharedJson m_asText;   ///< what the text says
    QString m_emptyTitle;
    QString m_emptyHint;
    QString m_searched;
    QList<JsonMatch> m_matches;
    qsizetype m_match = -1;
    Pending m_searching;
    Pending m_printing;
    bool m_expanded = false;
};

} // namespace podium
