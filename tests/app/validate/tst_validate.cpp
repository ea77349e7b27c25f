// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// `podium validate` as it is used: the program itself, on a machine without a display.
#include "models/core/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QString errors;
};

const QByteArray kGood = "id: order\nspecVersion: '0.8'\nstart: A\nstates:\n"
                         "  - {name: A, type: inject, data: {}, end: true}\n";
const QByteArray kWarns = "id: order\nstart: A\nstates:\n  - {name: A, type: inject, data: {}, end: true}\n";
const QByteArray kWrong = "id: order\nspecVersion: '0.8'\nstart: B\nstates:\n"
                          "  - {name: \xC3\x84, type: inject, data: {}, end: true, transition: Gone}\n";

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT
private:
    Outcome validate(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(PODIUM_EXECUTABLE), QStringList{u"validate"_s} + arguments);
        Outcome outcome;
        if (process.waitForFinished(100'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

    void write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"good.sw.yaml"_s, kGood);
        write(u"warns.sw.yaml"_s, kWarns);
        write(u"wrong.sw.yaml"_s, kWrong);
    }

    void isContentWithWhatIsRight()
    {
        const Outcome outcome = validate({u"good.sw.yaml"_s});
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.errors.startsWith("1 file"_L1) && outcome.errors.contains("0 error"_L1),
                 qPrintable(outcome.errors));
    }

    void failsAsAsked()
    {
        QCOMPARE(validate({u"warns.sw.yaml"_s}).exitCode, 0);
        QCOMPARE(validate({u"warns.sw.yaml"_s, u"--fail-on"_s, u"warning"_s}).exitCode, 1);
        const Outcome outcome = validate({u"warns.sw.yaml"_s, u"wrong.sw.yaml"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.output.contains("warns.sw.yaml:1:1: warning: “specVersion” is missing. [spec-required]\n"),
                 outcome.output.constData());
        QVERIFY2(outcome.output.contains("wrong.sw.yaml:3:8: error: There is no state named \"B\"."),
                 outcome.output.constData());
        // Columns count characters, not bytes.
        QVERIFY2(outcome.output.contains("wrong.sw.yaml:5:62: error: There is no state named \"Gone\""),
                 outcome.output.constData());
    }

    void findsDefinitionsInFolders()
    {
        write(u"deep/er/a.sw.json"_s, "{}");
        write(u"deep/schema.json"_s, R"({"type": "object"})");
        write(u"deep/plain.yaml"_s, kGood);
        const Outcome outcome = validate({u"deep"_s, u"--format"_s, u"json"_s});
        QCOMPARE(outcome.exitCode, 1);
        const Result<Json> report = parseJson(outcome.output);
        QVERIFY(report.ok());
        QStringList paths;
        for (const Json &file : (*report)["files"])
            paths.append(stringAt(file, "path"));
        QCOMPARE(paths, (QStringList{u"deep/er/a.sw.json"_s, u"deep/plain.yaml"_s}));
        write(u"empty/readme.md"_s, "x");
        const Outcome empty = validate({u"empty"_s});
        QCOMPARE(empty.exitCode, 1);
        QVERIFY2(empty.errors.contains("podium: empty: There are no workflow definitions"_L1),
                 qPrintable(empty.errors));
    }

    void writesJson()
    {
        const Result<Json> report = parseJson(validate({u"wrong.sw.yaml"_s, u"-f"_s, u"json"_s}).output);
        QVERIFY(report.ok());
        const Json &first = (*report)["files"][0]["findings"][0];
        QVERIFY(!stringAt(first, "rule").isEmpty() && !stringAt(first, "message").isEmpty());
        QVERIFY(first["line"].is_number() && first["endColumn"].is_number());
        QVERIFY((*report)["errors"] >= 2);
    }

    void writesSarif()
    {
        const Result<Json> report = parseJson(validate({u"wrong.sw.yaml"_s, u"--format"_s, u"sarif"_s}).output);
        QVERIFY(report.ok());
        QCOMPARE(stringAt(*report, "version"), u"2.1.0"_s);
        const Json &run = (*report)["runs"][0];
        QSet<QString> rules;
        for (const Json &rule : run["tool"]["driver"]["rules"])
            rules.insert(stringAt(rule, "id"));
        QVERIFY(run["results"].size() >= 2);
        for (const Json &result : run["results"]) {
            QVERIFY(rules.contains(stringAt(result, "ruleId")));
            const Json &place = result["locations"][0]["physicalLocation"];
            QCOMPARE(stringAt(place["artifactLocation"], "uri"), u"wrong.sw.yaml"_s);
            QVERIFY(place["region"]["startLine"] >= 1);
        }
    }

    void writesAnnotations()
    {
        write(u"a,b.sw.yaml"_s, kWrong);
        const Outcome outcome = validate({u"a,b.sw.yaml"_s, u"--format"_s, u"github"_s});
        QVERIFY2(outcome.output.contains(
                     "::error file=a%2Cb.sw.yaml,line=3,endLine=3,col=8,endColumn=9,title=unknown-state::"
                     "There is no state named \"B\"."),
                 outcome.output.constData());
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2",
                                              7)
                                << QByteArray("bytes that are no text");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEi\0d\0", 6) << QByteArray("UTF-16");
        QTest::newRow("Latin-1") << QByteArray("id: caf\xe9\n") << QByteArray("not written in UTF-8");
        QTest::newRow("not YAML") << QByteArray("a: [b\nc: }\n") << QByteArray("[syntax]");
        QTest::newRow("empty") << QByteArray("\n") << QByteArray("[syntax]");
        QTest::newRow("prose") << QByteArray("Dear reader, this is no definition.\n") << QByteArray("not a workflow");
        QTest::newRow("10 MB") << QByteArray(10'000'000, 'x') << QByteArray("not a workflow");
        QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, 'x') << QByteArray("larger than 16 MB");
        QTest::newRow("deep") << QByteArray("states: " + QByteArray(100'000, '[')) << QByteArray("[syntax]");
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        write(u"odd.yaml"_s, content);
        const Outcome outcome = validate({u"odd.yaml"_s, u"good.sw.yaml"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.output.startsWith("odd.yaml:") && outcome.output.contains(reason), outcome.output.constData());
        QVERIFY(!outcome.output.contains("good"));
    }

    void explainsWrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("reason");
        const QString file = u"good.sw.yaml"_s;
        QTest::newRow("no path") << QStringList() << u"no PATH"_s;
        QTest::newRow("format") << QStringList{file, u"--format"_s, u"xml"_s} << u"“xml”"_s;
        QTest::newRow("severity") << QStringList{file, u"--fail-on"_s, u"note"_s} << u"error or warning"_s;
        QTest::newRow("unknown") << QStringList{file, u"--colour"_s} << u"colour"_s;
    }

    void explainsWrongArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, reason);
        const Outcome outcome = validate(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains(reason), qPrintable(outcome.errors));
    }

    void saysWhatIsMissing()
    {
        const Outcome outcome = validate({u"gone.yaml"_s, u"good.sw.yaml"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.startsWith("podium: gone.yaml: There is no such file."_L1), qPrintable(outcome.errors));
    }

    void helps()
    {
        const Outcome outcome = validate({u"--help"_s});
        QCOMPARE(outcome.exitCode, 0);
        for (const auto &word : {"--format", "--fail-on", "podium-ignore"})
            QVERIFY(outcome.output.contains(word));
    }
};

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
