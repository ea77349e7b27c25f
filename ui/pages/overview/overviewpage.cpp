// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/overviewpage.h"

#include "models/core/clock.h"
#include "models/services/instanceservice.h"
#include "models/services/jobservice.h"
#include "models/services/livefeed.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/jobs/jobfilters.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kListed = 50; ///< rows of the short lists
constexpr std::size_t kProbesAtOnce = 3;
} // namespace

OverviewPage::OverviewPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_verdict(captionLabel({}))
    , m_overdue(new CountTile(tr("Jobs overdue"), u"job"_s, Tone::Warning))
    , m_unavailable(new CountTile(tr("Workflows unavailable"), u"warning"_s, Tone::Warning))
    , m_banner(new LiveBanner(context.console, context.display))
{
    m_counts[0].state = InstanceState::Error;
    m_counts[1].state = InstanceState::Active;
    m_counts[2].state = InstanceState::Suspended;
    m_counts[3].state = InstanceState::Completed;

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
    layout->setSpacing(space::l);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::m);
    auto *name = new QLabel(title());
    name->setFont(titleFont(name->font()));
    top->addWidget(name, 0, Qt::AlignBaseline);
    m_verdict->setAccessibleName(tr("Overall state"));
    top->addWidget(m_verdict, 1, Qt::AlignBaseline);
    auto *reload = new QToolButton;
    reload->setIcon(themedIcon(u"refresh"_s));
    reload->setToolTip(tr("Read again (F5)"));
    reload->setAccessibleName(tr("Read again"));
    connect(reload, &QToolButton::clicked, this, &OverviewPage::refresh);
    top->addWidget(reload);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addWidget(makeTiles());
    layout->addWidget(makeLists(), 1);

    // A burst of changes is one reading of the counts.
    m_countLater.setSingleShot(true);
    m_countLater.setInterval(1s);
    connect(&m_countLater, &QTimer::timeout, this, &OverviewPage::readCounts);
    connect(&console().live, &LiveFeed::instancesChanged, this, [this] {
        if (isVisible() && !m_countLater.isActive())
            m_countLater.start();
    });
    m_probeAgain.setInterval(60s);
    connect(&m_probeAgain, &QTimer::timeout, this, &OverviewPage::probeWorkflows);
}

QWidget *OverviewPage::makeTiles()
{
    auto *tiles = new QWidget;
    auto *row = new QHBoxLayout(tiles);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    for (Count &count : m_counts) {
        const InstanceState state = count.state;
        count.tile = new CountTile(displayName(state), iconOf(state), toneOf(state));
        connect(count.tile, &QAbstractButton::clicked, this,
                [this, state] { navigator().open(InstancesPage::filtered({state})); });
        row->addWidget(count.tile, 1);
    }
    connect(m_overdue, &QAbstractButton::clicked, this, [this] {
        JobFilters filters;
        filters.due = DueFilter::Overdue;
        navigator().open(filters.location());
    });
    row->addWidget(m_overdue, 1);
    connect(m_unavailable, &QAbstractButton::clicked, this, [this] {
        navigator().open(Location{u"workflows"_s, {}, {}});
    });
    row->addWidget(m_unavailable, 1);
    return tiles;
}

InstanceList *OverviewPage::makeList(InstanceState state)
{
    auto *list = new InstanceList(context());
    list->model()->setMaximum(kListed);
    ListView *view = list->view();
    // Two lists share the width: only what tells the instances apart.
    const bool runs = state == InstanceState::Active;
    const auto column = [view](InstanceColumn which, int width, bool shown) {
        view->setColumn(static_cast<int>(which), width, shown);
    };
    column(InstanceColumn::Workflow, 110, true);
    column(InstanceColumn::Id, 96, false);
    column(InstanceColumn::BusinessKey, 112, !runs);
    column(InstanceColumn::State, 112, false);
    column(InstanceColumn::Started, 96, true);
    column(InstanceColumn::Duration, 96, runs);
    column(InstanceColumn::LastUpdate, 112, false);
    connect(list, &InstanceList::opened, this, [this](const QString &id) {
        navigator().open(Location{u"instance"_s, id, {}});
    });
    return list;
}

QWidget *OverviewPage::makePanel(const QString &title, InstanceList *list, InstanceState state)
{
    auto *panel = new QFrame;
    panel->setObjectName(u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    auto *top = new QHBoxLayout;
    auto *name = new QLabel(title);
    name->setFont(strongFont(name->font()));
    top->addWidget(name);
    top->addStretch(1);
    auto *all = new QPushButton(tr("Show all"));
    all->setFlat(true);
    all->setAccessibleName(tr("Show all: %1").arg(title));
    connect(all, &QPushButton::clicked, this, [this, state] { navigator().open(InstancesPage::filtered({state})); });
    top->addWidget(all);
    layout->addLayout(top);
    layout->addWidget(list, 1);
    list->view()->setAccessibleName(title);
    return panel;
}

QWidget *OverviewPage::makeLists()
{
    m_failed = makeList(InstanceState::Error);
    m_failed->setEmpty({tr("Nothing failed"), tr("Failed instances would be listed here, newest first."), {}, {}});
    m_running = makeList(InstanceState::Active);
    m_running->setEmpty({tr("Nothing runs"), tr("Running instances are listed here, newest first."), {}, {}});
    auto *lists = new QWidget;
    auto *row = new QHBoxLayout(lists);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xl);
    row->addWidget(makePanel(tr("Failed"), m_failed, InstanceState::Error), 1);
    row->addWidget(makePanel(tr("Running now"), m_running, InstanceState::Active), 1);
    return lists;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return u"overview"_s;
}

