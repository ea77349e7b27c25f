// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphaccessible.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphdescription.h"
#include "ui/widgets/itemsaccessible.h"

namespace podium {

namespace {

/// One node of the graph.
class NodeAccessible : public ItemAccessible
{
public:
    NodeAccessible(GraphCanvas *canvas, int node)
        : ItemAccessible(canvas, QAccessible::ListItem)
        , m_node(node)
    {
    }

    bool isValid() const override
    {
        return view() && canvas()->picture() && m_node < canvas()->picture()->model.nodes.size();
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return nodeName(*canvas()->picture(), m_node);
        if (kind == QAccessible::Description)
            return canvas()->describe(m_node);
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = canvas()->toWidget(canvas()->picture()->layout.nodes.at(m_node).rect).toAlignedRect();
        return {canvas()->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = isValid() && canvas()->selected() == m_node;
        state.focused = state.selected && canvas()->hasFocus();
        state.invalid = !isValid();
        return state;
    }

private:
    GraphCanvas *canvas() const { return static_cast<GraphCanvas *>(view()); }
    int m_node;
};

class CanvasAccessible : public ItemsAccessible
{
public:
    explicit CanvasAccessible(GraphCanvas *canvas)
        : ItemsAccessible(canvas, QAccessible::List)
    {
    }

    int childCount() const override
    {
        const auto &picture = canvas()->picture();
        return picture ? static_cast<int>(picture->model.nodes.size()) : 0;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto &picture = canvas()->picture();
        return picture ? child(picture->nodeAt(canvas()->toScene(canvas()->mapFromGlobal(QPoint(x, y))))) : nullptr;
    }

protected:
    QAccessibleInterface *makeItem(int index) const override { return new NodeAccessible(canvas(), index); }

private:
    GraphCanvas *canvas() const { return static_cast<GraphCanvas *>(widget()); }
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
    announceItem(canvas, node);
}

} // namespace podium
