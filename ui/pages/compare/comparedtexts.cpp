// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparedtexts.h"

#include "models/workflow/workflowdocument.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using StopFlag = std::shared_ptr<std::atomic_bool>;

struct SummaryTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::DifferenceSummary)
};

Error notDrawn(Error error, const QString &name)
{
    error.what = SummaryTexts::tr("%1 cannot be drawn: it is not read as a workflow.").arg(name);
    return error;
}

Result<SharedComparison> compareGraphsOf(const ComparedText &older, const ComparedText &newer, const StopFlag &stop)
{
    const Result<WorkflowDocument> before = readWorkflow(older.text);
    if (!before)
        return notDrawn(before.error(), older.name);
    if (stop->load())
        return Error::cancelled();
    const Result<WorkflowDocument> after = readWorkflow(newer.text);
    if (!after)
        return notDrawn(after.error(), newer.name);
    if (stop->load())
        return Error::cancelled();
    auto difference = std::make_shared<const GraphDifference>(compareDefinitions(*before, *after));
    if (stop->load())
        return Error::cancelled();
    auto graph = std::make_shared<ComparedGraph>();
    graph->entries = differenceEntries(*difference);
    graph->counts = countDifferences(*difference);
    graph->whole = makeWhole(std::move(difference));
    return SharedComparison(std::move(graph));
}

/// The first count with its noun, the others without: "2 states added, 1 removed".
QString joined(const DifferenceCounts::Count &count, const QString &added, const QString &removed,
               const QString &changed, const QString &onlyRemoved, const QString &onlyChanged)
{
    QStringList parts;
    if (count.added > 0)
        parts << added;
    if (count.removed > 0)
        parts << (parts.isEmpty() ? onlyRemoved : removed);
    if (count.changed > 0)
        parts << (parts.isEmpty() ? onlyChanged : changed);
    return parts.join(u", "_s);
}

} // namespace

void TextComparison::stop()
{
    if (m_stop)
        m_stop->store(true);
    m_graph.cancel();
    m_text.cancel();
}

void TextComparison::start(const ComparedText &older, const ComparedText &newer)
{
    stop();
    m_stop = std::make_shared<std::atomic_bool>(false);
    auto text = runOnWorker<SharedTextDifference>([older, newer, flag = m_stop]() -> Result<SharedTextDifference> {
        auto difference = std::make_shared<const TextDifference>(
            compareTexts(older.text, newer.text, [flag] { return flag->load(); }));
        if (difference->cancelled)
            return Error::cancelled();
        return SharedTextDifference(std::move(difference));
    });
    m_text = deliver(std::move(text), this, [this](const Result<SharedTextDifference> &result) {
        if (result)
            Q_EMIT textReady(*result);
    });
    auto graph =
        runOnWorker<SharedComparison>([older, newer, flag = m_stop] { return compareGraphsOf(older, newer, flag); });
    m_graph = deliver(std::move(graph), this, [this](const Result<SharedComparison> &result) {
        if (result)
            Q_EMIT graphReady(*result);
        else if (!result.error().isCancelled())
            Q_EMIT graphFailed(result.error());
    });
}

QString summaryOf(const DifferenceCounts &counts)
{
    QStringList parts;
    const auto &[states, transitions, others] = counts;
    parts << joined(states, SummaryTexts::tr("%n state(s) added", nullptr, states.added),
                    SummaryTexts::tr("%n removed", "states", states.removed),
                    SummaryTexts::tr("%n changed", "states", states.changed),
                    SummaryTexts::tr("%n state(s) removed", nullptr, states.removed),
                    SummaryTexts::tr("%n state(s) changed", nullptr, states.changed));
    parts << joined(transitions, SummaryTexts::tr("%n transition(s) added", nullptr, transitions.added),
                    SummaryTexts::tr("%n removed", "transitions", transitions.removed),
                    SummaryTexts::tr("%n changed", "transitions", transitions.changed),
                    SummaryTexts::tr("%n transition(s) removed", nullptr, transitions.removed),
                    SummaryTexts::tr("%n transition(s) changed", nullptr, transitions.changed));
    if (others.all() > 0)
        parts << SummaryTexts::tr("%n start(s) or end(s) differ", nullptr, others.all());
    parts.removeAll(QString());
    return parts.join(u" \u00B7 "_s);
}

QString summaryOf(const TextDifference &text)
{
    const DifferenceCounts::Count lines{text.addedLines(), text.removedLines(), 0};
    QStringList parts{joined(lines, SummaryTexts::tr("%n line(s) added", nullptr, lines.added),
                             SummaryTexts::tr("%n removed", "lines", lines.removed), {},
                             SummaryTexts::tr("%n line(s) removed", nullptr, lines.removed), {})};
    parts.removeAll(QString());
    if (text.lineEnds)
        parts << SummaryTexts::tr("line ends differ");
    return parts.join(u" \u00B7 "_s);
}

} // namespace podium
