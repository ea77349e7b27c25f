// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/textstyle.h"

#include <array>

namespace podium {

namespace {

/// What most of the votes say; the first choice where there are none.
template <std::size_t N>
int mostly(const std::array<int, N> &votes, int fallback)
{
    int best = fallback;
    int most = 0;
    for (int i = 0; i < static_cast<int>(N); ++i) {
        if (votes.at(static_cast<std::size_t>(i)) > most) {
            most = votes.at(static_cast<std::size_t>(i));
            best = i;
        }
    }
    return best;
}

} // namespace

TextStyle TextStyle::of(const DocumentMap &map)
{
    TextStyle style;
    const QByteArray &text = map.text();
    const TextTree &tree = map.tree();
    if (text.count("\r\n") * 2 > text.count('\n'))
        style.lineEnd = "\r\n";
    style.json = tree.root() >= 0 && tree.node(tree.root()).flow;
    style.compact = style.json && !text.trimmed().contains('\n');
    std::array<int, 9> indents{};
    std::array<int, 9> dashes{};
    int single = 0;
    int dbl = 0;
    for (int node = 0; node < tree.size(); ++node) {
        const TextTree::Node &read = tree.node(node);
        single += read.style == TextTree::Style::Single ? 1 : 0;
        dbl += read.style == TextTree::Style::Double ? 1 : 0;
        if (map.count(node) == 0)
            continue;
        const DocumentMap::Entry entry = map.entryOf(node);
        const DocumentMap::Entry first = map.entryAt(node, 0);
        if (entry.parent < 0 || !map.startsLine(first.begin))
            continue;
        // In JSON the entry may begin on the line of another one, which is what counts.
        qsizetype from = map.lineBegin(entry.begin);
        while (from < text.size() && text.at(from) == ' ')
            ++from;
        if (!style.json && entry.key >= 0)
            from = entry.begin;
        const int step = map.column(first.begin) - map.column(from);
        const bool list = read.kind == TextTree::Kind::Sequence;
        if (list && entry.key >= 0 && !read.flow && step >= 0 && step <= 8)
            ++dashes.at(static_cast<std::size_t>(step));
        if ((!list || read.flow) && step > 0 && step <= 8)
            ++indents.at(static_cast<std::size_t>(step));
    }
    style.indent = mostly(indents, 2);
    style.dash = mostly(dashes, style.indent);
    style.singleQuotes = !style.json && single > dbl;
    return style;
}

} // namespace podium
