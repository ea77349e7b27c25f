// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/linetools.h"

#include <QHash>
#include <QList>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

qsizetype lineStart(const QString &text, qsizetype position)
{
    return position == 0 ? 0 : text.lastIndexOf(u'\n', position - 1) + 1;
}

/// Where the line's end is, before its line feed.
qsizetype lineEnd(const QString &text, qsizetype position)
{
    const qsizetype end = text.indexOf(u'\n', position);
    return end < 0 ? text.size() : end;
}

/// The lines that a selection touches. One that ends at the start of a line does not touch that line.
struct Block
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

Block blockOf(const QString &text, const TextRange &range)
{
    const qsizetype begin = lineStart(text, range.begin());
    qsizetype last = range.end();
    if (last > range.begin() && last == lineStart(text, last))
        --last;
    return {begin, lineEnd(text, last)};
}

qsizetype depthOf(QStringView line)
{
    qsizetype depth = 0;
    while (depth < line.size() && line.at(depth) == u' ')
        ++depth;
    return depth;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// An edit of whole lines, each by `change`, which answers how many characters come (or go) at which column.
template <typename Change>
TextChange editLines(const QString &text, const TextRange &range, Change change)
{
    const Block block = blockOf(text, range);
    TextChange edit{block.begin, block.end, {}, range.anchor, range.cursor};
    qsizetype at = block.begin;
    for (const QStringView line : QStringView(text).mid(block.begin, block.end - block.begin).split(u'\n')) {
        if (at > block.begin)
            edit.text += u'\n';
        const auto [column, removed, added] = change(line);
        edit.text += line.left(column) % added % line.mid(column + removed);
        const qsizetype grown = added.size() - removed;
        for (auto [old, moved] : {std::pair(range.anchor, &edit.anchor), std::pair(range.cursor, &edit.cursor)}) {
            if (old > at + column || (old == at + column && grown > 0 && old > block.begin))
                *moved += qMax(grown, at + column - old);
        }
        at += line.size() + 1;
    }
    if (edit.text == QStringView(text).mid(block.begin, block.end - block.begin))
        return {};
    return edit;
}

struct LineChange
{
    qsizetype column = 0;
    qsizetype removed = 0;
    QString added;
};

} // namespace

TextChange toggleComment(const QString &text, const TextRange &range, const QString &marker)
{
    const Block block = blockOf(text, range);
    bool all = true;
    qsizetype column = -1;
    for (const QStringView line : QStringView(text).mid(block.begin, block.end - block.begin).split(u'\n')) {
        if (isBlank(line))
            continue;
        all = all && line.trimmed().startsWith(marker);
        column = column < 0 ? depthOf(line) : qMin(column, depthOf(line));
    }
    if (column < 0)
        return {};
    return editLines(text, range, [&](QStringView line) -> LineChange {
        if (isBlank(line))
            return {};
        if (!all)
            return {column, 0, marker % u' '};
        const qsizetype depth = depthOf(line);
        const bool spaced = line.mid(depth + marker.size()).startsWith(u' ');
        return {depth, marker.size() + (spaced ? 1 : 0), {}};
    });
}

TextChange indentLines(const QString &text, const TextRange &range, int width, bool less)
{
    return editLines(text, range, [&](QStringView line) -> LineChange {
        if (less)
            return {0, qMin<qsizetype>(depthOf(line), width), {}};
        return isBlank(line) ? LineChange{} : LineChange{0, 0, QString(width, u' ')};
    });
}

TextChange duplicateLines(const QString &text, const TextRange &range)
{
    const Block block = blockOf(text, range);
    const QString copy = u'\n' % text.mid(block.begin, block.end - block.begin);
    return {block.end, block.end, copy, range.anchor + copy.size(), range.cursor + copy.size()};
}

