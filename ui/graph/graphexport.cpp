// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = 24;
constexpr double kMostPixels = 60e6;
constexpr double kPointsPerUnit = 0.75;  ///< of the scene
constexpr double kLargestPage = 14'000;  ///< points; what PDF readers accept
constexpr double kSmallestPrint = 0.5;   ///< of the natural size: texts of 5 points
constexpr int kMostSheets = 30;

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
    static Error notPrinted()
    {
        Error error;
        error.kind = Error::Kind::Storage;
        error.what = tr("The graph could not be printed.");
        error.why = tr("The printer does not accept it.");
        error.remedy = tr("Choose another printer, or save the graph as PDF.");
        return error;
    }
    static QString tooLarge() { return tr("the graph is too large for a picture"); }
};

GraphPainter painterOf(const GraphImage &image)
{
    GraphPainter painter;
    GraphStyle style = image.style;
    // In units of the scene: points would depend on the resolution of the file or the printer.
    for (QFont *font : {&style.title, &style.body, &style.small}) {
        font->setPixelSize(std::max(1, QFontInfo(*font).pixelSize()));
    }
    painter.setStyle(style);
    painter.setPicture(image.picture);
    painter.setOverlay(image.overlay);
    painter.setHeat(image.heat);
    painter.setRuns(image.runs);
    return painter;
}

GraphPainter::Look lookOf(double zoom)
{
    GraphPainter::Look look;
    look.picture = true;
    look.zoom = zoom;
    return look;
}

QByteArray toSvg(const GraphImage &image, const QRectF &area, double scale)
{
    GraphPainter painter = painterOf(image);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(image.picture->model.title.left(200));
    generator.setResolution(96); // as the layout measured its texts
    generator.setSize((area.size() * scale).toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    QPainter target(&generator);
    target.translate(-area.topLeft());
    painter.paint(target, area, lookOf(1));
    target.end();
    // "Sans Serif" is a family to Qt only: without a second choice a browser would take one with serifs.
    return QByteArray(buffer.data()).replace("\" font-size=\"", ", sans-serif\" font-size=\"");
}

QByteArray toPng(const GraphImage &image, double scale)
{
    const QImage pixels = paintGraph(image, scale);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!pixels.isNull())
        pixels.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray toPdf(const GraphImage &image, const QRectF &area, double wanted)
{
    GraphPainter painter = painterOf(image);
    const double scale = std::min(kPointsPerUnit * wanted, kLargestPage / std::max(area.width(), area.height()));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(image.picture->model.title.left(200));
    writer.setCreator(u"Podium"_s);
    writer.setPageSize(QPageSize(area.size() * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter target(&writer);
    const double perUnit = writer.logicalDpiX() / 72.0 * scale;
    target.scale(perUnit, perUnit);
    target.translate(-area.topLeft());
    painter.paint(target, area, lookOf(1));
    target.end();
    return buffer.data();
}

} // namespace

PictureFormat formatOf(const QString &path)
{
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return PictureFormat::Svg;
    return path.endsWith(".pdf"_L1, Qt::CaseInsensitive) ? PictureFormat::Pdf : PictureFormat::Png;
}

QRectF exportArea(const GraphImage &image)
{
    return image.picture->layout.bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

QImage paintGraph(const GraphImage &image, double wanted)
{
    GraphPainter painter = painterOf(image);
    const QRectF area = exportArea(image);
    const double scale = std::min(wanted, std::sqrt(kMostPixels / (area.width() * area.height())));
    QImage pixels((area.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (pixels.isNull())
        return pixels;
    QPainter target(&pixels);
    target.scale(scale, scale);
    target.translate(-area.topLeft());
    painter.paint(target, area, lookOf(scale));
    return pixels;
}

QByteArray renderGraph(const GraphImage &image, PictureFormat format, double scale)
{
    const QRectF area = exportArea(image);
    const double wanted = scale > 0 ? scale : format == PictureFormat::Png ? 2 : 1;
    switch (format) {
    case PictureFormat::Svg:
        return toSvg(image, area, wanted);
    case PictureFormat::Pdf:
        return toPdf(image, area, wanted);
    case PictureFormat::Png:
        break;
    }
    return toPng(image, wanted);
}

Result<Done> exportGraph(const GraphImage &image, const QString &path, double scale)
{
    const QByteArray bytes = renderGraph(image, formatOf(path), scale);
    if (bytes.isEmpty())
        return GraphExport::failed(path, GraphExport::tooLarge());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return GraphExport::failed(path, file.errorString());
    return Done();
}

Result<Done> printGraph(const GraphImage &image, QPrinter &printer)
{
    GraphPainter painter = painterOf(image);
    const QRectF area = exportArea(image);
    const QSizeF sheet = printer.pageRect(QPrinter::DevicePixel).size();
    QPainter target;
    if (sheet.isEmpty() || !target.begin(&printer))
        return GraphExport::notPrinted();
    const double natural = printer.logicalDpiX() / 72.0 * kPointsPerUnit;
    const double onOne = std::min(sheet.width() / area.width(), sheet.height() / area.height());
    double scale = std::min(onOne, natural);
    const auto across = [&] { return static_cast<int>(std::ceil(area.width() * scale / sheet.width() - 1e-6)); };
    const auto down = [&] { return static_cast<int>(std::ceil(area.height() * scale / sheet.height() - 1e-6)); };
    if (onOne < kSmallestPrint * natural) {
        scale = kSmallestPrint * natural;
        while (scale > onOne && across() * down() > kMostSheets)
            scale = std::max(onOne, scale * 0.85);
    }
    for (int row = 0; row < down(); ++row) {
        for (int column = 0; column < across(); ++column) {
            if ((row > 0 || column > 0) && !printer.newPage())
                return GraphExport::notPrinted();
            const QRectF part(area.topLeft() + QPointF(column * sheet.width(), row * sheet.height()) / scale,
                              sheet / scale);
            target.save();
            target.setClipRect(QRectF(QPointF(), sheet));
            target.scale(scale, scale);
            target.translate(-part.topLeft());
            painter.paint(target, part.intersected(area), lookOf(1));
            target.restore();
        }
    }
    return target.end() ? Result<Done>(Done()) : Result<Done>(GraphExport::notPrinted());
}

} // namespace podium
