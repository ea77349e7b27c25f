// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparepage.h"

#include "models/services/workflowcatalog.h"
#include "ui/pages/compare/comparebar.h"
#include "ui/pages/compare/comparemenu.h"
#include "ui/pages/compare/compareview.h"
#include "ui/pages/compare/definitionfile.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/stateview.h"

#include <QAction>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

ComparePage::ComparePage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_sides(CompareSides::of(location))
    , m_bar(new CompareBar)
    , m_banner(new LiveBanner(context.console, context.display))
    , m_note(new Banner)
    , m_view(new CompareView)
    , m_states(new StateView(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_note);
    layout->addWidget(m_states, 1);
    m_note->setClosable(false);
    setFocusProxy(m_view);
    addSteps();

    connect(m_bar, &CompareBar::sidesChosen, this, &ComparePage::setSides);
    connect(m_bar, &CompareBar::fileWanted, this, &ComparePage::chooseFile);
    connect(m_view, &CompareView::positionChanged, this, &ComparePage::showPosition);
    connect(&m_comparison, &TextComparison::graphReady, this, [this](const SharedComparison &graph) {
        m_graph = graph;
        m_graphError.reset();
        m_view->setGraph(graph);
        showSummary();
    });
    connect(&m_comparison, &TextComparison::graphFailed, this, [this](const Error &error) {
        m_graphError = error;
        m_graph.reset();
        m_view->setNoGraph();
        showSummary();
    });
    connect(&m_comparison, &TextComparison::textReady, this, [this](const SharedTextDifference &text) {
        m_text = text;
        m_view->setText(text);
        showSummary();
    });
    m_bar->setName(location.id);
    m_bar->setSides(m_sides);
    m_states->showLoading(tr("Reading both versions…"));
    readVersions();
    if (!m_sides.older.isEmpty() && !m_sides.newer.isEmpty())
        readSides(); // the list is needed for the choice only
}

ComparePage::~ComparePage()
{
    m_view->disconnect(this);
}

void ComparePage::addSteps()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, bool backward) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, backward] { m_view->step(backward); });
        addAction(action);
    };
    add(tr("Next difference"), QKeySequence(Qt::Key_F8), false);
    add(tr("Previous difference"), QKeySequence(Qt::SHIFT | Qt::Key_F8), true);
    connect(m_bar, &CompareBar::stepRequested, m_view, &CompareView::step);
}

QString ComparePage::title() const
{
    const QString name = singleLine(m_name.isEmpty() ? location().id : m_name, 60);
    if (m_sides.older.isEmpty() || m_sides.newer.isEmpty())
        return tr("Compare %1").arg(name);
    return tr("%1: %2 \u2192 %3").arg(name, m_sides.older.name(), m_sides.newer.name());
}

QString ComparePage::iconName() const
{
    return u"compare"_s;
}

void ComparePage::refresh()
{
    readVersions();
    if (!m_sides.older.isEmpty() && !m_sides.newer.isEmpty())
        readSides();
}

// ---- what is compared ----

void ComparePage::readVersions()
{
    m_readingVersions = deliver(console().catalog.list(), this,
                                [this](const Result<QList<WorkflowDefinition>> &list) { versionsArrived(list); });
}

void ComparePage::versionsArrived(const Result<QList<WorkflowDefinition>> &list)
{
    const bool open = m_sides.older.isEmpty() || m_sides.newer.isEmpty();
    if (!list) {
        // What was asked for can be read without the list of what else there is.
        if (open)
            m_states->showError(list.error(), [this] { refresh(); });
        else if (m_hasContent)
            m_banner->setReadError(list.error(), [this] { refresh(); });
        return;
    }
    const QStringList versions = versionsOf(location().id, *list);
    for (const WorkflowDefinition &definition : *list) {
        if (definition.id == location().id)
            m_name = definition.displayName();
    }
    m_bar->setVersions(versions);
    if (!m_name.isEmpty())
        m_bar->setName(m_name);
    Q_EMIT titleChanged();
    if (!open)
        return;
    CompareSides sides = m_sides;
    sides.complete(versions);
    if (sides.older.isEmpty() || sides.newer.isEmpty()) {
        m_bar->setSides(m_sides = sides);
        return showOnlyVersion();
    }
    setSides(sides);
}

void ComparePage::showOnlyVersion()
{
    const bool none = m_sides.newer.isEmpty();
    m_states->showEmpty(u"compare"_s, none ? tr("This workflow is not known here") : tr("There is only one version"),
                        none ? tr("No version of it is deployed in this environment.")
                             : tr("Deploy another one, or compare version %1 with a file.").arg(m_sides.newer.name()),
                        none ? tr("Look again") : tr("Compare with a file…"), [this, none] {
                            if (none)
                                refresh();
                            else
                                chooseFile(false);
                        });
}

