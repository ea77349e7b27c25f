// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/jobsview.h"

#include "models/items/joblistmodel.h"
#include "models/services/jobservice.h"
#include "models/services/livefeed.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/instances/viewtexts.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

JobsView::JobsView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new JobListModel(this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
    , m_cancel(new QPushButton(themedIcon(u"abort"_s), tr("Cancel job")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::m, space::s, space::m, space::s);
    bar->addStretch(1);
    bar->addWidget(m_cancel);
    layout->addLayout(bar);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);

    m_model->setTexts(viewTexts(context.display, context.console.clock));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Jobs of this instance"));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *delegate = new InstanceDelegate(m_view);
    delegate->setStateColumn(JobListModel::StatusColumn);
    m_view->setItemDelegate(delegate);
    m_view->follow(context.display);
    m_view->setColumn(JobListModel::NodeColumn, 150);
    m_view->setColumn(JobListModel::StatusColumn, 112);
    m_view->setColumn(JobListModel::DueColumn, 128);
    m_view->setColumn(JobListModel::RepeatColumn, 90);
    m_view->setColumn(JobListModel::RetriesColumn, 64, false);
    m_view->setColumn(JobListModel::LastUpdateColumn, 128, false);
    m_view->setColumn(JobListModel::IdColumn, 160, false);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsView::updateActions);
    connect(m_cancel, &QPushButton::clicked, this, &JobsView::cancelCurrent);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
    updateActions();
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

void JobsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
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
        updateActions();
        if (result->isEmpty())
            m_states->showEmpty(u"job"_s, tr("No jobs"), tr("This instance has no timer, and had none."));
        else
            m_states->showContent();
    });
}

void JobsView::updateActions()
{
    const QList<int> rows = m_view->selectedRows();
    const Job *job = rows.isEmpty() || rows.first() >= m_model->rowCount() ? nullptr : &m_model->jobAt(rows.first());
    m_cancel->setEnabled(job && !isFinal(job->status));
    const QString why =
        !job ? tr("Select a job first.") : tr("The job is over: it is %1.").arg(displayName(job->status).toLower());
    m_cancel->setToolTip(m_cancel->isEnabled() ? QString() : why);
    m_cancel->setAccessibleDescription(m_cancel->toolTip());
}

void JobsView::cancelCurrent()
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    const Job job = m_model->jobAt(rows.first());
    Confirmation ask;
    ask.title = tr("Cancel this job?");
    ask.text = tr("Its timer never fires, so the instance stays where it waits until somebody moves it on.") +
               u"\n\n"_s + job.id;
    ask.actionText = tr("Cancel job");
    ask.tone = Tone::Danger;
    if (m_context.console.environment.production)
        ask.typeToConfirm = m_context.console.environment.name;
    confirm(this, ask, [this, job] {
        deliverTo(this, m_context.console.jobs.cancel(job), [this](Result<Done> result) {
            m_context.console.live.refreshNow();
            refresh();
            if (result)
                m_context.navigator.showMessage(tr("Cancelling the job was accepted"));
            else
                Q_EMIT failed(result.error());
        });
    });
}

} // namespace podium
