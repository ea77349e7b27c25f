// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace podium {

/// Gives a part of a window the style sheet of the theme, and keeps it with the application's palette: a part that is to
/// be seen follows within a few turns of the event loop, a hidden one when it is shown. Nothing above a part may have a
/// style sheet of its own, or one change would style all parts again at once; that is why the application has none. What
/// is inside a part (its menus and dialogs, too) wears what the part wears.
void wearTheme(QWidget *part);
/// The same for a dialog or menu that is inside no part; nothing for all other widgets.
void wearThemeAsWindow(QWidget *widget);

} // namespace podium
