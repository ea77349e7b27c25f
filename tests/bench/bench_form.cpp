// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The run form under load. To hold: a schema of 500 fields opens within 100 ms, a key leads to a checked field within
// 50 ms; no turn of the event loop above 50 ms, whatever the schema or the input. Times are wall clock.
#include "tests/ui/form/formfixture.h"
#include "ui/form/formlink.h"
#include "ui/form/jsonpane.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesheet.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

double ms(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Flat, or in groups of 20, which makes a wizard.
SharedJson formOf(int fields, bool grouped)
{
    Json root{{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < fields; ++i) {
        const char *types[] = {"string", "integer", "boolean", "number"};
        Json field{{"type", types[i % 4]}, {"title", "Field " + std::to_string(i)}, {"description", "What it is for"}};
        if (i % 4 == 0)
            field["minLength"] = 3;
        Json *to = &root["properties"];
        if (grouped) {
            Json &group = root["properties"]["group" + std::to_string(i / 20)];
            group["type"] = "object";
            to = &group["properties"];
        }
        (*to)["field" + std::to_string(i)] = std::move(field);
    }
    return std::make_shared<const Json>(std::move(root));
}

/// Runs the event loop until `done`, and answers its longest turn.
double longestTurn(const std::function<bool()> &done, int mostMs = 30'000)
{
    double longest = 0;
    QElapsedTimer all;
    QElapsedTimer turn;
    all.start();
    turn.start();
    QEventLoop loop;
    while (!done() && all.elapsed() < mostMs) {
        turn.restart();
        loop.processEvents(QEventLoop::WaitForMoreEvents, 1);
        longest = std::max(longest, ms(turn));
    }
    return longest;
}

/// Says what was measured; the answer is whether the target holds.
bool holds(const QString &what, double value, double target)
{
    const bool good = value <= target;
    qInfo().noquote() << what % u": %1 ms (at most %2 ms)"_s.arg(value, 0, 'f', 1).arg(target) %
                             (good ? QString() : u" DOES NOT HOLD"_s);
    return good;
}

constexpr double kTurn = 50;

} // namespace

class BenchForm : public QObject, public FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opens_data();
    void opens();
    void keyToCheckedField_data() { opens_data(); }
    void keyToCheckedField();
    void hostileSchemas_data();
    void hostileSchemas();
    void largeInput();
    void largeInputIsPasted_data();
    void largeInputIsPasted();

private:
    void openWith(const SharedJson &schema)
    {
        m_form->setSchema(schema);
        m_form->resize(800, 800);
        m_form->show();
    }
};

void BenchForm::init()
{
    applyTheme(*qApp, Scheme::Light);
    m_form = std::make_unique<FormView>();
    wearTheme(m_form.get());
    m_form->resize(800, 800);
    m_form->show();
    QTest::qWait(100);
}

void BenchForm::opens_data()
{
    QTest::addColumn<int>("fields");
    QTest::addColumn<bool>("grouped");
    for (const int fields : {50, 500, 2000}) {
        QTest::addRow("%d fields on one page", fields) << fields << false;
        QTest::addRow("%d fields in steps", fields) << fields << true;
    }
}

void BenchForm::opens()
{
    QFETCH(int, fields);
    QFETCH(bool, grouped);
    const SharedJson schema = formOf(fields, grouped);
    QElapsedTimer clock;
    clock.start();
    m_form->setSchema(schema);
    const double made = ms(clock);
    m_form->repaint();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 1);
    const double shown = ms(clock);
    const QString last = u"Field %1"_s.arg(fields - 1);
    QSignalSpy checked(m_form.get(), &FormView::problemsChanged);
    const double turn = longestTurn([&] { return checked.size() > 0 && clock.elapsed() > 1500; });
    qInfo("made %.1f ms", made);
    bool good = holds(u"on screen"_s, shown, fields <= 500 ? 100 : 200);
    good = holds(u"longest turn after it"_s, turn, kTurn) && good;
    QVERIFY(good);
}

void BenchForm::keyToCheckedField()
{
    QFETCH(int, fields);
    QFETCH(bool, grouped);
    openWith(formOf(fields, grouped));
    QTest::qWait(3000); // all is made
    auto *line = named("Field 0");
    QVERIFY(line);
    line->setFocus();
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        QSignalSpy checked(m_form.get(), &FormView::problemsChanged);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(line, Qt::Key_A);
        (void)longestTurn([&] { return checked.size() > 0; });
        times.push_back(ms(clock));
    }
    std::sort(times.begin(), times.end());
    qInfo("median %.1f ms", times.at(10));
    QVERIFY(holds(u"key to checked field, p95"_s, times.at(18), fields <= 500 ? 50 : 100));
}

