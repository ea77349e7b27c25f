// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/structureeditor.h"
#include "models/document/treeshape.h"

#include <algorithm>
#include <numeric>

// How the changes of StructureEditor look as text.
namespace podium {

TextPatch StructureEditor::setPatch(int node, const Json &value, bool literals) const
{
    const TextTree::Node &old = m_map.tree().node(node);
    const DocumentMap::Entry entry = m_map.entryOf(node);
    const bool flow = inFlow(entry.parent);
    const ByteRange extent = m_map.extent(node);
    const bool oldIsScalar = old.kind == TextTree::Kind::Scalar;
    const bool newIsScalar = !value.is_structured();
    if (oldIsScalar && newIsScalar)
        return setScalar(node, value, literals);
    const bool block = oldIsScalar && (old.style == TextTree::Style::Literal || old.style == TextTree::Style::Folded);
    const bool inLine = extent.size() > 0 && (old.flow || (oldIsScalar && !block));
    // What was in brackets and filled stays in brackets.
    const bool brackets = flow || (old.flow && m_map.count(node) > 0) || m_style.json;
    if (inLine && (brackets || newIsScalar || value.empty())) {
        const QByteArray text = newIsScalar ? m_writer.scalar(value, TextTree::Style::Plain, flow)
                                            : m_writer.flow(value, lineIndent(extent.begin));
        return replace(extent, text);
    }
    const ByteRange whole{valueBegin(entry), std::max(extent.end, valueBegin(entry))};
    if (brackets)
        return replace(whole, " " + m_writer.flow(value, lineIndent(entry.begin)));
    const int column = m_map.column(entry.begin);
    return replace(whole, entry.key >= 0 ? m_writer.afterKey(value, column, literals)
                                         : m_writer.afterDash(value, column + 2, literals));
}

TextPatch StructureEditor::setScalar(int node, const Json &value, bool literals) const
{
    const TextTree::Node &old = m_map.tree().node(node);
    const DocumentMap::Entry entry = m_map.entryOf(node);
    const bool flow = inFlow(entry.parent);
    const ByteRange extent = m_map.extent(node);
    const bool wasBlock = old.style == TextTree::Style::Literal || old.style == TextTree::Style::Folded;
    const bool severalLines = value.is_string() && toQString(value).contains(u'\n');
    if (literals && !flow && value.is_string() && (wasBlock || (severalLines && old.style == TextTree::Style::Plain))) {
        if (TextPatch patch = blockScalar(node, toQString(value)); !patch.inserted.isEmpty())
            return patch;
    }
    const auto wanted = wasBlock ? TextTree::Style::Plain : old.style;
    QByteArray text = m_writer.scalar(value, wanted, flow);
    if (extent.size() == 0) {
        const char before = extent.begin > 0 ? m_map.text().at(extent.begin - 1) : ' ';
        const bool noColon = flow && entry.key >= 0 && before != ':' && before != ' ';
        text.prepend(noColon ? ": " : before == ' ' ? "" : " ");
    }
    return replace(extent, text);
}

/// As | or, where it was one, >. A comment behind the sign stays.
TextPatch StructureEditor::blockScalar(int node, const QString &text) const
{
    const TextTree::Node &old = m_map.tree().node(node);
    const DocumentMap::Entry entry = m_map.entryOf(node);
    const ByteRange extent = m_map.extent(node);
    const int column = m_map.column(entry.begin);
    const bool oneLine = !text.chopped(text.endsWith(u'\n') ? 1 : 0).contains(u'\n');
    QByteArray written = m_writer.literal(oneLine && !text.contains(u'\n') ? text + u'\n' : text, column);
    if (written.isEmpty())
        return {};
    if (oneLine && !text.contains(u'\n'))
        written.replace(0, 1, "|-");
    if (old.style == TextTree::Style::Folded && oneLine)
        written.replace(0, 1, ">");
    const bool wasBlock = old.style == TextTree::Style::Literal || old.style == TextTree::Style::Folded;
    const QByteArray head = m_map.text().mid(extent.begin, m_map.lineEnd(extent.begin) - extent.begin);
    if (qsizetype note = head.indexOf(" #"); wasBlock && note >= 0) {
        while (note > 0 && head.at(note - 1) == ' ')
            --note;
        written.insert(written.indexOf(m_style.lineEnd), head.mid(note));
    }
    if (extent.size() == 0 && extent.begin > 0 && m_map.text().at(extent.begin - 1) != ' ')
        written.prepend(' ');
    return replace(extent, written);
}

TextPatch StructureEditor::insertBlock(int parent, int position, const QByteArray &text) const
{
    const QByteArray margin(m_map.column(m_map.entryAt(parent, 0).begin), ' ');
    if (position < m_map.count(parent)) {
        const DocumentMap::Entry next = m_map.entryAt(parent, position);
        if (!m_map.startsLine(next.begin))
            return {next.begin, {}, text + m_style.lineEnd + margin};
        return {m_map.wholeEntry(next).begin, {}, margin + text + m_style.lineEnd};
    }
    qsizetype at = m_map.nextLine(m_map.entryAt(parent, position - 1).end);
    // Comments that are set further in belong to what is before.
    while (at < m_map.text().size()) {
        const QByteArray line = m_map.text().mid(at, m_map.lineEnd(at) - at);
        if (!line.trimmed().startsWith('#') || lineIndent(at) <= margin.size())
            break;
        at = m_map.nextLine(at);
    }
    if (!m_map.text().endsWith('\n') && at == m_map.text().size())
        return {at, {}, m_style.lineEnd + margin + text};
    return {at, {}, margin + text + m_style.lineEnd};
}

TextPatch StructureEditor::insertFlow(int parent, int position, const QByteArray &text) const
{
    const bool last = position >= m_map.count(parent);
    const DocumentMap::Entry near = m_map.entryAt(parent, last ? position - 1 : position);
    const QByteArray space =
        m_map.startsLine(near.begin) ? m_style.lineEnd + QByteArray(m_map.column(near.begin), ' ') : QByteArray(" ");
    if (!last)
        return {near.begin, {}, text + "," + space};
    return {near.end, {}, "," + space + text};
}

TextPatch StructureEditor::removeFlow(const DocumentMap::Entry &entry) const
{
    const int count = m_map.count(entry.parent);
    if (count == 1) {
        const ByteRange all = m_map.extent(entry.parent);
        return replace({all.begin + 1, all.end - 1}, {});
    }
    if (entry.position + 1 < count)
        return replace({entry.begin, m_map.entryAt(entry.parent, entry.position + 1).begin}, {});
    return replace({m_map.entryAt(entry.parent, entry.position - 1).end, entry.end}, {});
}

TextPatch StructureEditor::removeBlock(const DocumentMap::Entry &entry) const
{
    const QByteArray &text = m_map.text();
    ByteRange whole = m_map.wholeEntry(entry);
    if (m_map.startsLine(entry.begin)) {
        if (whole.end == text.size() && !text.endsWith('\n') && whole.begin > 0)
            whole.begin = m_map.lineEnd(m_map.lineBegin(whole.begin - 1));
        return replace(whole, {});
    }
    // It shares its line with a dash, which then belongs to the next one.
    const DocumentMap::Entry next = m_map.entryAt(entry.parent, entry.position + 1);
    if (text.mid(entry.end, next.begin - entry.end).trimmed().isEmpty())
        return replace({entry.begin, next.begin}, {});
    qsizetype begin = entry.begin;
    while (begin > 0 && text.at(begin - 1) == ' ')
        --begin;
    return replace({begin, m_map.lineEnd(entry.end)}, {});
}

Result<TextEdit> StructureEditor::move(const DocumentPath &collection, int from, int to) const
{
    const Result<DocumentPath> real = editable(collection, true);
    if (!real)
        return real.error();
    const int node = m_map.nodeAt(*real);
    const int count = m_map.count(node);
    if (from < 0 || to < 0 || from >= count || to >= count)
        return refusal(tr("There is no %1 in it.").arg(pointerOf(collection)));
    const int first = std::min(from, to);
    const int last = std::max(from, to);
    const bool flow = inFlow(node);
    if (!flow && !m_map.startsLine(m_map.entryAt(node, first).begin))
        return refusal(tr("It begins on the line of another part: edit the text."));
    std::vector<ByteRange> ranges;
    std::vector<QByteArray> parts;
    for (int i = first; i <= last; ++i) {
        ranges.push_back(m_map.wholeEntry(m_map.entryAt(node, i)));
        QByteArray part = m_map.text().mid(ranges.back().begin, ranges.back().size());
        parts.push_back(flow || part.endsWith('\n') ? part : part + m_style.lineEnd);
    }
    const auto begin = parts.begin();
    if (from < to)
        std::rotate(begin, begin + 1, parts.end());
    else
        std::rotate(begin, parts.end() - 1, parts.end());
    QByteArray text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += m_map.text().mid(ranges[i - 1].end, ranges[i].begin - ranges[i - 1].end);
        text += parts[i];
    }
    const ByteRange whole{ranges.front().begin, ranges.back().end};
    if (!flow && !m_map.text().mid(whole.begin, whole.size()).endsWith('\n'))
        text.chop(m_style.lineEnd.size());
    return verified({tr("Move item"), {replace(whole, text)}}, [&](Json &shape) {
        Json *place = shapeAt(shape, *real);
        Json *list = place && !place->is_array() ? shapeMembers(*place) : place;
        if (!list)
            return false;
        Json moved = (*list)[static_cast<std::size_t>(from)];
        list->erase(static_cast<std::size_t>(from));
        list->insert(list->begin() + to, std::move(moved));
        return true;
    });
}

