// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphoutput.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPalette>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

GraphImage image(int states = 4)
{
    QByteArray source = "name: Orders\nstates:\n";
    for (int i = 0; i < states; ++i)
        source += "  - {name: Step" + QByteArray::number(i) + ", type: inject, data: {}, " +
                  (i + 1 < states ? "transition: Step" + QByteArray::number(i + 1) : QByteArray("end: true")) + "}\n";
    return {*makePicture(source, {}, {}), {}, GraphStyle(QPalette(), QGuiApplication::font())};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestGraphExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void savesByTheSuffix()
    {
        const QString png = m_folder.filePath(u"graph.png"_s);
        QVERIFY(exportGraph(image(), png).ok());
        QVERIFY(QImage(png).height() > 300);
        const QString svg = m_folder.filePath(u"graph.SVG"_s);
        QVERIFY(exportGraph(image(), svg).ok());
        const QByteArray drawing = contentOf(svg);
        QVERIFY(drawing.contains("Step2"));
        QVERIFY(!drawing.contains("<image")); // icons are lines, sharp at any size
        const QString pdf = m_folder.filePath(u"graph.pdf"_s);
        QVERIFY(exportGraph(image(), pdf).ok());
        QVERIFY(contentOf(pdf).startsWith("%PDF"));
    }

    void saysWhyItCannotSave()
    {
        const Result<Done> failed = exportGraph(image(), m_folder.filePath(u"no/such/folder.png"_s));
        QVERIFY(!failed);
        QVERIFY(!failed.error().why.isEmpty());
    }

    void scalesAPng()
    {
        const auto widthAt = [](double scale) {
            return QImage::fromData(renderGraph(image(), PictureFormat::Png, scale)).width();
        };
        QVERIFY(qAbs(widthAt(3) - 3 * widthAt(1)) <= 3);
        const QImage large = paintGraph(image(3000), 4);
        QVERIFY(!large.isNull()); // smaller than asked for, but a picture
        QVERIFY(qint64(large.width()) * large.height() < 61'000'000);
    }

    void printsOnAsManyPagesAsItTakes()
    {
        const auto pages = [this](int states) {
            QPrinter printer(QPrinter::HighResolution);
            const QString path = m_folder.filePath(u"print.pdf"_s);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            return printGraph(image(states), printer).ok() ? contentOf(path).count("/Type /Page\n") : -1;
        };
        QCOMPARE(pages(3), 1);
        QVERIFY(pages(60) > 1);
        QVERIFY(pages(1000) <= 30);
    }

    void copiesWithoutStoppingTheWindow()
    {
        QWidget window;
        GraphOutput output([] { return image(); }, &window);
        QSignalSpy done(&output, &GraphOutput::done);
        QSignalSpy busy(&output, &GraphOutput::busyChanged);
        output.copy();
        QCOMPARE(done.size(), 0); // a worker is at it
        QCOMPARE(busy.last().first(), QVariant(true));
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(busy.last().first(), QVariant(false));
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(data->data(u"image/svg+xml"_s).contains("Step1"));
    }
};

QTEST_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
