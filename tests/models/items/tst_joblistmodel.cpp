// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemroles.h"
#include "models/items/joblistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJobListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nextToFireComesFirst();
    void rowsKeepTheirIdentity();

private:
    static Job job(const QString &id, JobStatus status, int due)
    {
        Job result;
        result.id = id;
        result.status = status;
        result.nodeInstanceId = u"n-"_s + id;
        result.expirationTime = QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC).addSecs(due);
        return result;
    }
};

void TestJobListModel::nextToFireComesFirst()
{
    JobListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNodeNames({{u"n-b"_s, u"Wait <i>here</i>"_s}});
    model.setJobs({job(u"done"_s, JobStatus::Executed, 1), job(u"a"_s, JobStatus::Scheduled, 9),
                   job(u"b"_s, JobStatus::Scheduled, 5)});
    QCOMPARE(model.jobAt(0).id, u"b"_s);
    QCOMPARE(model.jobAt(1).id, u"a"_s);
    QCOMPARE(model.jobAt(2).id, u"done"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"Wait <i>here</i>"_s);
    QCOMPARE(model.index(0, 0).data(JobStatusRole).toInt(), static_cast<int>(JobStatus::Scheduled));
}

void TestJobListModel::rowsKeepTheirIdentity()
{
    JobListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Job a = job(u"a"_s, JobStatus::Scheduled, 1);
    const Job b = job(u"b"_s, JobStatus::Scheduled, 2);
    const Job c = job(u"c"_s, JobStatus::Scheduled, 3);
    model.setJobs({a, b});
    const QPersistentModelIndex second = model.index(1, 0);
    model.setJobs({a, b, c});
    QCOMPARE(second.row(), 1);
    QCOMPARE(model.rowCount(), 3);
    model.setJobs({c, b});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.jobAt(0).id, u"b"_s);
    Job cancelled = b;
    cancelled.status = JobStatus::Canceled;
    model.setJobs({cancelled, c});
    QCOMPARE(model.jobAt(0).id, u"c"_s); // what is over goes down
    model.setJobs({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestJobListModel)
#include "tst_joblistmodel.moc"
