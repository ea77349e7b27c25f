// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/comparerunspage.h"

#include "models/core/clock.h"
#include "models/services/livefeed.h"
#include "ui/pages/compare/comparesides.h"
#include "ui/pages/compareruns/comparerunsview.h"
#include "ui/pages/compareruns/runcard.h"
#include "ui/pages/compareruns/runpicker.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QToolButton>

// What is shown of two runs; comparerunsreading.cpp: how it is read.
namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CompareRunsPage::CompareRunsPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_sides(RunSides::of(location))
    , m_banner(new LiveBanner(context.console, context.display))
    , m_note(new Banner)
    , m_view(new CompareRunsView(context.display))
    , m_states(new StateView(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_note);
    layout->addWidget(m_states, 1);
    m_note->setClosable(false);
    setFocusProxy(m_view);
    m_view->setTexts(viewTexts(display(), console().clock));
    connect(&m_comparer, &RunComparer::subjectReady, m_view, &CompareRunsView::setSubject);
    connect(&m_comparer, &RunComparer::compared, this, [this](const RunPair &runs, const QList<ComparedState> &states) {
        m_view->setCompared(runs, states, console().clock.now());
    });
    connect(&console().live, &LiveFeed::instanceChanged, this, [this](const WorkflowInstance &run) {
        for (const Side side : kSides) {
            if (run.id == idOf(side) && m_runs[side])
                runArrived(side, run);
        }
    });
    connect(&display(), &DisplaySettings::changed, this, [this] {
        m_view->setTexts(viewTexts(display(), console().clock));
        showCards();
    });
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, &CompareRunsPage::tick);
    begin();
}

CompareRunsPage::~CompareRunsPage()
{
    m_view->disconnect(this);
    watch(false);
}

QWidget *CompareRunsPage::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(space::xl, space::l, space::xl, space::m);
    row->setSpacing(space::m);
    for (const Side side : kSides) {
        auto *card = new RunCard(side == A ? RunShare::OnlyA : RunShare::OnlyB);
        m_cards[side] = card;
        connect(card, &RunCard::openRequested, this, [this, side] {
            navigator().open(Location{u"instance"_s, idOf(side), {}});
        });
        connect(card, &RunCard::changeRequested, this, [this, side] { chooseRun(side); });
        row->addWidget(card, 1, Qt::AlignTop);
        if (side == B)
            break;
        QToolButton *swap = iconButton(u"swap"_s, tr("Swap the runs"), header);
        connect(swap, &QToolButton::clicked, this, [this] { setSides({m_sides.b, m_sides.a}); });
        row->addWidget(swap, 0, Qt::AlignTop);
    }
    return header;
}

QString CompareRunsPage::title() const
{
    const auto name = [this](Side side) {
        const auto &run = m_runs[side];
        return run && !run->businessKey.isEmpty() ? singleLine(run->businessKey, 40) : idOf(side).left(8);
    };
    return tr("%1 \u2194 %2", "two runs that are compared").arg(name(A), name(B));
}

QString CompareRunsPage::iconName() const
{
    return u"compare"_s;
}

void CompareRunsPage::setSides(const RunSides &sides)
{
    if (sides == m_sides)
        return;
    watch(false);
    // What is known of a run that stays is not asked for again.
    const std::array<std::optional<WorkflowInstance>, 2> before = m_runs;
    const std::array<std::optional<RunDefinition>, 2> definitions = m_definitions;
    const RunSides old = m_sides;
    m_sides = sides;
    for (const Side side : kSides) {
        const bool wasA = idOf(side) == old.a;
        const bool known = wasA || idOf(side) == old.b;
        m_runs[side] = known ? before[wasA ? A : B] : std::nullopt;
        m_definitions[side] = known ? definitions[wasA ? A : B] : std::nullopt;
    }
    setLocation(sides.location());
    begin();
    watch(isVisible());
    Q_EMIT titleChanged();
}

void CompareRunsPage::chooseRun(Side side)
{
    const auto &known = m_runs[side] ? m_runs[side] : m_runs[side == A ? B : A];
    auto *picker =
        new RunPicker(context(), known ? known->workflowId : QString(), QStringList{m_sides.a, m_sides.b}, this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &RunPicker::chosen, this, [this, side](const QString &id) {
        RunSides sides = m_sides;
        (side == A ? sides.a : sides.b) = id;
        setSides(sides);
    });
    picker->open();
}

void CompareRunsPage::showCards()
{
    const ItemTexts texts = viewTexts(display(), console().clock);
    for (const Side side : kSides) {
        if (m_runs[side])
            m_cards[side]->setRun(*m_runs[side], texts, console().clock.now());
        else
            m_cards[side]->setId(idOf(side));
    }
}

void CompareRunsPage::showNote()
{
    m_note->clear();
    if (!fits() || sameVersion())
        return;
    const QString a = singleLine(m_runs[A]->version, 40);
    const QString b = singleLine(m_runs[B]->version, 40);
    m_note->setMessage(Tone::Info,
                       tr("They follow different versions, %1 and %2: their states are matched by name.").arg(a, b),
                       tr("Compare the versions"), [this] {
                           const CompareSides sides = inOrder({m_runs[A]->version, {}}, {m_runs[B]->version, {}});
                           navigator().open(sides.location(m_runs[A]->workflowId));
                       });
}

void CompareRunsPage::showRuns()
{
    m_comparer.setRuns(*m_runs[A], *m_runs[B]);
    m_view->setVariables(*m_runs[A], *m_runs[B]);
    m_states->showContent();
}

void CompareRunsPage::tick()
{
    const auto moves = [](const std::optional<WorkflowInstance> &run) { return run && !isFinal(run->state); };
    if (!moves(m_runs[A]) && !moves(m_runs[B]))
        return;
    showCards();
    m_view->setNow(console().clock.now());
}

void CompareRunsPage::watch(bool on)
{
    for (const QString &id : std::as_const(m_watched))
        console().live.unwatchInstance(id);
    m_watched.clear();
    if (!on)
        return;
    for (const Side side : kSides) {
        if (idOf(side).isEmpty())
            continue;
        m_watched << idOf(side);
        console().live.watchInstance(idOf(side));
    }
}

void CompareRunsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_watched.isEmpty())
        watch(true);
    m_ticks.start();
}

void CompareRunsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    watch(false);
    m_ticks.stop();
}

QJsonObject CompareRunsPage::saveState() const
{
    return m_view->saveState();
}

void CompareRunsPage::restoreState(const QJsonObject &state)
{
    m_view->restoreState(state);
}

} // namespace podium
