// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/workflowspage.h"

#include "models/items/itemroles.h"
#include "models/items/workflowlistmodel.h"
#include "models/services/livefeed.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/compare/comparemenu.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/paintmark.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/workflows/workflowfacts.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kNarrowName = 160; ///< px
}

WorkflowsPage::WorkflowsPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_search(new SearchField(tr("Filter workflows")))
    , m_run(new QPushButton(themedIcon(u"run"_s), tr("Run")))
    , m_busy(new BusyBar)
    , m_banner(new LiveBanner(context.console, context.display))
    , m_model(new WorkflowListModel(this))
    , m_filter(new WorkflowFilterModel(*m_model, this))
    , m_facts(new WorkflowFacts(context.console, *m_model, this))
{
    makeList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_busy);
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);

    connect(&context.console.live, &LiveFeed::instancesChanged, m_model, &WorkflowListModel::applyLive);
    tracePaints(m_view, context.console);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(display(), console().clock)); });
    m_lookLater.setSingleShot(true);
    m_lookLater.setInterval(50ms);
    connect(&m_lookLater, &QTimer::timeout, this, &WorkflowsPage::tellWanted);
    read();
}

QWidget *WorkflowsPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::m);
    m_count->setAccessibleName(tr("Number of workflows"));
    m_search->setAccessibleName(tr("Filter workflows"));
    m_search->setFixedWidth(220);
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showState();
    });
    header->add(m_search);
    m_run->setAccessibleName(tr("Run the selected workflow"));
    connect(m_run, &QPushButton::clicked, this, &WorkflowsPage::runCurrent);
    header->add(m_run);
    connect(header->addReload(), &QToolButton::clicked, this, &WorkflowsPage::refresh);

    focusOnFind(this, m_search);
    updateActions();
    return header;
}

void WorkflowsPage::makeList()
{
    m_view = new ListView;
    m_states = new StateView(m_view);
    m_model->setTexts(viewTexts(display(), console().clock));
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Workflows"));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *delegate = new InstanceDelegate(m_view);
    delegate->setStateColumn(WorkflowListModel::LastStateColumn);
    m_view->setItemDelegate(delegate);
    m_view->follow(display());
    m_view->setStretchColumn(WorkflowListModel::DescriptionColumn);
    m_view->setColumn(WorkflowListModel::NameColumn, kNarrowName);
    m_view->setColumn(WorkflowListModel::DescriptionColumn, 110);
    m_view->setColumn(WorkflowListModel::VersionColumn, 78);
    m_view->setColumn(WorkflowListModel::AvailabilityColumn, 118);
    m_view->setColumn(WorkflowListModel::LastRunColumn, 108);
    m_view->setColumn(WorkflowListModel::LastStateColumn, 124);
    m_view->setColumn(WorkflowListModel::IdColumn, 160, false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(WorkflowListModel::NameColumn, Qt::AscendingOrder);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &ListView::rowActivated, this, &WorkflowsPage::openCurrent);
    connect(m_view, &ListView::rowMenuRequested, this, [this](QMenu *menu) {
        menu->addAction(themedIcon(u"workflow"_s), tr("Open"), this, &WorkflowsPage::openCurrent);
        menu->addAction(themedIcon(u"run"_s), tr("Run"), this, &WorkflowsPage::runCurrent)
            ->setEnabled(m_run->isEnabled());
        if (const QModelIndex current = m_view->currentIndex(); current.isValid()) {
            const WorkflowDefinition &definition = m_filter->entryAt(current.row()).definition;
            auto *compare = new CompareMenu(context(), this);
            compare->setSubject(definition.id, definition.version);
            connect(menu, &QObject::destroyed, compare, &QObject::deleteLater);
            menu->addMenu(compare);
        }
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorkflowsPage::updateActions);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &WorkflowsPage::updateActions);
    const auto look = [this] { m_lookLater.start(); };
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, look);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, look);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, look);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, look);
}

QString WorkflowsPage::title() const
{
    return tr("Workflows");
}

QString WorkflowsPage::iconName() const
{
    return u"workflow"_s;
}

void WorkflowsPage::refresh()
{
    m_facts->forget();
    read();
}

