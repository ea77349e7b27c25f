// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancespage.h"

#include "models/core/trace.h"
#include "models/filter/filterline.h"
#include "ui/pages/bulk/bulkactions.h"
#include "ui/pages/bulk/bulkbutton.h"
#include "ui/pages/instances/filterbar.h"
#include "ui/pages/instances/filterfield.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/savedviewsmenu.h"
#include "ui/pages/instances/selectionbar.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/busybar.h"

#include <QJsonArray>
#include <QLabel>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QUrlQuery partsOf(const Location &location)
{
    QUrlQuery parts;
    parts.setQueryDelimiters(u'=', u',');
    parts.setQuery(location.id);
    return parts;
}

InstanceFilter filterOf(const QUrlQuery &parts)
{
    InstanceFilter filter;
    QList<InstanceState> states;
    const QStringList words = parts.allQueryItemValues(u"state"_s);
    for (const QString &word : words) {
        const InstanceState state = instanceStateFromWord(word);
        if (state != InstanceState::Unknown)
            states << state;
    }
    if (!states.isEmpty())
        filter.setStates(states);
    if (const QStringList ids = parts.allQueryItemValues(u"workflow"_s, QUrl::FullyDecoded); !ids.isEmpty())
        filter.set(InstanceField::Workflow, ids);
    return filter;
}

} // namespace

InstancesPage::InstancesPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_busy(new BusyBar)
    , m_filters(new FilterBar(context))
    , m_views(new SavedViewsMenu(context, [this] { return shownView(); }))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_list(new InstanceList(context))
    , m_selection(new SelectionBar(context, *m_list))
    , m_bulk(new BulkActions(context, this, [this] { return m_list->selection(); }))
    , m_bulkButton(new BulkButton(*m_bulk))
    , m_openedAt(context.console.tracer.now())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_filters);
    layout->addWidget(m_busy);
    layout->addWidget(m_banner);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_selection);
    setFocusProxy(m_list);
    focusOnFind(this, m_filters->field());
    connect(m_filters, &FilterBar::changed, this, &InstancesPage::applyFilter);
    connect(m_filters, &FilterBar::idEntered, this, [this](const QString &id) {
        navigator().open(Location{u"instance"_s, id, {}});
    });
    connect(m_views, &SavedViewsMenu::chosen, this, &InstancesPage::openView);
    connect(m_views, &SavedViewsMenu::saved, this, [this](const QString &name) { m_viewName = name; });
    connectList();
    connectBulk();
    go(location);
}

QWidget *InstancesPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::s);
    m_count->setAccessibleName(tr("Number of instances"));
    header->add(m_views);
    connect(header->addReload(), &QToolButton::clicked, this, &InstancesPage::refresh);
    return header;
}

void InstancesPage::connectList()
{
    InstanceListModel *model = m_list->model();
    connect(m_list, &InstanceList::opened, this, [this](const QString &id) {
        navigator().open(Location{u"instance"_s, id, {}});
    });
    connect(m_list, &InstanceList::rowsPainted, this,
            [this] { console().tracer.span("first rows painted", m_openedAt); });
    connect(model, &InstanceListModel::countChanged, this, &InstancesPage::updateCount);
    connect(model, &InstanceListModel::phaseChanged, this, &InstancesPage::updateCount);
    // What the filters offer can wait: a server that sorts a million rows takes longer for two requests at once.
    connect(model, &InstanceListModel::phaseChanged, this, [this, model] {
        if (model->phase() != InstanceListModel::Phase::Loading && !std::exchange(m_workflowsAsked, true))
            m_filters->readWorkflows();
    });
    connect(model, &InstanceListModel::rowsArrived, m_banner, &LiveBanner::clearReadError);
    connect(model, &InstanceListModel::readFailed, this,
            [this](const Error &error) { m_banner->setReadError(error, [this] { refresh(); }); });
}

void InstancesPage::connectBulk()
{
    m_selection->addControl(m_bulkButton);
    // Selecting a hundred rows one after the other is one look at the selection.
    m_selectionLater.setSingleShot(true);
    m_selectionLater.setInterval(0);
    connect(&m_selectionLater, &QTimer::timeout, m_bulkButton, &BulkButton::showSelection);
    connect(m_list, &InstanceList::selectionChanged, &m_selectionLater, qOverload<>(&QTimer::start));
    // What is selected may move on: then other actions apply.
    connect(m_list->model(), &QAbstractItemModel::dataChanged, this, [this] {
        if (m_bulk->count() != 0)
            m_selectionLater.start();
    });
    connect(m_list->view(), &ListView::rowMenuRequested, this, [this](QMenu *menu) {
        m_bulkButton->showSelection();
        menu->addSeparator();
        m_bulk->fillMenu(menu);
    });
}

