// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelineaccessible.h"

#include "models/timeline/timelinetexts.h"
#include "ui/timeline/timelinechart.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace podium {

namespace {

/// The lane at a place from the top.
class LaneAccessible : public QAccessibleInterface
{
public:
    LaneAccessible(TimelineChart *chart, int place)
        : m_chart(chart)
        , m_place(place)
    {
    }

    bool isValid() const override { return m_chart && m_place < m_chart->rows().count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_chart ? m_chart->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return rowName(m_chart->rows().row(m_place));
        return kind == QAccessible::Description ? m_chart->describe(row()) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect lane = m_chart->rowRect(row());
        return {m_chart->viewport()->mapToGlobal(lane.topLeft()), lane.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.selected = m_chart->current() == row();
        state.focused = state.selected && m_chart->hasFocus();
        state.expandable = m_chart->rows().canFold(row());
        state.expanded = state.expandable && !m_chart->rows().isFolded(row());
        state.collapsed = state.expandable && !state.expanded;
        return state;
    }

private:
    int row() const { return m_chart->rows().rowAt(m_place); }

    QPointer<TimelineChart> m_chart;
    int m_place;
};

class ChartAccessible : public QAccessibleWidget
{
public:
    explicit ChartAccessible(TimelineChart *chart)
        : QAccessibleWidget(chart, QAccessible::Tree)
    {
    }
    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return chart()->rows().count(); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto it = m_children.constFind(index); it != m_children.constEnd())
            return QAccessible::accessibleInterface(*it);
        auto *item = new LaneAccessible(chart(), index);
        m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int row = chart()->rowAt(chart()->viewport()->mapFromGlobal(QPoint(x, y)));
        return row < 0 ? nullptr : child(chart()->rows().placeOf(row));
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
    TimelineChart *chart() const { return static_cast<TimelineChart *>(widget()); }

    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<TimelineChart *>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(make); // a second time changes nothing
}

void notifyTimelineSelection(TimelineChart *chart, int place)
{
    if (!QAccessible::isActive() || place < 0)
        return;
    QAccessibleEvent event(chart, QAccessible::Focus);
    event.setChild(place);
    QAccessible::updateAccessibility(&event);
}

} // namespace podium
