// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>

namespace podium {

/// A JSON document as a tree, read from it as branches are opened. Containers of more than kGroupSize members are shown
/// in groups ("0 … 999"), so that opening one costs the same whatever its size. UI thread.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        PointerRole = Qt::UserRole + 100, ///< QString, JSON pointer
        KindRole,                         ///< int of Kind
        MarkRole,                         ///< int of Mark
    };
    /// How a row differs from another document.
    enum class Mark { None, Added, Changed, Inside };
    enum class Kind { Null, Boolean, Number, String, Array, Object, Group };
    static constexpr int kGroupSize = 1000;

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Shows another document. What stayed keeps its rows, so expansion, selection and scroll position stay too.
    void setJson(const SharedJson &json);
    SharedJson json() const { return m_json; }

    /// Marks the rows that other documents lack or have with another value, by JSON pointer; what holds such a row is
    /// marked, too. They stay until the next call.
    void setMarks(const QHash<QString, Mark> &marks);

    QString pointerFor(const QModelIndex &index) const; ///< RFC 6901; a group answers its container's
    QString jqPathFor(const QModelIndex &index) const;  ///< ".orders[0].\"odd name\""
    QString nameFor(const QModelIndex &index) const;    ///< member name, whole
    /// A string's text, else indented JSON; of a string no more than the first `limit` bytes, where one is given.
    QString valueText(const QModelIndex &index, qsizetype limit = -1) const;
    qsizetype valueSize(const QModelIndex &index) const; ///< bytes of a string, members of a container, else 0
    /// The row of a JSON pointer; opens branches on the way. Invalid when the document has no such member.
    QModelIndex indexFor(const QString &pointer);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(Node *node, int column = NameColumn) const;
    static std::vector<std::unique_ptr<Node>> makeChildren(Node *parent);
    void merge(Node *node);
    void removeGone(Node *node, const std::vector<std::unique_ptr<Node>> &wanted);
    QString displayValue(const Node &node) const;

    void tellMarks(const Node &node);
    QString spoken(const QModelIndex &index) const;

    SharedJson m_json;
    QHash<QString, Mark> m_marks;
    std::unique_ptr<Node> m_root;
};

} // namespace podium
