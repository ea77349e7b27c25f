// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/jobspage.h"

#include "models/core/clock.h"
#include "models/services/livefeed.h"
#include "ui/pages/jobs/duestrip.h"
#include "ui/pages/jobs/jobactions.h"
#include "ui/pages/jobs/joblist.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/workflowfilter.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr DueFilter kDueChips[] = {DueFilter::Overdue, DueFilter::NextHour, DueFilter::Today, DueFilter::Week};
}

QString JobsPage::title() const
{
    return tr("Jobs");
}

QString JobsPage::iconName() const
{
    return u"job"_s;
}

bool JobsPage::isInUtc() const
{
    return display().timeStyle() == TimeStyle::Utc;
}

void JobsPage::connectParts()
{
    AllJobsModel *model = m_list->model();
    connect(model, &PagedModel::countChanged, this, &JobsPage::updateCount);
    connect(model, &PagedModel::phaseChanged, this, &JobsPage::updateCount);
    connect(model, &PagedModel::rowsArrived, m_banner, &LiveBanner::clearReadError);
    connect(model, &PagedModel::readFailed, this,
            [this](const Error &error) { m_banner->setReadError(error, [this] { refresh(); }); });
    connect(&console().live, &LiveFeed::jobsChanged, m_strip, &DueStrip::refreshSoon);
    connect(m_strip, &DueStrip::chosen, this,
            [this](const DueBucket &bucket) { chooseBucket(bucket.range, bucket.kind == DueBucket::Kind::Overdue); });
    connect(m_strip, &DueStrip::unchosen, this, [this] {
        m_filters.due = DueFilter::Any;
        showFilters();
        applyFilters();
    });

    connect(m_actions, &JobActions::failed, m_banner, &LiveBanner::setActionError);
    connect(m_actions, &JobActions::busyChanged, this, &JobsPage::updateActions);
    connect(m_actions, &JobActions::ended, this, &JobsPage::refresh);
    // Selecting a hundred rows one after the other is one look at the selection.
    m_updateActions.setSingleShot(true);
    m_updateActions.setInterval(0);
    connect(&m_updateActions, &QTimer::timeout, this, &JobsPage::updateActions);
    connect(m_list, &JobList::selectionChanged, &m_updateActions, qOverload<>(&QTimer::start));
    connect(m_list, &JobList::menuWanted, this, [this](QMenu *menu) {
        updateActions();
        for (QPushButton *button : {m_reschedule, m_cancel}) {
            QAction *action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
            action->setEnabled(button->isEnabled());
        }
    });
    m_moveOn.setInterval(15s);
    connect(&m_moveOn, &QTimer::timeout, this, &JobsPage::moveOn);
    m_moveOn.start();
}

void JobsPage::refresh()
{
    if (!m_shown)
        return;
    moveOn();
    if (m_filters.due == DueFilter::Any || m_filters.due == DueFilter::Range)
        m_list->refresh();
    m_strip->refresh();
    m_workflow->read(console().catalog);
}

/// What "overdue" and "in the next hour" mean is another thing now.
void JobsPage::moveOn()
{
    if (isVisible() && m_filters.due != DueFilter::Any && m_filters.due != DueFilter::Range)
        m_list->moveQuery(m_filters.query(console().clock.now(), isInUtc()));
}

void JobsPage::go(const Location &location)
{
    if (location.id.isEmpty())
        return;
    m_filters = JobFilters::from(location);
    showFilters();
    applyFilters();
}

/// The controls say what the filters are.
void JobsPage::showFilters()
{
    QList<int> states;
    for (std::size_t i = 0; i < kJobStatuses.size(); ++i) {
        if (m_filters.statuses.contains(kJobStatuses.at(i)))
            states << static_cast<int>(i);
    }
    m_states->setChecked(states);
    const auto due = std::find(std::begin(kDueChips), std::end(kDueChips), m_filters.due);
    m_due->setChecked(due == std::end(kDueChips) ? QList<int>() : QList<int>{int(due - std::begin(kDueChips))});
    if (m_filters.due == DueFilter::Overdue)
        m_strip->chooseOverdue();
    else if (m_filters.due != DueFilter::Range)
        m_strip->clearChoice();
    m_workflow->setWorkflow(m_filters.workflow);
    if (m_id->text().trimmed() != m_filters.id)
        m_id->setText(m_filters.id);
}

/// The filters are what the controls say.
void JobsPage::takeFilters()
{
    m_filters.statuses.clear();
    const QList<int> states = m_states->checked();
    for (const int index : states)
        m_filters.statuses << kJobStatuses.at(static_cast<std::size_t>(index));
    const QList<int> due = m_due->checked();
    if (!due.isEmpty())
        m_filters.due = kDueChips[due.constFirst()];
    else if (m_filters.due != DueFilter::Range)
        m_filters.due = DueFilter::Any;
    m_filters.workflow = m_workflow->workflow();
    m_filters.id = m_id->text().trimmed();
    showFilters();
    applyFilters();
}

void JobsPage::chooseBucket(const DueRange &range, bool isOverdue)
{
    m_filters.due = isOverdue ? DueFilter::Overdue : DueFilter::Range;
    m_filters.range = range;
    m_filters.statuses.clear(); // the strip counts what waits
    m_filters.id.clear();
    showFilters();
    applyFilters();
}

