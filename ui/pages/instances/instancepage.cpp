// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancepage.h"

#include "models/core/clock.h"
#include "models/core/trace.h"
#include "models/items/workflowresult.h"
#include "models/services/instanceservice.h"
#include "models/services/livefeed.h"
#include "models/services/workflowcatalog.h"
#include "ui/graph/graphview.h"
#include "ui/pages/compareruns/runpicker.h"
#include "ui/pages/incident/incidentdialog.h"
#include "ui/pages/instances/detailsplit.h"
#include "ui/pages/instances/errorview.h"
#include "ui/pages/instances/instanceheader.h"
#include "ui/pages/instances/instancesource.h"
#include "ui/pages/instances/instancevariables.h"
#include "ui/pages/instances/jobsview.h"
#include "ui/pages/instances/nodeactions.h"
#include "ui/pages/instances/nodeselection.h"
#include "ui/pages/instances/relatedview.h"
#include "ui/pages/instances/replaycontrol.h"
#include "ui/pages/instances/resultview.h"
#include "ui/pages/instances/subrunopener.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/variables/variablesview.h"
#include "ui/timeline/timelinechart.h"
#include "ui/watch/watchmenu.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QMenu>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

InstanceDetailPage::InstanceDetailPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_header(new InstanceHeader)
    , m_actions(new InstanceActions(context, this))
    , m_nodeActions(new NodeActions(context, this))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_openedAt(context.console.tracer.now())
{
    m_states = new StateView(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_tabs);
    connectParts();
    connectNodes();
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, &InstanceDetailPage::tick);
    readInstance();
}

InstanceDetailPage::~InstanceDetailPage()
{
    if (m_watching)
        console().live.unwatchInstance(location().id);
}

QWidget *InstanceDetailPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    m_graph = new GraphView;
    m_replay = new ReplayControl(m_graph, this, display(), console().clock);
    makeTabs();
    m_split = new DetailSplit(m_graph, m_tabs);
    layout->addWidget(m_split, 1);
    return content;
}

void InstanceDetailPage::makeTabs()
{
    m_tabs = detailTabs(tr("Parts of the instance"));
    m_timeline = new TimelineView(display(), console().clock);
    m_variables = new InstanceVariables(context());
    m_error = new ErrorView(context());
    m_result = new ResultView;
    m_related = new RelatedView(context());
    m_jobs = new JobsView(context());
    m_input = new VariablesView;
    m_input->setSubject(tr("Input"));
    m_input->setEmptyText(tr("No input"), tr("The server does not keep what this run was started with."));
    m_source = new InstanceSource;
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(m_variables, tr("Variables"));
    m_tabs->addTab(m_error, tr("Error"));
    m_tabs->addTab(m_result, tr("Result"));
    m_tabs->addTab(m_related, tr("Related"));
    m_tabs->addTab(m_jobs, tr("Jobs"));
    m_tabs->addTab(m_input, tr("Input"));
    m_tabs->addTab(m_source, tr("Source"));
    m_tabs->setTabVisible(ErrorTab, false);
    m_tabs->setTabVisible(ResultTab, false);
    m_selection = new NodeSelection({m_tabs, m_graph, m_timeline, m_source, m_jobs}, this);
}

