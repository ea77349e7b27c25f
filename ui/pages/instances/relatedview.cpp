// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/relatedview.h"

#include "models/items/familymodel.h"
#include "models/services/livefeed.h"
#include "ui/pages/compareruns/runsides.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The run whose family it is stands out.
class FamilyDelegate : public InstanceDelegate
{
public:
    using InstanceDelegate::InstanceDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        InstanceDelegate::initStyleOption(option, index);
        if (index.data(FamilyModel::ThisRole).toBool())
            option->font = strongFont(option->font);
    }
};

bool isRun(const QModelIndex &index)
{
    const auto kind = static_cast<FamilyModel::Kind>(index.data(FamilyModel::KindRole).toInt());
    return kind == FamilyModel::Kind::Run || kind == FamilyModel::Kind::Repeated;
}

} // namespace

RelatedView::RelatedView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new FamilyModel(context.console.instances, context.console.clock, this))
    , m_tree(new QTreeView)
    , m_states(new StateView(m_tree))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_tree);
    m_model->setTexts(viewTexts(context.display, context.console.clock));
    makeTree();
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, m_model, &FamilyModel::tick);
    LiveFeed &live = context.console.live;
    connect(&live, &LiveFeed::instancesChanged, m_model, &FamilyModel::applyLive);
    connect(&live, &LiveFeed::instanceChanged, m_model,
            [this](const WorkflowInstance &instance) { m_model->applyLive({instance}); });
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
    for (const auto signal : {&FamilyModel::readingChanged, &FamilyModel::childrenChanged}) {
        connect(m_model, signal, this, &RelatedView::showState);
        connect(m_model, signal, this, &RelatedView::watch);
    }
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RelatedView::watch);
}

RelatedView::~RelatedView()
{
    m_tree->disconnect(this);
    if (m_watching)
        m_context.console.live.unwatchList();
}

void RelatedView::makeTree()
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Family of the instance"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false); // opens the run
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *delegate = new FamilyDelegate(m_tree);
    delegate->setStateColumn(FamilyModel::StateColumn);
    m_tree->setItemDelegate(delegate);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(60);
    for (const auto &[column, width] : {std::pair<int, int>(FamilyModel::WorkflowColumn, 230),
                                        {FamilyModel::KeyColumn, 110},
                                        {FamilyModel::StateColumn, 124},
                                        {FamilyModel::StartedColumn, 96},
                                        {FamilyModel::DurationColumn, 80},
                                        {FamilyModel::StarterColumn, 120},
                                        {FamilyModel::IdColumn, 84}})
        m_tree->setColumnWidth(column, width);
    m_tree->setColumnHidden(FamilyModel::IdColumn, true);
    connect(m_tree, &QTreeView::activated, this, &RelatedView::openIndex);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &RelatedView::popupMenu);
}

void RelatedView::setInstance(const WorkflowInstance &instance)
{
    m_model->setInstance(instance);
    if (isVisible())
        m_model->open();
    showState();
}

void RelatedView::refresh()
{
    if (isVisible())
        m_model->refresh();
}

void RelatedView::showState()
{
    if (m_model->isReading() && !m_model->hasFamily())
        return m_states->showLoading(tr("Reading the family…"));
    if (!m_model->hasFamily())
        return m_states->showEmpty(u"subflow"_s, tr("It stands alone"),
                                   tr("No other instance started it, and it started none. Instances of sub-workflows "
                                      "appear here."));
    m_states->showContent();
    // From the first of the family down to the run, and what it started: all else is opened by the user.
    for (QModelIndex index = m_model->thisIndex(); index.isValid(); index = index.parent())
        m_tree->expand(index);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model->thisIndex());
}

void RelatedView::openIndex(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (!isRun(row))
        return m_model->follow(row);
    if (!row.data(FamilyModel::ThisRole).toBool())
        m_context.navigator.open(Location{u"instance"_s, m_model->idAt(row), {}});
}

void RelatedView::popupMenu(const QPoint &position)
{
    const QModelIndex row = m_tree->indexAt(position).siblingAtColumn(0);
    if (!row.isValid() || !isRun(row))
        return;
    const WorkflowInstance run = m_model->runAt(row);
    const WorkflowInstance own = m_model->runAt(m_model->thisIndex());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"instance"_s), tr("Open"), this, [this, id = run.id] {
        m_context.navigator.open(Location{u"instance"_s, id, {}});
    });
    if (whyNotCompared(run, own).isEmpty())
        menu->addAction(themedIcon(u"compare"_s), tr("Compare with this run"), this,
                        [this, sides = sidesOf(run, own)] { m_context.navigator.open(sides.location()); });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy id"), this,
                    [id = run.id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

/// What moves is asked for again; a list is watched, so that new children come by themselves.
void RelatedView::watch()
{
    if (!m_watching)
        return;
    const QStringList ids = m_model->movingIds();
    if (ids == m_watched)
        return;
    m_watched = ids;
    m_context.console.live.watchRows(this, ids);
}

void RelatedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->open();
    showState();
    if (!std::exchange(m_watching, true))
        m_context.console.live.watchList();
    watch();
    m_ticks.start();
}

void RelatedView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticks.stop();
    if (!std::exchange(m_watching, false))
        return;
    m_context.console.live.unwatchList();
    m_context.console.live.watchRows(this, {});
    m_watched.clear();
}

} // namespace podium
