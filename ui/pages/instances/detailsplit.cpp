// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/detailsplit.h"

#include <QResizeEvent>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSideBySide = 760; ///< px of width from which both parts have room beside each other
}

DetailSplit::DetailSplit(QWidget *first, QWidget *second, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(5);
    addWidget(first);
    addWidget(second);
    first->setMinimumSize(160, 120);
    second->setMinimumSize(220, 140);
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

QJsonObject DetailSplit::saveLayout() const
{
    return {{u"beside"_s, m_share[0]}, {u"above"_s, m_share[1]}};
}

void DetailSplit::restoreLayout(const QJsonObject &state)
{
    m_share[0] = qBound(0.1, state.value("beside"_L1).toDouble(m_share[0]), 0.9);
    m_share[1] = qBound(0.1, state.value("above"_L1).toDouble(m_share[1]), 0.9);
    arrange();
}

} // namespace podium
