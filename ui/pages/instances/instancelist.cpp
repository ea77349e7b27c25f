// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancelist.h"

#include "models/items/itemroles.h"
#include "models/services/livefeed.h"
#include "ui/pages/compareruns/runsides.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/parts/paintmark.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrowId = 84; ///< px: the start of an id tells instances apart
constexpr int kRoomy = 1000;  ///< px of width from which ids and business keys are shown whole
} // namespace

InstanceList::InstanceList(const PageContext &context, QWidget *parent)
    : InstanceList(context, new InstanceListModel(context.console.instances, context.console.clock), parent)
{
}

InstanceList::InstanceList(const PageContext &context, InstanceListModel *model, QWidget *parent)
    : PagedList(model, {tr("Instances"), u"instance"_s, tr("Reading instances…"), tr("No instances")}, parent)
    , m_context(context)
    , m_model(model)
{
    m_model->setParent(this);
    m_model->setTexts(viewTexts(context.display, context.console.clock));
    makeColumns();
    updateSortIndicator();
    start();

    connect(view()->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const auto query = m_model->query();
        const bool again = static_cast<int>(columnOf(query.order)) == section;
        const bool isTime = section == static_cast<int>(InstanceColumn::Started) ||
                            section == static_cast<int>(InstanceColumn::LastUpdate) ||
                            section == static_cast<int>(InstanceColumn::Ended);
        const bool down = again ? directionOf(query.order) == Qt::AscendingOrder : isTime; // times the newest first
        m_model->sort(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_model, &InstanceListModel::queryChanged, this, [this] {
        m_order = m_model->query().order;
        updateSortIndicator();
    });
    connect(view(), &ListView::rowActivated, this, [this](const QModelIndex &index) {
        if (const WorkflowInstance *instance = m_model->instanceAt(index.row()))
            Q_EMIT opened(instance->id);
    });
    connect(view(), &ListView::rowMenuRequested, this, &InstanceList::fillMenu);
    connect(view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InstanceList::selectionChanged);
    connect(&context.console.live, &LiveFeed::instancesChanged, m_model, &InstanceListModel::applyLive);
    connect(&context.console.live, &LiveFeed::overtaken, this, [this] {
        if (isVisible())
            m_model->refresh();
    });
    // A detailed instance that an open tab watches is a row here, too.
    connect(&context.console.live, &LiveFeed::instanceChanged, m_model,
            [this](const WorkflowInstance &instance) { m_model->applyLive({instance}); });
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
    followSelection();
    tracePaints(view(), context.console);
}

InstanceList::~InstanceList()
{
    if (isWatching())
        m_context.console.live.unwatchList();
}

void InstanceList::makeColumns()
{
    auto *delegate = new InstanceDelegate(view());
    delegate->setStateColumn(static_cast<int>(InstanceColumn::State));
    view()->setItemDelegate(delegate);
    view()->follow(m_context.display);
    view()->setStretchColumn(static_cast<int>(InstanceColumn::Workflow));
    const auto column = [this](InstanceColumn which, int width) { view()->setColumn(static_cast<int>(which), width); };
    column(InstanceColumn::Workflow, 130);
    column(InstanceColumn::Id, kNarrowId);
    column(InstanceColumn::BusinessKey, 112);
    column(InstanceColumn::State, 124);
    column(InstanceColumn::Started, 108);
    column(InstanceColumn::Duration, 96);
    column(InstanceColumn::LastUpdate, 108);
    const auto hidden = [this](InstanceColumn which, int width) {
        view()->setColumn(static_cast<int>(which), width, false);
    };
    hidden(InstanceColumn::Ended, 108);
    hidden(InstanceColumn::Version, 72);
    hidden(InstanceColumn::CreatedBy, 100);
    hidden(InstanceColumn::UpdatedBy, 100);
    hidden(InstanceColumn::Parent, kNarrowId);
    hidden(InstanceColumn::Root, kNarrowId);
    view()->horizontalHeader()->setSortIndicatorShown(true);
    view()->horizontalHeader()->setSectionsClickable(true);
}

void InstanceList::setQuery(const InstanceQuery &query)
{
    InstanceQuery wanted = query;
    wanted.order = m_order.value_or(query.order);
    if (m_started && wanted == m_model->query())
        return;
    m_started = true;
    m_model->setQuery(wanted);
}

void InstanceList::setOrder(InstanceQuery::Order order)
{
    m_order = order;
}

void InstanceList::selectId(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        view()->setCurrentIndex(m_model->index(row, 0));
}

void InstanceList::followSelection()
{
    connect(view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InstanceList::takeSelection);
    connect(m_model, &InstanceListModel::modelReset, this, [this] {
        m_everything = false;
        m_chosen.clear();
        Q_EMIT selectionChanged();
    });
    connect(m_model, &InstanceListModel::rowsArrived, this, &InstanceList::keepChosen);
    connect(m_model, &InstanceListModel::countChanged, this, [this] {
        if (!m_everything)
            return;
        {
            const QScopedValueRollback<bool> selecting(m_selecting, true);
            view()->selectAll(); // rows that came since are among the matches
        }
        Q_EMIT selectionChanged();
    });
    connect(m_model, &InstanceListModel::rowsRemoved, this, &InstanceList::takeSelection);
}

void InstanceList::takeSelection()
{
    if (m_selecting)
        return;
    // Ctrl+A means every match, also where most of them were never read.
    const QItemSelection chosen = view()->selectionModel()->selection();
    const bool all =
        chosen.size() == 1 && chosen.constFirst().top() == 0 && chosen.constFirst().bottom() == m_model->rowCount() - 1;
    m_everything = all && (m_everything || m_model->hasMore() || m_model->rowsInMemory() < m_model->rowCount());
    keepChosen();
    Q_EMIT selectionChanged();
}

void InstanceList::keepChosen()
{
    QHash<int, WorkflowInstance> before;
    for (const auto &[index, instance] : std::as_const(m_chosen)) {
        if (index.isValid())
            before.insert(index.row(), instance);
    }
    m_chosen.clear();
    if (m_everything)
        return;
    const QList<int> rows = view()->selectedRows();
    for (const int row : rows) {
        const auto kept = before.constFind(row);
        if (const WorkflowInstance *read = m_model->instanceAt(row))
            m_chosen.append({m_model->index(row, 0), *read});
        else if (kept != before.cend())
            m_chosen.append({m_model->index(row, 0), *kept});
    }
}

InstanceSelection InstanceList::selection() const
{
    InstanceSelection selection;
    selection.query = m_model->query();
    selection.everything = m_everything;
    selection.total = m_model->total();
    for (const auto &[index, kept] : m_chosen) {
        const WorkflowInstance *read = index.isValid() ? m_model->instanceAt(index.row()) : nullptr;
        selection.rows << (read ? *read : kept);
    }
    return selection;
}

void InstanceList::selectEverything()
{
    {
        const QScopedValueRollback<bool> selecting(m_selecting, true);
        view()->selectAll();
    }
    m_everything = m_model->rowCount() > 0;
    m_chosen.clear();
    Q_EMIT selectionChanged();
}

void InstanceList::showEvent(QShowEvent *event)
{
    PagedList::showEvent(event);
    const auto id = static_cast<int>(InstanceColumn::Id);
    const auto key = static_cast<int>(InstanceColumn::BusinessKey);
    // Unless the user, or the page around, gave the columns other widths.
    if (width() >= kRoomy && view()->columnWidth(id) == kNarrowId && !view()->isColumnHidden(key)) {
        view()->setColumn(id, 280);
        view()->setColumn(key, 180);
    }
}

void InstanceList::watch(bool on)
{
    if (on)
        return m_context.console.live.watchList();
    m_context.console.live.unwatchList();
    watchRows(0, -1);
}

void InstanceList::rangeShown(int first, int last)
{
    m_model->showRange(first, last);
    watchRows(first, last);
}

/// An instance that fails does not move the feed's watermark: the feed has to know which ones are looked at.
void InstanceList::watchRows(int first, int last)
{
    QStringList open;
    for (int row = first; isWatching() && row <= last; ++row) {
        const WorkflowInstance *instance = m_model->instanceAt(row);
        if (instance && !instance->isSettled())
            open << instance->id;
    }
    if (open == m_openRows)
        return;
    m_openRows = open;
    m_context.console.live.watchRows(this, open);
}

void InstanceList::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const WorkflowInstance *instance = m_model->instanceAt(index.row());
    if (!instance)
        return;
    const QString id = instance->id;
    const Location workflow{u"workflow"_s, instance->workflowId, instance->version};
    menu->addAction(themedIcon(u"instance"_s), tr("Open"), this, [this, id] { Q_EMIT opened(id); });
    menu->addAction(themedIcon(u"workflow"_s), tr("Open its workflow"), this,
                    [this, workflow] { m_context.navigator.open(workflow); });
    if (const QList<int> rows = view()->selectedRows(); rows.size() == 2)
        addCompare(menu, m_model->instanceAt(rows.first()), m_model->instanceAt(rows.last()));
    menu->addAction(themedIcon(u"copy"_s), tr("Copy id"), this, [id] { QGuiApplication::clipboard()->setText(id); });
}

void InstanceList::addCompare(QMenu *menu, const WorkflowInstance *one, const WorkflowInstance *other)
{
    if (!one || !other)
        return;
    const QString why = whyNotCompared(*one, *other);
    const Location runs = sidesOf(*one, *other).location();
    QAction *compare = menu->addAction(themedIcon(u"compare"_s), tr("Compare these two runs"), this,
                                       [this, runs] { m_context.navigator.open(runs); });
    compare->setEnabled(why.isEmpty());
    if (!why.isEmpty())
        compare->setText(tr("Compare these two runs (%1)").arg(why));
}

void InstanceList::updateSortIndicator()
{
    const auto order = m_model->query().order;
    view()->horizontalHeader()->setSortIndicator(static_cast<int>(columnOf(order)), directionOf(order));
}

} // namespace podium
