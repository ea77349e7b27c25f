// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRect;
class QRectF;
class QToolButton;
class QWidget;

namespace podium {

/// The drawing :/icons/NAME.svg in the text colour of the application's palette at the time it is painted, so it
/// follows light and dark; dimmed while disabled. A name that does not exist gives an empty
/// square.
QIcon themedIcon(const QString &name);
/// The same in the colour of a tone.
QIcon themedIcon(const QString &name, Tone tone);
/// The same for the strong fill of a primary or dangerous button.
QIcon iconOnFill(const QString &name);
/// Painted in a given colour, crisp at any device pixel ratio.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color);
/// As lines, not as pixels: for files and paper. Any thread.
void paintIconVector(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);
/// A flat button that shows only an icon; the name is its tooltip, and what a screen reader says.
QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);
/// The application's own, coloured icon.
QIcon applicationIcon();

} // namespace podium