QString InstancesPage::title() const
{
    return tr("Instances");
}

QString InstancesPage::iconName() const
{
    return u"instance"_s;
}

void InstancesPage::refresh()
{
    m_list->refresh();
    m_filters->read();
    m_filters->readWorkflows();
}

Location InstancesPage::filtered(const QList<InstanceState> &states, const QString &workflowId)
{
    QUrlQuery parts;
    parts.setQueryDelimiters(u'=', u',');
    for (const InstanceState state : states)
        parts.addQueryItem(u"state"_s, wordOf(state));
    if (!workflowId.isEmpty())
        parts.addQueryItem(u"workflow"_s, QString::fromUtf8(QUrl::toPercentEncoding(workflowId)));
    return {u"instances"_s, parts.toString(QUrl::FullyEncoded), {}};
}

Location InstancesPage::filtered(const InstanceFilter &filter)
{
    return {u"instances"_s, u"filter="_s % QString::fromUtf8(QUrl::toPercentEncoding(toLine(filter))), {}};
}

void InstancesPage::go(const Location &location)
{
    if (location.id.isEmpty())
        return;
    const QUrlQuery parts = partsOf(location);
    const QString name = parts.queryItemValue(u"view"_s, QUrl::FullyDecoded);
    if (const int index = console().views.indexOf(name); !name.isEmpty() && index >= 0)
        return openView(console().views.views().at(index));
    m_viewName.clear();
    if (parts.hasQueryItem(u"filter"_s))
        m_filters->setLine(parts.queryItemValue(u"filter"_s, QUrl::FullyDecoded));
    else
        m_filters->setFilter(filterOf(parts));
    applyFilter();
}

void InstancesPage::openView(const SavedView &view)
{
    m_viewName = view.name;
    m_filters->setLine(view.line);
    if (!view.columns.isEmpty())
        m_list->view()->restoreState(view.columns);
    m_list->setOrder(view.order);
    applyFilter();
}

SavedView InstancesPage::shownView() const
{
    return {m_viewName, toLine(m_filters->filter()), m_list->model()->query().order, m_list->view()->saveState()};
}

void InstancesPage::applyFilter()
{
    if (!m_filters->filter().isEmpty())
        m_list->setEmpty({tr("Nothing matches the filters"), tr("No instance has all of what the filters ask for."),
                          tr("Clear filters"), [this] { clearFilter(); }});
    else
        m_list->setEmpty(
            {tr("No instances yet"), tr("Start a workflow, and its runs appear here."), tr("Go to Workflows"), [this] {
                 navigator().open(Location{u"workflows"_s, {}, {}});
             }});
    InstanceQuery query;
    query.filter = m_filters->filter();
    if (m_shown)
        m_list->setQuery(query);
}

void InstancesPage::clearFilter()
{
    m_filters->clear();
    applyFilter();
    m_list->setFocus();
}

void InstancesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_shown, true))
        return;
    applyFilter(); // not before: the state of the last start may bring another filter, and one request is enough
    m_filters->read();
}

void InstancesPage::updateCount()
{
    m_count->setText(m_list->model()->countText());
    m_busy->setBusy(m_list->model()->phase() == InstanceListModel::Phase::Loading);
}

QJsonObject InstancesPage::saveState() const
{
    return {{u"list"_s, m_list->view()->saveState()},
            {u"order"_s, static_cast<int>(m_list->model()->query().order)},
            {u"filter"_s, toLine(m_filters->filter())},
            {u"view"_s, m_viewName}};
}

void InstancesPage::restoreState(const QJsonObject &state)
{
    m_list->view()->restoreState(state.value("list"_L1).toObject());
    const int order = state.value("order"_L1).toInt();
    if (order > 0 && order < InstanceQuery::kOrders)
        m_list->setOrder(InstanceQuery::Order(order));
    if (!location().id.isEmpty())
        return; // the location says which filter
    m_viewName = state.value("view"_L1).toString();
    m_filters->setLine(state.value("filter"_L1).toString());
    applyFilter();
}

} // namespace podium