void BenchForm::hostileSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("itself") << R"({"$ref":"#"})"_ba;
    QTest::newRow("itself within") << R"({"type":"object","required":["a"],"properties":{"a":{"$ref":"#"}}})"_ba;
    QTest::newRow("doubling")
        << R"({"type":"object","required":["a","b"],"properties":{"a":{"$ref":"#/d/x"},"b":{"$ref":"#/d/x"}},
        "d":{"x":{"type":"object","required":["c","d"],"properties":{"c":{"$ref":"#/d/y"},"d":{"$ref":"#/d/y"}}},
        "y":{"type":"object","required":["e","f"],"properties":{"e":{"$ref":"#/d/x"},"f":{"$ref":"#/d/x"}}}}})"_ba;
    QTest::newRow("wrong reference") << R"({"type":"object","properties":{"a":{"$ref":"#/nowhere"}}})"_ba;
    QTest::newRow("remote reference") << R"({"type":"object","properties":{"a":{"$ref":"https://example.com/a"}}})"_ba;
    QByteArray wide = R"({"type":"object","properties":{)";
    for (int i = 0; i < 20'000; ++i)
        wide += (i ? ",\"" : "\"") + QByteArray::number(i) + R"(":{"type":"string"})";
    QTest::newRow("20,000 fields") << wide + "}}";
    QByteArray choices = R"({"type":"object","properties":{"a":{"enum":[)";
    for (int i = 0; i < 4'000; ++i)
        choices += (i ? "," : "") + QByteArray::number(i);
    QTest::newRow("4,000 choices") << choices + "]}}}";
}

void BenchForm::hostileSchemas()
{
    QFETCH(QByteArray, schema);
    const auto read = std::make_shared<const Json>(Json::parse(schema.toStdString())); // on a worker thread elsewhere
    QElapsedTimer clock;
    clock.start();
    m_form->setSchema(read);
    bool good = holds(u"made"_s, ms(clock), kTurn);
    const double turn = longestTurn([&] { return clock.elapsed() > 2500; });
    good = holds(u"longest turn after it"_s, turn, kTurn) && good;
    QVERIFY(good);
}

/// As it comes from a file: read on a worker thread.
void BenchForm::largeInput()
{
    openWith(formOf(20, false));
    Json value{{"field0", "abc"}};
    Json &list = value["unknown"] = Json::array();
    for (int i = 0; i < 100'000; ++i)
        list.push_back({{"id", i}, {"text", std::string(80, 'x')}});
    const auto input = std::make_shared<const Json>(std::move(value));
    QTest::qWait(100);
    QSignalSpy checked(m_form.get(), &FormView::problemsChanged);
    QElapsedTimer clock;
    clock.start();
    m_form->setInput(input);
    bool good = holds(u"10 MB set"_s, ms(clock), kTurn);
    const double turn = longestTurn([&] { return checked.size() > 0; });
    good = holds(u"longest turn after it"_s, turn, kTurn) && good;
    good = holds(u"checked"_s, ms(clock), 5000) && good;
    QVERIFY(good);
    QVERIFY(m_form->isLarge());
}

void BenchForm::largeInputIsPasted_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("50 kB") << 400;
    QTest::newRow("900 kB") << 8'000;
    QTest::newRow("11 MB") << 100'000;
}

/// Into the text beside a form, which takes it over and checks it.
void BenchForm::largeInputIsPasted()
{
    QFETCH(int, rows);
    JsonPane pane;
    linkFormAndText(m_form.get(), &pane);
    openWith(formOf(20, false));
    pane.resize(500, 800);
    pane.show();
    QTest::qWait(100);
    QByteArray text = "{\"rows\": [\n";
    for (int i = 0; i < rows; ++i)
        text += "  {\"id\": " + QByteArray::number(i) + ", \"text\": \"" + QByteArray(80, 'x') + "\"},\n";
    text += "  {}\n]}\n";
    auto *view = pane.findChild<CodeView *>();
    view->setFocus();
    view->selectAll();
    QSignalSpy edited(&pane, &JsonPane::edited);
    QSignalSpy checked(m_form.get(), &FormView::problemsChanged);
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    QElapsedTimer clock;
    clock.start();
    view->paste();
    bool good = holds(u"taken"_s, ms(clock), kTurn);
    const double turn = longestTurn([&] { return edited.size() > 0 && checked.size() > 0; });
    good = holds(u"longest turn"_s, turn, kTurn) && good;
    good = holds(u"in the form and checked"_s, ms(clock), 5000) && good;
    QVERIFY(good);
    QCOMPARE(edited.size(), 1);
}

QTEST_MAIN(BenchForm)
#include "bench_form.moc"