void JobsPage::applyFilters()
{
    m_clear->setVisible(!m_filters.isEmpty());
    setEmptyText();
    m_strip->setWorkflow(m_filters.workflow);
    if (m_shown)
        m_list->setQuery(m_filters.query(console().clock.now(), isInUtc()));
    updateActions();
}

void JobsPage::setEmptyText()
{
    const auto clear = [this] { clearFilters(); };
    if (m_filters.isEmpty())
        m_list->setEmpty({tr("No jobs"), tr("When a workflow waits for a time, its timer is listed here."),
                          tr("Go to Workflows"), [this] {
                              navigator().open(Location{u"workflows"_s, {}, {}});
                          }});
    else if (m_filters.due == DueFilter::Overdue && m_filters.id.isEmpty() && m_filters.statuses.isEmpty())
        m_list->setEmpty(
            {tr("Nothing is overdue"), tr("Every job that was due has fired."), tr("Show all jobs"), clear});
    else if (!m_filters.id.isEmpty())
        m_list->setEmpty({tr("Nothing matches the filters"),
                          tr("The id of an instance or a job has to be whole: servers do not search for parts of it."),
                          tr("Clear filters"), clear});
    else
        m_list->setEmpty({tr("Nothing matches the filters"), tr("No job has all of what the filters ask for."),
                          tr("Clear filters"), clear});
}

void JobsPage::clearFilters()
{
    m_filters = {};
    showFilters();
    applyFilters();
    m_list->setFocus();
}

void JobsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_shown, true))
        return moveOn();
    applyFilters(); // not before: the state of the last start may bring other filters, and one request is enough
    m_workflow->read(console().catalog);
}

void JobsPage::updateCount()
{
    m_count->setText(m_list->model()->countText());
    m_busy->setBusy(m_list->model()->phase() == PagedModel::Phase::Loading);
}

void JobsPage::updateActions()
{
    m_updateActions.stop();
    const int count = m_list->selectedCount();
    const QList<Job> jobs = m_list->selectedJobs();
    JobRule rule = m_actions->ruleFor(jobs);
    if (count > JobActions::kMostAtOnce)
        rule = {false, tr("At most %n job(s) at once: select fewer.", nullptr, JobActions::kMostAtOnce)};
    else if (jobs.size() < count)
        rule = {false, tr("%n selected job(s) are not read yet: scroll over them, or select fewer.", nullptr,
                          count - static_cast<int>(jobs.size()))};
    for (QPushButton *button : {m_reschedule, m_cancel}) {
        button->setEnabled(rule.allowed);
        button->setToolTip(rule.reason);
        button->setAccessibleDescription(rule.reason);
    }
    m_cancel->setText(count > 1 ? tr("Cancel jobs…") : tr("Cancel job…"));
    const QString selected = tr("%n job(s) selected", nullptr, count);
    // Why nothing can be done is said, not only shown by grey buttons.
    if (count == 0)
        m_selectionText = tr("Select jobs to reschedule or cancel them.");
    else
        m_selectionText = rule.allowed ? selected : tr("%1. %2").arg(selected, rule.reason);
    elideSelection();
}

void JobsPage::elideSelection()
{
    m_selection->setText(fontMetrics().elidedText(m_selectionText, Qt::ElideRight, m_selection->width()));
    m_selection->setAccessibleName(m_selectionText);
    m_selection->setToolTip(m_selection->text() == m_selectionText ? QString() : m_selectionText);
}

void JobsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layout()->activate();
    elideSelection();
}

QString JobsPage::aboutSelected() const
{
    const QList<Job> jobs = m_list->selectedJobs();
    const auto open = std::find_if(jobs.cbegin(), jobs.cend(), [](const Job &job) { return !isFinal(job.status); });
    return open == jobs.cend() ? QString() : m_list->aboutText(*open);
}

void JobsPage::cancelSelected()
{
    m_actions->cancel(m_list->selectedJobs(), aboutSelected());
}

void JobsPage::rescheduleSelected()
{
    m_actions->reschedule(m_list->selectedJobs(), aboutSelected());
}

QJsonObject JobsPage::saveState() const
{
    QJsonObject state = m_filters.toJson();
    state.insert(u"list"_s, m_list->view()->saveState());
    state.insert(u"order"_s, static_cast<int>(m_list->model()->query().order));
    state.insert(u"week"_s, m_strip->scale() == DueScale::Week);
    return state;
}

void JobsPage::restoreState(const QJsonObject &state)
{
    m_list->restoreColumns(state.value("list"_L1).toObject());
    const int order = state.value("order"_L1).toInt();
    if (order >= 0 && order <= static_cast<int>(JobQuery::Order::LastUpdateDescending))
        m_list->restoreOrder(static_cast<JobQuery::Order>(order));
    m_strip->setScale(state.value("week"_L1).toBool() ? DueScale::Week : DueScale::Day);
    if (!location().id.isEmpty())
        return; // the location says which filters
    m_filters = JobFilters::from(state);
    showFilters();
    applyFilters();
}

} // namespace podium
