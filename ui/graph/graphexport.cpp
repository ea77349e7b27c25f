// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
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

QByteArray toSvg(GraphPainter &painter, const QRectF &area, double scale)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // as the layout measured its texts
    generator.setSize((area.size() * scale).toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    QPainter target(&generator);
    target.translate(-area.topLeft());
    GraphPainter::Look look;
    look.pixelRatio = 3; // icons are pictures in it
    painter.paint(target, area, look);
    target.end();
    // "Sans Serif" is a family to Qt only: without a second choice a browser would take one with serifs.
    return QByteArray(buffer.data()).replace("\" font-size=\"", ", sans-serif\" font-size=\"");
}

QByteArray toPdf(GraphPainter &painter, const QRectF &area, double wanted)
{
    constexpr double kPointsPerPixel = 0.75;
    constexpr double kMostPoints = 14'400; // readers refuse larger pages
    const double longest = std::max(area.width(), area.height()) * kPointsPerPixel;
    const double scale = std::min(wanted, kMostPoints / longest);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96); // as the layout measured its texts
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(area.size() * scale * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter target(&writer);
    target.scale(scale, scale);
    target.translate(-area.topLeft());
    GraphPainter::Look look;
    look.pixelRatio = 3; // icons are pictures in it
    painter.paint(target, area, look);
    target.end();
    return buffer.data();
}

QByteArray toPng(GraphPainter &painter, const QRectF &area, double wanted)
{
    const double scale = std::min(wanted, std::sqrt(kMostPixels / (area.width() * area.height())));
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
                         const QString &path, double scale)
{
    GraphPainter painter;
    painter.setStyle(style);
    painter.setPicture(picture);
    painter.setOverlay(overlay);
    const QRectF area = picture->layout.bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const bool svg = path.endsWith(".svg"_L1, Qt::CaseInsensitive);
    const bool pdf = path.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    const double wanted = scale > 0 ? scale : svg || pdf ? 1 : 2;
    const QByteArray bytes = svg   ? toSvg(painter, area, wanted)
                             : pdf ? toPdf(painter, area, wanted)
                                   : toPng(painter, area, wanted);
    if (bytes.isEmpty())
        return GraphExport::failed(path, GraphExport::tooLarge());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return GraphExport::failed(path, file.errorString());
    return Done();
}

} // namespace podium
