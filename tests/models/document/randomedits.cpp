// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/document/randomedits.h"

#include "models/workflow/treevalue.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Json randomValue(std::mt19937 &random, int depth = 0)
{
    static const std::vector<Json> scalars{"plain",
                                           "two words",
                                           "true",
                                           "12",
                                           "0123",
                                           "",
                                           " spaced ",
                                           "a: b",
                                           "a #b",
                                           "- dash",
                                           "${ .a | .b }",
                                           "it's",
                                           "say \"x\"",
                                           "one\ntwo\nthree\n",
                                           "one\ntwo",
                                           "caf\u00e9",
                                           "x,y",
                                           "[x]",
                                           "yes",
                                           "#",
                                           "tab\there",
                                           "trailing:",
                                           "\\back",
                                           "*star",
                                           "&and",
                                           "!tag",
                                           "%",
                                           "@at",
                                           "1e3",
                                           "2020-01-01",
                                           "null",
                                           "~",
                                           12,
                                           -1.5,
                                           true,
                                           nullptr,
                                           "\u2028",
                                           "  two\nlines\n",
                                           "{a}",
                                           "a\n\nb\n",
                                           "end\n\n"};
    const auto pick = random() % (depth < 2 ? 10 : 7);
    if (pick < 7)
        return scalars.at(random() % scalars.size());
    if (pick < 9) {
        Json object = Json::object();
        const auto members = random() % 3;
        for (std::size_t i = 0; i < members; ++i)
            object["k" + std::to_string(i)] = randomValue(random, depth + 1);
        return object;
    }
    Json list = Json::array();
    const auto items = random() % 3;
    for (std::size_t i = 0; i < items; ++i)
        list.push_back(randomValue(random, depth + 1));
    return list;
}

Json::json_pointer pointer(const DocumentPath &path)
{
    return Json::json_pointer(pointerOf(path).toStdString());
}

/// An object with another member among its own, in order.
Json withMember(const Json &object, const std::string &name, const Json &value)
{
    Json made = object.is_object() ? object : Json::object();
    made[name] = value;
    return made;
}

class Drawer
{
public:
    Drawer(const StructureEditor &editor, std::mt19937 &random)
        : m_editor(editor)
        , m_map(editor.map())
        , m_random(random)
    {
        m_drawn.expected = treeValue(m_map.tree(), m_map.tree().root());
    }

    RandomEdit draw()
    {
        int node = 0;
        do {
            node = static_cast<int>(below(m_map.tree().size()));
        } while (m_map.entryOf(node).value != node); // a key
        const DocumentPath path = m_map.pathOf(node);
        const DocumentMap::Entry entry = m_map.entryOf(node);
        m_drawn.within = m_map.wholeEntry(entry.parent >= 0 ? m_map.entryOf(entry.parent) : entry);
        const int count = m_map.count(node);
        const auto kind = m_map.tree().node(node).kind;
        if (count > 1 && kind == TextTree::Kind::Sequence && below(2) == 0)
            move(path, count);
        else if (kind == TextTree::Kind::Sequence && below(2) == 0)
            insertItem(path, count);
        else if (kind == TextTree::Kind::Mapping && below(2) == 0)
            insertMember(path);
        else if (!path.isEmpty())
            change(path, entry);
        else
            insertMember(path);
        return std::move(m_drawn);
    }

private:
    std::size_t below(int limit) { return m_random() % static_cast<std::size_t>(std::max(limit, 1)); }
    Json &at(const DocumentPath &path) { return m_drawn.expected[pointer(path)]; }

    void change(const DocumentPath &path, const DocumentMap::Entry &entry)
    {
        const auto what = below(6);
        if (what < 2)
            set(path);
        else if (what == 2)
            remove(path, entry);
        else if (what == 3 && entry.key >= 0)
            rename(path);
        else
            wrap(path, what == 4);
    }

    void set(const DocumentPath &path)
    {
        const Json value = randomValue(m_random);
        m_drawn.what = u"set %1 to %2"_s.arg(pointerOf(path), QString::fromUtf8(toBytes(value)));
        at(path) = value;
        m_drawn.edit = m_editor.set(path, value);
    }

    void insertMember(const DocumentPath &path)
    {
        const QString name = below(4) == 0 ? u"odd: name %1"_s.arg(m_random()) : u"new%1"_s.arg(m_random());
        const Json value = randomValue(m_random);
        const int position = static_cast<int>(below(4)) - 1;
        m_drawn.what = u"insert %1 into %2 at %3: %4"_s.arg(name, pointerOf(path))
                           .arg(position)
                           .arg(QString::fromUtf8(toBytes(value)));
        at(path) = withMember(at(path), name.toStdString(), value);
        m_drawn.edit = m_editor.insertMember(path, name, value, position);
    }

    void insertItem(const DocumentPath &path, int count)
    {
        const Json value = randomValue(m_random);
        const auto position = below(count + 1);
        m_drawn.what =
            u"insert into %1 at %2: %3"_s.arg(pointerOf(path)).arg(position).arg(QString::fromUtf8(toBytes(value)));
        Json &list = at(path);
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(position), value);
        m_drawn.edit = m_editor.insertItem(path, value, static_cast<int>(position));
    }

    void remove(const DocumentPath &path, const DocumentMap::Entry &entry)
    {
        m_drawn.what = u"remove "_s + pointerOf(path);
        Json &parent = at(path.first(path.size() - 1));
        if (entry.key >= 0)
            parent.erase(path.constLast().key.toStdString());
        else
            parent.erase(static_cast<std::size_t>(entry.position));
        m_drawn.edit = m_editor.remove(path);
    }

    void rename(const DocumentPath &path)
    {
        const QString name = u"renamed%1"_s.arg(m_random());
        m_drawn.what = u"rename %1 to %2"_s.arg(pointerOf(path), name);
        Json &parent = at(path.first(path.size() - 1));
        parent[name.toStdString()] = parent[path.constLast().key.toStdString()];
        parent.erase(path.constLast().key.toStdString());
        m_drawn.edit = m_editor.renameMember(path, name);
    }

    void wrap(const DocumentPath &path, bool list)
    {
        m_drawn.what = (list ? u"wrap in a list "_s : u"wrap "_s) + pointerOf(path);
        Json inner = at(path);
        at(path) = list ? Json::array({inner}) : Json::object({{"within", inner}});
        m_drawn.edit = list ? m_editor.wrapInList(path) : m_editor.wrapInMember(path, u"within"_s);
    }

    void move(const DocumentPath &path, int count)
    {
        const auto from = below(count);
        const auto to = below(count);
        m_drawn.what = u"move in %1 from %2 to %3"_s.arg(pointerOf(path)).arg(from).arg(to);
        Json &list = at(path);
        const Json moved = list[from];
        list.erase(from);
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(to), moved);
        m_drawn.edit = m_editor.move(path, static_cast<int>(from), static_cast<int>(to));
    }

    const StructureEditor &m_editor;
    const DocumentMap &m_map;
    std::mt19937 &m_random;
    RandomEdit m_drawn;
};

} // namespace

RandomEdit randomEdit(const StructureEditor &editor, std::mt19937 &random)
{
    return Drawer(editor, random).draw();
}

} // namespace podium
