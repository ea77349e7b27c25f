// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphstyle.h"

#include <QFontMetricsF>

namespace podium {

using namespace Qt::StringLiterals;

QString iconOf(const GraphNode &node)
{
    using Kind = GraphNode::Kind;
    if (!node.subWorkflow.isEmpty())
        return u"subflow"_s;
    switch (node.kind) {
    case Kind::Start:
        return u"run"_s;
    case Kind::End:
        return u"check"_s;
    case Kind::Operation:
        return u"operation"_s;
    case Kind::Inject:
        return u"inject"_s;
    case Kind::Switch:
        return u"switch"_s;
    case Kind::Event:
    case Kind::EventHandler:
    case Kind::EventWait:
    case Kind::EventAction:
        return u"event"_s;
    case Kind::ForEach:
        return u"foreach"_s;
    case Kind::Callback:
        return u"callback"_s;
    case Kind::Parallel:
    case Kind::Branch:
        return u"parallel"_s;
    case Kind::Sleep:
        return u"sleep"_s;
    case Kind::SubFlow:
        return u"subflow"_s;
    case Kind::Action:
        return u"operation"_s;
    case Kind::UnknownState:
    case Kind::Missing:
        return u"warning"_s;
    }
    return {};
}

QString iconOf(GraphBadge::Kind kind)
{
    switch (kind) {
    case GraphBadge::Kind::Timeout:
        return u"clock"_s;
    case GraphBadge::Kind::Retry:
        return u"retry"_s;
    case GraphBadge::Kind::Compensation:
        return u"back"_s;
    case GraphBadge::Kind::Condition:
        return u"filter"_s;
    case GraphBadge::Kind::Problem:
        return u"warning"_s;
    case GraphBadge::Kind::Async:
        return u"forward"_s;
    }
    return {};
}

QString iconOf(NodeState state)
{
    switch (state) {
    case NodeState::Pending:
        return {};
    case NodeState::Running:
        return u"run"_s;
    case NodeState::Waiting:
        return u"clock"_s;
    case NodeState::Done:
        return u"check"_s;
    case NodeState::Failed:
        return u"error"_s;
    case NodeState::Skipped:
        return u"skip"_s;
    case NodeState::Aborted:
        return u"abort"_s;
    }
    return {};
}

Tone toneOf(NodeState state)
{
    switch (state) {
    case NodeState::Running:
        return Tone::Info;
    case NodeState::Waiting:
        return Tone::Warning;
    case NodeState::Done:
        return Tone::Success;
    case NodeState::Failed:
        return Tone::Danger;
    case NodeState::Pending:
    case NodeState::Skipped:
    case NodeState::Aborted:
        break;
    }
    return Tone::Neutral;
}

TextMetrics textMetrics(const QFont &font)
{
    TextMetrics metrics;
    const QFontMetricsF real(font);
    for (size_t c = 32; c < metrics.advance.size(); ++c)
        metrics.advance[c] = static_cast<float>(real.horizontalAdvance(QChar(static_cast<char16_t>(c))));
    metrics.wide = static_cast<float>(real.horizontalAdvance(QChar(u'\u4E2D')));
    metrics.lineHeight = static_cast<float>(real.height());
    QFont bold = strongFont(font);
    bold.setPointSizeF(font.pointSizeF());
    const QString sample = u"The quick brown fox jumps over the lazy dog"_s;
    metrics.bold = static_cast<float>(QFontMetricsF(bold).horizontalAdvance(sample) / real.horizontalAdvance(sample));
    return metrics;
}

GraphStyle::GraphStyle(const QPalette &from, const QFont &font)
    : palette(from)
    , dark(isDark(from))
{
    card = palette.color(QPalette::Base);
    text = palette.color(QPalette::Text);
    muted = mutedColor(palette);
    canvas = dark ? mixed(card, Qt::black, 0.22) : QColor(0xf6, 0xf7, 0xf9);
    dots = mixed(canvas, text, dark ? 0.10 : 0.11);
    group = mixed(card, canvas, 0.6);
    border = mixed(card, text, dark ? 0.24 : 0.17);
    line = mixed(canvas, text, dark ? 0.46 : 0.42);
    taken = toneColor(Tone::Success, palette);
    accent = palette.color(QPalette::Highlight);
    if (qAbs(accent.lightness() - canvas.lightness()) < 60)
        accent = toneColor(Tone::Info, palette); // the theme's selection is a soft fill
    match = dark ? QColor(0xe8, 0xb9, 0x31) : QColor(0xd9, 0x9a, 0x00);
    shadow = dark ? QColor(0, 0, 0, 90) : QColor(20, 30, 50, 22);
    body = font;
    title = strongFont(font);
    title.setPointSizeF(font.pointSizeF());
    small = font;
    small.setPointSizeF(font.pointSizeF() * 0.92);
}

QColor GraphStyle::mixed(const QColor &base, const QColor &other, double share) const
{
    const auto part = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return QColor(part(base.red(), other.red()), part(base.green(), other.green()), part(base.blue(), other.blue()));
}

QColor GraphStyle::hue(const GraphNode &node) const
{
    using Kind = GraphNode::Kind;
    QColor color(0x3b, 0x6f, 0xe0);
    switch (node.kind) {
    case Kind::Inject:
        color = QColor(0x0f, 0x8a, 0x80);
        break;
    case Kind::Switch:
        color = QColor(0xc2, 0x6a, 0x06);
        break;
    case Kind::Event:
    case Kind::EventHandler:
    case Kind::EventWait:
    case Kind::EventAction:
        color = QColor(0x83, 0x53, 0xe8);
        break;
    case Kind::Callback:
        color = QColor(0xc9, 0x2e, 0x7d);
        break;
    case Kind::ForEach:
        color = QColor(0x4f, 0x52, 0xd8);
        break;
    case Kind::Parallel:
    case Kind::Branch:
        color = QColor(0x07, 0x80, 0xa3);
        break;
    case Kind::Sleep:
        color = QColor(0x5b, 0x69, 0x80);
        break;
    case Kind::UnknownState:
    case Kind::Missing:
        return toneColor(Tone::Danger, palette);
    default:
        break;
    }
    if (!node.subWorkflow.isEmpty())
        color = QColor(0x73, 0x45, 0xd6);
    return dark ? mixed(color, Qt::white, 0.45) : color;
}

QColor GraphStyle::tile(const GraphNode &node) const
{
    return mixed(card, hue(node), dark ? 0.20 : 0.12);
}

QColor GraphStyle::edge(GraphEdge::Kind kind) const
{
    switch (kind) {
    case GraphEdge::Kind::Error:
        return mixed(canvas, toneColor(Tone::Danger, palette), 0.75);
    case GraphEdge::Kind::Compensation:
        return mixed(canvas, toneColor(Tone::Warning, palette), 0.75);
    case GraphEdge::Kind::Inner:
        return mixed(group, text, 0.3);
    default:
        return line;
    }
}

} // namespace podium
