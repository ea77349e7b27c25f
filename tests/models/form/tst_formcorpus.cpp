// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"
#include "models/form/validator.h"
#include "tests/models/form/reference.h"
#include "tests/models/form/sampleinput.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

int countRaw(const FormField &field)
{
    int raw = field.kind == FormField::Kind::Raw ? 1 : 0;
    for (const FormField &member : field.members)
        raw += countRaw(member);
    return raw;
}

} // namespace

/// The schemas of real workflows, and those of Podium's own sandbox: each gives a form, and what a user fills in fits.
class TestFormCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void schemas_data()
    {
        QTest::addColumn<QString>("path");
        const QDir own(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/runtime/src/main/resources/schemas"));
        const QDir real(QStringLiteral(PODIUM_SHARED_DATA "/input-schemas"));
        for (const QDir &folder : {own, real}) {
            const auto names = folder.entryList({u"*.json"_s}, QDir::Files);
            for (const QString &name : names)
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
        if (!real.exists())
            qInfo("The schemas of real workflows are not here (../shared/data): only Podium's own are checked.");
    }

    void schemas()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = parseJson(file.readAll());
        if (!json)
            QSKIP("Not JSON: a fragment of the collection.");
        const auto document = std::make_shared<const Json>(*json);
        const FormSchema schema(document);
        const Validator validator(*document);
        // Bundled schemas of the collection lie apart: what they refer to is told, and edited as JSON.
        const bool refersElsewhere =
            toBytes(*document).contains(R"("$ref":"../)") ||
            QRegularExpression(uR"("\$ref":"[a-z-]+\.json)"_s).match(QString::fromUtf8(toBytes(*document))).hasMatch();
        QCOMPARE(schema.problems().isEmpty(), !refersElsewhere);
        if (!refersElsewhere && schema.root().kind == FormField::Kind::Object)
            QCOMPARE(countRaw(schema.root()), rawByIntent(*document));
        for (const bool all : {false, true}) {
            const Json value = sampleInput(schema, schema.root(), all);
            const auto errors = validator.validate(value);
            QVERIFY2(errors.isEmpty(), errors.isEmpty()
                                           ? ""
                                           : qPrintable(errors.first().pointer + u": "_s + errors.first().message +
                                                        u"\n"_s + QString::fromUtf8(toBytes(value))));
            // And another validator, which has never seen the form, agrees.
            const QString problem = referenceProblem(withoutOtherDocuments(*document), value);
            QVERIFY2(problem.isEmpty(), qPrintable(problem + QString::fromUtf8(toBytes(value))));
        }
    }

private:
    /// References to documents that lie elsewhere allow anything.
    static Json withoutOtherDocuments(Json schema)
    {
        if (schema.is_object() && schema.contains("$ref") && schema["$ref"].is_string() &&
            !stringAt(schema, "$ref").startsWith(u'#'))
            return Json::object();
        if (schema.is_structured()) {
            for (Json &part : schema)
                part = withoutOtherDocuments(std::move(part));
        }
        return schema;
    }

    /// Parts that allow anything, such as {"type": "object"} alone, {}, or a required property without a schema.
    static int rawByIntent(const Json &node)
    {
        int raw = 0;
        const Json required = node.value("required", Json::array());
        for (const Json &name : required)
            raw += node.value("properties", Json::object()).contains(name.get<std::string>()) ? 0 : 1;
        if (const Json *properties = memberAt(node, "properties")) {
            for (const Json &part : *properties) {
                const bool isFree =
                    part.value("type", Json()) == "object" && !part.contains("properties") && !part.contains("anyOf");
                const bool isFreeList = part.value("type", Json()) == "array" && !part.contains("items");
                const bool isAny = !part.contains("type") && !part.contains("properties") && !part.contains("enum") &&
                                   !part.contains("anyOf") && !part.contains("oneOf") && !part.contains("$ref");
                raw += isFree || isFreeList || isAny ? 1 : rawByIntent(part);
            }
        }
        return raw;
    }
};

QTEST_GUILESS_MAIN(TestFormCorpus)
#include "tst_formcorpus.moc"
