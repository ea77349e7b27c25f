// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancespage.h"

#include "models/core/trace.h"
#include "ui/pages/bulk/bulkactions.h"
#include "ui/pages/bulk/bulkbutton.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/statechips.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/parts/workflowfilter.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QUrlQuery>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

InstanceQuery queryOf(const Location &location)
{
    InstanceQuery query;
    QUrlQuery parts;
    parts.setQueryDelimiters(u'=', u',');
    parts.setQuery(location.id);
    const QStringList words = parts.allQueryItemValues(u"state"_s);
    for (const QString &word : words) {
        const InstanceState state = instanceStateFromWord(word);
        if (state != InstanceState::Unknown)
            query.states.append(state);
    }
    query.workflowIds = parts.allQueryItemValues(u"workflow"_s, QUrl::FullyDecoded);
    return query;
}

} // namespace

InstancesPage::InstancesPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_busy(new BusyBar)
    , m_states(new StateChips)
    , m_workflow(new WorkflowFilter)
    , m_key(new SearchField(tr("Business key")))
    , m_clear(new QPushButton(tr("Clear filters")))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_list(new InstanceList(context))
    , m_bulk(new BulkActions(context, this, [this] { return m_list->selection(); }))
    , m_bulkButton(new BulkButton(*m_bulk))
    , m_openedAt(context.console.tracer.now())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeFilters());
    layout->addWidget(m_busy);
    layout->addWidget(m_banner);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);

    InstanceListModel *model = m_list->model();
    connect(m_list, &InstanceList::opened, this, [this](const QString &id) {
        navigator().open(Location{u"instance"_s, id, {}});
    });
    connect(m_list, &InstanceList::rowsPainted, this,
            [this] { console().tracer.span("first rows painted", m_openedAt); });
    connect(model, &InstanceListModel::countChanged, this, &InstancesPage::updateCount);
    connect(model, &InstanceListModel::phaseChanged, this, &InstancesPage::updateCount);
    connect(model, &InstanceListModel::rowsArrived, m_banner, &LiveBanner::clearReadError);
    connect(model, &InstanceListModel::readFailed, this,
            [this](const Error &error) { m_banner->setReadError(error, [this] { refresh(); }); });
    connectBulk();
    go(location);
}

void InstancesPage::connectBulk()
{
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

QWidget *InstancesPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::s);
    m_count->setAccessibleName(tr("Number of instances"));
    header->add(m_bulkButton);
    header->add(m_workflow);
    m_key->setAccessibleName(tr("Filter by business key"));
    m_key->setFixedWidth(160);
    header->add(m_key);
    connect(header->addReload(), &QToolButton::clicked, this, &InstancesPage::refresh);
    return header;
}

QWidget *InstancesPage::makeFilters()
{
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(space::xl, 0, space::xl, space::m);
    row->setSpacing(space::s);
    row->addWidget(m_states);
    row->addStretch(1);
    m_clear->setFlat(true);
    m_clear->setIcon(themedIcon(u"close"_s));
    m_clear->hide();
    // Its place is kept, so that nothing moves when a filter is set.
    QSizePolicy policy = m_clear->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(policy);
    row->addWidget(m_clear);
    connect(m_states, &StateChips::changed, this, &InstancesPage::applyFilters);
    connect(m_workflow, &QComboBox::activated, this, &InstancesPage::applyFilters);
    connect(m_key, &SearchField::searchChanged, this, &InstancesPage::applyFilters);
    connect(m_clear, &QPushButton::clicked, this, &InstancesPage::clearFilters);

    focusOnFind(this, m_key);
    return filters;
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
    m_workflow->read(console().catalog);
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

void InstancesPage::go(const Location &location)
{
    if (location.id.isEmpty())
        return;
    const InstanceQuery query = queryOf(location);
    m_states->setStates(query.states);
    m_workflow->setWorkflow(query.workflowIds.value(0));
    m_key->clear();
    applyFilters();
}

void InstancesPage::applyFilters()
{
    InstanceQuery query;
    query.states = m_states->states();
    const QString workflow = m_workflow->workflow();
    if (!workflow.isEmpty())
        query.workflowIds = {workflow};
    query.businessKey = m_key->text().trimmed();
    m_clear->setVisible(isFiltered());
    if (isFiltered())
        m_list->setEmpty({tr("Nothing matches the filters"), tr("No instance has all of what the filters ask for."),
                          tr("Clear filters"), [this] { clearFilters(); }});
    else
        m_list->setEmpty(
            {tr("No instances yet"), tr("Start a workflow, and its runs appear here."), tr("Go to Workflows"), [this] {
                 navigator().open(Location{u"workflows"_s, {}, {}});
             }});
    if (m_shown)
        m_list->setQuery(query);
}

bool InstancesPage::isFiltered() const
{
    return !m_states->states().isEmpty() || m_workflow->currentIndex() > 0 || !m_key->text().trimmed().isEmpty();
}

void InstancesPage::clearFilters()
{
    m_states->setStates({});
    m_workflow->setCurrentIndex(0);
    m_key->clear();
    applyFilters();
    m_list->setFocus();
}

void InstancesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_shown, true))
        return;
    applyFilters(); // not before: the state of the last start may bring other filters, and one request is enough
    m_workflow->read(console().catalog);
}

void InstancesPage::updateCount()
{
    m_count->setText(m_list->model()->countText());
    m_busy->setBusy(m_list->model()->phase() == InstanceListModel::Phase::Loading);
}

QJsonObject InstancesPage::saveState() const
{
    QJsonArray states;
    const QList<InstanceState> chosen = m_states->states();
    for (const InstanceState state : chosen)
        states.append(wordOf(state));
    return {{u"list"_s, m_list->view()->saveState()},
            {u"order"_s, static_cast<int>(m_list->model()->query().order)},
            {u"states"_s, states},
            {u"workflow"_s, m_workflow->workflow()},
            {u"businessKey"_s, m_key->text()}};
}

void InstancesPage::restoreState(const QJsonObject &state)
{
    m_list->view()->restoreState(state.value("list"_L1).toObject());
    if (!location().id.isEmpty())
        return; // the location says which filters
    QList<InstanceState> states;
    const QJsonArray words = state.value("states"_L1).toArray();
    for (const QJsonValue &word : words)
        states.append(instanceStateFromWord(word.toString()));
    m_states->setStates(states);
    m_workflow->setWorkflow(state.value("workflow"_L1).toString());
    m_key->setText(state.value("businessKey"_L1).toString());
    applyFilters();
}

} // namespace podium
