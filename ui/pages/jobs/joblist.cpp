// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/joblist.h"

#include "models/services/livefeed.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/watch/watchmenu.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrowId = 84; ///< px: the start of an id tells jobs apart
constexpr int kRoomy = 1000;  ///< px of width from which there is room for whole ids
} // namespace

JobList::JobList(const PageContext &context, QWidget *parent)
    : JobList(context, new AllJobsModel(context.console.jobs, context.console.clock), parent)
{
}

JobList::JobList(const PageContext &context, AllJobsModel *model, QWidget *parent)
    : PagedList(model, {tr("Jobs"), u"job"_s, tr("Reading jobs…"), tr("No jobs")}, parent)
    , m_context(context)
    , m_model(model)
{
    m_model->setParent(this);
    m_model->setTexts(viewTexts(context.display, context.console.clock));
    makeColumns();
    updateSortIndicator();
    start();

    connect(view()->horizontalHeader(), &QHeaderView::sectionClicked, this, &JobList::sortBy);
    connect(m_model, &PagedModel::queryChanged, this, &JobList::updateSortIndicator);
    connect(view(), &ListView::rowActivated, this, [this](const QModelIndex &index) {
        if (const Job *job = m_model->jobAt(index.row()))
            openInstance(*job);
    });
    connect(view(), &ListView::rowMenuRequested, this, &JobList::fillMenu);
    connect(view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobList::selectionChanged);
    // What is selected may have changed as well.
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobList::selectionChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &JobList::selectionChanged);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &JobList::selectionChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobList::selectionChanged);
    connect(&context.console.live, &LiveFeed::jobsChanged, m_model, &AllJobsModel::applyLive);
    connect(&context.console.live, &LiveFeed::overtaken, this, [this] {
        if (isVisible())
            m_model->refresh();
    });
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
}

JobList::~JobList()
{
    if (isWatching())
        m_context.console.live.unwatchJobs();
}

void JobList::makeColumns()
{
    auto *delegate = new InstanceDelegate(view());
    delegate->setStateColumn(static_cast<int>(JobColumn::Status));
    view()->setItemDelegate(delegate);
    view()->follow(m_context.display);
    view()->setStretchColumn(static_cast<int>(JobColumn::Workflow));
    const auto column = [this](JobColumn which, int width, bool shown = true) {
        view()->setColumn(static_cast<int>(which), width, shown);
    };
    column(JobColumn::Workflow, 130);
    column(JobColumn::Node, 130);
    column(JobColumn::Instance, 100);
    column(JobColumn::Status, 112);
    column(JobColumn::Due, 150);
    column(JobColumn::Repeat, 72);
    column(JobColumn::Retries, 64, false);
    column(JobColumn::LastUpdate, 150, false);
    column(JobColumn::Id, kNarrowId);
    view()->horizontalHeader()->setSortIndicatorShown(true);
    view()->horizontalHeader()->setSectionsClickable(true);
}

void JobList::setQuery(const JobQuery &query)
{
    JobQuery wanted = query;
    wanted.order = m_started ? m_model->query().order : m_firstOrder; // the user's choice of the header stays
    if (m_started && wanted == m_model->query())
        return;
    m_started = true;
    m_model->setQuery(wanted);
}

void JobList::sortBy(int section)
{
    const auto order = m_model->query().order;
    const bool again = static_cast<int>(columnOf(order)) == section;
    const bool down = again && directionOf(order) == Qt::AscendingOrder;
    m_model->sort(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void JobList::moveQuery(const JobQuery &query)
{
    if (!m_started)
        return;
    JobQuery wanted = query;
    wanted.order = m_model->query().order;
    m_model->moveQuery(wanted);
}

void JobList::restoreColumns(const QJsonObject &state)
{
    view()->restoreState(state);
    m_columnsAreSet = m_columnsAreSet || !state.isEmpty();
}

QList<Job> JobList::selectedJobs() const
{
    QList<Job> jobs;
    if (selectedCount() > static_cast<int>(PagedModel::kWindow))
        return jobs; // so many are not in memory anyhow
    const QList<int> rows = view()->selectedRows();
    for (const int row : rows) {
        if (const Job *job = m_model->jobAt(row))
            jobs << *job;
    }
    return jobs;
}

int JobList::selectedCount() const
{
    // By ranges: all of a hundred thousand rows are one.
    int count = 0;
    const QItemSelection selection = view()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        count += range.left() == 0 ? range.height() : 0;
    return count;
}

QString JobList::aboutText(const Job &job) const
{
    const JobHost *host = m_model->hostOf(job);
    const auto cell = [&](JobColumn column) { return jobData(job, host, column, Qt::DisplayRole, {}, {}).toString(); };
    const QString node = cell(JobColumn::Node);
    const QString place =
        node.isEmpty() ? cell(JobColumn::Workflow) : tr("%1, %2").arg(cell(JobColumn::Workflow), node);
    return tr("%1\nInstance %2\nJob %3").arg(place, singleLine(job.instanceId), singleLine(job.id));
}

void JobList::openInstance(const Job &job)
{
    if (job.instanceId.isEmpty())
        return;
    const QString part = job.nodeInstanceId.isEmpty() ? QString() : u"node="_s + job.nodeInstanceId;
    m_context.navigator.open(Location{u"instance"_s, job.instanceId, {}, part});
}

void JobList::showEvent(QShowEvent *event)
{
    PagedList::showEvent(event);
    const auto id = static_cast<int>(JobColumn::Id);
    const auto updated = static_cast<int>(JobColumn::LastUpdate);
    // Unless the user gave the columns other widths.
    if (width() >= kRoomy && !std::exchange(m_columnsAreSet, true)) {
        view()->setColumn(static_cast<int>(JobColumn::Node), 180);
        view()->setColumn(static_cast<int>(JobColumn::Instance), 140);
        view()->setColumn(static_cast<int>(JobColumn::Repeat), 124);
        view()->setColumn(static_cast<int>(JobColumn::Retries), 72);
        view()->setColumn(updated, 150);
        view()->setColumn(id, 110);
    }
}

void JobList::watch(bool on)
{
    if (on)
        m_context.console.live.watchJobs();
    else
        m_context.console.live.unwatchJobs();
}

void JobList::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const Job *found = m_model->jobAt(index.row());
    if (!found)
        return;
    const Job job = *found;
    menu->addAction(themedIcon(u"instance"_s), tr("Open its instance"), this, [this, job] { openInstance(job); })
        ->setEnabled(!job.instanceId.isEmpty());
    menu->addAction(themedIcon(u"workflow"_s), tr("Open its workflow"), this,
                    [this, job] {
                        m_context.navigator.open(Location{u"workflow"_s, job.workflowId, {}});
                    })
        ->setEnabled(!job.workflowId.isEmpty());
    menu->addAction(themedIcon(u"eye"_s), tr("Watch this…"), this, [this, job] {
        const JobHost *host = m_model->hostOf(job);
        watchJob(m_context, job, host ? host->workflowName : job.workflowId, this);
    });
    menu->addSeparator();
    Q_EMIT menuWanted(menu);
    menu->addSeparator();
    menu->addAction(themedIcon(u"copy"_s), tr("Copy id of the job"), this,
                    [id = job.id] { QGuiApplication::clipboard()->setText(id); });
    menu->addAction(tr("Copy id of the instance"), this,
                    [id = job.instanceId] { QGuiApplication::clipboard()->setText(id); });
}

void JobList::updateSortIndicator()
{
    const auto order = m_model->query().order;
    view()->horizontalHeader()->setSortIndicator(static_cast<int>(columnOf(order)), directionOf(order));
}

} // namespace podium
