// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

#include <functional>

namespace podium {

/// Opens an address in a browser; false when none could be started. Called in the UI thread, must not block.
using BrowserOpener = std::function<bool(const QUrl &)>;

/// The user's own browser: the commands of $BROWSER, else the desktop's choice.
BrowserOpener desktopBrowser();

/// The command lines of a BROWSER variable for `url`: entries apart by ':', "%s" is the address (appended where
/// absent),
/// "%%" a percent sign, "%c" a colon. Each is a program and its arguments; no shell ever sees them.
QList<QStringList> browserCommands(const QString &variable, const QUrl &url);

} // namespace podium