void ComparePage::setSides(const CompareSides &sides)
{
    m_sides = sides;
    m_bar->setSides(sides);
    m_hasContent = false;
    m_comparison.stop();
    m_view->showLoading();
    setLocation(sides.location(location().id));
    if (sides.older.isEmpty() || sides.newer.isEmpty())
        return readVersions();
    readSides();
}

void ComparePage::chooseFile(bool older)
{
    chooseDefinitionFile(this, [this, older](const QString &path) {
        CompareSides sides = m_sides;
        if (!older && sides.older.isEmpty())
            sides.older = sides.newer; // the only version there is
        (older ? sides.older : sides.newer) = {{}, path};
        setSides(sides);
    });
}

// ---- reading ----

Async<QByteArray> ComparePage::readSide(const CompareSide &side)
{
    if (!side.file.isEmpty())
        return runOnWorker<QByteArray>([path = side.file] { return readDefinitionFile(path); });
    auto definition = console().catalog.definition(location().id, side.version);
    auto source = chain<WorkflowSource>(this, std::move(definition), [this](const WorkflowDefinition &found) {
        return console().catalog.source(found);
    });
    return mapOnWorker<QByteArray>(this, std::move(source),
                                   [](const WorkflowSource &text) -> Result<QByteArray> { return text.text; });
}

void ComparePage::readSides()
{
    if (!m_hasContent)
        m_states->showLoading(tr("Reading both versions…"));
    m_texts = {};
    for (const Side side : {Older, Newer}) {
        m_readings[side] = deliver(readSide(sideOf(side)), this,
                                   [this, side](const Result<QByteArray> &text) { sideArrived(side, text); });
    }
}

void ComparePage::sideArrived(Side side, const Result<QByteArray> &text)
{
    if (!text)
        return showFault(side, text.error());
    m_texts[side] = *text;
    if (!m_texts[Older] || !m_texts[Newer])
        return;
    m_banner->clearReadError();
    const std::array<QByteArray, 2> both{*m_texts[Older], *m_texts[Newer]};
    if (m_hasContent && both == m_compared)
        return; // read again, and nothing is new
    if (!m_hasContent) {
        m_graph.reset();
        m_text.reset();
        m_graphError.reset();
        m_view->showLoading();
        showSummary();
    }
    m_compared = both;
    m_hasContent = true;
    m_states->showContent();
    m_comparison.start({m_sides.older.name(), *m_texts[Older]}, {m_sides.newer.name(), *m_texts[Newer]});
}

void ComparePage::showFault(Side side, const Error &error)
{
    if (error.isCancelled())
        return;
    m_readings[side == Older ? Newer : Older].cancel();
    if (m_hasContent)
        return m_banner->setReadError(error, [this] { refresh(); });
    m_note->clear();
    m_bar->setSummary({});
    const QString name = sideOf(side).name();
    if (error.kind == Error::Kind::NotFound && sideOf(side).file.isEmpty()) {
        m_states->showEmpty(
            u"document"_s, tr("Version %1 has no text").arg(name),
            tr("The server does not keep the text of this definition. Choose another version, or a file "
               "that holds it."),
            tr("Choose its file…"), [this, side] { chooseFile(side == Older); });
    } else {
        m_states->showError(error, [this] { refresh(); });
    }
}

// ---- what is said about it ----

void ComparePage::showSummary()
{
    const bool done = m_text && (m_graph || m_graphError);
    const bool sameGraph = m_graph && m_graph->whole->difference->isEmpty();
    m_note->clear();
    if (m_graphError) {
        m_note->setMessage(Tone::Warning, m_graphError->text());
    } else if (done && sameGraph && m_text->isSameText()) {
        m_note->setMessage(Tone::Success, tr("Both versions are the same, letter by letter."));
    } else if (done && sameGraph) {
        const QString where =
            m_text->changes.empty() ? tr("Only line ends differ.") : tr("Their texts differ, though.");
        m_note->setMessage(Tone::Info, tr("Both versions draw and say the same. %1").arg(where), tr("Show the texts"),
                           [this] { m_view->showTextTab(); });
    } else if (m_text && m_text->coarse) {
        m_note->setMessage(Tone::Info, tr("The texts differ too much to be compared line by line: some lines that are "
                                          "the same are shown as changed."));
    }
    m_bar->setSummary(sameGraph ? tr("States and transitions are the same")
                      : m_graph ? summaryOf(m_graph->counts)
                                : QString());
}

void ComparePage::showPosition()
{
    m_bar->setPosition(m_view->position(), m_view->count());
}

QJsonObject ComparePage::saveState() const
{
    return m_view->saveState();
}

void ComparePage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state);
}

} // namespace podium
