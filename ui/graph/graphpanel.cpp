// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphpanel.h"

#include "ui/graph/graphdescription.h"
#include "ui/graph/graphdetails.h"
#include "ui/graph/graphoutline.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

GraphPanel::GraphPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new GraphOutlineModel(this))
    , m_tree(new QTreeView)
    , m_details(new GraphDetails)
    , m_split(new QSplitter(Qt::Vertical))
{
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true); // 10,000 states are not measured one by one
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Outline of the workflow"));
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setExpandsOnDoubleClick(false);
    m_split->addWidget(m_tree);
    m_split->addWidget(m_details);
    m_split->setChildrenCollapsible(false);
    m_split->setSizes({100, 120});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_split, 1);
    setMinimumSize(160, 120);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // A transition leads on when it is activated; passing over it stays with its state.
        if (!m_following && index.isValid())
            Q_EMIT nodeChosen(m_model->targetOf(m_model->isTransition(index) ? index.parent() : index), -1);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_model->isTransition(index)) {
            const int target = m_model->targetOf(index);
            setCurrent(target);
            Q_EMIT nodeChosen(target, -1);
        } else {
            Q_EMIT nodeActivated(m_model->targetOf(index));
        }
    });
    connect(m_details, &GraphDetails::linkActivated, this, &GraphPanel::nodeChosen);
}

QWidget *GraphPanel::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(space::m, space::xs, space::xs, space::xs);
    auto *title = new QLabel(tr("Outline and details"));
    title->setFont(strongFont(title->font()));
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(title, 1);
    QToolButton *close = iconButton(u"close"_s, tr("Close the details"), header);
    connect(close, &QToolButton::clicked, this, &GraphPanel::closeRequested);
    row->addWidget(close);
    return header;
}

void GraphPanel::setGraph(const SharedWhole &whole)
{
    if (whole == m_whole)
        return;
    m_following = true;
    m_whole = whole;
    m_node = -1;
    m_model->setGraph(whole);
    m_following = false;
    showDetails();
}

void GraphPanel::setOverlay(const GraphOverlay &overlay)
{
    m_overlay = overlay;
    m_model->setOverlay(overlay);
    showDetails();
}

void GraphPanel::setHeat(const GraphHeat &heat)
{
    if (heat == m_heat)
        return;
    m_heat = heat;
    showDetails();
}

void GraphPanel::setRuns(const RunPair &runs)
{
    if (m_runs && runs == *m_runs)
        return;
    m_runs = runs;
    showDetails();
}

void GraphPanel::setCurrent(int node)
{
    m_node = node;
    const QModelIndex current = m_tree->currentIndex();
    const bool there = current.isValid() && node >= 0 &&
                       m_model->targetOf(m_model->isTransition(current) ? current.parent() : current) == node;
    if (!there) {
        const bool before = std::exchange(m_following, true);
        const QModelIndex index = m_model->indexOf(node);
        m_tree->setCurrentIndex(index);
        if (index.isValid())
            m_tree->scrollTo(index);
        m_following = before;
    }
    showDetails();
}

void GraphPanel::showDetails()
{
    m_details->setNode(m_whole, m_node);
    std::optional<NodeOverlay> state;
    std::optional<NodeHeat> heat;
    if (m_whole && m_node >= 0) {
        const QString &id = m_whole->model.nodes.at(m_node).id;
        const auto it = m_overlay.nodes.constFind(id);
        if (it != m_overlay.nodes.constEnd())
            state = *it;
        if (m_heat.runs > 0)
            heat = m_heat.nodes.value(id);
    }
    m_details->setOverlay(state);
    m_details->setHeat(heat, m_heat.runs);
    QStringList runs;
    if (m_runs && m_whole && m_node >= 0) {
        const QString &id = m_whole->model.nodes.at(m_node).id;
        runs = {overlayText(m_runs->a.nodes.value(id)), overlayText(m_runs->b.nodes.value(id))};
    }
    m_details->setRuns(runs);
}

void GraphPanel::setSideBySide(bool sideBySide)
{
    m_split->setOrientation(sideBySide ? Qt::Horizontal : Qt::Vertical);
}

void GraphPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closeRequested();
    QWidget::keyPressEvent(event);
}

void GraphPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().base());
}

} // namespace podium
