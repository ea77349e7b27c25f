// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/trace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Trace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTraceEvents();
    void writesAnEmptyTrace();
    void takesMarksFromManyThreads();
    void writesWhenItEnds();
    void recordsNothingWithoutAFile();
    void saysWhyItCouldNotWrite();

private:
    QJsonArray events() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
        return error.error == QJsonParseError::NoError ? document.array() : QJsonArray{u"no JSON"_s};
    }
    QString path() const { return m_dir.filePath(u"trace.json"_s); }

    QTemporaryDir m_dir;
};

void tst_Trace::writesTraceEvents()
{
    Tracer tracer(path());
    QVERIFY(tracer.isOn());
    const qint64 start = tracer.now();
    tracer.mark("first \"rows\"", {{u"count"_s, 3}, {u"text"_s, u"ü\n"_s}});
    QTest::qSleep(2);
    tracer.span("request", start);
    QVERIFY(tracer.finish());
    tracer.mark("too late");

    const QJsonArray list = events();
    QCOMPARE(list.size(), 2);
    const QJsonObject mark = list.at(0).toObject();
    QCOMPARE(mark[u"name"].toString(), u"first \"rows\""_s);
    QCOMPARE(mark[u"ph"].toString(), u"i"_s);
    QCOMPARE(mark[u"args"][u"count"].toInt(), 3);
    QCOMPARE(mark[u"args"][u"text"].toString(), u"ü\n"_s);
    const QJsonObject span = list.at(1).toObject();
    QCOMPARE(span[u"ph"].toString(), u"X"_s);
    QVERIFY(span[u"dur"].toInteger() >= 2000); // microseconds
    QCOMPARE(span[u"ts"].toInteger(), start);
    for (const char16_t *key : {u"pid", u"tid", u"ts"})
        QVERIFY(mark[QString::fromUtf16(key)].isDouble());
}

void tst_Trace::writesAnEmptyTrace()
{
    Tracer tracer(path());
    QVERIFY(tracer.finish());
    QVERIFY(events().isEmpty());
    QVERIFY(QFile::exists(path()));
}

void tst_Trace::takesMarksFromManyThreads()
{
    Tracer tracer(path());
    QList<QFuture<void>> workers;
    for (int i = 0; i < 4; ++i) {
        workers << QtConcurrent::run([&tracer] {
            for (int k = 0; k < 200; ++k)
                tracer.mark("work");
        });
    }
    for (QFuture<void> &worker : workers)
        worker.waitForFinished();
    QVERIFY(tracer.finish());
    QCOMPARE(events().size(), 800);
}

void tst_Trace::writesWhenItEnds()
{
    {
        Tracer tracer(path());
        tracer.mark("last words");
    }
    QCOMPARE(events().size(), 1);
}

void tst_Trace::recordsNothingWithoutAFile()
{
    Tracer tracer;
    tracer.mark("unheard");
    QVERIFY(!tracer.isOn());
    QVERIFY(tracer.finish());
}

void tst_Trace::saysWhyItCouldNotWrite()
{
    Tracer tracer(m_dir.filePath(u"no/such/folder/trace.json"_s));
    QString problem;
    QVERIFY(!tracer.finish(&problem));
    QVERIFY(!problem.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Trace)
#include "tst_trace.moc"
