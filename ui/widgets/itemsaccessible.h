// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace podium {

/// One of the things that an own-painted view shows, as screen readers see it. It has nothing within. UI thread.
class ItemAccessible : public QAccessibleInterface
{
public:
    ItemAccessible(QWidget *view, QAccessible::Role role);

    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_role; }
    void setText(QAccessible::Text, const QString &) override {}

protected:
    QWidget *view() const { return m_view; } ///< null once it is gone

private:
    QPointer<QWidget> m_view;
    QAccessible::Role m_role;
};

/// An own-painted view as a list or tree of items, which are made when they are asked for.
class ItemsAccessible : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~ItemsAccessible() override;

    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *item) const override;

protected:
    virtual QAccessibleInterface *makeItem(int index) const = 0;

private:
    mutable QHash<int, QAccessible::Id> m_children;
};

/// Tells screen readers that the selection moved to an item; -1: nothing is selected.
void announceItem(QWidget *view, int index);

} // namespace podium
