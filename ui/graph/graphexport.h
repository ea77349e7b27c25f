// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "ui/graph/graphpainter.h"

#include <QByteArray>
#include <QImage>
#include <QString>

class QPrinter;

namespace podium {

/// What goes into a picture: values, so that a worker can paint it.
struct GraphImage
{
    SharedPicture picture;
    GraphOverlay overlay;
    GraphStyle style;
    SharedHeat heat = {};
    SharedRunMarks runs = {};
};

enum class PictureFormat { Svg, Png, Pdf };
PictureFormat formatOf(const QString &path); ///< by its suffix; PNG where it says nothing

/// The whole graph; at a smaller scale where it would be too large. Null when there is not enough memory. Any thread.
QImage paintGraph(const GraphImage &image, double scale);
/// The same as a file. scale: of its natural size; 0: twice for a PNG, else once. Empty when there is not enough memory.
/// Any thread.
QByteArray renderGraph(const GraphImage &image, PictureFormat format, double scale = 0);
/// Writes it to PATH in the format of its suffix. Any thread.
Result<Done> exportGraph(const GraphImage &image, const QString &path, double scale = 0);
/// On one page where it can still be read there, else on as many as it takes. Any thread.
Result<Done> printGraph(const GraphImage &image, QPrinter &printer);
QRectF exportArea(const GraphImage &image); ///< of the scene, with its margin

} // namespace podium
