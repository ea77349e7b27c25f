// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/document/documentmap.h"
#include "models/document/textpatch.h"
#include "models/document/textstyle.h"
#include "models/document/yamlwriter.h"

#include <QCoreApplication>

#include <functional>

namespace podium {

/// Changes of a document's structure, as the smallest changes of its text: comments, quotes, order, blank lines,
/// indentation, block and flow style, line ends stay as they are. Nothing is changed here: each function answers the
/// edit that would do it, for text without a fault.
///
/// Every edit is read again before it is answered: the text after it means what was asked for and nothing else, or
/// the answer is an error (Kind::Validation) and the text stays. So an edit that would break an anchor, or that the
/// text's style does not allow, is refused and never written wrongly.
///
/// Cost: reading the document once per edit. Any thread.
class StructureEditor
{
    Q_DECLARE_TR_FUNCTIONS(podium::StructureEditor)
public:
    /// What to do where a path leads through an alias.
    enum class Aliases {
        Refuse,     ///< the error says where the anchor is
        EditAnchor, ///< change the place that the alias names, and so all others that name it
    };

    explicit StructureEditor(const TextTree &tree, Aliases aliases = Aliases::Refuse);

    const DocumentMap &map() const { return m_map; }

    Result<TextEdit> set(const DocumentPath &path, const Json &value) const;
    /// Several values as one step.
    Result<TextEdit> setAll(const QString &label, const QList<std::pair<DocumentPath, Json>> &values) const;
    /// At the end with position -1. Where the place is null or empty, it becomes an object.
    Result<TextEdit> insertMember(const DocumentPath &object, const QString &name, const Json &value,
                                  int position = -1) const;
    Result<TextEdit> insertItem(const DocumentPath &list, const Json &value, int position = -1) const;
    Result<TextEdit> remove(const DocumentPath &path) const; ///< a member or an item
    Result<TextEdit> renameMember(const DocumentPath &path, const QString &name) const;
    /// A member or an item to another place among its siblings.
    Result<TextEdit> move(const DocumentPath &collection, int from, int to) const;
    Result<TextEdit> wrapInMember(const DocumentPath &path, const QString &name) const; ///< v becomes {name: v}
    Result<TextEdit> wrapInList(const DocumentPath &path) const;                        ///< v becomes [v]

    /// Several edits of one text as one step. They must not overlap.
    static Result<TextEdit> together(const QString &label, const QList<TextEdit> &edits);

private:
    using Change = std::function<bool(Json &shape)>;

    Result<DocumentPath> editable(const DocumentPath &path, bool valueToo) const;
    Result<TextEdit> verified(TextEdit edit, const Change &change) const;
    Result<TextEdit> insert(const DocumentPath &path, const QString *name, const Json &value, int position) const;
    TextPatch setPatch(int node, const Json &value, bool literals) const;
    TextPatch setScalar(int node, const Json &value, bool literals) const;
    TextPatch blockScalar(int node, const QString &text) const;
    TextPatch insertBlock(int parent, int position, const QByteArray &text) const;
    TextPatch insertFlow(int parent, int position, const QByteArray &text) const;
    TextPatch removeFlow(const DocumentMap::Entry &entry) const;
    TextPatch removeBlock(const DocumentMap::Entry &entry) const;
    QList<TextPatch> wrapBlock(const DocumentMap::Entry &entry, const QByteArray &word, int step) const;
    Result<TextEdit> wrap(const DocumentPath &path, const QString *name) const;
    QByteArray entryText(int parent, const QString *name, const Json &value, bool literals) const;
    TextPatch replace(ByteRange range, const QByteArray &text) const;
    qsizetype valueBegin(const DocumentMap::Entry &entry) const;
    int lineIndent(qsizetype offset) const;
    bool inFlow(int node) const { return node >= 0 && m_map.isFlow(node); }
    static Error refusal(const QString &why);

    DocumentMap m_map;
    TextStyle m_style;
    YamlWriter m_writer;
    Aliases m_aliases;
};

} // namespace podium
