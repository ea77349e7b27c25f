// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QHash>
#include <QList>

#include <functional>

namespace podium {

/// The window's actions by id. All of them are in the command palette and in the list of shortcuts.
class Actions
{
public:
    /// `window` owns the actions and is where their shortcuts work.
    explicit Actions(QWidget *window)
        : m_window(window)
    {
    }

    struct Description
    {
        QString id;
        QString text;
        QString iconName;
        QList<QKeySequence> shortcuts;
        bool inPalette = true;
    };
    QAction *add(const Description &description, std::function<void()> run);

    QAction *operator[](const QString &id) const { return m_byId.value(id); }
    const QList<QAction *> &all() const { return m_all; }
    static QString iconName(const QAction *action);
    static bool inPalette(const QAction *action);

private:
    QWidget *m_window;
    QHash<QString, QAction *> m_byId;
    QList<QAction *> m_all;
};

} // namespace podium
