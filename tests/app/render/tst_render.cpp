// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// `podium render` as it is used: the program itself, on a machine without a display.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QString output;
    QString errors;
};

const QByteArray kWorkflow = "id: order\nstart: Check\nstates:\n"
                             "  - {name: Check, type: inject, data: {}, transition: Ship}\n"
                             "  - {name: Ship, type: inject, data: {}, end: true}\n";

} // namespace

class TestRender : public QObject
{
    Q_OBJECT
private:
    Outcome render(const QStringList &arguments, const QString &platform = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        if (!platform.isEmpty())
            environment.insert(u"QT_QPA_PLATFORM"_s, platform);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(PODIUM_EXECUTABLE), QStringList{u"render"_s} + arguments);
        Outcome outcome;
        if (process.waitForFinished(100'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.output = QString::fromUtf8(process.readAllStandardOutput());
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &content = kWorkflow) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        write(u"order.sw.yaml"_s);
    }

    void drawsBesideTheFile()
    {
        // A desktop's setting does not matter: there is no display.
        for (const QString &platform : {QString(), u"xcb"_s}) {
            const Outcome outcome = render({u"order.sw.yaml"_s}, platform);
            QCOMPARE(outcome.errors, QString());
            QCOMPARE(outcome.exitCode, 0);
            QCOMPARE(outcome.output, u"order.svg\n"_s);
            const QByteArray svg = read(u"order.svg"_s);
            QVERIFY(svg.contains("Check") && svg.contains("Ship"));
            QVERIFY(QSvgRenderer(svg).isValid());
            QVERIFY(QFile::remove(path(u"order.svg"_s)));
        }
    }

    void writesEachFormat()
    {
        QCOMPARE(render({u"order.sw.yaml"_s, u"--output"_s, u"a.png"_s}).exitCode, 0);
        const QImage image(path(u"a.png"_s));
        QVERIFY(image.height() > image.width()); // top down
        QCOMPARE(render({u"order.sw.yaml"_s, u"-o"_s, u"a.pdf"_s}).exitCode, 0);
        const QByteArray pdf = read(u"a.pdf"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }

    void turnsColoursAndScales()
    {
        const auto image = [this](const QStringList &options) {
            const Outcome outcome = render(QStringList{u"order.sw.yaml"_s, u"--output"_s, u"a.png"_s} + options);
            return outcome.exitCode == 0 ? QImage(path(u"a.png"_s)) : QImage();
        };
        const QImage plain = image({});
        const QImage turned = image({u"--direction"_s, u"LR"_s});
        QVERIFY(turned.width() > turned.height());
        QVERIFY(plain.pixelColor(2, 2).lightness() > 200);
        QVERIFY(image({u"--theme"_s, u"dark"_s}).pixelColor(2, 2).lightness() < 60);
        const QImage large = image({u"--scale"_s, u"4"_s});
        QVERIFY(std::abs(large.width() - 2 * plain.width()) <= 2); // 2 is the default
        QCOMPARE(render({u"order.sw.yaml"_s}).exitCode, 0);
        QCOMPARE(render({u"order.sw.yaml"_s, u"--scale"_s, u"3"_s, u"-o"_s, u"large.svg"_s}).exitCode, 0);
        const int once = QSvgRenderer(path(u"order.svg"_s)).defaultSize().width();
        const int thrice = QSvgRenderer(path(u"large.svg"_s)).defaultSize().width();
        QVERIFY(std::abs(thrice - 3 * once) <= 3);
    }

    void putsManyFilesInTheirPlaces_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("pictures");
        QTest::newRow("beside") << QString() << QStringList{u"a/x.svg"_s, u"b/x.svg"_s, u"b/y.svg"_s};
        QTest::newRow("beside, as PNG") << u".png"_s << QStringList{u"a/x.png"_s, u"b/x.png"_s, u"b/y.png"_s};
        QTest::newRow("a pattern") << u"*.png"_s << QStringList{u"a/x.png"_s, u"b/x.png"_s, u"b/y.png"_s};
        QTest::newRow("a folder that is new")
            << u"out/deep/"_s << QStringList{u"out/deep/a/x.svg"_s, u"out/deep/b/x.svg"_s, u"out/deep/b/y.svg"_s};
        QTest::newRow("a folder with a pattern")
            << u"out/*.png"_s << QStringList{u"out/a/x.png"_s, u"out/b/x.png"_s, u"out/b/y.png"_s};
    }

