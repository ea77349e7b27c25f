// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/workflowpage.h"

#include "models/events/workflowevents.h"
#include "models/services/workflowcatalog.h"
#include "ui/graph/graphview.h"
#include "ui/pages/compare/comparemenu.h"
#include "ui/pages/instances/detailsplit.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/sourceview.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/workflows/heatcontrol.h"
#include "ui/pages/workflows/schemaview.h"
#include "ui/pages/workflows/summaryview.h"
#include "ui/watch/watchmenu.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

WorkflowPage::WorkflowPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_name(new QLabel)
    , m_version(captionLabel({}))
    , m_badge(new StateBadge)
    , m_run(new QPushButton(themedIcon(u"run"_s), tr("Run")))
    , m_sendEvent(new QPushButton(themedIcon(u"event"_s), tr("Send event…")))
    , m_banner(new LiveBanner(context.console, context.display))
{
    m_states = new StateView(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_tabs);
    readDefinition();
}

QWidget *WorkflowPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    m_graph = new GraphView;
    m_heat = new HeatControl(context(), m_graph, this);
    makeTabs();
    m_split = new DetailSplit(m_graph, m_tabs);
    layout->addWidget(m_split, 1);
    return content;
}

QWidget *WorkflowPage::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(space::xl, space::l, space::xl, space::m);
    row->setSpacing(space::m);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(titleFont(m_name->font()));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setMinimumWidth(120);
    row->addWidget(m_name, 1);
    row->addWidget(m_version);
    row->addWidget(m_badge);
    row->addSpacing(space::m);
    m_compareMenu = new CompareMenu(context(), this);
    auto *compare = new QPushButton(themedIcon(u"compare"_s), tr("Compare with…"));
    compare->setMenu(m_compareMenu);
    row->addWidget(compare);
    QToolButton *watch = iconButton(u"eye"_s, tr("Watch this…"), header);
    connect(watch, &QToolButton::clicked, this,
            [this] { watchWorkflow(context(), m_definition.id, m_definition.displayName(), this); });
    row->addWidget(watch);
    setButtonTone(m_run, Tone::Info);
    connect(m_run, &QPushButton::clicked, this,
            [this] { navigator().openRun(m_definition.id, m_definition.version, nullptr); });
    m_sendEvent->hide(); // until it is known that the workflow waits for one
    row->addWidget(m_sendEvent);
    row->addWidget(m_run);
    row->addWidget(makeMore());
    showAvailability({Availability::State::Checking, {}});
    return header;
}

QWidget *WorkflowPage::makeMore()
{
    const auto open = [this](const QString &kind) {
        if (m_hasDefinition)
            navigator().open(Location{kind, m_definition.id, m_definition.version});
    };
    connect(m_sendEvent, &QPushButton::clicked, this, [open] { open(u"event"_s); });
    QToolButton *more = iconButton(u"more"_s, tr("More actions"), this);
    auto *menu = new QMenu(more);
    menu->addAction(themedIcon(u"run"_s), tr("Run many from a file…"), this, [open] { open(u"batch"_s); });
    menu->addAction(themedIcon(u"event"_s), tr("Send an event…"), this, [open] { open(u"event"_s); });
    addActions(menu->actions()); // for the palette
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    return more;
}

/// Whether it starts by events or waits for some.
void WorkflowPage::findEvents(const QByteArray &text)
{
    const auto read = [text]() -> Result<QList<AwaitedEvent>> {
        const auto document = readWorkflow(text);
        return document ? awaitedEvents(*document) : QList<AwaitedEvent>();
    };
    m_findingEvents =
        deliver(runOnWorker<QList<AwaitedEvent>>(read), this, [this](const Result<QList<AwaitedEvent>> &events) {
            m_sendEvent->setVisible(events && !events->isEmpty());
        });
}

void WorkflowPage::makeTabs()
{
    m_tabs = detailTabs(tr("Parts of the workflow"));
    m_summary = new SummaryView;
    m_schema = new SchemaView;
    m_source = new SourceView;
    m_sourceStates = new StateView(m_source);
    m_runs = new InstanceList(context());
    m_runs->view()->setStretchColumn(static_cast<int>(InstanceColumn::Id));
    m_runs->view()->setColumn(static_cast<int>(InstanceColumn::Workflow), 140, false);
    m_runs->view()->setColumn(static_cast<int>(InstanceColumn::LastUpdate), 112, false);
    m_runs->setEmpty({tr("No runs yet"), tr("Its runs appear here, newest first."), {}, {}});
    m_tabs->addTab(m_summary, tr("Summary"));
    m_tabs->addTab(m_schema, tr("Input"));
    m_tabs->addTab(m_sourceStates, tr("Source"));
    m_tabs->addTab(m_runs, tr("Recent runs"));

    connect(m_graph, &GraphView::stateSelected, m_source, &SourceView::showState);
    connect(m_graph, &GraphView::stateActivated, this, [this](const QString &state, int line) {
        m_tabs->setCurrentIndex(SourceTab);
        m_source->showState(state, line);
        m_source->setFocus();
    });
    connect(m_source, &SourceView::stateActivated, m_graph, &GraphView::selectState);
    connect(m_runs, &InstanceList::opened, this, [this](const QString &id) {
        navigator().open(Location{u"instance"_s, id, {}});
    });
    connect(m_runs->model(), &InstanceListModel::rowsArrived, this, &WorkflowPage::showStatistics);
    connect(m_runs->model(), &InstanceListModel::countChanged, this, &WorkflowPage::showStatistics);
}

