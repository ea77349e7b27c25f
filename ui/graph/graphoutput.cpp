// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphoutput.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/themecolors.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Copied
{
    QByteArray svg;
    QImage image;
};

QString fileName(const QString &title, const QString &suffix)
{
    static const QRegularExpression unfit(u"[^\\w .-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name = title.left(80);
    name = name.replace(unfit, u"_"_s).trimmed();
    return (name.isEmpty() ? u"workflow"_s : name) + u'.' + suffix;
}

} // namespace

GraphOutput::GraphOutput(std::function<GraphImage()> image, QWidget *window)
    : QObject(window)
    , m_image(std::move(image))
    , m_window(window)
{
}

void GraphOutput::fillMenu(QMenu *menu)
{
    const auto add = [this](QMenu *to, const QString &text, auto run) {
        connect(to->addAction(text), &QAction::triggered, this, run);
    };
    add(menu, tr("Save as &SVG…"), [this] { save(PictureFormat::Svg); });
    add(menu, tr("Save as P&DF…"), [this] { save(PictureFormat::Pdf); });
    QMenu *png = menu->addMenu(tr("Save as P&NG"));
    add(png, tr("As large as on the screen…"), [this] { save(PictureFormat::Png, 1); });
    add(png, tr("Twice as large…"), [this] { save(PictureFormat::Png, 2); });
    add(png, tr("Three times as large…"), [this] { save(PictureFormat::Png, 3); });
    add(png, tr("Four times as large…"), [this] { save(PictureFormat::Png, 4); });
    menu->addSeparator();
    add(menu, tr("&Copy the picture"), [this] { copy(); });
    add(menu, tr("&Print…"), [this] { print(); });
}

void GraphOutput::run(std::function<Result<Done>()> work, const QString &what)
{
    Q_EMIT busyChanged(true);
    m_pending = deliver(runOnWorker<Done>(std::move(work)), this, [this, what](const Result<Done> &result) {
        Q_EMIT busyChanged(false);
        if (result)
            Q_EMIT done(what);
        else if (!result.error().isCancelled())
            Q_EMIT failed(result.error());
    });
}

void GraphOutput::save(PictureFormat format, double scale)
{
    const GraphImage image = m_image();
    if (!image.picture)
        return;
    const QString suffix = format == PictureFormat::Svg ? u"svg"_s : format == PictureFormat::Pdf ? u"pdf"_s : u"png"_s;
    auto *dialog = new QFileDialog(m_window, tr("Save the graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(format == PictureFormat::Svg   ? tr("SVG drawing (*.svg)")
                          : format == PictureFormat::Pdf ? tr("PDF document (*.pdf)")
                                                         : tr("PNG picture (*.png)"));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(fileName(image.picture->model.title, suffix));
    // What is saved is what was there when the user asked.
    connect(dialog, &QFileDialog::fileSelected, this, [this, image, scale](const QString &path) {
        run([image, path, scale] { return exportGraph(image, path, scale); },
            tr("Saved as %1").arg(QFileInfo(path).fileName()));
    });
    dialog->open();
}

void GraphOutput::copy()
{
    const GraphImage image = m_image();
    if (!image.picture)
        return;
    Q_EMIT busyChanged(true);
    auto future = runOnWorker<Copied>([image]() -> Result<Copied> {
        return Copied{renderGraph(image, PictureFormat::Svg), paintGraph(image, 2)};
    });
    m_pending = deliver(std::move(future), this, [this](const Result<Copied> &result) {
        Q_EMIT busyChanged(false);
        if (!result)
            return;
        auto *data = new QMimeData;
        data->setData(u"image/svg+xml"_s, result->svg);
        data->setImageData(result->image);
        QGuiApplication::clipboard()->setMimeData(data);
        Q_EMIT done(tr("Copied as picture and as SVG"));
    });
}

void GraphOutput::print()
{
    GraphImage image = m_image();
    if (!image.picture)
        return;
    image.style = GraphStyle(themePalette(false), image.style.body); // paper is white
    image.style.canvas = Qt::white;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(image.picture->model.title.left(80));
    const QRectF area = exportArea(image);
    printer->setPageOrientation(area.width() > area.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the graph"));
    connect(dialog, &QDialog::accepted, this,
            [this, image, printer] { run([image, printer] { return printGraph(image, *printer); }, tr("Printed")); });
    dialog->open();
}

} // namespace podium
