// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/batchbar.h"
#include "ui/pages/jobs/duestrip.h"
#include "ui/pages/jobs/jobactions.h"
#include "ui/pages/jobs/joblist.h"
#include "ui/pages/jobs/jobspage.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/parts/workflowfilter.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobtones.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

// What the page is made of, and where it stands.

namespace podium {

using namespace Qt::StringLiterals;

JobsPage::JobsPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_busy(new BusyBar)
    , m_states(new ChipRow(tr("States")))
    , m_due(new ChipRow(tr("Due"), ChipRow::Choice::AtMostOne))
    , m_workflow(new WorkflowFilter)
    , m_id(new SearchField(tr("Instance or job id")))
    , m_clear(new QPushButton(tr("Clear filters")))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_strip(new DueStrip(context))
    , m_list(new JobList(context))
    , m_actions(new JobActions(context, this))
    , m_selection(captionLabel({}))
    , m_reschedule(new QPushButton(themedIcon(u"calendar"_s), tr("Reschedule…")))
    , m_cancel(new QPushButton(themedIcon(u"abort"_s), tr("Cancel job…")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeFilters());
    layout->addWidget(m_busy);
    layout->addWidget(m_banner);
    layout->addWidget(m_strip);
    layout->addWidget(makeActionRow());
    layout->addWidget(new BatchBar(*m_actions));
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connectParts();
    updateActions();
    go(location);
}

QWidget *JobsPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::s);
    m_count->setAccessibleName(tr("Number of jobs"));
    header->add(m_workflow);
    m_id->setAccessibleName(tr("Filter by the id of an instance or a job"));
    m_id->setToolTip(tr("The whole id of an instance or a job"));
    m_id->setFixedWidth(180);
    header->add(m_id);
    connect(header->addReload(), &QToolButton::clicked, this, &JobsPage::refresh);
    connect(m_workflow, &QComboBox::activated, this, &JobsPage::takeFilters);
    connect(m_id, &SearchField::searchChanged, this, &JobsPage::takeFilters);
    return header;
}

QWidget *JobsPage::makeFilters()
{
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(space::xl, 0, space::xl, space::m);
    row->setSpacing(space::l);
    for (const JobStatus status : kJobStatuses)
        m_states->addChip(displayName(status), iconOf(status), toneOf(status), tr("Only %1").arg(displayName(status)));
    row->addWidget(m_states);
    row->addStretch(1);
    connect(m_states, &ChipRow::changed, this, &JobsPage::takeFilters);

    focusOnFind(this, m_id);
    return filters;
}

QWidget *JobsPage::makeDueChips()
{
    m_due->addChip(tr("Overdue"), u"warning"_s, Tone::Warning, tr("Only what is overdue"));
    m_due->addChip(tr("Next hour"), {}, Tone::Neutral, tr("Only what fires in the next hour"));
    m_due->addChip(tr("Today"), {}, Tone::Neutral, tr("Only what is due today"));
    m_due->addChip(tr("This week"), {}, Tone::Neutral, tr("Only what is due this week"));
    connect(m_due, &ChipRow::changed, this, &JobsPage::takeFilters);
    return m_due;
}

QWidget *JobsPage::makeActionRow()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(space::xl, space::xs, space::xl, space::s);
    row->setSpacing(space::s);
    row->addWidget(makeDueChips());
    m_clear->setFlat(true);
    m_clear->setIcon(themedIcon(u"close"_s));
    m_clear->hide();
    row->addWidget(m_clear);
    row->addWidget(m_selection, 1);
    row->addWidget(m_reschedule);
    row->addWidget(m_cancel);
    m_selection->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_selection->setMinimumWidth(0);
    m_selection->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_clear, &QPushButton::clicked, this, &JobsPage::clearFilters);
    connect(m_reschedule, &QPushButton::clicked, this, &JobsPage::rescheduleSelected);
    connect(m_cancel, &QPushButton::clicked, this, &JobsPage::cancelSelected);

    auto *cancel = new QAction(this);
    cancel->setShortcut(QKeySequence::Delete);
    cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(cancel, &QAction::triggered, m_cancel, &QPushButton::click);
    m_list->addAction(cancel);
    return actions;
}

} // namespace podium
