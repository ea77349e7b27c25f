// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QSplitter>

class QTabWidget;

namespace podium {

class GraphView;

/// Graph beside tabs where there is room, above them where there is not.
class DetailSplit : public QSplitter
{
    Q_OBJECT
public:
    explicit DetailSplit(GraphView *graph, QTabWidget *tabs, QWidget *parent = nullptr);

    /// Sizes, what the graph shows, the tab in front.
    QJsonObject saveDetail() const;
    /// True when the state named a tab that is there to be seen.
    bool restoreDetail(const QJsonObject &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void remember();

    GraphView *m_graph;
    QTabWidget *m_tabs;
    double m_share[2] = {0.46, 0.42}; ///< of the first part: side by side, one above the other
    bool m_arranging = false;
};

} // namespace podium
