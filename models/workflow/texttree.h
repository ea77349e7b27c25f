// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/workflow/sourcespan.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace podium {

/// A YAML or JSON document as a tree that knows where each part was written. YAML is read by libfyaml's events
/// (https://pantoniou.github.io/libfyaml/), so nothing is lost that an editor needs. An alias is a node that points at
/// the one it names; the tree is refused when following them would make more than kMaxNodes nodes. Of several
/// documents in one text the first is read.
class TextTree
{
public:
    static constexpr int kMaxNodes = 400'000;
    static constexpr int kMaxDepth = 128;

    enum class Kind : quint8 { Scalar, Mapping, Sequence, Alias };
    enum class Style : quint8 { Plain, Single, Double, Literal, Folded }; ///< of a scalar

    struct Node
    {
        Kind kind = Kind::Scalar;
        Style style = Style::Plain;
        bool quoted = false; ///< a scalar that is text whatever it looks like
        bool flow = false;   ///< a collection in brackets
        bool tagged = false;
        QString anchor;      ///< name, "" for none
        QString text;        ///< of a scalar
        QList<int> children; ///< of a mapping: key, value, key, value…; of an alias: the node it names
        SourceSpan span;     ///< quotes, `*` and the line of `|` not in it; nowhere for a scalar of no characters
        int weight = 1;      ///< nodes in it, aliases followed
    };

    /// What stopped the reader; line 0 when nothing did. What came before it is in the tree.
    struct Fault
    {
        QString message;
        SourceSpan span;
    };

    /// Any bytes. An error only where there is no tree at all.
    static Result<TextTree> parse(const QByteArray &text);

    const Node &node(int index) const { return m_nodes.at(index); }
    /// The node itself, or the one that an alias names.
    int resolved(int index) const
    {
        return index >= 0 && node(index).kind == Kind::Alias ? node(index).children.constFirst() : index;
    }
    int size() const { return static_cast<int>(m_nodes.size()); }
    /// Where a second document begins in the same text, which neither this tree nor SonataFlow reads; else nowhere.
    const SourceSpan &nextDocument() const { return m_nextDocument; }
    int root() const { return m_root; }
    const Fault &fault() const { return m_fault; }
    const QByteArray &text() const { return m_text; }

private:
    friend class TextTreeBuilder;
    QByteArray m_text;
    QList<Node> m_nodes;
    int m_root = -1;
    Fault m_fault;
    SourceSpan m_nextDocument;
};

/// A place in a TextTree that need not exist: asking a missing place gives empty answers, so readers stay short.
/// Aliases are followed.
class TextPlace
{
public:
    TextPlace() = default;
    TextPlace(const TextTree *tree, int index)
        : m_tree(tree)
        , m_index(tree ? tree->resolved(index) : -1)
    {
    }
    static TextPlace rootOf(const TextTree &tree) { return {&tree, tree.root()}; }

    bool exists() const { return m_index >= 0; }
    bool isScalar() const { return exists() && node().kind == TextTree::Kind::Scalar; }
    bool isMapping() const { return exists() && node().kind == TextTree::Kind::Mapping; }
    bool isSequence() const { return exists() && node().kind == TextTree::Kind::Sequence; }
    /// Absent, or written as null, ~ or nothing.
    bool isNull() const;

    TextPlace operator[](QLatin1StringView key) const; ///< the last one where a key is written twice
    bool has(QLatin1StringView key) const { return (*this)[key].exists(); }
    QList<TextPlace> items() const;                         ///< of a sequence
    QList<std::pair<TextPlace, TextPlace>> members() const; ///< of a mapping

    QString string() const;                    ///< a scalar's text; "" for null and anything else
    bool boolean(bool fallback = false) const; ///< "true" and true
    QString source() const;                    ///< a scalar's text, else the stretch of source it was read from
    SourceSpan span() const { return exists() ? node().span : SourceSpan(); }
    int index() const { return m_index; } ///< in the tree, -1 where it does not exist

private:
    const TextTree::Node &node() const { return m_tree->node(m_index); }

    const TextTree *m_tree = nullptr;
    int m_index = -1;
};

} // namespace podium
