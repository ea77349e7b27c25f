// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What a row is called and where it is in the document.
#include "models/items/jsonsearch.h"
#include "models/items/jsontreemodel.h"
#include "models/items/jsontreenode.h"

namespace podium {

using namespace Qt::StringLiterals;

QString JsonTreeModel::nameFor(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    return node.named ? node.name : QString::number(node.position);
}

QString JsonTreeModel::pointerFor(const QModelIndex &index) const
{
    QString pointer;
    for (const Node *node = nodeOf(index); node->parent; node = node->parent) {
        if (!node->group && (node->parent != m_root.get() || m_root->value))
            pointer.prepend(u'/' + (node->named ? pointerToken(node->name) : QString::number(node->position)));
    }
    return pointer;
}

QString JsonTreeModel::jqPathFor(const QModelIndex &index) const
{
    QString path;
    for (const Node *node = nodeOf(index); node->parent; node = node->parent) {
        if (node->group || (node->parent == m_root.get() && !m_root->value))
            continue;
        if (!node->named) {
            path.prepend(u'[' + QString::number(node->position) + u']');
            continue;
        }
        bool plain = !node->name.isEmpty() && !node->name.at(0).isDigit();
        for (const QChar c : node->name)
            plain = plain && (c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()));
        path.prepend(u'.' + (plain ? node->name : QString::fromUtf8(toBytes(Json(node->name.toStdString())))));
    }
    return path.startsWith(u'.') ? path : u'.' + path;
}

QString JsonTreeModel::valueText(const QModelIndex &index, qsizetype limit) const
{
    const Node *node = nodeOf(index);
    if (!index.isValid() || !node->value)
        return {};
    if (!node->value->is_string())
        return QString::fromUtf8(toBytes(*node->value, 2));
    const auto &text = node->value->get_ref<const std::string &>();
    const auto size = static_cast<qsizetype>(text.size());
    return QString::fromUtf8(text.data(), limit < 0 ? size : qMin(size, limit));
}

qsizetype JsonTreeModel::valueSize(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    if (!index.isValid() || !node->value)
        return 0;
    if (const auto *text = node->value->get_ptr<const Json::string_t *>())
        return static_cast<qsizetype>(text->size());
    return node->count();
}

void JsonTreeModel::setMarks(const QHash<QString, Mark> &marks)
{
    if (m_marks.isEmpty() && marks.isEmpty())
        return;
    m_marks = marks;
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        for (qsizetype at = mark.key().lastIndexOf(u'/'); at > 0; at = mark.key().lastIndexOf(u'/', at - 1)) {
            const QString container = mark.key().left(at);
            if (m_marks.contains(container))
                break; // and so what holds it
            m_marks.insert(container, Mark::Inside);
        }
    }
    tellMarks(*m_root);
}

void JsonTreeModel::tellMarks(const Node &node)
{
    if (node.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(node.children.front().get()), indexOf(node.children.back().get(), ValueColumn),
                       {MarkRole, Qt::AccessibleTextRole});
    for (const auto &child : node.children)
        tellMarks(*child);
}

/// A mark is told by more than a sign in front.
QString JsonTreeModel::spoken(const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.column() != NameColumn)
        return text;
    switch (static_cast<Mark>(index.data(MarkRole).toInt())) {
    case Mark::Added:
        return tr("%1, added").arg(text);
    case Mark::Changed:
        return tr("%1, changed").arg(text);
    case Mark::Inside:
        return tr("%1, something in it differs").arg(text);
    case Mark::None:
        break;
    }
    return text;
}

QModelIndex JsonTreeModel::indexFor(const QString &pointer)
{
    if (pointer.isEmpty())
        return m_root->value ? QModelIndex() : index(0, 0);
    QModelIndex at;
    const QStringList tokens = pointer.mid(1).split(u'/');
    for (const QString &token : tokens) {
        bool found = true;
        while (found) {
            fetchMore(at);
            found = false;
            Node *node = nodeOf(at);
            for (const auto &child : node->children) {
                if (child->group) {
                    const Json &container = *child->value;
                    for (qsizetype i = 0; !found && container.is_object() && i < child->length; ++i) {
                        QString name;
                        (void)jsonMember(container, child->position + i, &name);
                        found = pointerToken(name) == token;
                    }
                    const qsizetype position = token.toLongLong();
                    found = found || (container.is_array() && position >= child->position &&
                                      position < child->position + child->length);
                } else if ((child->named ? pointerToken(child->name) : QString::number(child->position)) == token) {
                    found = true;
                }
                if (found) {
                    at = indexOf(child.get());
                    break;
                }
            }
            if (!found)
                return {};
            if (!nodeOf(at)->group)
                break;
        }
    }
    return at;
}

} // namespace podium
