// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/clock.h"
#include "models/services/livefeed.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/jobs/jobfilters.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/overview/failurereader.h"
#include "ui/pages/overview/overduereader.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/overview/rangechoice.h"
#include "ui/pages/overview/runreader.h"
#include "ui/pages/overview/runtimeprobe.h"
#include "ui/pages/overview/statecounts.h"
#include "ui/pages/overview/waitreader.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/stateview.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

// What the page is made of, and where it stands.

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Between what stands in the page and its scroll bar, which stands in the margin.
constexpr int kRight = space::xl - space::s;
constexpr int kWide = 940; ///< from which width on what is wrong stands in two columns
} // namespace

OverviewPage::OverviewPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_counts(new StateCounts(context.console.instances, this))
    , m_failures(new FailureReader(context.console.instances, context.console.catalog, this))
    , m_runs(new RunReader(context.console.instances, this))
    , m_overdue(new OverdueReader(context.console.jobs, this))
    , m_runtimes(new RuntimeProbe(context.console.catalog, this))
    , m_waits(new WaitReader(context.console.instances, this))
    , m_verdict(captionLabel({}))
    , m_range(new RangeChoice)
    , m_failedTile(new CountTile(tr("Failed"), iconOf(InstanceState::Error), Tone::Danger))
    , m_stuckTile(new CountTile(tr("Longer than usual"), u"clock"_s, Tone::Warning))
    , m_overdueTile(new CountTile(tr("Jobs overdue"), u"job"_s, Tone::Warning))
    , m_unavailableTile(new CountTile(tr("Workflows unavailable"), u"warning"_s, Tone::Warning))
    , m_suspendedTile(new CountTile(tr("Suspended"), iconOf(InstanceState::Suspended), Tone::Neutral))
    , m_runningTile(new CountTile(tr("Running"), iconOf(InstanceState::Active), Tone::Info))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_seenButton(new QPushButton(tr("Mark all as seen")))
{
    m_states = new StateView(makeBody());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::s, 0);
    layout->setSpacing(space::l);
    layout->addWidget(makeTop());
    auto *banner = new QHBoxLayout;
    banner->setContentsMargins(0, 0, kRight, 0);
    banner->addWidget(m_banner);
    layout->addLayout(banner);
    layout->addWidget(makeTiles());
    layout->addWidget(m_states, 1);
    makeFailureFoot();
    connectReaders();
    connectLists();
    m_states->showLoading(tr("Reading what needs attention…"));
}

QWidget *OverviewPage::makeTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, kRight, 0);
    row->setSpacing(space::m);
    auto *name = new QLabel(title());
    name->setFont(titleFont(name->font()));
    row->addWidget(name, 0, Qt::AlignBaseline);
    m_verdict->setAccessibleName(tr("Overall state"));
    m_verdict->setMinimumWidth(0);
    m_verdict->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_verdict, 1, Qt::AlignBaseline);
    row->addWidget(m_range);
    auto *reload = new QToolButton;
    reload->setIcon(themedIcon(u"refresh"_s));
    reload->setToolTip(tr("Read again (F5)"));
    reload->setAccessibleName(tr("Read again"));
    connect(reload, &QToolButton::clicked, this, &OverviewPage::refresh);
    row->addWidget(reload);
    return top;
}

QWidget *OverviewPage::makeTiles()
{
    auto *tiles = new QWidget;
    auto *row = new QHBoxLayout(tiles);
    row->setContentsMargins(0, 0, kRight, 0);
    row->setSpacing(space::m);
    for (CountTile *tile :
         {m_failedTile, m_stuckTile, m_overdueTile, m_unavailableTile, m_suspendedTile, m_runningTile})
        row->addWidget(tile, 1);
    const auto opens = [this](CountTile *tile, InstanceState state) {
        connect(tile, &QAbstractButton::clicked, this,
                [this, state] { navigator().open(InstancesPage::filtered({state})); });
    };
    opens(m_failedTile, InstanceState::Error);
    opens(m_suspendedTile, InstanceState::Suspended);
    opens(m_runningTile, InstanceState::Active);
    connect(m_stuckTile, &QAbstractButton::clicked, this, [this] {
        // What is usual differs from workflow to workflow: the list of them all is the one on this page.
        const QList<AttentionRow *> rows = m_stuckList->rows();
        if (rows.size() == 1)
            navigator().open(rows.constFirst()->content().target);
        else
            m_stuckList->focusFirst();
    });
    connect(m_overdueTile, &QAbstractButton::clicked, this, [this] {
        JobFilters filters;
        filters.due = DueFilter::Overdue;
        navigator().open(filters.location());
    });
    connect(m_unavailableTile, &QAbstractButton::clicked, this, [this] {
        navigator().open(Location{u"workflows"_s, {}, {}});
    });
    return tiles;
}

