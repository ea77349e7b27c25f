// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/documentmap.h"

#include "models/core/json.h"

#include <algorithm>

namespace podium {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

QString pointerOf(const DocumentPath &path)
{
    QString pointer;
    for (const PathStep &step : path)
        pointer += u'/' + (step.index >= 0 ? QString::number(step.index) : pointerToken(step.key));
    return pointer;
}

DocumentMap::DocumentMap(const TextTree &tree)
    : m_tree(&tree)
    , m_extents(static_cast<std::size_t>(tree.size()))
    , m_entries(static_cast<std::size_t>(tree.size()))
{
    if (tree.root() < 0)
        return;
    Entry root;
    root.value = tree.root();
    root.end = place(tree.root(), 0, root);
    m_entries.at(static_cast<std::size_t>(tree.root())).end = root.end;
}

qsizetype DocumentMap::skipBlank(qsizetype offset) const
{
    const QByteArray &bytes = text();
    while (offset < bytes.size()) {
        const char c = bytes.at(offset);
        if (isSpace(c) || isBreak(c)) {
            ++offset;
        } else if (c == '#' && (offset == 0 || isSpace(bytes.at(offset - 1)) || isBreak(bytes.at(offset - 1)))) {
            offset = lineEnd(offset);
        } else {
            break;
        }
    }
    return offset;
}

qsizetype DocumentMap::skipProperty(qsizetype offset) const
{
    const qsizetype at = skipBlank(offset);
    const QByteArray &bytes = text();
    if (at >= bytes.size() || (bytes.at(at) != '&' && bytes.at(at) != '!'))
        return offset;
    qsizetype end = at;
    const bool verbatim = bytes.mid(at, 2) == "!<";
    while (end < bytes.size() && !isSpace(bytes.at(end)) && !isBreak(bytes.at(end)) &&
           (verbatim || !QByteArrayView(",[]{}").contains(bytes.at(end))))
        ++end;
    return end;
}

qsizetype DocumentMap::skipProperties(int node, qsizetype offset) const
{
    const TextTree::Node &read = tree().node(node);
    if (!read.anchor.isEmpty())
        offset = skipProperty(offset);
    return read.tagged ? skipProperty(offset) : offset;
}

/// The end of a scalar, whose introduction ends at `from`.
qsizetype DocumentMap::placeScalar(int node, qsizetype from)
{
    const TextTree::Node &read = tree().node(node);
    ByteRange &extent = m_extents.at(static_cast<std::size_t>(node));
    if (!read.span.isValid()) {
        const qsizetype at = skipProperties(node, from);
        extent = {at, at};
        return at;
    }
    extent = {read.span.begin, read.span.end};
    const bool block = read.style == TextTree::Style::Literal || read.style == TextTree::Style::Folded;
    if (block) {
        const qsizetype header = skipBlank(skipProperties(node, from));
        extent = {header, std::max(extent.end, lineEnd(header))};
        // With +, the empty lines below belong to the text.
        if (text().mid(header, lineEnd(header) - header).left(3).contains('+')) {
            qsizetype next = nextLine(extent.end);
            while (next < text().size() && text().mid(next, lineEnd(next) - next).trimmed().isEmpty()) {
                extent.end = lineEnd(next);
                if (nextLine(next) == next)
                    break;
                next = nextLine(next);
            }
        }
    } else if (read.quoted) {
        extent = {extent.begin - 1, std::min(extent.end + 1, text().size())};
    } else if (read.kind == TextTree::Kind::Alias) {
        --extent.begin;
    }
    return extent.end;
}

qsizetype DocumentMap::place(int node, qsizetype from, Entry entry)
{
    m_entries.at(static_cast<std::size_t>(node)) = entry;
    const TextTree::Node &read = tree().node(node);
    if (read.kind == TextTree::Kind::Scalar || read.kind == TextTree::Kind::Alias)
        return placeScalar(node, from);
    const QByteArray &bytes = text();
    const bool mapping = read.kind == TextTree::Kind::Mapping;
    qsizetype at = read.span.begin + (read.flow ? 1 : 0);
    for (qsizetype i = 0; i < read.children.size(); i += mapping ? 2 : 1) {
        Entry child;
        child.parent = node;
        child.position = static_cast<int>(mapping ? i / 2 : i);
        at = skipBlank(at);
        if (read.flow && i > 0 && at < bytes.size() && bytes.at(at) == ',')
            at = skipBlank(at + 1);
        child.begin = at;
        child.value = read.children.at(i);
        if (mapping) {
            child.key = read.children.at(i);
            child.value = i + 1 < read.children.size() ? read.children.at(i + 1) : -1;
            if (at < bytes.size() && bytes.at(at) == '?' && at + 1 < bytes.size() && isSpace(bytes.at(at + 1)))
                at += 2;
            at = place(child.key, at, child);
            const qsizetype colon = skipBlank(at);
            at = colon < bytes.size() && bytes.at(colon) == ':' ? colon + 1 : at;
        } else if (!read.flow && at < bytes.size() && bytes.at(at) == '-') {
            ++at;
        }
        child.intro = at;
        if (child.value < 0)
            break;
        child.end = place(child.value, at, child);
        at = child.end;
        m_entries.at(static_cast<std::size_t>(child.value)).end = at;
        if (mapping)
            m_entries.at(static_cast<std::size_t>(child.key)) = m_entries.at(static_cast<std::size_t>(child.value));
    }
    const qsizetype end = read.flow ? std::max(read.span.end, at) : at;
    m_extents.at(static_cast<std::size_t>(node)) = {read.span.begin, end};
    return end;
}

int DocumentMap::count(int parent) const
{
    const TextTree::Node &read = tree().node(parent);
    const auto children = static_cast<int>(read.children.size());
    return read.kind == TextTree::Kind::Mapping ? children / 2 : read.kind == TextTree::Kind::Sequence ? children : 0;
}

DocumentMap::Entry DocumentMap::entryAt(int parent, int position) const
{
    const TextTree::Node &read = tree().node(parent);
    const bool mapping = read.kind == TextTree::Kind::Mapping;
    return entryOf(read.children.at(mapping ? position * 2 + 1 : position));
}

qsizetype DocumentMap::lineBegin(qsizetype offset) const
{
    return offset <= 0 ? 0 : text().lastIndexOf('\n', offset - 1) + 1;
}

qsizetype DocumentMap::lineEnd(qsizetype offset) const
{
    const qsizetype found = text().indexOf('\n', offset);
    if (found < 0)
        return text().size();
    return found > offset && text().at(found - 1) == '\r' ? found - 1 : found;
}

qsizetype DocumentMap::nextLine(qsizetype offset) const
{
    const qsizetype found = text().indexOf('\n', offset);
    return found < 0 ? text().size() : found + 1;
}

bool DocumentMap::startsLine(qsizetype offset) const
{
    const qsizetype begin = lineBegin(offset);
    return text().mid(begin, offset - begin).trimmed().isEmpty();
}

ByteRange DocumentMap::wholeEntry(const Entry &entry) const
{
    ByteRange range{entry.begin, entry.end};
    if (entry.parent < 0)
        return {0, text().size()};
    if (isFlow(entry.parent))
        return range;
    const QByteArray behind = text().mid(entry.end, lineEnd(entry.end) - entry.end).trimmed();
    if (behind.isEmpty() || behind.startsWith('#'))
        range.end = nextLine(entry.end);
    if (!startsLine(entry.begin))
        return range;
    const int indent = column(entry.begin);
    range.begin = lineBegin(entry.begin);
    while (range.begin > 0) {
        const qsizetype above = lineBegin(range.begin - 1);
        const QByteArray line = text().mid(above, range.begin - above);
        const QByteArray written = line.trimmed();
        if (!written.startsWith('#') || line.indexOf('#') != indent)
            break;
        // At the top of the file a comment is about the file, not about its first member.
        if (above == 0 && entry.position == 0 && entryOf(entry.parent).parent < 0)
            break;
        range.begin = above;
    }
    return range;
}

bool DocumentMap::isFlow(int node) const
{
    for (int at = node; at >= 0; at = entryOf(at).parent) {
        if (tree().node(at).flow)
            return true;
    }
    return false;
}

int DocumentMap::nodeAt(const DocumentPath &path) const
{
    int node = tree().root();
    for (const PathStep &step : path) {
        if (node < 0)
            return -1;
        const TextTree::Node &read = tree().node(node);
        int next = -1;
        if (step.index >= 0) {
            if (read.kind == TextTree::Kind::Sequence && step.index < read.children.size())
                next = read.children.at(step.index);
        } else if (read.kind == TextTree::Kind::Mapping) {
            for (qsizetype i = 0; i + 1 < read.children.size(); i += 2) {
                const TextTree::Node &key = tree().node(read.children.at(i));
                if (key.kind == TextTree::Kind::Scalar && key.text == step.key)
                    next = read.children.at(i + 1); // the last one counts, as for readers
            }
        }
        node = next;
    }
    return node;
}

int DocumentMap::aliasOn(const DocumentPath &path) const
{
    for (qsizetype length = 0; length <= path.size(); ++length) {
        const int node = nodeAt(path.first(length));
        if (node >= 0 && tree().node(node).kind == TextTree::Kind::Alias)
            return node;
    }
    return -1;
}

DocumentPath DocumentMap::pathOf(int node) const
{
    DocumentPath path;
    for (Entry at = entryOf(node); at.parent >= 0; at = entryOf(at.parent)) {
        if (at.key >= 0)
            path.prepend(PathStep(tree().node(at.key).text));
        else
            path.prepend(PathStep(at.position));
    }
    return path;
}

int DocumentMap::nodeAround(qsizetype offset) const
{
    int node = tree().root();
    while (node >= 0) {
        int inner = -1;
        for (int i = 0; i < count(node) && inner < 0; ++i) {
            const Entry entry = entryAt(node, i);
            if (offset >= entry.begin && offset <= entry.end)
                inner = entry.value;
        }
        if (inner < 0)
            break;
        node = inner;
    }
    return node;
}

SourceSpan DocumentMap::spanOf(ByteRange range) const
{
    const QByteArrayView bytes(text());
    SourceSpan span;
    span.begin = range.begin;
    span.end = range.end;
    span.line = static_cast<int>(bytes.first(range.begin).count('\n')) + 1;
    span.column = column(range.begin) + 1;
    span.endLine = span.line + static_cast<int>(bytes.sliced(range.begin, range.size()).count('\n'));
    span.endColumn = column(range.end) + 1;
    return span;
}

} // namespace podium
