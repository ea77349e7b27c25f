// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphaccessible.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphdescription.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace podium {

namespace {

/// One node of the graph.
class NodeAccessible : public QAccessibleInterface
{
public:
    NodeAccessible(GraphCanvas *canvas, int node)
        : m_canvas(canvas)
        , m_node(node)
    {
    }

    bool isValid() const override
    {
        return m_canvas && m_canvas->picture() && m_node < m_canvas->picture()->model.nodes.size();
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return nodeName(*m_canvas->picture(), m_node);
        if (kind == QAccessible::Description)
            return m_canvas->describe(m_node);
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_canvas->toWidget(m_canvas->picture()->layout.nodes.at(m_node).rect).toAlignedRect();
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = isValid() && m_canvas->selected() == m_node;
        state.focused = state.selected && m_canvas->hasFocus();
        state.invalid = !isValid();
        return state;
    }

private:
    QPointer<GraphCanvas> m_canvas;
    int m_node;
};

class CanvasAccessible : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(GraphCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
    {
    }
    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        const auto &picture = canvas()->picture();
        return picture ? static_cast<int>(picture->model.nodes.size()) : 0;
    }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto it = m_children.constFind(index); it != m_children.constEnd())
            return QAccessible::accessibleInterface(*it);
        auto *item = new NodeAccessible(canvas(), index);
        m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto &picture = canvas()->picture();
        return picture ? child(picture->nodeAt(canvas()->toScene(canvas()->mapFromGlobal(QPoint(x, y))))) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *item) const override
    {
        for (auto it = m_children.cbegin(); it != m_children.cend(); ++it) {
            if (QAccessible::accessibleInterface(*it) == item)
                return it.key();
        }
        return -1;
    }

private:
    GraphCanvas *canvas() const { return static_cast<GraphCanvas *>(widget()); }

    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<GraphCanvas *>(object);
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    QAccessible::installFactory(make); // a second time changes nothing
}

void notifyGraphSelection(GraphCanvas *canvas, int node)
{
    if (!QAccessible::isActive() || node < 0)
        return;
    QAccessibleEvent event(canvas, QAccessible::Focus);
    event.setChild(node);
    QAccessible::updateAccessibility(&event);
}

} // namespace podium
