// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QScrollBar>
#include <QStringList>
#include <QWidget>

namespace podium {

namespace detail {

/// Parts that Qt makes inside other controls, and that no one meets on their own.
inline bool isInnerPart(const QWidget *widget)
{
    if (qobject_cast<const QScrollBar *>(widget) || widget->objectName().startsWith(QLatin1String("qt_")))
        return true;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox"))
            return true;
    }
    return false;
}

} // namespace detail

/// The controls below `root` that the keyboard can reach and that a screen reader could not name; for failing tests
/// with QCOMPARE(unnamedControls(page), QStringList()). The page must be visible.
inline QStringList unnamedControls(QWidget *root)
{
    QStringList unnamed;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const bool reachable = widget->isVisibleTo(root) && (widget->focusPolicy() & Qt::TabFocus);
        if (!reachable || detail::isInnerPart(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            unnamed << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return unnamed;
}

/// The controls that Tab reaches from `first`, in order, until it comes round.
inline QList<QWidget *> tabChain(QWidget *first)
{
    QList<QWidget *> chain;
    QWidget *widget = first;
    do {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            chain << widget;
        widget = widget->nextInFocusChain();
    } while (widget && widget != first);
    return chain;
}

} // namespace podium
