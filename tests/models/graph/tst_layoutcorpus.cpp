// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The layout on all definitions that people wrote: what synthetic graphs never look like.
#include "layoutchecks.h"
#include "models/workflow/workflowdocument.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const LayoutDirection kDirections[] = {LayoutDirection::TopDown, LayoutDirection::LeftRight};

GraphLayout drawn(const GraphModel &model, LayoutDirection direction, const TextMetrics &metrics = {})
{
    LayoutOptions options;
    options.direction = direction;
    options.metrics = metrics;
    return layoutGraph(model, options);
}

/// Another font: the layout must not live on the widths of one.
TextMetrics wideMetrics()
{
    TextMetrics metrics;
    for (float &advance : metrics.advance)
        advance *= 1.4F;
    metrics.lineHeight *= 1.4F;
    return metrics;
}

/// The definition with one more state, between a state and its successor.
WorkflowDocument withStateAfter(WorkflowDocument document, qsizetype at)
{
    State added;
    added.name = u"one more state"_s;
    added.type = State::Type::Inject;
    added.next = document.states.at(at).next;
    document.states[at].next.transition->to.name = added.name;
    document.states.insert(at + 1, added);
    return document;
}

/// How far a state moves across the direction of the drawing, as seen from the start; the median of all states.
double moved(const GraphModel &before, const GraphModel &after, LayoutDirection direction)
{
    const GraphLayout was = drawn(before, direction);
    const GraphLayout is = drawn(after, direction);
    const auto across = [direction](const GraphLayout &layout, int node) {
        const QPointF center = layout.nodes.at(node).rect.center();
        return direction == LayoutDirection::TopDown ? center.x() : center.y();
    };
    std::vector<double> ways;
    for (int i = 0; i < before.nodes.size(); ++i) {
        const GraphNode &node = before.nodes.at(i);
        const int there = after.indexOfId.value(node.id, -1);
        if (node.isState && there >= 0)
            ways.push_back(std::abs((across(is, there) - across(is, 0)) - (across(was, i) - across(was, 0))));
    }
    std::nth_element(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(ways.size() / 2), ways.end());
    return ways[ways.size() / 2];
}

} // namespace

class TestLayoutCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s;
        if (!QDir(folder).exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<WorkflowDocument> document = readWorkflow(file.readAll());
            if (document)
                m_definitions.emplace_back(QDir(folder).relativeFilePath(file.fileName()), *document);
        }
        std::sort(m_definitions.begin(), m_definitions.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        QVERIFY(m_definitions.size() > 100);
    }

    void drawsAllCleanly_data()
    {
        QTest::addColumn<bool>("wide");
        QTest::newRow("usual font") << false;
        QTest::newRow("large font") << true;
    }

    void drawsAllCleanly()
    {
        QFETCH(bool, wide);
        for (const auto &[name, document] : m_definitions) {
            const GraphModel model = buildGraph(document);
            for (const LayoutDirection direction : kDirections) {
                const GraphLayout layout = drawn(model, direction, wide ? wideMetrics() : TextMetrics());
                const QStringList faults = layoutFaults(model, layout);
                QVERIFY2(faults.isEmpty(), qPrintable(name + u": "_s + faults.mid(0, 5).join(u"; "_s)));
            }
        }
    }

    // Loops of real definitions start and end at the sides of their boxes, seen along the flow.
    void drawsLoopsBesideTheBoxes()
    {
        int loops = 0;
        for (const auto &[name, document] : m_definitions) {
            const GraphModel model = buildGraph(document);
            for (const LayoutDirection direction : kDirections) {
                const GraphLayout layout = drawn(model, direction);
                for (int e = 0; e < model.edges.size(); ++e) {
                    const QRectF from = layout.nodes.at(model.edges.at(e).from).rect;
                    const QRectF to = layout.nodes.at(model.edges.at(e).to).rect;
                    const bool down = direction == LayoutDirection::TopDown;
                    if (down ? from.top() < to.top() : from.left() < to.left())
                        continue;
                    const auto &points = layout.edges.at(e).points;
                    const QPointF out = points.at(1) - points.first();
                    const QPointF in = points.last() - points.at(points.size() - 2);
                    QVERIFY2(down ? qFuzzyIsNull(out.y()) && qFuzzyIsNull(in.y())
                                  : qFuzzyIsNull(out.x()) && qFuzzyIsNull(in.x()),
                             qPrintable(name));
                    ++loops;
                }
            }
        }
        QVERIFY(loops > 20);
    }

    void drawsAllTheSameEveryTime()
    {
        for (const auto &[name, document] : m_definitions) {
            for (const LayoutDirection direction : kDirections) {
                const GraphLayout first = drawn(buildGraph(document), direction);
                const GraphLayout second = drawn(buildGraph(document), direction);
                const auto sameNode = [](const NodeGeometry &a, const NodeGeometry &b) { return a.rect == b.rect; };
                const auto sameEdge = [](const EdgeGeometry &a, const EdgeGeometry &b) {
                    return a.points == b.points && a.label == b.label;
                };
                QVERIFY2(std::equal(first.nodes.cbegin(), first.nodes.cend(), second.nodes.cbegin(), sameNode) &&
                             std::equal(first.edges.cbegin(), first.edges.cend(), second.edges.cbegin(), sameEdge),
                         qPrintable(name));
            }
        }
    }

    // Who adds a state in the editor finds the others where they were.
    void movesLittleWhenAStateIsAdded()
    {
        std::vector<double> all;
        for (const auto &[name, document] : m_definitions) {
            const GraphModel before = buildGraph(document);
            for (qsizetype at = 0; at < document.states.size(); ++at) {
                if (!document.states.at(at).next.transition)
                    continue;
                const GraphModel after = buildGraph(withStateAfter(document, at));
                for (const LayoutDirection direction : kDirections)
                    all.push_back(moved(before, after, direction));
            }
        }
        QVERIFY(all.size() > 100);
        std::sort(all.begin(), all.end());
        const auto atShare = [&all](double share) {
            return all[static_cast<size_t>(share * static_cast<double>(all.size() - 1))];
        };
        QVERIFY2(atShare(0.5) < 1, "Most states should stay in line with the start.");
        QVERIFY2(atShare(0.95) < 30, "Hardly ever should half of the states move by more than a part of their width.");
    }

private:
    std::vector<std::pair<QString, WorkflowDocument>> m_definitions; ///< by file name
};

QTEST_GUILESS_MAIN(TestLayoutCorpus)
#include "tst_layoutcorpus.moc"
