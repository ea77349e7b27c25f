// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/workflows/workflowspage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace podium;
using namespace Qt::StringLiterals;

/// A window whose trace can be read.
struct TracedTest : PageTest
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"trace.json"_s);
    Tracer tracer{file};
    Console traced{fake.console.environment,
                   fake.session,
                   fake.catalog,
                   fake.instances,
                   fake.runs,
                   fake.events,
                   fake.jobs,
                   fake.live,
                   fake.journal,
                   fake.bulks,
                   fake.views,
                   fake.inputs,
                   fake.formData,
                   fake.clock,
                   tracer};
    PageContext tracedContext{traced, navigator, display};

    /// The lists that painted an update, as the trace tells.
    QStringList painted()
    {
        tracer.finish();
        QFile trace(file);
        if (!trace.open(QIODevice::ReadOnly))
            return {};
        QStringList lists;
        const QJsonArray events = QJsonDocument::fromJson(trace.readAll()).array();
        for (const QJsonValue &event : events) {
            if (event["name"_L1] == "live update painted"_L1)
                lists << event["args"_L1]["list"_L1].toString();
        }
        return lists;
    }

    /// Shows a page and waits until it has painted what it read.
    template <typename P>
    std::unique_ptr<P> openTraced(const QString &kind)
    {
        auto page = std::make_unique<P>(tracedContext, Location{kind, {}, {}});
        page->resize(1100, 760);
        page->show();
        QTest::qWait(150);
        return page;
    }

    void settle() { QTest::qWait(50); }
};

class tst_PaintMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachListMarksWhatItPainted_data();
    void eachListMarksWhatItPainted();
    void readingIsNoUpdate();
    void aHiddenListPaintsNothing();
};

void tst_PaintMark::eachListMarksWhatItPainted_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : {u"instances"_s, u"workflows"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void tst_PaintMark::eachListMarksWhatItPainted()
{
    QFETCH(QString, kind);
    TracedTest test;
    std::unique_ptr<Page> page;
    if (kind == "instances"_L1)
        page = test.openTraced<InstancesPage>(kind);
    else
        page = test.openTraced<WorkflowsPage>(kind);
    WorkflowInstance changed = test.newest(InstanceState::Active);
    changed.lastUpdate = test.fake.clock.now().addSecs(5);
    changed.state = InstanceState::Error;
    changed.start = test.fake.clock.now().addSecs(4);
    test.fake.change(changed);
    test.settle();
    const QStringList lists = test.painted();
    QVERIFY(!lists.isEmpty());
    QVERIFY(!lists.constFirst().isEmpty());
}

void tst_PaintMark::readingIsNoUpdate()
{
    TracedTest test;
    auto page = test.openTraced<InstancesPage>(u"instances"_s);
    page->refresh();
    test.settle();
    Q_EMIT test.fake.live.instancesChanged({}); // says nothing new
    page->update();
    test.settle();
    QCOMPARE(test.painted(), QStringList());
}

void tst_PaintMark::aHiddenListPaintsNothing()
{
    TracedTest test;
    auto page = test.openTraced<InstancesPage>(u"instances"_s);
    page->hide();
    WorkflowInstance changed = test.newest(InstanceState::Active);
    changed.lastUpdate = test.fake.clock.now().addSecs(5);
    test.fake.change(changed);
    test.settle();
    page->show();
    test.settle();
    QCOMPARE(test.painted(), QStringList());
}

QTEST_MAIN(tst_PaintMark)
#include "tst_paintmark.moc"
