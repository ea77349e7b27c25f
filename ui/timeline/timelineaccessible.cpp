// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelineaccessible.h"

#include "models/timeline/timelinetexts.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/itemsaccessible.h"

namespace podium {

namespace {

/// The lane at a place from the top.
class LaneAccessible : public ItemAccessible
{
public:
    LaneAccessible(TimelineChart *chart, int place)
        : ItemAccessible(chart, QAccessible::TreeItem)
        , m_place(place)
    {
    }

    bool isValid() const override { return view() && m_place < chart()->rows().count(); }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return rowName(chart()->rows().row(m_place));
        return kind == QAccessible::Description ? chart()->describe(row()) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect lane = chart()->rowRect(row());
        return {chart()->viewport()->mapToGlobal(lane.topLeft()), lane.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.selected = chart()->current() == row();
        state.focused = state.selected && chart()->hasFocus();
        state.expandable = chart()->rows().canFold(row());
        state.expanded = state.expandable && !chart()->rows().isFolded(row());
        state.collapsed = state.expandable && !state.expanded;
        return state;
    }

private:
    TimelineChart *chart() const { return static_cast<TimelineChart *>(view()); }
    int row() const { return chart()->rows().rowAt(m_place); }

    int m_place;
};

class ChartAccessible : public ItemsAccessible
{
public:
    explicit ChartAccessible(TimelineChart *chart)
        : ItemsAccessible(chart, QAccessible::Tree)
    {
    }

    int childCount() const override { return chart()->rows().count(); }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int row = chart()->rowAt(chart()->viewport()->mapFromGlobal(QPoint(x, y)));
        return row < 0 ? nullptr : child(chart()->rows().placeOf(row));
    }

protected:
    QAccessibleInterface *makeItem(int index) const override { return new LaneAccessible(chart(), index); }

private:
    TimelineChart *chart() const { return static_cast<TimelineChart *>(widget()); }
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
    announceItem(chart, place);
}

} // namespace podium
