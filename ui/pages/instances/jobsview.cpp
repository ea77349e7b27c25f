// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/jobsview.h"

#include "models/core/clock.h"
#include "models/items/joblistmodel.h"
#include "models/services/jobservice.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/jobs/jobactions.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobsView::JobsView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new JobListModel(this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
    , m_actions(new JobActions(context, this))
    , m_all(new QPushButton(themedIcon(u"job"_s), tr("On the Jobs page")))
    , m_reschedule(new QPushButton(themedIcon(u"calendar"_s), tr("Reschedule…")))
    , m_cancel(new QPushButton(themedIcon(u"abort"_s), tr("Cancel job…")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);
    m_model->setTexts(viewTexts(context.display, context.console.clock));
    makeColumns();
    connectActions();
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, [this] { m_model->setNow(m_context.console.clock.now()); });
    updateActions();
}

QWidget *JobsView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    m_all->setFlat(true);
    m_all->setToolTip(tr("Show the jobs of this instance on the page of all jobs"));
    row->addWidget(m_all);
    row->addStretch(1);
    row->addWidget(m_reschedule);
    row->addWidget(m_cancel);
    return bar;
}

void JobsView::makeColumns()
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Jobs of this instance"));
    auto *delegate = new InstanceDelegate(m_view);
    delegate->setStateColumn(JobListModel::StatusColumn);
    m_view->setItemDelegate(delegate);
    m_view->follow(m_context.display);
    m_view->setColumn(JobListModel::NodeColumn, 150);
    m_view->setColumn(JobListModel::StatusColumn, 112);
    m_view->setColumn(JobListModel::DueColumn, 128);
    m_view->setColumn(JobListModel::RepeatColumn, 116);
    m_view->setColumn(JobListModel::RetriesColumn, 64, false);
    m_view->setColumn(JobListModel::LastUpdateColumn, 128, false);
    m_view->setColumn(JobListModel::IdColumn, 160, false);
}

void JobsView::connectActions()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsView::updateActions);
    connect(m_actions, &JobActions::busyChanged, this, &JobsView::updateActions);
    connect(m_actions, &JobActions::ended, this, &JobsView::refresh);
    connect(m_actions, &JobActions::failed, this, &JobsView::failed);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_actions->cancel(selectedJobs(), aboutSelected()); });
    connect(m_reschedule, &QPushButton::clicked, this,
            [this] { m_actions->reschedule(selectedJobs(), aboutSelected()); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        const QString id = QString::fromUtf8(QUrl::toPercentEncoding(m_instance.id));
        m_context.navigator.open(Location{u"jobs"_s, u"id="_s + id, {}});
    });
}

void JobsView::setInstance(const WorkflowInstance &instance)
{
    m_instance = instance;
    QHash<QString, QString> names;
    for (const NodeInstance &node : instance.nodes)
        names.insert(node.id, node.name);
    m_model->setNodeNames(names);
    m_stale = true;
    if (isVisible())
        refresh();
}

void JobsView::selectNode(const QString &nodeInstanceId)
{
    m_wantedNode = m_read ? QString() : nodeInstanceId;
    for (int row = 0; m_read && row < m_model->rowCount(); ++row) {
        if (m_model->jobAt(row).nodeInstanceId == nodeInstanceId)
            return m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

void JobsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setNow(m_context.console.clock.now());
    m_ticks.start();
    if (m_stale)
        refresh();
}

void JobsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticks.stop();
}

void JobsView::refresh()
{
    if (m_instance.id.isEmpty())
        return;
    m_stale = false;
    if (!m_read)
        m_states->showLoading(tr("Reading jobs…"));
    m_reading = deliver(m_context.console.jobs.jobsOf(m_instance.id), this, [this](Result<QList<Job>> result) {
        if (!result) {
            if (!m_read)
                m_states->showError(result.error(), [this] { refresh(); });
            else if (!result.error().isCancelled())
                Q_EMIT failed(result.error());
            return;
        }
        m_read = true;
        m_model->setJobs(*result);
        if (const QString wanted = std::exchange(m_wantedNode, {}); !wanted.isEmpty())
            selectNode(wanted);
        updateActions();
        if (result->isEmpty())
            m_states->showEmpty(u"job"_s, tr("No jobs"), tr("This instance has no timer, and had none."));
        else
            m_states->showContent();
    });
}

QList<Job> JobsView::selectedJobs() const
{
    QList<Job> jobs;
    const QList<int> rows = m_view->selectedRows();
    for (const int row : rows) {
        if (row < m_model->rowCount())
            jobs << m_model->jobAt(row);
    }
    return jobs;
}

QString JobsView::aboutSelected() const
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return {};
    const QString workflow = m_instance.workflowName.isEmpty() ? m_instance.workflowId : m_instance.workflowName;
    const QString node = m_model->index(rows.constFirst(), JobListModel::NodeColumn).data().toString();
    return tr("%1, %2\nInstance %3\nJob %4")
        .arg(singleLine(workflow, 80), node, singleLine(m_instance.id),
             singleLine(m_model->jobAt(rows.constFirst()).id));
}

void JobsView::updateActions()
{
    const JobRule rule = m_actions->ruleFor(selectedJobs());
    for (QPushButton *button : {m_reschedule, m_cancel}) {
        button->setEnabled(rule.allowed);
        button->setToolTip(rule.reason);
        button->setAccessibleDescription(rule.reason);
    }
}

} // namespace podium