void InstanceDetailPage::connectParts()
{
    connect(m_header, &InstanceHeader::triggered, this,
            [this](InstanceAction action) { m_actions->run(action, m_instance); });
    connect(m_header, &InstanceHeader::workflowRequested, this, [this] {
        navigator().open(Location{u"workflow"_s, m_instance.workflowId, m_instance.version});
    });
    m_header->menu()->addAction(themedIcon(u"compare"_s), tr("Compare with another run…"), this,
                                [this] { pickRunToCompare(context(), m_instance, this); });
    m_header->menu()->addAction(themedIcon(u"eye"_s), tr("Watch this…"), this,
                                [this] { watchInstance(context(), m_instance, this); });
    m_header->menu()->addAction(themedIcon(u"export"_s), tr("Save incident bundle…"), this, [this] {
        auto *dialog = new IncidentDialog(context(), m_instance, m_definition, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_header->setRules([this](InstanceAction action) { return m_actions->ruleNow(action, m_instance); });
    connect(m_actions, &InstanceActions::busyChanged, m_header, &InstanceHeader::updateButtons);
    connect(m_actions, &InstanceActions::accepted, this, &InstanceDetailPage::readInstance);
    const auto actionFailed = [this](const Error &error) { m_banner->setActionError(error); };
    connect(m_actions, &InstanceActions::failed, this, actionFailed);
    connect(m_jobs, &JobsView::failed, this, actionFailed);
    connect(m_variables, &InstanceVariables::saved, this, [this] {
        console().live.refreshNow();
        readInstance();
    });

    connect(m_timeline, &TimelineView::timePicked, m_replay, &ReplayControl::showAt);
    connect(m_replay, &ReplayControl::timeShown, m_timeline->chart(), &TimelineChart::setCursorTime);
    connect(m_graph, &GraphView::painted, this, [this] {
        if (!m_hasInstance || !m_hasDefinition)
            return;
        if (std::exchange(m_graphPainted, true))
            console().tracer.mark("live update painted");
        else
            console().tracer.span("graph painted", m_openedAt);
    });
    connectSubRuns();
    connect(m_error, &ErrorView::nodeRequested, this, [this](const QString &, const QString &definitionId) {
        m_selection->selectDefinition(definitionId);
        m_graph->setFocus();
    });
    connect(m_error, &ErrorView::sourceRequested, m_selection, &NodeSelection::showLine);
    connect(this, &Page::partWanted, this, &InstanceDetailPage::pointAt);
    connect(m_result, &ResultView::linkActivated, this, [this](const QUrl &url) { navigator().openLink(url); });
    connect(m_result, &ResultView::runRequested, this, [this](const QString &id) {
        navigator().open({u"run"_s, id, {}, u"from="_s % m_instance.id});
    });
    connect(&console().live, &LiveFeed::instanceChanged, this, [this](const WorkflowInstance &instance) {
        if (instance.id == location().id)
            showInstance(instance);
    });
    connect(&display(), &DisplaySettings::changed, this, &InstanceDetailPage::showDisplay);
}

void InstanceDetailPage::connectSubRuns()
{
    m_subRuns = new SubRunOpener(context(), m_graph, m_related->family(), this);
    connect(m_subRuns, &SubRunOpener::familyRequested, this, [this] { m_tabs->setCurrentIndex(RelatedTab); });
    connect(m_timeline, &TimelineView::visitActivated, m_subRuns,
            [this](const NodeInstance &visit) { m_subRuns->openVisit(visit.id); });
    connect(m_selection, &NodeSelection::menuAboutToOpen, m_subRuns,
            [this](QMenu *menu, const NodeInstance &visit) { m_subRuns->fillVisitMenu(menu, visit.id); });
}

/// What can be done to nodes: in the menus of timeline and graph, and for the palette.
void InstanceDetailPage::connectNodes()
{
    addActions(m_header->actions());
    connect(m_header, &InstanceHeader::eventRequested, this, [this] {
        navigator().open({u"resume"_s, location().id, {}});
    });
    connect(m_selection, &NodeSelection::menuAboutToOpen, m_nodeActions, &NodeActions::fillEventMenu);
    connect(m_selection, &NodeSelection::menuAboutToOpen, m_nodeActions, &NodeActions::fillMenu);
    connect(m_timeline, &TimelineView::selected, m_nodeActions, [this] {
        const NodeInstance *visit = m_timeline->currentNode();
        m_nodeActions->setCurrentVisit(visit ? visit->id : QString());
    });
    connect(m_graph, &GraphView::nodeMenuRequested, m_nodeActions, [this](QMenu *menu, int node) {
        const auto &nodes = m_graph->graph()->model.nodes;
        if (node >= 0 && node < nodes.size())
            m_nodeActions->fillStateMenu(menu, nodes.at(node).stateName);
    });
    connect(m_nodeActions, &NodeActions::rereadWanted, this, &InstanceDetailPage::readInstance);
    connect(m_nodeActions, &NodeActions::failed, m_banner, &LiveBanner::setActionError);
}

QString InstanceDetailPage::title() const
{
    if (!m_hasInstance)
        return tr("Instance %1").arg(location().id.left(8));
    const QString name = m_instance.workflowName.isEmpty() ? m_instance.workflowId : m_instance.workflowName;
    const QString which = m_instance.businessKey.isEmpty() ? m_instance.id.left(8) : m_instance.businessKey;
    return tr("%1 · %2").arg(singleLine(name, 60), singleLine(which, 40));
}

QString InstanceDetailPage::iconName() const
{
    return u"instance"_s;
}

void InstanceDetailPage::refresh()
{
    m_actions->forgetRefusals();
    readInstance();
    if (!m_hasDefinition && m_hasInstance)
        readDefinition();
    if (m_jobs->isVisible())
        m_jobs->refresh();
    m_related->refresh();
}

void InstanceDetailPage::readInstance()
{
    if (!m_hasInstance)
        m_states->showLoading(tr("Reading the instance…"));
    m_reading = deliver(console().instances.instance(location().id), this, [this](Result<WorkflowInstance> result) {
        if (result) {
            m_banner->clearReadError();
            showInstance(*result);
        } else if (m_hasInstance) {
            m_banner->setReadError(result.error(), [this] { refresh(); });
        } else {
            m_states->showError(result.error(), [this] { refresh(); });
        }
    });
}

void InstanceDetailPage::readDefinition()
{
    m_readingDefinition = deliver(console().catalog.definition(m_instance.workflowId, m_instance.version), this,
                                  [this](Result<WorkflowDefinition> definition) {
                                      if (!definition) {
                                          m_graph->setDefinition({}); // the graph says that there is none
                                          m_source->setError(definition.error(), [this] { readDefinition(); });
                                          return;
                                      }
                                      m_definition = *definition;
                                      m_hasDefinition = true;
                                      m_timeline->setDefinitions(m_definition.nodes);
                                      m_selection->setDefinitions(m_definition.nodes);
                                      m_error->setInstance(m_instance, m_definition.nodes);
                                      m_nodeActions->setInstance(m_instance, m_definition.nodes);
                                      m_subRuns->setInstance(m_instance, m_definition.nodes);
                                      showGraph();
                                      pointAtNode();
                                      readSource();
                                  });
}

void InstanceDetailPage::readSource()
{
    m_readingSource =
        deliver(console().catalog.source(m_definition), this, [this](const Result<WorkflowSource> &source) {
            m_graph->setDefinition(source ? source->text : QByteArray());
            m_error->setSource(source ? *source : WorkflowSource());
            if (!source)
                return m_source->setError(source.error(), [this] { readSource(); });
            m_timeline->setDefinitionText(source->text);
            m_source->setSource(*source);
        });
}

void InstanceDetailPage::showInstance(const WorkflowInstance &instance)
{
    const bool first = !std::exchange(m_hasInstance, true);
    m_instance = instance;
    const QDateTime now = console().clock.now();
    m_header->setInstance(instance, viewTexts(display(), console().clock), now);
    m_timeline->setInstance(instance);
    m_variables->setInstance(instance);
    m_input->setJson(inputOf(instance.variables));
    m_error->setInstance(instance, m_definition.nodes);
    m_nodeActions->setInstance(instance, m_definition.nodes);
    m_result->setVariables(instance.variables);
    m_related->setInstance(instance);
    m_subRuns->setInstance(instance, m_definition.nodes);
    m_jobs->setInstance(instance);
    m_replay->setInstance(instance);
    showTabs();
    showGraph();
    if (first) {
        chooseTab();
        m_states->showContent();
        readDefinition();
        console().tracer.span("instance opened", m_openedAt);
    }
    Q_EMIT titleChanged();
}

void InstanceDetailPage::showTabs()
{
    m_tabs->setTabVisible(ErrorTab, m_instance.state == InstanceState::Error);
    m_tabs->setTabVisible(ResultTab, m_result->hasResult());
    const auto children = static_cast<int>(m_instance.children.size());
    m_tabs->setTabText(RelatedTab, children > 0 ? tr("Related (%1)").arg(children) : tr("Related"));
}

/// What the user most likely came for, unless he left a tab open here before.
void InstanceDetailPage::chooseTab()
{
    if (std::exchange(m_tabChosen, true))
        return;
    if (m_instance.state == InstanceState::Error)
        m_tabs->setCurrentIndex(ErrorTab);
    else if (m_instance.state == InstanceState::Completed && m_result->hasResult())
        m_tabs->setCurrentIndex(ResultTab);
}

/// From a job to its instance: the job in front, and its node selected in graph and timeline.
void InstanceDetailPage::pointAt(const QString &part)
{
    if (!part.startsWith("node="_L1))
        return;
    m_wantedNode = part.mid(5);
    m_tabChosen = true;
    m_tabs->setCurrentIndex(JobsTab);
    m_jobs->selectNode(m_wantedNode);
    pointAtNode();
}

void InstanceDetailPage::pointAtNode()
{
    if (m_wantedNode.isEmpty() || !m_hasInstance || !m_hasDefinition)
        return;
    const QString wanted = std::exchange(m_wantedNode, {});
    for (const NodeInstance &node : std::as_const(m_instance.nodes)) {
        if (node.id == wanted)
            m_selection->selectVisit(node);
    }
}

void InstanceDetailPage::showGraph()
{
    if (m_hasDefinition && m_hasInstance)
        m_graph->setOverlay(m_definition.nodes, m_instance);
}

void InstanceDetailPage::tick()
{
    if (!m_hasInstance || isFinal(m_instance.state))
        return;
    const QDateTime now = console().clock.now();
    m_header->setInstance(m_instance, viewTexts(display(), console().clock), now);
    m_timeline->setNow(now);
}

void InstanceDetailPage::showDisplay()
{
    if (m_hasInstance)
        m_header->setInstance(m_instance, viewTexts(display(), console().clock), console().clock.now());
}

void InstanceDetailPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_watching, true))
        console().live.watchInstance(location().id);
    m_ticks.start();
}

void InstanceDetailPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (std::exchange(m_watching, false))
        console().live.unwatchInstance(location().id);
    m_ticks.stop();
}

QJsonObject InstanceDetailPage::saveState() const
{
    QJsonObject state = m_split->saveDetail();
    state.insert(u"timeline"_s, m_timeline->saveState());
    state.insert(u"replay"_s, m_replay->saveState());
    return state;
}

void InstanceDetailPage::restoreState(const QJsonObject &state)
{
    m_timeline->restoreState(state.value("timeline"_L1).toObject());
    m_replay->restoreState(state.value("replay"_L1).toObject());
    m_tabChosen = m_split->restoreDetail(state) || m_tabChosen;
}

} // namespace podium
