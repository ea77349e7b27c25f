// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = 24;
constexpr double kMostPixels = 60e6;

class GraphExport
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphExport)
public:
    static Error failed(const QString &path, const QString &why)
    {
        Error error;
        error.kind = Error::Kind::Storage;
        error.what = tr("The picture could not be saved.");
        error.why = tr("%1: %2").arg(path, why);
        error.remedy = tr("Choose another place.");
        return error;
    }
    static QString tooLarge() { return tr("the graph is too large for a picture"); }
};

QByteArray toSvg(GraphPainter &painter, const QRectF &area)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    QPainter target(&generator);
    target.translate(-area.topLeft());
    GraphPainter::Look look;
    look.pixelRatio = 3; // icons are pictures in it
    painter.paint(target, area, look);
    target.end();
    return buffer.data();
}

QByteArray toPng(GraphPainter &painter, const QRectF &area)
{
    const double scale = std::min(2.0, std::sqrt(kMostPixels / (area.width() * area.height())));
    QImage image((area.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    QPainter target(&image);
    target.scale(scale, scale);
    target.translate(-area.topLeft());
    GraphPainter::Look look;
    look.zoom = scale;
    painter.paint(target, area, look);
    target.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

Result<Done> exportGraph(const SharedPicture &picture, const GraphOverlay &overlay, const GraphStyle &style,
                         const QString &path)
{
    GraphPainter painter;
    painter.setStyle(style);
    painter.setPicture(picture);
    painter.setOverlay(overlay);
    const QRectF area = picture->layout.bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const QByteArray bytes =
        path.endsWith(".svg"_L1, Qt::CaseInsensitive) ? toSvg(painter, area) : toPng(painter, area);
    if (bytes.isEmpty())
        return GraphExport::failed(path, GraphExport::tooLarge());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return GraphExport::failed(path, file.errorString());
    return Done();
}

} // namespace podium