Result<TextEdit> StructureEditor::wrapInMember(const DocumentPath &path, const QString &name) const
{
    return wrap(path, &name);
}

Result<TextEdit> StructureEditor::wrapInList(const DocumentPath &path) const
{
    return wrap(path, nullptr);
}

Result<TextEdit> StructureEditor::wrap(const DocumentPath &path, const QString *name) const
{
    const Result<DocumentPath> real = editable(path, false);
    if (!real)
        return real.error();
    if (real->isEmpty())
        return refusal(tr("The whole document cannot be wrapped."));
    const DocumentMap::Entry entry = m_map.entryOf(m_map.nodeAt(*real));
    const bool flow = inFlow(entry.parent);
    const QByteArray key = name ? m_writer.key(*name, TextTree::Style::Plain, flow) + ":" : QByteArray();
    QList<TextPatch> patches;
    if (flow || m_style.json) {
        qsizetype begin = entry.intro;
        while (begin < entry.end && QByteArrayView(" \t\r\n").contains(m_map.text().at(begin)))
            ++begin;
        patches = {{begin, {}, name ? "{" + key + " " : QByteArray("[")}, {entry.end, {}, name ? "}" : "]"}};
    } else {
        patches = wrapBlock(entry, name ? key : QByteArray("-"), name || entry.key < 0 ? m_style.indent : m_style.dash);
    }
    return verified({name ? tr("Put into %1").arg(*name) : tr("Put into a list"), patches}, [&](Json &shape) {
        Json *at = shapeAt(shape, *real);
        if (!at)
            return false;
        Json inner = *at;
        if (name)
            *at = Json{{"members", Json::array({Json::array({name->toStdString(), std::move(inner)})})}};
        else
            *at = Json::array({std::move(inner)});
        return true;
    });
}

