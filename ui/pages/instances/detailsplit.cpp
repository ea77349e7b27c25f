// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/detailsplit.h"

#include "ui/graph/graphview.h"

#include <QResizeEvent>
#include <QTabWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSideBySide = 760; ///< px of width from which both parts have room beside each other
}

DetailSplit::DetailSplit(GraphView *graph, QTabWidget *tabs, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_graph(graph)
    , m_tabs(tabs)
{
    setChildrenCollapsible(false);
    setHandleWidth(5);
    addWidget(graph);
    addWidget(tabs);
    graph->setMinimumSize(160, 120);
    tabs->setMinimumSize(220, 140);
    connect(this, &QSplitter::splitterMoved, this, &DetailSplit::remember);
}

void DetailSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

void DetailSplit::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    setOrientation(width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical);
    const bool beside = orientation() == Qt::Horizontal;
    const int all = beside ? width() : height();
    const int first = static_cast<int>(all * m_share[beside ? 0 : 1]);
    setSizes({first, all - first});
    m_arranging = false;
}

void DetailSplit::remember()
{
    const QList<int> both = sizes();
    const int all = both.value(0) + both.value(1);
    if (all > 0)
        m_share[orientation() == Qt::Horizontal ? 0 : 1] = double(both.value(0)) / all;
}

QJsonObject DetailSplit::saveDetail() const
{
    return {{u"split"_s, QJsonObject{{u"beside"_s, m_share[0]}, {u"above"_s, m_share[1]}}},
            {u"tab"_s, m_tabs->currentIndex()},
            {u"graph"_s, QString::fromLatin1(m_graph->saveState().toBase64())}};
}

bool DetailSplit::restoreDetail(const QJsonObject &state)
{
    const QJsonObject split = state.value("split"_L1).toObject();
    m_share[0] = qBound(0.1, split.value("beside"_L1).toDouble(m_share[0]), 0.9);
    m_share[1] = qBound(0.1, split.value("above"_L1).toDouble(m_share[1]), 0.9);
    arrange();
    m_graph->restoreState(QByteArray::fromBase64(state.value("graph"_L1).toString().toLatin1()));
    const int tab = state.value("tab"_L1).toInt(-1);
    if (tab < 0 || tab >= m_tabs->count() || !m_tabs->isTabVisible(tab))
        return false;
    m_tabs->setCurrentIndex(tab);
    return true;
}

} // namespace podium
