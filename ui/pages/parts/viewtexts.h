// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"

class QLabel;
class QTabWidget;
class QWidget;

namespace podium {

class Clock;
class DisplaySettings;

/// Times as the user wants to read them now, for the item models. Set them again on DisplaySettings::changed().
ItemTexts viewTexts(const DisplaySettings &display, const Clock &clock);

/// Label for text of a server: never markup, may be selected with the mouse and the keyboard.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
/// Second-rank caption.
QLabel *captionLabel(const QString &text, QWidget *parent = nullptr);
/// Tabs as the detail pages have them: flat, without a frame.
QTabWidget *detailTabs(const QString &accessibleName, QWidget *parent = nullptr);

} // namespace podium