/// `word` comes between an entry's colon or dash and its value, whose lines move `step` columns in.
QList<TextPatch> StructureEditor::wrapBlock(const DocumentMap::Entry &entry, const QByteArray &word, int step) const
{
    const TextTree::Node &value = m_map.tree().node(entry.value);
    const bool collection = value.kind != TextTree::Kind::Scalar && value.kind != TextTree::Kind::Alias && !value.flow;
    const int column = m_map.column(entry.begin);
    QList<TextPatch> patches;
    if (entry.key >= 0) {
        patches.append({entry.intro, {}, m_style.lineEnd + QByteArray(column + step, ' ') + word});
    } else if (collection && m_map.lineEnd(entry.intro) >= m_map.extent(entry.value).begin) {
        // The value begins on the line of the dash.
        const ByteRange gap{entry.intro, m_map.extent(entry.value).begin};
        const bool list = word == "-";
        step = list ? 2 : m_style.indent;
        patches.append(
            replace(gap, " " + word + (list ? QByteArray(" ") : m_style.lineEnd + QByteArray(column + 2 + step, ' '))));
    } else {
        patches.append({entry.intro, {}, " " + word});
    }
    const QByteArray margin(step, ' ');
    for (qsizetype at = m_map.nextLine(entry.intro); at <= entry.end && at > entry.intro && at < m_map.text().size();
         at = m_map.nextLine(at)) {
        if (m_map.lineEnd(at) > at)
            patches.append({at, {}, margin});
        if (m_map.nextLine(at) == at || m_map.nextLine(at) == m_map.text().size())
            break;
    }
    return patches;
}

} // namespace podium
