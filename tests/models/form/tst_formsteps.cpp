// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"
#include "models/form/formsteps.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestFormSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QStringList>("expected"); ///< "title: keys"
        const auto row = [](const char *name, const char *properties, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(properties) << expected;
        };
        row("nothing", "{}", {});
        row("plain fields", R"({"a":{"type":"string"},"b":{"type":"integer"}})", {});
        row("one object", R"({"a":{"type":"object","properties":{"x":{"type":"string"}}},"b":{"type":"string"}})", {});
        row("two objects", R"({"a":{"title":"Who","type":"object","properties":{"x":{"type":"string"}}},
                               "b":{"type":"object","properties":{"x":{"type":"string"}}}})",
            {u"Who: a"_s, u"B: b"_s});
        row("plain fields are one step", R"({"p":{"type":"string"},
            "a":{"type":"object","properties":{"x":{"type":"string"}}},"q":{"type":"array","items":{"type":"string"}},
            "b":{"type":"object","properties":{"x":{"type":"string"}}},"r":{"type":"boolean"}})",
            {u"General: p,q,r"_s, u"A: a"_s, u"B: b"_s});
        row("hidden ones are none", R"({"a":{"type":"object","properties":{"x":{"type":"string"}}},
            "b":{"type":"object","ui:hidden":true,"properties":{"x":{"type":"string"}}}})",
            {});
        row("a choice of objects", R"({"a":{"type":"object","oneOf":[{"title":"X","properties":{"x":{"type":"string"}}},
            {"title":"Y","properties":{"y":{"type":"string"}}}]},
            "b":{"type":"object","properties":{"x":{"type":"string"}}}})",
            {u"A: a"_s, u"B: b"_s});
    }

    void steps()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QStringList, expected);
        const FormSchema schema(std::make_shared<const Json>(
            Json{{"type", "object"}, {"properties", Json::parse(properties.toStdString())}}));
        std::vector<const FormField *> members;
        for (const FormField &member : schema.root().members)
            members.push_back(&member);
        QStringList found;
        for (const FormStep &step : formSteps(members))
            found << step.title + u": "_s + step.keys.join(u',');
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestFormSteps)
#include "tst_formsteps.moc"