void WorkflowsPage::read()
{
    m_busy->setBusy(true);
    if (!m_hasList)
        m_states->showLoading(tr("Reading workflows…"));
    m_reading = deliver(console().catalog.list(), this, [this](Result<QList<WorkflowDefinition>> result) {
        m_busy->setBusy(false);
        m_lookLater.start();
        if (result)
            arrived(*result);
        else if (m_hasList)
            m_banner->setReadError(result.error(), [this] { refresh(); });
        else
            m_states->showError(result.error(), [this] { refresh(); });
    });
}

void WorkflowsPage::arrived(const QList<WorkflowDefinition> &definitions)
{
    m_hasList = true;
    m_banner->clearReadError();
    m_model->setDefinitions(definitions);
    showState();
}

void WorkflowsPage::showState()
{
    if (!m_hasList)
        return;
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n workflow(s)", nullptr, all)
                                  : tr("%1 of %n workflow(s)", nullptr, all).arg(QLocale().toString(shown)));
    if (all == 0) {
        m_states->showEmpty(u"workflow"_s, tr("No workflows"),
                            tr("The Data Index knows no definition yet. Deploy a workflow, and it appears here."),
                            tr("Look again"), [this] { refresh(); });
    } else if (shown == 0) {
        m_states->showEmpty(u"search"_s, tr("Nothing matches the filter"),
                            tr("No workflow has all of these words in its name, id, description or annotations."),
                            tr("Clear the filter"), [this] {
                                m_search->clear();
                                m_filter->setText({});
                                showState();
                                m_view->setFocus();
                            });
    } else {
        m_states->showContent();
    }
}

void WorkflowsPage::tellWanted()
{
    if (!isVisible())
        return;
    const int first = qMax(0, m_view->rowAt(0));
    const int lastOnScreen = m_view->rowAt(m_view->viewport()->height() - 1);
    const int last = lastOnScreen < 0 ? m_filter->rowCount() - 1 : lastOnScreen;
    QStringList keys;
    for (int row = first; row <= last; ++row)
        keys.append(m_filter->entryAt(row).key());
    m_facts->want(keys);
}

void WorkflowsPage::openCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const WorkflowDefinition &definition = m_filter->entryAt(current.row()).definition;
    navigator().open(Location{u"workflow"_s, definition.id, definition.version});
}

void WorkflowsPage::runCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !m_run->isEnabled())
        return;
    const WorkflowDefinition &definition = m_filter->entryAt(current.row()).definition;
    navigator().openRun(definition.id, definition.version, nullptr);
}

void WorkflowsPage::updateActions()
{
    const QList<int> rows = m_view->selectedRows();
    const bool any = !rows.isEmpty() && rows.first() < m_filter->rowCount();
    const Availability availability = any ? m_filter->entryAt(rows.first()).availability : Availability();
    m_run->setEnabled(any && availability.state != Availability::State::Unavailable);
    m_run->setToolTip(!any ? tr("Select a workflow first.") : plainToolTip(availability.reason));
    m_run->setAccessibleDescription(any ? availability.reason : m_run->toolTip());
    setButtonTone(m_run, m_run->isEnabled() ? Tone::Info : Tone::Neutral);
}

bool WorkflowsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        m_lookLater.start();
    return Page::eventFilter(watched, event);
}

void WorkflowsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_watching, true))
        console().live.watchList();
    // Where there is room, names are shown whole; unless the user gave the column another width.
    if (width() >= 1000 && m_view->columnWidth(WorkflowListModel::NameColumn) == kNarrowName)
        m_view->setColumn(WorkflowListModel::NameColumn, 240);
    m_lookLater.start();
}

void WorkflowsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (std::exchange(m_watching, false))
        console().live.unwatchList();
}

QJsonObject WorkflowsPage::saveState() const
{
    return {{u"list"_s, m_view->saveState()}, {u"filter"_s, m_search->text()}};
}

void WorkflowsPage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state.value("list"_L1).toObject());
    m_search->setText(state.value("filter"_L1).toString());
    m_filter->setText(m_search->text());
    showState();
}

} // namespace podium
