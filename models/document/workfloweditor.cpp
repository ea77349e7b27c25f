// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/workfloweditor.h"

#include "models/workflow/treevalue.h"

namespace podium {

using namespace Qt::StringLiterals;

WorkflowEditor::WorkflowEditor(const TextTree &tree)
    : m_tree(tree)
    , m_editor(tree)
    , m_flow(flowRoot(tree))
{
    if (m_flow.exists())
        m_root = m_editor.map().pathOf(m_flow.index());
}

Error WorkflowEditor::missing(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = tr("The definition was not changed.");
    error.why = why;
    return error;
}

TextPlace WorkflowEditor::placeAt(const DocumentPath &path) const
{
    return {&m_tree, m_editor.map().nodeAt(path)};
}

DocumentPath WorkflowEditor::pathOf(PartKind kind, const QString &name) const
{
    const QString list = listOf(kind);
    const QList<TextPlace> items = m_flow[QLatin1StringView(list.toLatin1())].items();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i)["name"_L1].string() == name)
            return m_root + DocumentPath{PathStep(list), PathStep(static_cast<int>(i))};
    }
    return {};
}

Result<DocumentPath> WorkflowEditor::stateAt(const QString &name) const
{
    const DocumentPath path = pathOf(PartKind::State, name);
    if (path.isEmpty())
        return missing(tr("There is no state named \"%1\".").arg(name));
    return path;
}

Result<TextEdit> WorkflowEditor::addState(const Json &state, const QString &after) const
{
    const QString name = stringAt(state, "name");
    if (!pathOf(PartKind::State, name).isEmpty())
        return missing(tr("There is a state named \"%1\" already.").arg(name));
    int position = -1;
    if (!after.isEmpty()) {
        const Result<DocumentPath> before = stateAt(after);
        if (!before)
            return before.error();
        position = before->constLast().index + 1;
    }
    const DocumentPath list = m_root + DocumentPath{PathStep(u"states"_s)};
    Result<TextEdit> edit = placeAt(list).exists() ? m_editor.insertItem(list, state, position)
                                                   : m_editor.insertMember(m_root, u"states"_s, Json::array({state}));
    if (edit)
        edit->label = tr("Add state %1").arg(name);
    return edit;
}

Result<TextEdit> WorkflowEditor::removeState(const QString &name) const
{
    const Result<DocumentPath> path = stateAt(name);
    if (!path)
        return path.error();
    QList<TextEdit> edits;
    const Result<TextEdit> removed = m_editor.remove(*path);
    if (!removed)
        return removed.error();
    edits.append(*removed);
    const ByteRange gone{removed->patches.constFirst().offset,
                         removed->patches.constFirst().offset + removed->patches.constFirst().removed.size()};
    const QList<PartName> names = partNames(m_tree, m_flow);
    for (const PartName &part : names) {
        if (part.kind != PartKind::State || part.definition || part.name != name ||
            gone.contains(m_editor.map().extent(part.node).begin))
            continue;
        DocumentPath place = m_editor.map().pathOf(part.node);
        if (place.constLast().key == "nextState"_L1)
            place.removeLast();
        const bool outgoing = place.constLast().key == "transition"_L1;
        const DocumentPath holder = place.first(place.size() - 1);
        const Result<TextEdit> edit = outgoing ? redirect(holder, nullptr) : m_editor.remove(place);
        if (!edit)
            return edit.error();
        edits.append(*edit);
    }
    return StructureEditor::together(tr("Delete state %1").arg(name), edits);
}

Result<TextEdit> WorkflowEditor::duplicateState(const QString &name, const QString &copy) const
{
    const Result<DocumentPath> path = stateAt(name);
    if (!path)
        return path.error();
    if (!pathOf(PartKind::State, copy).isEmpty())
        return missing(tr("There is a state named \"%1\" already.").arg(copy));
    Json state = treeValue(m_tree, placeAt(*path).index());
    state["name"] = copy.toStdString();
    const DocumentMap &map = m_editor.map();
    const DocumentMap::Entry entry = map.entryOf(map.nodeAt(*path));
    const DocumentPath list = path->first(path->size() - 1);
    // The text as it is, where it stands on lines of its own; an anchor must not be there twice.
    const ByteRange whole = map.wholeEntry(entry);
    QByteArray text = map.text().mid(whole.begin, whole.size());
    const TextPlace word = placeAt(*path)["name"_L1];
    if (!map.isFlow(entry.parent) && map.startsLine(entry.begin) && text.endsWith('\n') && !text.contains('&')) {
        const Result<TextEdit> renamed = m_editor.set(*path + DocumentPath{PathStep(u"name"_s)}, copy.toStdString());
        const ByteRange extent = map.extent(word.index());
        if (renamed && renamed->patches.size() == 1 && renamed->patches.constFirst().offset >= extent.begin) {
            const TextPatch &patch = renamed->patches.constFirst();
            text.replace(patch.offset - whole.begin, patch.removed.size(), patch.inserted);
            return TextEdit{tr("Duplicate state %1").arg(name), {{whole.end, {}, text}}};
        }
    }
    Result<TextEdit> edit = m_editor.insertItem(list, state, path->constLast().index + 1);
    if (edit)
        edit->label = tr("Duplicate state %1").arg(name);
    return edit;
}

