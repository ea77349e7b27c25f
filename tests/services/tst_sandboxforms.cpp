// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/formdata/formdataclient.h"
#include "models/form/activefetch.h"
#include "models/form/formschema.h"
#include "tests/services/sandboxtest.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// The form of course_booking in front of the servers its fields ask.
class TestSandboxForms : public SandboxTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFieldGetsItsAnswer_data();
    void everyFieldGetsItsAnswer();
    void ratesAreDownUntilRepaired();
    void namesAreChecked();

private:
    FormField field(const QStringList &path) const;
    ActiveValues values() const;
    Result<FormDataAnswer> ask(const ActiveRequest &request, bool takesRefusals = false);

    std::unique_ptr<FormDataClient> m_forms;
    std::unique_ptr<FormSchema> m_schema;
    Json m_current =
        Json::parse(R"({"participant":{"name":"Ada Byron","team":"engineering"},"booking":{"course":"GIT-1"}})");
};

void TestSandboxForms::initTestCase()
{
    prepare();
    m_forms = std::make_unique<FormDataClient>(m_operator->http, [] {
        return User{{}, u"operator"_s, u"Olivia Operator"_s, {}, {}};
    });
    const auto schemas = await(m_operator->catalog.schemas(workflow(u"course_booking"_s)), 30000);
    QVERIFY(schemas);
    QVERIFY(schemas->input);
    m_schema = std::make_unique<FormSchema>(schemas->input);
    m_operator->setHealthy(u"rates"_s, false);
}

FormField TestSandboxForms::field(const QStringList &path) const
{
    const FormField *at = &m_schema->root();
    for (const QString &key : path) {
        const auto found = std::find_if(at->members.begin(), at->members.end(),
                                        [&key](const FormField &member) { return member.key == key; });
        if (found == at->members.end())
            return {};
        at = &*found;
    }
    return *at;
}

ActiveValues TestSandboxForms::values() const
{
    ActiveValues all;
    all.current = std::make_shared<const Json>(m_current);
    all.facts = m_forms->facts();
    return all;
}

Result<FormDataAnswer> TestSandboxForms::ask(const ActiveRequest &request, bool takesRefusals)
{
    QStringList missing;
    auto filled = filledRequest(request, values(), &missing);
    filled->takesRefusals = takesRefusals;
    return await(m_forms->ask(*filled), 20000);
}

void TestSandboxForms::everyFieldGetsItsAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *path, const char *name, const char *expected) {
        QTest::addRow("%s %s", path, name)
            << QString::fromUtf8(path) << QString::fromUtf8(name) << QByteArray(expected);
    };
    row("participant.name", "value", R"("Olivia Operator")");
    row("participant.name", "autocomplete", R"(["Ada Byron","Adam Riese","Grace Hopper","Olivia Operator"])");
    row("participant.newsletter", "value", "true");
    row("booking.course", "value", R"(["GIT-1","K8S-2"])");
    row("booking.course", "label", R"x(["Git for everybody (2 days)","Clusters, day two (3 days)"])x");
    row("booking.skills", "mandatory", R"(["reading"])");
    row("booking.room", "value", R"("North 2.14")"); // after three seconds
}

void TestSandboxForms::everyFieldGetsItsAnswer()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    QFETCH(QByteArray, expected);
    const FormField asked = field(path.split(u'.'));
    QVERIFY(!asked.active.isEmpty());
    const ActiveProps props = readActiveProps(asked);
    QCOMPARE(activeProblem(asked, props), QString());
    const auto answer = ask(props.fetch);
    QVERIFY2(answer, answer ? "" : qUtf8Printable(answer.error().text()));
    const ActiveAnswer found = selected(props, answer->body, std::make_shared<const Json>(m_current));
    QVERIFY(found.value(name));
    QCOMPARE(toBytes(*found.value(name)), expected);
}

void TestSandboxForms::ratesAreDownUntilRepaired()
{
    const ActiveProps props = readActiveProps(field({u"booking"_s, u"rate"_s}));
    const auto down = ask(props.fetch);
    QVERIFY(!down);
    QCOMPARE(down.error().httpStatus, 503);
    m_operator->setHealthy(u"rates"_s, true);
    const auto answer = ask(props.fetch);
    QVERIFY(answer);
    QCOMPARE(activeChoices(selected(props, answer->body, values().current)).choices.size(), 2);
    m_operator->setHealthy(u"rates"_s, false);
}

void TestSandboxForms::namesAreChecked()
{
    const ActiveProps props = readActiveProps(field({u"participant"_s, u"name"_s}));
    const auto fine = ask(props.validate, true);
    QVERIFY(fine);
    QCOMPARE(fine->status, 200);
    m_current["participant"]["name"] = "Ada";
    const auto refused = ask(props.validate, true);
    QVERIFY(refused);
    QCOMPARE(refused->status, 422);
    QCOMPARE(refusalText(*refused, u"name"_s), u"First and last name, please."_s);
}

QTEST_GUILESS_MAIN(TestSandboxForms)
#include "tst_sandboxforms.moc"