QString WorkflowPage::title() const
{
    return singleLine(m_hasDefinition ? m_definition.displayName() : location().id, 80);
}

QString WorkflowPage::iconName() const
{
    return u"workflow"_s;
}

void WorkflowPage::refresh()
{
    readDefinition();
    m_runs->refresh();
    m_heat->refresh();
}

void WorkflowPage::readDefinition()
{
    if (!m_hasDefinition)
        m_states->showLoading(tr("Reading the workflow…"));
    m_reading = deliver(console().catalog.definition(location().id, location().version), this,
                        [this](Result<WorkflowDefinition> result) {
                            if (result) {
                                m_banner->clearReadError();
                                showDefinition(*result);
                            } else if (m_hasDefinition) {
                                m_banner->setReadError(result.error(), [this] { refresh(); });
                            } else {
                                m_states->showError(result.error(), [this] { refresh(); });
                            }
                        });
}

void WorkflowPage::showDefinition(const WorkflowDefinition &definition)
{
    m_definition = definition;
    m_hasDefinition = true;
    m_name->setText(singleLine(definition.displayName(), 200));
    m_name->setToolTip(plainToolTip(definition.displayName()));
    m_version->setText(definition.version.isEmpty() ? QString()
                                                    : tr("Version %1").arg(singleLine(definition.version, 40)));
    m_summary->setDefinition(definition, m_availability);
    m_compareMenu->setSubject(definition.id, definition.version);
    m_states->showContent();
    InstanceQuery query;
    query.workflowIds = {definition.id};
    m_runs->setQuery(query);
    m_heat->setDefinition(definition);
    readSource();
    readSchemas();
    probe();
    Q_EMIT titleChanged();
}

void WorkflowPage::readSource()
{
    m_sourceStates->showLoading(tr("Reading the source…"));
    m_readingSource = deliver(console().catalog.source(m_definition), this, [this](Result<WorkflowSource> source) {
        if (source) {
            m_graph->setDefinition(source->text);
            findEvents(source->text);
            m_source->setSource(source->text, source->fileName);
            m_sourceStates->showContent();
            return;
        }
        m_graph->setDefinition({});
        if (source.error().kind == Error::Kind::NotFound)
            m_sourceStates->showEmpty(u"document"_s, tr("No source"),
                                      tr("The server does not keep the text of this definition."));
        else
            m_sourceStates->showError(source.error(), [this] { readSource(); });
    });
}

void WorkflowPage::readSchemas()
{
    StateView *states = m_schema->stateView();
    states->showLoading(tr("Reading the input schema…"));
    m_readingSchemas =
        deliver(console().catalog.schemas(m_definition), this, [this, states](Result<WorkflowSchemas> schemas) {
            if (schemas)
                m_schema->setSchemas(*schemas);
            else
                states->showError(schemas.error(), [this] { readSchemas(); });
        });
}

void WorkflowPage::probe()
{
    m_probing = deliver(console().catalog.probe(m_definition), this, [this](Result<Availability> result) {
        if (result)
            showAvailability(*result);
        else if (!result.error().isCancelled())
            showAvailability({Availability::State::Unavailable, result.error().text()});
    });
}

void WorkflowPage::showAvailability(const Availability &availability)
{
    m_availability = availability;
    const bool unavailable = availability.state == Availability::State::Unavailable;
    switch (availability.state) {
    case Availability::State::Unknown:
    case Availability::State::Checking:
        m_badge->setBadge(Tone::Neutral, u"clock"_s, tr("Checking…"));
        break;
    case Availability::State::Available:
        m_badge->setBadge(Tone::Success, u"check"_s, tr("Available"));
        break;
    case Availability::State::Unavailable:
        m_badge->setBadge(Tone::Warning, u"warning"_s, tr("Unavailable"));
        break;
    }
    m_badge->setToolTip(plainToolTip(availability.reason));
    m_run->setEnabled(m_hasDefinition && !unavailable);
    m_run->setToolTip(plainToolTip(availability.reason));
    m_run->setAccessibleDescription(availability.reason);
    if (m_hasDefinition)
        m_summary->setDefinition(m_definition, availability);
}

void WorkflowPage::showStatistics()
{
    QList<WorkflowInstance> runs;
    const int count = qMin(m_runs->model()->rowCount(), InstanceListModel::kPage);
    for (int row = 0; row < count; ++row) {
        const WorkflowInstance *run = m_runs->model()->instanceAt(row);
        if (run)
            runs.append(*run);
    }
    m_summary->setRuns(runs);
}

QJsonObject WorkflowPage::saveState() const
{
    QJsonObject state = m_split->saveDetail();
    state.insert(u"runs"_s, m_runs->view()->saveState());
    state.insert(u"heat"_s, m_heat->saveState());
    return state;
}

void WorkflowPage::restoreState(const QJsonObject &state)
{
    m_split->restoreDetail(state);
    m_runs->view()->restoreState(state.value("runs"_L1).toObject());
    m_heat->restoreState(state.value("heat"_L1).toObject());
}

} // namespace podium
