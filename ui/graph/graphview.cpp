// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"

namespace podium {

class GraphView::Private
{
};

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
}
GraphView::~GraphView() = default;

void GraphView::setDefinition(const QByteArray &) {}
void GraphView::setOverlay(const QList<NodeDefinition> &, const WorkflowInstance &) {}
void GraphView::clearOverlay() {}
void GraphView::selectState(const QString &) {}
QString GraphView::selectedState() const
{
    return {};
}
void GraphView::zoomIn() {}
void GraphView::zoomOut() {}
void GraphView::fit() {}
QByteArray GraphView::saveState() const
{
    return {};
}
bool GraphView::restoreState(const QByteArray &)
{
    return true;
}

} // namespace podium
