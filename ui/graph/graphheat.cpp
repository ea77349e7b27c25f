// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphheat.h"

#include "models/graph/nodemapping.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphHeat)
};

struct Domain
{
    double highestRate = 0;
    qint64 shortest = std::numeric_limits<qint64>::max();
    qint64 longest = -1;
};

bool isTerminal(const GraphNode &node)
{
    return node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
}

Domain domainOf(const GraphHeat &heat)
{
    Domain domain;
    for (const NodeHeat &node : heat.nodes) {
        domain.highestRate = std::max(domain.highestRate, node.failureRate());
        if (node.medianMs < 0)
            continue;
        domain.shortest = std::min(domain.shortest, node.medianMs);
        domain.longest = std::max(domain.longest, node.medianMs);
    }
    return domain;
}

double durationLevel(qint64 ms, const Domain &domain)
{
    const auto log = [](qint64 value) { return std::log(static_cast<double>(std::max<qint64>(value, 1))); };
    const double width = log(domain.longest) - log(domain.shortest);
    return width > 0 ? (log(ms) - log(domain.shortest)) / width : 1;
}

QString detailOf(const NodeHeat &node, int runs)
{
    QStringList parts{Texts::tr("Reached by %1 of %n run(s)", nullptr, runs).arg(QLocale().toString(node.runs))};
    if (node.visits > node.runs)
        parts << Texts::tr("entered %n time(s)", nullptr, node.visits);
    if (node.failures > 0)
        parts << Texts::tr("failed in %1 (%2)").arg(QLocale().toString(node.failures), shareText(node.failureRate()));
    if (node.medianMs >= 0)
        parts << Texts::tr("usually takes %1").arg(durationText(node.medianMs));
    return parts.join(u", "_s);
}

HeatMark markOf(const NodeHeat &node, int runs, HeatMeasure measure, const Domain &domain)
{
    HeatMark mark;
    mark.reached = true;
    mark.detail = detailOf(node, runs);
    switch (measure) {
    case HeatMeasure::Runs:
        mark.level = runs > 0 ? static_cast<double>(node.runs) / runs : 0;
        mark.text = Texts::tr("%n run(s)", nullptr, node.runs);
        mark.brief = QLocale().toString(node.runs);
        break;
    case HeatMeasure::Failures:
        if (node.failures > 0)
            mark.level = node.failureRate() / domain.highestRate;
        mark.text = Texts::tr("%1 of %2 failed").arg(QLocale().toString(node.failures), QLocale().toString(node.runs));
        mark.brief = Texts::tr("%1/%2", "failed runs of all").arg(node.failures).arg(node.runs);
        break;
    case HeatMeasure::Duration:
        if (node.medianMs < 0)
            break;
        mark.level = durationLevel(node.medianMs, domain);
        mark.text = mark.brief = durationText(node.medianMs);
        break;
    }
    return mark;
}

HeatMark notReached(int runs, HeatMeasure measure)
{
    HeatMark mark;
    mark.detail = Texts::tr("Reached by none of %n run(s)", nullptr, runs);
    if (measure == HeatMeasure::Runs) {
        mark.text = Texts::tr("%n run(s)", nullptr, 0);
        mark.brief = QLocale().toString(0);
    }
    return mark;
}

double channel(int value)
{
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
}

} // namespace

CountedHeat countHeat(const GraphModel &model, const QList<NodeDefinition> &definitions,
                      const QList<WorkflowInstance> &runs)
{
    CountedHeat counted;
    counted.heat = heatOf(model, definitions, runs);
    for (const NodeTarget &target : mapNodes(model, definitions)) {
        for (int node = target.node; node >= 0; node = model.nodes.at(node).parent)
            counted.known.insert(model.nodes.at(node).id);
    }
    return counted;
}

HeatLook heatLook(const GraphModel &model, const CountedHeat &counted, HeatMeasure measure)
{
    const GraphHeat &heat = counted.heat;
    HeatLook look;
    look.measure = measure;
    if (heat.runs == 0)
        return look;
    const Domain domain = domainOf(heat);
    for (const GraphNode &node : model.nodes) {
        // Where a run begins and ends takes no time and cannot fail.
        if (isTerminal(node) && measure != HeatMeasure::Runs)
            continue;
        const auto found = heat.nodes.constFind(node.id);
        if (found != heat.nodes.constEnd())
            look.marks.insert(node.id, markOf(*found, heat.runs, measure, domain));
        else if (counted.known.contains(node.id))
            look.marks.insert(node.id, notReached(heat.runs, measure));
    }
    switch (measure) {
    case HeatMeasure::Runs:
        look.least = QLocale().toString(0);
        look.most = Texts::tr("%n run(s)", nullptr, heat.runs);
        break;
    case HeatMeasure::Failures:
        if (domain.highestRate > 0) {
            look.least = shareText(0);
            look.most = Texts::tr("%1 failed").arg(shareText(domain.highestRate));
        }
        break;
    case HeatMeasure::Duration:
        if (domain.longest >= 0) {
            look.least = durationText(domain.shortest);
            look.most = durationText(domain.longest);
        }
        break;
    }
    return look;
}

QColor heatColor(double level, bool dark)
{
    static constexpr std::array<std::array<int, 3>, 4> kLight{
        {{0xe6, 0xef, 0xc9}, {0x86, 0xc6, 0xb4}, {0x2e, 0x86, 0xa8}, {0x1d, 0x36, 0x72}}};
    static constexpr std::array<std::array<int, 3>, 4> kDark{
        {{0x2b, 0x41, 0x6b}, {0x2f, 0x7f, 0x9b}, {0x66, 0xbd, 0x9f}, {0xf2, 0xea, 0x9c}}};
    const auto &stops = dark ? kDark : kLight;
    const double place = std::clamp(level, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<size_t>(place), stops.size() - 2);
    const double share = place - static_cast<double>(below);
    const auto part = [&](size_t i) {
        return qRound(stops[below][i] + (stops[below + 1][i] - stops[below][i]) * share);
    };
    return {part(0), part(1), part(2)};
}

QColor inkOn(const QColor &fill)
{
    const double light = luminance(fill);
    return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? QColor(Qt::black) : QColor(Qt::white);
}

QString shareText(double share)
{
    const double percent = 100 * share;
    const bool whole = std::abs(percent - std::round(percent)) < 0.05;
    return Texts::tr("%1 %").arg(QLocale().toString(percent, 'f', whole ? 0 : 1));
}

} // namespace podium
