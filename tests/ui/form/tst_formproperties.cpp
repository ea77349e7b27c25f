// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"
#include "models/form/secrets.h"
#include "tests/models/form/randomschema.h"
#include "tests/models/form/reference.h"
#include "tests/models/form/sampleinput.h"
#include "ui/form/formview.h"

#include <QDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What must hold for every schema: the real ones, and many that were made up, always the same ones.
class TestFormProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
};

void TestFormProperties::roundTrips_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (quint32 seed = 1; seed <= 150; ++seed)
        QTest::addRow("seed %u", seed) << toBytes(RandomSchema(seed).make());
    const QDir real(QStringLiteral(PODIUM_SHARED_DATA "/input-schemas"));
    for (const QString &name : real.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(real.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

/// Form → JSON → form → JSON is the same JSON, whatever was filled in, and what the form says fits.
void TestFormProperties::roundTrips()
{
    QFETCH(QByteArray, schema);
    const auto parsed = parseJson(schema);
    if (!parsed)
        QSKIP("Not JSON: a fragment of the collection.");
    const auto document = std::make_shared<const Json>(*parsed);
    const bool isWhole = !schema.contains(".json");
    const FormSchema fields(document);
    const auto same = [](const Json &a, const Json &b) { return nlohmann::json(a) == nlohmann::json(b); };
    FormView first;
    FormView second;
    for (const bool all : {false, true}) {
        const Json value = sampleInput(fields, fields.root(), all);
        if (!value.is_object())
            QSKIP("The root is no object.");
        first.setSchema(document);
        first.setValue(value);
        QTest::qWait(0); // conditions follow
        const Json said = first.value();
        QVERIFY2(same(said, value),
                 qPrintable(QString::fromUtf8(toBytes(said) + '\n' + toBytes(value) + '\n' + schema)));
        second.setSchema(document);
        second.setValue(said);
        QTest::qWait(0);
        QVERIFY2(toBytes(second.value()) == toBytes(said), qPrintable(QString::fromUtf8(toBytes(second.value()))));
        const QString problem = isWhole ? referenceProblem(*document, said) : QString();
        QVERIFY2(problem.isEmpty(), qPrintable(problem + QString::fromUtf8(schema + '\n' + toBytes(said))));
        // And nothing that is kept of it breaks the form.
        second.setValue(withoutSecrets(document, said).value_or(Json::object()));
        QTest::qWait(0);
    }
}

QTEST_MAIN(TestFormProperties)
#include "tst_formproperties.moc"