    void putsManyFilesInTheirPlaces()
    {
        QFETCH(QString, where);
        QFETCH(QStringList, pictures);
        const QStringList files{u"a/x.sw.json"_s, u"b/x.sw.yaml"_s, u"b/y.yml"_s};
        for (const QString &file : files)
            write(file);
        const Outcome outcome = render(where.isEmpty() ? files : files + QStringList{u"--output"_s, where});
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.output, pictures.join(u'\n') + u'\n');
        for (const QString &picture : pictures)
            QVERIFY2(QFile::exists(path(picture)), qPrintable(picture));
    }

    void losesNoPictureToAnother()
    {
        write(u"order.sw.json"_s);
        QCOMPARE(render({u"order.sw.yaml"_s, u"order.sw.json"_s}).output,
                 u"order.sw.yaml.svg\norder.sw.json.svg\n"_s);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << QByteArray() << u"no such file"_s;
        QTest::newRow("binary") << QByteArray("\x7f" "ELF\0\1\2", 7) << u"cannot be read"_s;
        QTest::newRow("prose") << QByteArray("Dear reader, this is no definition.\n") << u"not a workflow"_s;
        QTest::newRow("not YAML") << QByteArray("a: [b\nc: }\n") << u"cannot be read"_s;
        QTest::newRow("no states") << QByteArray("openapi: 3.0.0\npaths: {}\n") << u"no states"_s;
        QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, 'x') << u"larger than"_s;
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, reason);
        if (!content.isEmpty())
            write(u"wrong.yaml"_s, content);
        const Outcome outcome = render({u"wrong.yaml"_s, u"order.sw.yaml"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.startsWith("podium: wrong.yaml"_L1) && outcome.errors.contains(reason),
                 qPrintable(outcome.errors));
        QVERIFY(!QFile::exists(path(u"wrong.svg"_s)));
        QCOMPARE(outcome.output, u"order.svg\n"_s); // the others are drawn
    }

    void drawsWhatCanBeReadOfABrokenFile()
    {
        write(u"broken.yaml"_s, kWorkflow + "  - {name: Third, type: [\n");
        const Outcome outcome = render({u"broken.yaml"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.startsWith("podium: broken.yaml:"_L1), qPrintable(outcome.errors));
        QVERIFY(read(u"broken.svg"_s).contains("Check"));
    }

    void saysWhenAPictureCannotBeWritten()
    {
        write(u"file"_s, "in the way of a folder");
        const Outcome outcome = render({u"order.sw.yaml"_s, u"--output"_s, u"file/a.svg"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("file/a.svg"_L1), qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString());
    }

    void explainsWrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("reason");
        const QString file = u"order.sw.yaml"_s;
        QTest::newRow("no file") << QStringList() << u"no FILE"_s;
        QTest::newRow("direction") << QStringList{file, u"--direction"_s, u"UP"_s} << u"TB or LR"_s;
        QTest::newRow("theme") << QStringList{file, u"--theme"_s, u"pink"_s} << u"light or dark"_s;
        QTest::newRow("scale") << QStringList{file, u"--scale"_s, u"0"_s} << u"--scale"_s;
        QTest::newRow("scale in words") << QStringList{file, u"--scale"_s, u"big"_s} << u"“big”"_s;
        QTest::newRow("format") << QStringList{file, u"--output"_s, u"a.gif"_s} << u".svg, .png or .pdf"_s;
        QTest::newRow("one for two") << QStringList{file, u"b.yaml"_s, u"-o"_s, u"a.svg"_s} << u"2 files"_s;
        QTest::newRow("over itself") << QStringList{u"a.svg"_s, u"-o"_s, u"a.svg"_s} << u"replace"_s;
        QTest::newRow("unknown") << QStringList{file, u"--colour"_s} << u"colour"_s;
    }

    void explainsWrongArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, reason);
        const Outcome outcome = render(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.svg"_s}), QStringList());
    }

    void helps()
    {
        const Outcome outcome = render({u"--help"_s});
        QCOMPARE(outcome.exitCode, 0);
        for (const auto &option : {u"--output"_s, u"--direction"_s, u"--theme"_s, u"--scale"_s})
            QVERIFY(outcome.output.contains(option));
    }

    void drawsEveryRealDefinitionInOneCall()
    {
        const QDir folder(QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s);
        if (!folder.exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        QStringList files;
        QDirIterator found(folder.absolutePath(), QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            files.append(found.next());
        const Outcome outcome = render(files + QStringList{u"--output"_s, u"pictures/"_s});
        const QStringList drawn = outcome.output.split(u'\n', Qt::SkipEmptyParts);
        const QStringList refused = outcome.errors.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(drawn.size() + refused.size(), files.size());
        QCOMPARE(QSet<QString>(drawn.cbegin(), drawn.cend()).size(), drawn.size());
        for (const QString &picture : drawn)
            QVERIFY2(QFileInfo(path(picture)).size() > 1000, qPrintable(picture));
        // What is refused is a part of a definition only: lists of retries or of functions, without states.
        for (const QString &line : refused)
            QVERIFY2(line.endsWith("It has no states."_L1), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
