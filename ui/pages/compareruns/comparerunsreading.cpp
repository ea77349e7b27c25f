// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/instanceservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/compareruns/comparerunspage.h"
#include "ui/pages/compareruns/comparerunsview.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/stateview.h"

// How two runs and their definitions are read.
namespace podium {

using namespace Qt::StringLiterals;

void CompareRunsPage::begin()
{
    m_hasContent = false;
    m_comparer.clear();
    m_note->clear();
    m_banner->clearReadError();
    m_view->showLoading();
    showCards();
    if (m_sides.a.isEmpty() || m_sides.b.isEmpty() || m_sides.a == m_sides.b) {
        m_states->showEmpty(u"compare"_s, m_sides.a == m_sides.b ? tr("It is one run") : tr("Which runs?"),
                            tr("Choose the run that it is to be compared with."), tr("Choose a run…"),
                            [this] { chooseRun(m_sides.a.isEmpty() ? A : B); });
        if (!m_sides.a.isEmpty())
            readRun(A); // the picker offers runs of its workflow
        return;
    }
    m_states->showLoading(tr("Reading both runs…"));
    for (const Side side : kSides) {
        if (m_runs[side])
            runArrived(side, *m_runs[side]);
        else
            readRun(side);
    }
}

void CompareRunsPage::refresh()
{
    if (m_sides.isComplete() && !m_hasContent)
        m_states->showLoading(tr("Reading both runs…"));
    bool missing = false;
    for (const Side side : kSides) {
        if (!idOf(side).isEmpty())
            readRun(side);
        if (m_definitions[side] && m_definitions[side]->source.isEmpty()) {
            m_definitions[side].reset();
            missing = true;
        }
    }
    if (m_hasContent && missing)
        readDefinitions();
}

void CompareRunsPage::readRun(Side side)
{
    m_readings[side] =
        deliver(console().instances.instance(idOf(side)), this, [this, side](const Result<WorkflowInstance> &run) {
            if (!run)
                return showFault(side, run.error());
            m_banner->clearReadError();
            runArrived(side, *run);
        });
}

void CompareRunsPage::showFault(Side side, const Error &error)
{
    if (error.isCancelled())
        return;
    if (m_hasContent)
        return m_banner->setReadError(error, [this] { refresh(); });
    if (!m_sides.isComplete())
        return;
    if (error.kind == Error::Kind::NotFound) {
        m_states->showEmpty(u"instance"_s, tr("Run %1 is not there").arg(side == A ? u"A"_s : u"B"_s),
                            tr("The server has no instance %1. It may have been removed.").arg(idOf(side).left(60)),
                            tr("Choose another run…"), [this, side] { chooseRun(side); });
    } else {
        m_states->showError(error, [this] { refresh(); });
    }
}

bool CompareRunsPage::fits() const
{
    return m_runs[A] && m_runs[B] && whyNotCompared(*m_runs[A], *m_runs[B]).isEmpty();
}

bool CompareRunsPage::sameVersion() const
{
    return m_runs[A]->version == m_runs[B]->version;
}

void CompareRunsPage::runArrived(Side side, const WorkflowInstance &run)
{
    m_runs[side] = run;
    showCards();
    Q_EMIT titleChanged();
    if (!m_runs[A] || !m_runs[B])
        return;
    if (!fits()) {
        m_states->showEmpty(u"compare"_s, whyNotCompared(*m_runs[A], *m_runs[B]),
                            tr("Only runs of one workflow have a path in common: %1 and %2 have none.")
                                .arg(singleLine(m_runs[A]->workflowId, 60), singleLine(m_runs[B]->workflowId, 60)),
                            tr("Choose another run…"), [this] { chooseRun(B); });
        return;
    }
    showRuns();
    if (!std::exchange(m_hasContent, true)) {
        showNote();
        readDefinitions();
    }
}

// Of one version only A's is asked for.
void CompareRunsPage::readDefinitions()
{
    if (!m_definitions[A])
        readDefinition(A);
    if (!m_definitions[B] && !sameVersion())
        readDefinition(B);
    if (m_definitions[A])
        definitionArrived(A, *m_definitions[A]);
}

void CompareRunsPage::readDefinition(Side side)
{
    auto read = console().catalog.definition(m_runs[side]->workflowId, m_runs[side]->version);
    m_readingDefinitions[side] = deliver(std::move(read), this, [this, side](const Result<WorkflowDefinition> &found) {
        // A definition that is gone, or has no text, still leaves states to be compared by name.
        if (!found) {
            if (found.error().kind != Error::Kind::NotFound)
                m_banner->setReadError(found.error(), [this] { refresh(); });
            return definitionArrived(side, {});
        }
        m_readingDefinitions[side] = deliver(console().catalog.source(*found), this,
                                             [this, side, nodes = found->nodes](const Result<WorkflowSource> &text) {
                                                 definitionArrived(side, {text ? text->text : QByteArray(), nodes});
                                             });
    });
}

void CompareRunsPage::definitionArrived(Side side, const RunDefinition &definition)
{
    m_definitions[side] = definition;
    if (!fits() || !m_definitions[A] || (!sameVersion() && !m_definitions[B]))
        return;
    const RunDefinition &b = sameVersion() ? *m_definitions[A] : *m_definitions[B];
    m_comparer.setDefinitions(*m_definitions[A], b, sameVersion());
}

} // namespace podium
