// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/differencelines.h"
#include "models/text/textdiff.h"
#include "ui/graph/differencelist.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;
class QSplitter;
class QTabWidget;

namespace podium {

class DetailSplit;
class DifferenceDetails;
class GraphView;
class StateView;
class TextDiffView;

/// A comparison: the merged graph, beside it the list of the differences with their text, and both texts as one. One
/// selection goes through all of them.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(QWidget *parent = nullptr);
    ~CompareView() override;

    void showLoading(); ///< what is shown belongs to other versions
    void setGraph(const SharedComparison &comparison);
    void setNoGraph(); ///< one of them is no workflow: only the texts are shown
    void setText(const SharedTextDifference &text);
    void showTextTab();

    /// To the next or previous difference of the tab in front.
    void step(bool backward);
    int position() const; ///< of the tab in front, from 0; -1 for none
    int count() const;

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    QTabWidget *tabs() const { return m_tabs; }
    QListView *list() const { return m_list; }
    DifferenceListModel *differences() const { return m_model; }
    TextDiffView *text() const { return m_text; }
    GraphView *graph() const { return m_graph; }
    DifferenceDetails *details() const { return m_details; }

Q_SIGNALS:
    void positionChanged();

private:
    enum Tab { DifferencesTab, TextTab };
    enum class From { Graph, List, Text };

    QWidget *makeGraph();
    QWidget *makeDifferences();
    QWidget *makeText();
    void connectParts();
    void choose(int node, int edge, From from);
    void chooseRow(int row);
    void showEntry(const DifferenceEntry &entry);
    void showListNote(const QString &text);
    void setChangesOnly(bool on);
    void setTextChangesOnly(bool on);
    DifferenceEntry entryOf(int node, int edge) const;
    int selectedRow() const;

    SharedComparison m_comparison;
    int m_node = -1; ///< what is selected, in all parts
    int m_edge = -1;
    bool m_following = false; ///< the selection is being set, not chosen

    GraphView *m_graph;
    QWidget *m_graphPart = nullptr;
    StateView *m_graphStates = nullptr;
    QTabWidget *m_tabs;
    DifferenceListModel *m_model;
    QListView *m_list;
    StateView *m_listStates = nullptr;
    QLabel *m_listNote; ///< in the place of a list without rows
    DifferenceDetails *m_details;
    QSplitter *m_listSplit = nullptr;
    QCheckBox *m_changesOnly;
    TextDiffView *m_text;
    StateView *m_textStates = nullptr;
    QCheckBox *m_textChangesOnly;
    QLabel *m_textSummary;
    DetailSplit *m_split = nullptr;
};

} // namespace podium
