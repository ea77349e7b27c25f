// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/structureeditor.h"

#include "models/document/treeshape.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

StructureEditor::StructureEditor(const TextTree &tree, Aliases aliases)
    : m_map(tree)
    , m_style(TextStyle::of(m_map))
    , m_writer(m_style)
    , m_aliases(aliases)
{
}

Error StructureEditor::refusal(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = tr("The definition was not changed.");
    error.why = why;
    return error;
}

/// Where the path leads when aliases are followed, if they may be.
Result<DocumentPath> StructureEditor::editable(const DocumentPath &path, bool valueToo) const
{
    if (!m_map.tree().fault().message.isEmpty())
        return refusal(tr("Its text cannot be read: mend line %1 first.").arg(m_map.tree().fault().span.line));
    DocumentPath real = path;
    for (int guard = 0; guard < TextTree::kMaxDepth; ++guard) {
        const int alias = m_map.aliasOn(valueToo || real.isEmpty() ? real : real.first(real.size() - 1));
        if (alias < 0)
            break;
        const int target = m_map.tree().resolved(alias);
        const TextTree::Node &anchored = m_map.tree().node(target);
        if (m_aliases == Aliases::Refuse) {
            const int line = m_map.spanOf(m_map.extent(target)).line;
            return refusal(tr("It is written as *%1, an alias of what stands in line %2: edit it there.")
                               .arg(anchored.anchor)
                               .arg(line));
        }
        real = m_map.pathOf(target) + real.mid(m_map.pathOf(alias).size());
    }
    if (m_map.nodeAt(real) < 0)
        return refusal(tr("There is no %1 in it.").arg(pointerOf(path)));
    return real;
}

Result<TextEdit> StructureEditor::verified(TextEdit edit, const Change &change) const
{
    edit.tidy();
    QByteArray text = m_map.text();
    Json expected = shapeOf(m_map.tree(), m_map.tree().root());
    if (!change(expected) || !edit.applyTo(text))
        return refusal(tr("The place does not allow it."));
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return refusal(tree.error().why);
    if (!tree->fault().message.isEmpty())
        return refusal(tr("The text could not be read any more: %1").arg(tree->fault().message));
    if (shapeOf(*tree, tree->root()) != expected)
        return refusal(tr("The way it is written does not allow it: edit the text."));
    return edit;
}

TextPatch StructureEditor::replace(ByteRange range, const QByteArray &text) const
{
    return {range.begin, m_map.text().mid(range.begin, range.size()), text};
}

/// Behind colon or dash, and behind anchor and tag where there are some.
qsizetype StructureEditor::valueBegin(const DocumentMap::Entry &entry) const
{
    const TextTree::Node &node = m_map.tree().node(entry.value);
    if (node.anchor.isEmpty() && !node.tagged)
        return entry.intro;
    qsizetype at = m_map.extent(entry.value).begin;
    while (at > entry.intro && QByteArrayView(" \t\r\n").contains(m_map.text().at(at - 1)))
        --at;
    return at;
}

int StructureEditor::lineIndent(qsizetype offset) const
{
    qsizetype at = m_map.lineBegin(offset);
    const qsizetype begin = at;
    while (at < m_map.text().size() && m_map.text().at(at) == ' ')
        ++at;
    return static_cast<int>(at - begin);
}

Result<TextEdit> StructureEditor::set(const DocumentPath &path, const Json &value) const
{
    const QString name = path.isEmpty() ? QString() : path.constLast().key;
    return setAll(name.isEmpty() ? tr("Change item") : tr("Change %1").arg(name), {{path, value}});
}

Result<TextEdit> StructureEditor::setAll(const QString &label, const QList<std::pair<DocumentPath, Json>> &values) const
{
    QList<std::pair<DocumentPath, Json>> places;
    for (const auto &[path, value] : values) {
        const Result<DocumentPath> real = editable(path, true);
        if (!real)
            return real.error();
        if (real->isEmpty())
            return refusal(tr("The whole document cannot be replaced."));
        const auto same = [&real](const auto &place) { return place.first == *real; };
        if (std::none_of(places.cbegin(), places.cend(), same)) // two aliases of one anchor
            places.append({*real, value});
    }
    const Change change = [&places](Json &shape) {
        for (const auto &[path, value] : places) {
            Json *at = shapeAt(shape, path);
            if (!at)
                return false;
            *at = shapeOfValue(value);
        }
        return true;
    };
    const auto attempt = [&](bool literals) {
        TextEdit edit{label, {}};
        for (const auto &[path, value] : places)
            edit.patches.append(setPatch(m_map.nodeAt(path), value, literals));
        return verified(edit, change);
    };
    Result<TextEdit> edit = attempt(true);
    return edit ? edit : attempt(false);
}

Result<TextEdit> StructureEditor::insertMember(const DocumentPath &object, const QString &name, const Json &value,
                                               int position) const
{
    return insert(object, &name, value, position);
}

Result<TextEdit> StructureEditor::insertItem(const DocumentPath &list, const Json &value, int position) const
{
    return insert(list, nullptr, value, position);
}