void OverviewPage::refresh()
{
    if (!m_read)
        return; // the first showing reads
    readCounts();
    probeWorkflows();
    m_failed->refresh();
    m_running->refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_probeAgain.start();
    if (!std::exchange(m_read, true)) {
        InstanceQuery query;
        query.states = {InstanceState::Error};
        m_failed->setQuery(query);
        query.states = {InstanceState::Active};
        m_running->setQuery(query);
        probeWorkflows();
    }
    readCounts();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_probeAgain.stop();
}

void OverviewPage::readCounts()
{
    readOverdue();
    for (Count &count : m_counts) {
        InstanceQuery query;
        query.states = {count.state};
        count.pending = deliver(console().instances.count(query), this, [this, &count, query](Result<qint64> result) {
            if (result) {
                m_banner->clearReadError();
                count.value = *result;
                count.open = false;
                return showCounts();
            }
            if (result.error().kind != Error::Kind::NotFound) {
                m_banner->setReadError(result.error(), [this] { refresh(); });
                return;
            }
            // The server does not count: as many as one page holds, and "+" when it is full.
            count.pending =
                deliver(console().instances.page(query), this, [this, &count, query](Result<InstancePage> page) {
                    if (!page)
                        return;
                    count.value = page->rows.size();
                    count.open = page->rows.size() >= query.limit;
                    showCounts();
                });
        });
    }
}

void OverviewPage::readOverdue()
{
    JobFilters filters;
    filters.due = DueFilter::Overdue;
    const JobQuery query = filters.query(console().clock.now(), true);
    const auto show = [this](qint64 count, bool open) {
        m_overdueCount = count;
        m_overdue->setValue(QLocale().toString(count) + (open ? u"+"_s : QString()), count > 0);
        showVerdict();
    };
    m_overdueReading = deliver(console().jobs.count(query), this, [this, query, show](const Result<qint64> &result) {
        if (result)
            return show(*result, false);
        if (result.error().kind != Error::Kind::NotFound)
            return; // the counts of instances say what is wrong
        m_overdueReading = deliver(console().jobs.page(query), this, [query, show](const Result<JobPage> &page) {
            if (page)
                show(page->rows.size(), page->rows.size() >= query.limit);
        });
    });
}

void OverviewPage::showCounts()
{
    for (const Count &count : m_counts) {
        if (!count.value)
            continue;
        const bool wrong = count.state == InstanceState::Error || count.state == InstanceState::Suspended;
        count.tile->setValue(QLocale().toString(*count.value) + (count.open ? u"+"_s : QString()),
                             wrong && *count.value > 0);
    }
    showVerdict();
}

void OverviewPage::probeWorkflows()
{
    m_probes.clear();
    m_listing = deliver(console().catalog.list(), this, [this](Result<QList<WorkflowDefinition>> result) {
        if (!result)
            return; // the counts say what is wrong
        m_definitions = *result;
        m_nextProbe = 0;
        m_unavailableSoFar = 0;
        probeNext();
    });
}

void OverviewPage::probeNext()
{
    while (m_probes.size() < kProbesAtOnce && m_nextProbe < m_definitions.size()) {
        const qsizetype index = m_nextProbe++;
        // The answer erases what this line puts in: it never comes before the event loop runs again.
        m_probes[index] =
            deliver(console().catalog.probe(m_definitions.at(index)), this, [this, index](Result<Availability> answer) {
                if (answer && answer->state == Availability::State::Unavailable)
                    ++m_unavailableSoFar;
                m_probes.erase(index);
                probeNext();
            });
    }
    if (!m_probes.empty())
        return;
    m_unavailableCount = m_unavailableSoFar;
    m_unavailable->setValue(QLocale().toString(m_unavailableCount), m_unavailableCount > 0);
    showVerdict();
}

void OverviewPage::showVerdict()
{
    const qint64 failed = m_counts[0].value.value_or(-1);
    if (failed < 0)
        return;
    if (failed > 0)
        m_verdict->setText(tr("%n instance(s) failed", nullptr, static_cast<int>(qMin<qint64>(failed, 1'000'000'000))));
    else if (m_overdueCount > 0)
        m_verdict->setText(
            tr("%n job(s) overdue", nullptr, static_cast<int>(qMin<qint64>(m_overdueCount, 1'000'000'000))));
    else if (m_unavailableCount > 0)
        m_verdict->setText(tr("%n workflow(s) cannot run", nullptr, m_unavailableCount));
    else
        m_verdict->setText(tr("All is well"));
}

} // namespace podium
