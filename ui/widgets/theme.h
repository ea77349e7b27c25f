// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QPushButton;
class QWidget;

namespace podium {

/// What a colour says. Never the only sign: an icon or a word stands beside it.
enum class Tone { Neutral, Info, Success, Warning, Danger };
enum class Scheme { System, Light, Dark };
enum class Density { Comfortable, Compact };

/// Readable as text on the base colour of `palette` (contrast of 4.5 and more), light or dark.
QColor toneColor(Tone tone, const QPalette &palette);
/// Soft background on which toneColor() is still readable.
QColor toneFill(Tone tone, const QPalette &palette);
Tone toneOf(InstanceState state);
/// Icon that stands for a state beside its word.
QString iconOf(InstanceState state);
bool isDark(const QPalette &palette);
/// Second-rank text: times, hints, captions.
QColor mutedColor(const QPalette &palette);
/// Hairlines between areas.
QColor lineColor(const QPalette &palette);

/// Distances in device-independent pixels; no other ones.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

/// Sets style, palette, font and the style sheet. System keeps to the palette the application has; who follows the
/// desktop asks SystemScheme and passes Light or Dark.
void applyTheme(QApplication &application, Scheme scheme);

QFont titleFont(const QFont &base);  ///< page titles
QFont strongFont(const QFont &base); ///< section titles and what stands out in text
QFont monoFont();                    ///< ids, code

/// Info: the one button that moves on; Danger: destroys something; Neutral: a plain button.
void setButtonTone(QPushButton *button, Tone tone);
/// Second-rank text; follows palette changes.
void setMuted(QWidget *label, bool muted = true);

} // namespace podium
