// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/inputplaces.h"

#include "models/core/json.h"
#include "models/workflow/texttree.h"

#include <algorithm>
#include <tuple>

namespace podium {

namespace {
constexpr qsizetype kMostPlaces = 100'000;
} // namespace

class PlaceFinder
{
public:
    PlaceFinder(const TextTree &tree, QList<InputPlaces::Place> &places)
        : m_tree(tree)
        , m_places(places)
    {
    }

    void walk(int index, const QString &pointer)
    {
        const TextTree::Node &node = m_tree.node(index);
        const bool isMapping = node.kind == TextTree::Kind::Mapping;
        const qsizetype step = isMapping ? 2 : 1;
        for (qsizetype i = 0; i + step <= node.children.size() && m_places.size() < kMostPlaces; i += step) {
            const int value = node.children.at(i + step - 1);
            const SourceSpan begin = m_tree.node(node.children.at(i)).span;
            const SourceSpan end = m_tree.node(value).span;
            const QString key = isMapping ? pointerToken(m_tree.node(node.children.at(i)).text) : QString::number(i);
            const QString own = pointer + u'/' + key;
            m_places.append({own, begin.line, begin.column, end.endLine, end.endColumn});
            if (m_tree.node(value).span.begin >= begin.begin) // not an alias of what stands elsewhere
                walk(value, own);
        }
    }

private:
    const TextTree &m_tree;
    QList<InputPlaces::Place> &m_places;
};

InputPlaces::InputPlaces(const QByteArray &text)
{
    const Result<TextTree> tree = TextTree::parse(text);
    if (tree && tree->root() >= 0)
        PlaceFinder(*tree, m_places).walk(tree->root(), {});
}

QString InputPlaces::pointerAt(int line, int column) const
{
    const std::tuple at(line, column);
    const Place *innermost = nullptr;
    const Place *following = nullptr; // the first one that begins further on in this line: before it is its indentation
    for (const Place &place : m_places) {
        const std::tuple begin(place.line, place.column);
        if (begin <= at && at <= std::tuple(place.endLine, place.endColumn))
            innermost = &place;
        else if (place.line == line && begin > at && !following)
            following = &place;
    }
    if (following && (!innermost || innermost->line != line))
        return following->pointer;
    return innermost ? innermost->pointer : QString();
}

InputPlaces::Lines InputPlaces::linesOf(QString pointer) const
{
    for (; !pointer.isEmpty(); pointer.truncate(pointer.lastIndexOf(u'/'))) {
        const auto found = std::find_if(m_places.cbegin(), m_places.cend(),
                                        [&pointer](const Place &place) { return place.pointer == pointer; });
        // An end at the start of a line is the line before: blocks of YAML end so.
        if (found != m_places.cend())
            return {found->line, std::max(found->line, found->endColumn <= 1 ? found->endLine - 1 : found->endLine)};
    }
    return {};
}

} // namespace podium