/// The way out of a place: to a state, or, with null, to the end.
Result<TextEdit> WorkflowEditor::redirect(const DocumentPath &place, const Json &transition) const
{
    const TextPlace from = placeAt(place);
    const TextPlace old = from["transition"_L1];
    const DocumentPath way = place + DocumentPath{PathStep(u"transition"_s)};
    if (!transition.is_null()) {
        if (old.isMapping() && old.has("nextState"_L1))
            return m_editor.set(way + DocumentPath{PathStep(u"nextState"_s)}, transition);
        if (old.exists())
            return m_editor.set(way, transition);
    }
    const QLatin1StringView gone = transition.is_null() ? "transition"_L1 : "end"_L1;
    const QString name = transition.is_null() ? u"end"_s : u"transition"_s;
    const Json value = transition.is_null() ? Json(true) : transition;
    if (!from.has(gone))
        return from.has("end"_L1) && transition.is_null() ? m_editor.set(place + DocumentPath{PathStep(name)}, value)
                                                          : m_editor.insertMember(place, name, value);
    // In the place of the other, so that the order stays.
    const DocumentPath other = place + DocumentPath{PathStep(QString(gone))};
    const Result<TextEdit> renamed = m_editor.renameMember(other, name);
    const Result<TextEdit> valued = m_editor.set(other, value);
    if (!renamed)
        return renamed.error();
    return valued ? StructureEditor::together({}, {*renamed, *valued}) : valued;
}

Result<TextEdit> WorkflowEditor::setTransition(const EdgeEnd &from, const QString &to) const
{
    const Result<DocumentPath> state = stateAt(from.state);
    if (!state)
        return state.error();
    if (pathOf(PartKind::State, to).isEmpty())
        return missing(tr("There is no state named \"%1\".").arg(to));
    Result<TextEdit> edit = redirect(*state + from.place, to.toStdString());
    if (edit)
        edit->label = tr("Connect %1 with %2").arg(from.state, to);
    return edit;
}

Result<TextEdit> WorkflowEditor::setEnd(const EdgeEnd &from) const
{
    const Result<DocumentPath> state = stateAt(from.state);
    if (!state)
        return state.error();
    Result<TextEdit> edit = redirect(*state + from.place, nullptr);
    if (edit)
        edit->label = tr("End after %1").arg(from.state);
    return edit;
}

Result<TextEdit> WorkflowEditor::insertOnEdge(const EdgeEnd &edge, Json state) const
{
    const Result<DocumentPath> source = stateAt(edge.state);
    if (!source)
        return source.error();
    const TextPlace from = placeAt(*source + edge.place);
    const TextPlace old = from["transition"_L1];
    const TextPlace next = old.isMapping() ? old["nextState"_L1] : old;
    state.erase("end");
    state.erase("transition");
    if (next.isNull())
        state["end"] = true;
    else
        state["transition"] = next.string().toStdString();
    const QString name = stringAt(state, "name");
    const Result<TextEdit> added = addState(state, edge.state);
    if (!added)
        return added;
    const Result<TextEdit> led = redirect(*source + edge.place, name.toStdString());
    return led ? StructureEditor::together(tr("Insert state %1").arg(name), {*led, *added}) : led;
}

Result<TextEdit> WorkflowEditor::addAction(const QString &state, const Json &action, int position) const
{
    const Result<DocumentPath> path = stateAt(state);
    if (!path)
        return path.error();
    const DocumentPath list = *path + DocumentPath{PathStep(u"actions"_s)};
    Result<TextEdit> edit = placeAt(list).exists() ? m_editor.insertItem(list, action, position)
                                                   : m_editor.insertMember(*path, u"actions"_s, Json::array({action}));
    if (edit)
        edit->label = tr("Add action to %1").arg(state);
    return edit;
}

Result<TextEdit> WorkflowEditor::rename(PartKind kind, const QString &name, const QString &to) const
{
    if (to.trimmed().isEmpty())
        return missing(tr("A name cannot be empty."));
    if (!pathOf(kind, to).isEmpty())
        return missing(tr("There is a \"%1\" already.").arg(to));
    QList<std::pair<DocumentPath, Json>> values;
    const QList<PartName> names = partNames(m_tree, m_flow);
    for (const PartName &part : names) {
        if (part.kind == kind && part.name == name)
            values.append({m_editor.map().pathOf(part.node), to.toStdString()});
    }
    if (values.isEmpty())
        return missing(tr("There is no \"%1\".").arg(name));
    return m_editor.setAll(tr("Rename %1 to %2").arg(name, to), values);
}

} // namespace podium
