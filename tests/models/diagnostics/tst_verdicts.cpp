// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What Podium says about the real definitions, beside what others say: the official JSON Schema about the rules of the
// specification, and SonataFlow's own builder about the rules of SonataFlow.
#include "models/diagnostics/checker.h"
#include "models/workflow/treevalue.h"
#include "tests/models/diagnostics/officialschema.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

struct Definition
{
    QString path; ///< below the folder of workflows
    SharedReading reading;
    QList<Diagnostic> diagnostics;

    bool has(const QString &prefix, Severity severity) const
    {
        return std::any_of(diagnostics.cbegin(), diagnostics.cend(), [&](const Diagnostic &one) {
            return one.rule.startsWith(prefix) && one.severity == severity;
        });
    }
    QString told(Severity severity) const
    {
        QStringList list;
        for (const Diagnostic &one : diagnostics) {
            if (one.severity == severity)
                list += u"%1:%2 %3"_s.arg(one.rule).arg(one.span.line).arg(one.message);
        }
        return list.join(u" | "_s);
    }
};

QHash<QString, QString> tableOf(const QString &name)
{
    QHash<QString, QString> table;
    QFile file(QStringLiteral(PODIUM_SOURCE_DIR "/tests/models/diagnostics/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(u'#'))
            table.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
    }
    return table;
}

} // namespace

class TestVerdicts : public QObject
{
    Q_OBJECT
private:
    QList<Definition> m_definitions;
    const QString m_data = QStringLiteral(PODIUM_SHARED_DATA);

    /// Both ways: every disagreement is in the table, and every entry of the table is a disagreement.
    static void compare(const QStringList &disagreements, const QHash<QString, QString> &table)
    {
        QStringList unknown;
        QSet<QString> met;
        for (const QString &line : disagreements) {
            const QString path = line.section(u'\t', 0, 0);
            met.insert(path);
            if (!table.contains(path))
                unknown.append(line);
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(u"Not in the table:\n"_s + unknown.join(u'\n')));
        for (auto entry = table.cbegin(); entry != table.cend(); ++entry)
            QVERIFY2(met.contains(entry.key()), qPrintable(u"No longer a disagreement: "_s + entry.key()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(m_data + u"/workflows"_s);
        if (!folder.exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        QDirIterator found(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = Document::open(file.readAll());
            QVERIFY2(document.ok(), qPrintable(file.fileName()));
            CheckOptions options;
            options.file = file.fileName();
            const SharedReading reading = (*document)->reading();
            m_definitions.append(
                {folder.relativeFilePath(file.fileName()), reading, checkDefinition(reading, options)});
        }
        QVERIFY(m_definitions.size() > 200);
    }

    void agreesWithTheOfficialSchema()
    {
        const OfficialSchema schema(m_data + u"/schema-0.8"_s);
        if (!schema.isThere())
            QSKIP("The official schema is not here: ../shared/data/schema-0.8 is absent.");
        QStringList disagreements;
        int refused = 0;
        for (const Definition &one : std::as_const(m_definitions)) {
            if (!one.reading->isWhole())
                continue;
            const QString fault = schema.fault(treeValue(*one.reading->tree, one.reading->tree->root()));
            const bool ours = one.has(u"spec-"_s, Severity::Warning) || one.has(u"state-type"_s, Severity::Error);
            refused += fault.isEmpty() ? 0 : 1;
            if (ours != !fault.isEmpty())
                disagreements.append(one.path + u'\t' + (ours ? one.told(Severity::Warning) : fault.left(300)));
        }
        QVERIFY(refused > 20);
        qInfo("the schema refuses %d of %d", refused, static_cast<int>(m_definitions.size()));
        compare(disagreements, tableOf(u"schemadisagreements.tsv"_s));
    }

    void agreesWithTheRuntime()
    {
        const QHash<QString, QString> refused = tableOf(u"runtimeverdicts.tsv"_s);
        QVERIFY(refused.size() > 50);
        QStringList disagreements;
        for (const Definition &one : std::as_const(m_definitions)) {
            const bool ours = one.has({}, Severity::Error);
            if (ours != refused.contains(one.path))
                disagreements.append(one.path + u'\t' + (ours ? one.told(Severity::Error) : refused.value(one.path)));
        }
        compare(disagreements, tableOf(u"runtimedisagreements.tsv"_s));
    }

    void placesEverything()
    {
        for (const Definition &one : std::as_const(m_definitions)) {
            qsizetype last = 0;
            for (const Diagnostic &found : one.diagnostics) {
                QVERIFY2(found.span.isValid() && !found.message.isEmpty(), qPrintable(one.path));
                QVERIFY(found.span.begin >= last && found.span.end >= found.span.begin);
                QVERIFY(!one.reading->tree || found.span.end <= one.reading->tree->text().size());
                last = found.span.begin;
            }
        }
    }

    /// Every fix that is offered can be made, and what it mends is told no more.
    void fixesMend()
    {
        int fixes = 0;
        for (const Definition &one : std::as_const(m_definitions)) {
            for (const Diagnostic &found : one.diagnostics) {
                for (const QuickFix &fix : found.fixes) {
                    const Result<TextEdit> edit = fix.make(*one.reading->tree);
                    QVERIFY2(edit.ok(), qPrintable(one.path + u": "_s + fix.label));
                    QByteArray text = one.reading->tree->text();
                    QVERIFY(edit->applyTo(text));
                    const QList<Diagnostic> after = checkDefinition(readText(text, 1));
                    const auto same = [&found](const Diagnostic &other) {
                        return other.rule == found.rule && other.message == found.message;
                    };
                    QVERIFY2(std::count_if(after.cbegin(), after.cend(), same) <
                                 std::count_if(one.diagnostics.cbegin(), one.diagnostics.cend(), same),
                             qPrintable(one.path + u": "_s + fix.label));
                    ++fixes;
                }
            }
        }
        qInfo("%d fixes", fixes);
        QVERIFY(fixes > 50);
    }
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
