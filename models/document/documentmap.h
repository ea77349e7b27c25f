// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workflow/texttree.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace podium {

/// One step into a document: the name of a member, or the index of an item.
struct PathStep
{
    QString key;
    int index = -1; ///< of an item; -1: it is a name
    PathStep(const QString &name)
        : key(name)
    {
    }
    PathStep(int item)
        : index(item)
    {
    }
    bool operator==(const PathStep &) const = default;
};
using DocumentPath = QList<PathStep>;

/// As a JSON pointer (RFC 6901): "/states/0/name", "" for the whole document.
QString pointerOf(const DocumentPath &path);

/// Half open, in bytes.
struct ByteRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype size() const { return end - begin; }
    bool contains(qsizetype offset) const { return offset >= begin && offset < end; }
    bool operator==(const ByteRange &) const = default;
};

/// Where everything of a TextTree stands, down to quotes, dashes and comments: what an editor asks. Made once per tree,
/// any thread; the tree must live as long. Nodes are named by their index in the tree; nodes behind an alias belong to
/// their anchor's place.
class DocumentMap
{
public:
    /// A member of a mapping or an item of a sequence. In an item, intro is the dash (or the value's begin in flow).
    struct Entry
    {
        int parent = -1;
        int position = -1; ///< among its siblings
        int key = -1;      ///< -1 for an item
        int value = -1;
        qsizetype begin = 0; ///< of key or dash
        qsizetype intro = 0; ///< behind the colon or the dash; the value follows
        qsizetype end = 0;   ///< of the value
    };

    explicit DocumentMap(const TextTree &tree);

    const TextTree &tree() const { return *m_tree; }
    const QByteArray &text() const { return m_tree->text(); }

    /// Quotes, brackets, the sign of an alias and the header of a block scalar included; anchor and tag not.
    ByteRange extent(int node) const { return m_extents.at(static_cast<std::size_t>(node)); }
    /// The entry whose value the node is. The root has an entry without a parent.
    const Entry &entryOf(int node) const { return m_entries.at(static_cast<std::size_t>(node)); }
    Entry entryAt(int parent, int position) const;
    int count(int parent) const; ///< entries of a collection
    /// The whole lines of an entry in block style, with the comment lines directly above it and the comment behind it,
    /// and the last line end. In flow style, and where the entry begins on the line of another, only what is its own.
    ByteRange wholeEntry(const Entry &entry) const;
    bool startsLine(qsizetype offset) const; ///< only white space before it on its line
    qsizetype lineBegin(qsizetype offset) const;
    qsizetype lineEnd(qsizetype offset) const;  ///< before the line end
    qsizetype nextLine(qsizetype offset) const; ///< behind the line end
    int column(qsizetype offset) const { return static_cast<int>(offset - lineBegin(offset)); }
    bool isFlow(int node) const; ///< the collection stands in brackets, or within some

    /// -1 where the path leads nowhere. Does not look behind aliases: see aliasOn().
    int nodeAt(const DocumentPath &path) const;
    /// The first alias that a path comes upon, -1 for none.
    int aliasOn(const DocumentPath &path) const;
    DocumentPath pathOf(int node) const;
    /// The innermost node whose entry (key included) holds the offset; the root where none does.
    int nodeAround(qsizetype offset) const;
    SourceSpan spanOf(ByteRange range) const; ///< with lines and columns, in bytes

private:
    qsizetype place(int node, qsizetype from, Entry entry);
    qsizetype placeScalar(int node, qsizetype from);
    qsizetype skipBlank(qsizetype offset) const; ///< white space, line ends and comments
    qsizetype skipProperties(int node, qsizetype offset) const;
    qsizetype skipProperty(qsizetype offset) const;

    const TextTree *m_tree;
    std::vector<ByteRange> m_extents;
    std::vector<Entry> m_entries;
};

} // namespace podium