Result<TextEdit> StructureEditor::insert(const DocumentPath &path, const QString *name, const Json &value,
                                         int position) const
{
    const Result<DocumentPath> real = editable(path, true);
    if (!real)
        return real.error();
    const int node = m_map.nodeAt(*real);
    const TextTree::Node &read = m_map.tree().node(node);
    const auto kind = name ? TextTree::Kind::Mapping : TextTree::Kind::Sequence;
    Json whole = name ? Json::object({{name->toStdString(), value}}) : Json::array({value});
    if (TextPlace(&m_map.tree(), node).isNull())
        return set(path, whole);
    if (read.kind != kind)
        return refusal(name ? tr("%1 is no object.").arg(pointerOf(path)) : tr("%1 is no list.").arg(pointerOf(path)));
    if (name && m_map.nodeAt(*real + DocumentPath{PathStep(*name)}) >= 0)
        return refusal(tr("There is a “%1” already.").arg(*name));
    const int count = m_map.count(node);
    const int at = position < 0 ? count : std::min(position, count);
    const Change change = [&](Json &shape) {
        Json *place = shapeAt(shape, *real);
        Json *parts = place && name ? shapeMembers(*place) : place;
        if (!parts)
            return false;
        Json part = shapeOfValue(value);
        if (name)
            part = Json::array({name->toStdString(), std::move(part)});
        parts->insert(parts->begin() + at, std::move(part));
        return true;
    };
    const QString label = name ? tr("Add %1").arg(*name) : tr("Add item");
    const auto attempt = [&](bool literals) {
        TextPatch patch;
        if (count == 0 && !real->isEmpty())
            patch = setPatch(node, whole, literals);
        else if (count == 0)
            patch = replace(m_map.extent(node), m_writer.flow(whole, 0));
        else if (inFlow(node))
            patch = insertFlow(node, at, entryText(node, name, value, literals));
        else
            patch = insertBlock(node, at, entryText(node, name, value, literals));
        return verified({label, {patch}}, change);
    };
    Result<TextEdit> edit = attempt(true);
    return edit ? edit : attempt(false);
}

QByteArray StructureEditor::entryText(int parent, const QString *name, const Json &value, bool literals) const
{
    const DocumentMap::Entry first = m_map.entryAt(parent, 0);
    if (inFlow(parent)) {
        const QByteArray text = m_writer.flow(value, lineIndent(first.begin));
        return name ? m_writer.key(*name, TextTree::Style::Plain, true) + ": " + text : text;
    }
    const int column = m_map.column(first.begin);
    if (!name)
        return "-" + m_writer.afterDash(value, column + 2, literals);
    return m_writer.key(*name, TextTree::Style::Plain, false) + ":" + m_writer.afterKey(value, column, literals);
}

Result<TextEdit> StructureEditor::remove(const DocumentPath &path) const
{
    const Result<DocumentPath> real = editable(path, false);
    if (!real)
        return real.error();
    if (real->isEmpty())
        return refusal(tr("The whole document cannot be removed."));
    const DocumentMap::Entry entry = m_map.entryOf(m_map.nodeAt(*real));
    const Change change = [&](Json &shape) {
        Json *parent = shapeAt(shape, real->first(real->size() - 1));
        Json *parts = parent && entry.key >= 0 ? shapeMembers(*parent) : parent;
        if (parts)
            parts->erase(static_cast<std::size_t>(entry.position));
        return parts != nullptr;
    };
    TextPatch patch;
    if (inFlow(entry.parent))
        patch = removeFlow(entry);
    else if (m_map.count(entry.parent) == 1)
        patch = m_map.entryOf(entry.parent).parent < 0
                    ? replace(m_map.extent(entry.parent), entry.key >= 0 ? "{}" : "[]")
                    : setPatch(entry.parent, entry.key >= 0 ? Json::object() : Json::array(), false);
    else
        patch = removeBlock(entry);
    const QString label = entry.key >= 0 ? tr("Remove %1").arg(real->constLast().key) : tr("Remove item");
    return verified({label, {patch}}, change);
}

Result<TextEdit> StructureEditor::renameMember(const DocumentPath &path, const QString &name) const
{
    const Result<DocumentPath> real = editable(path, false);
    if (!real)
        return real.error();
    const DocumentMap::Entry entry = m_map.entryOf(m_map.nodeAt(*real));
    if (real->isEmpty() || entry.key < 0)
        return refusal(tr("An item has no name."));
    const DocumentPath parent = real->first(real->size() - 1);
    if (m_map.nodeAt(parent + DocumentPath{PathStep(name)}) >= 0)
        return refusal(tr("There is a “%1” already.").arg(name));
    const TextTree::Node &key = m_map.tree().node(entry.key);
    const QByteArray text = m_writer.key(name, key.style, inFlow(entry.parent));
    return verified({tr("Rename %1").arg(key.text), {replace(m_map.extent(entry.key), text)}}, [&](Json &shape) {
        Json *place = shapeAt(shape, parent);
        Json *members = place ? shapeMembers(*place) : nullptr;
        if (members)
            (*members)[static_cast<std::size_t>(entry.position)][0] = name.toStdString();
        return members != nullptr;
    });
}

Result<TextEdit> StructureEditor::together(const QString &label, const QList<TextEdit> &edits)
{
    TextEdit all{label, {}};
    for (const TextEdit &edit : edits)
        all.patches += edit.patches;
    std::stable_sort(all.patches.begin(), all.patches.end(),
                     [](const TextPatch &a, const TextPatch &b) { return a.offset < b.offset; });
    for (qsizetype i = 1; i < all.patches.size(); ++i) {
        const TextPatch &before = all.patches.at(i - 1);
        if (before.offset + before.removed.size() > all.patches.at(i).offset)
            return refusal(tr("Two of the changes concern the same place."));
    }
    return all;
}

} // namespace podium