QWidget *OverviewPage::makeBody()
{
    m_calm = new MessagePanel;
    m_failureList = new AttentionList(tr("Failures"), {});
    m_stuckList = new AttentionList(tr("Running longer than usual"), tr("Nothing was read yet."));
    m_overdueList = new AttentionList(tr("Overdue jobs"), tr("No job is overdue."));
    m_unavailableList = new AttentionList(tr("Unavailable workflows"), tr("Every workflow can run."));
    m_loadList = new AttentionList(tr("Throughput"), tr("No run finished in this time, and none is running."));

    m_side = new QWidget;
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    for (AttentionList *list : {m_stuckList, m_overdueList, m_unavailableList})
        column->addWidget(list);
    column->addStretch(1);

    auto *body = new QWidget;
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 0, kRight, space::l);
    m_grid->setSpacing(space::l);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_calm->hide();
    arrange();
    return m_scroll;
}

/// In two columns where there is room: what failed, and beside it the rest of what is wrong.
void OverviewPage::arrange()
{
    for (QWidget *part : {static_cast<QWidget *>(m_calm), static_cast<QWidget *>(m_failureList), m_side,
                          static_cast<QWidget *>(m_loadList)})
        m_grid->removeWidget(part);
    const int columns = m_wide ? 2 : 1;
    m_grid->addWidget(m_calm, 0, 0, 1, columns);
    m_grid->addWidget(m_failureList, 1, 0, Qt::AlignTop);
    m_grid->addWidget(m_side, m_wide ? 1 : 2, m_wide ? 1 : 0, Qt::AlignTop);
    m_grid->addWidget(m_loadList, 3, 0, 1, columns, Qt::AlignTop);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, m_wide ? 2 : 0);
    m_grid->setRowStretch(4, 1);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (std::exchange(m_wide, width() >= kWide) != (width() >= kWide))
        arrange();
    layout()->activate();
    elideVerdict();
}

void OverviewPage::makeFailureFoot()
{
    m_seenButton->setAccessibleName(tr("Mark all failures as seen"));
    m_seenButton->hide();
    connect(m_seenButton, &QPushButton::clicked, this, [this] {
        markSeen();
        m_failures->setSeen(m_seen);
    });
    m_failureList->addFootButton(m_seenButton);
}

void OverviewPage::connectReaders()
{
    // Many answers at once are shown once.
    m_showLater.setSingleShot(true);
    m_showLater.setInterval(30ms);
    connect(&m_showLater, &QTimer::timeout, this, &OverviewPage::showAll);
    const auto showSoon = [this] {
        if (!m_showLater.isActive())
            m_showLater.start();
    };
    connect(m_counts, &StateCounts::changed, this, showSoon);
    connect(m_counts, &StateCounts::failed, this, &OverviewPage::failed);
    connect(m_failures, &FailureReader::changed, this, showSoon);
    connect(m_failures, &FailureReader::failed, this, &OverviewPage::failed);
    connect(m_runs, &RunReader::changed, this, showSoon);
    connect(m_runs, &RunReader::failed, this, &OverviewPage::failed);
    connect(m_overdue, &OverdueReader::changed, this, showSoon);
    connect(m_overdue, &OverdueReader::failed, this, &OverviewPage::failed);
    connect(m_runtimes, &RuntimeProbe::finished, this, showSoon);
    connect(m_waits, &WaitReader::changed, this, showSoon);
    connect(m_runtimes, &RuntimeProbe::listed, this, [this] {
        QStringList ids;
        for (const WorkflowDefinition &each : m_runtimes->definitions()) {
            if (!ids.contains(each.id))
                ids << each.id;
        }
        m_runs->setWorkflows(ids);
    });
    connect(&display(), &DisplaySettings::timesAged, this, showSoon);
    connect(&display(), &DisplaySettings::changed, this, [this] {
        if (!isVisible())
            return;
        m_failures->read(series()); // days may begin at another time
        showAll();
    });
    connect(m_range, &RangeChoice::changed, this, [this] {
        m_failures->read(series());
        showAll();
    });
    connect(&console().live, &LiveFeed::instancesChanged, this, &OverviewPage::changed);
    connect(&console().live, &LiveFeed::statusChanged, this, &OverviewPage::followLive);

    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::readAll);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &OverviewPage::readAgain);
    m_probeAgain.setInterval(60s);
    connect(&m_probeAgain, &QTimer::timeout, m_runtimes, &RuntimeProbe::start);
    m_forget.setInterval(5min); // the live feed tells of runs that ended; what it missed comes in with this
    connect(&m_forget, &QTimer::timeout, m_runs, &RunReader::forgetAll);
}

void OverviewPage::connectLists()
{
    for (AttentionList *list : {m_failureList, m_stuckList, m_overdueList, m_unavailableList, m_loadList}) {
        connect(list, &AttentionList::opened, this, [this](const Location &location) { navigator().open(location); });
        connect(list, &AttentionList::rowFocused, this, [this](QWidget *row) { m_scroll->ensureWidgetVisible(row); });
    }
}

} // namespace podium
