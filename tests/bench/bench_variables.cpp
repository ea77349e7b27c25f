// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqrunner.h"
#include "models/json/jsondiff.h"
#include "ui/pages/variables/jsontreepane.h"
#include "ui/pages/variables/lazytext.h"
#include "ui/pages/variables/variablesview.h"
#include "ui/widgets/searchfield.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// About `bytes` of orders, as services hand them around.
SharedJson orders(qsizetype bytes)
{
    Json list = Json::array();
    for (qsizetype i = 0; i < bytes / 250; ++i) {
        list.push_back({{"id", i},
                        {"customer", {{"name", "Ada Novák"}, {"email", "ada@example.com"}, {"city", "Wien"}}},
                        {"items", {{{"sku", "LAMP-07"}, {"quantity", 2}}, {{"sku", "CABLE-3M"}, {"quantity", 1}}}},
                        {"note", "left at the door, the neighbour knows"}});
    }
    return std::make_shared<const Json>(Json{{"orders", std::move(list)}, {"priority", "normal"}});
}

/// The longest time in which the event loop did not get round.
class Gaps
{
public:
    Gaps()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = qMax(m_longest, m_clock.nsecsElapsed());
            m_clock.restart();
        });
        m_timer.start(0);
        m_clock.start();
    }
    double longestMs() { return static_cast<double>(qMax(m_longest, m_clock.nsecsElapsed())) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

/// 50 MB of variables beside 5 kB, in one run: what the window feels is the same.
class bench_Variables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("PODIUM_JQ_WORKER", PODIUM_TEST_JQ);
        m_small = orders(5'000);
        m_large = orders(50'000'000);
        qInfo("%lld bytes of variables", static_cast<long long>(toBytes(*m_large).size()));
    }

    void holdsUpTheWindow_data()
    {
        QTest::addColumn<SharedJson>("json");
        QTest::newRow("5 kB") << m_small;
        QTest::newRow("50 MB") << m_large;
    }

    void holdsUpTheWindow()
    {
        QFETCH(SharedJson, json);
        const auto report = [](const char *what, Gaps &gaps) { qInfo("%s: at most %.1f ms", what, gaps.longestMs()); };
        VariablesView view;
        view.resize(500, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        {
            Gaps gaps;
            view.setJson(json);
            QTest::qWait(50);
            report("open", gaps);
        }
        {
            Gaps gaps;
            view.treePane()->expandLevels(100);
            QTest::qWait(50);
            report("expand all", gaps);
        }
        {
            Gaps gaps;
            view.searchField()->setText(u"CABLE"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!view.matchText().isEmpty(), 60'000);
            report("search", gaps);
        }
        for (auto *button : view.findChildren<QToolButton *>()) {
            if (button->accessibleName() != u"Show as text"_s)
                continue;
            Gaps gaps;
            button->click();
            QTRY_VERIFY_WITH_TIMEOUT(!view.text()->text().isEmpty(), 60'000);
            QTest::qWait(50);
            report("as text", gaps);
        }
    }

    void filters()
    {
        QBENCHMARK_ONCE
        {
            JqLimits limits;
            limits.timeMs = 60'000;
            const auto outcome = runJq(jqWorkerPath(), *m_large, u".orders | length"_s, limits);
            QVERIFY(outcome);
        }
    }

    void compares()
    {
        QBENCHMARK_ONCE
        {
            QVERIFY(jsonDifference(*m_large, *m_large).isEmpty());
        }
    }

private:
    SharedJson m_small;
    SharedJson m_large;
};

QTEST_MAIN(bench_Variables)
#include "bench_variables.moc"