TextChange moveLines(const QString &text, const TextRange &range, bool down)
{
    const Block block = blockOf(text, range);
    const QString moved = text.mid(block.begin, block.end - block.begin);
    if (down) {
        if (block.end == text.size())
            return {};
        const qsizetype end = lineEnd(text, block.end + 1);
        const QString other = text.mid(block.end + 1, end - block.end - 1);
        const qsizetype by = other.size() + 1;
        return {block.begin, end, QString(other % u'\n' % moved), range.anchor + by, range.cursor + by};
    }
    if (block.begin == 0)
        return {};
    const qsizetype begin = lineStart(text, block.begin - 1);
    const QString other = text.mid(begin, block.begin - 1 - begin);
    const qsizetype by = other.size() + 1;
    return {begin, block.end, QString(moved % u'\n' % other), range.anchor - by, range.cursor - by};
}

TextChange deleteLines(const QString &text, const TextRange &range)
{
    const Block block = blockOf(text, range);
    // The last line goes with the line feed before it.
    const bool last = block.end == text.size();
    const qsizetype begin = last && block.begin > 0 ? block.begin - 1 : block.begin;
    const qsizetype end = last ? block.end : block.end + 1;
    const qsizetype at = last ? lineStart(text, begin) : begin;
    return {begin, end, {}, at, at};
}

TextChange newLine(const QString &text, const TextRange &range, int width)
{
    const qsizetype start = lineStart(text, range.begin());
    const QString before = text.mid(start, range.begin() - start);
    const QStringView trimmed = QStringView(before).trimmed();
    qsizetype depth = qMin(depthOf(before), before.size());
    const bool item = trimmed.startsWith("- "_L1);
    const bool opens = trimmed.endsWith(u':') || trimmed.endsWith(u'{') || trimmed.endsWith(u'[');
    if (item && !trimmed.startsWith(u'#'))
        depth += 2; // beside the first key of the item
    if (opens && !trimmed.startsWith(u'#'))
        depth += width;
    const QString added = u'\n' % QString(depth, u' ');
    const qsizetype at = range.begin() + added.size();
    return {range.begin(), range.end(), added, at, at};
}

int indentWidth(const QString &text)
{
    QHash<qsizetype, int> counts;
    qsizetype above = 0;
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const qsizetype depth = depthOf(line);
        if (depth > above && depth - above <= 8)
            ++counts[depth - above];
        above = depth;
        if (++lines == 2000)
            break;
    }
    int best = 2;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            most = it.value();
            best = static_cast<int>(it.key());
        }
    }
    return best;
}

namespace {

/// Whether `position` is within double quotes of its line.
bool isQuoted(const QString &text, qsizetype position)
{
    bool quoted = false;
    for (qsizetype i = lineStart(text, position); i < position; ++i) {
        if (text.at(i) == u'"' && (i == 0 || text.at(i - 1) != u'\\'))
            quoted = !quoted;
    }
    return quoted;
}

/// Farther ones are not looked for: each move of the cursor asks.
constexpr qsizetype kMaxBracketDistance = 100'000;

} // namespace

qsizetype matchingBracket(const QString &text, qsizetype position)
{
    static const QString opening = u"({["_s;
    static const QString closing = u")}]"_s;
    for (const qsizetype at : {position, position - 1}) {
        if (at < 0 || at >= text.size())
            continue;
        const QChar bracket = text.at(at);
        const bool opens = opening.contains(bracket);
        if (!opens && !closing.contains(bracket))
            continue;
        if (isQuoted(text, at))
            continue;
        const QChar other = opens ? closing.at(opening.indexOf(bracket)) : opening.at(closing.indexOf(bracket));
        const int step = opens ? 1 : -1;
        int depth = 0;
        for (qsizetype i = at; i >= 0 && i < text.size() && qAbs(i - at) < kMaxBracketDistance; i += step) {
            const QChar c = text.at(i);
            if ((c != bracket && c != other) || isQuoted(text, i))
                continue;
            depth += c == bracket ? 1 : -1;
            if (depth == 0)
                return i;
        }
        return -1;
    }
    return -1;
}

} // namespace podium
