// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QString>
#include <QWidget>

namespace podium {

// The window by keyboard alone: keys go to what has the focus, and controls are known by their accessible names.

inline QWidget *focused()
{
    return QApplication::focusWidget();
}
inline bool isFocused(const QString &name)
{
    return focused() && focused()->accessibleName() == name;
}

/// Tab after Tab; a warning names what it does not lead to.
bool tabTo(const QString &name);
/// "Alt+PgDown": to the window where nothing has the focus.
bool press(const char *keys);
/// In the place of what the field held.
bool typeInto(const QString &field, const QString &text);

} // namespace podium
