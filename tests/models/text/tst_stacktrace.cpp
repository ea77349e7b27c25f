// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/stacktrace.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_StackTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsMessageAndCauses();
    void leavesOtherTextsAlone_data();
    void leavesOtherTextsAlone();
    void takesHostileTexts();
};

void tst_StackTrace::keepsMessageAndCauses()
{
    const FoldedStack folded = foldStack(u"org.jbpm.workflow.instance.WorkflowRuntimeException: [i1:bill - Pay:3] no\n"
                                         "\tat org.jbpm.Node.run(Node.java:42)\n"
                                         "\tat app//io.quarkus.Main$1.lambda$run$0(Main.java)\n"
                                         "\tat java.base/java.lang.Thread.run(Thread.java:840)\n"
                                         "Caused by: java.net.ConnectException: Connection refused\n"
                                         "\tat jdk.internal.Net.connect(Native Method)\n"
                                         "\t... 31 more\n"_s);
    QCOMPARE(folded.message, u"org.jbpm.workflow.instance.WorkflowRuntimeException: [i1:bill - Pay:3] no\n"
                             "Caused by: java.net.ConnectException: Connection refused"_s);
    QCOMPARE(folded.frames, 4);
}

void tst_StackTrace::leavesOtherTextsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one line") << u"HTTP 503 Service Unavailable"_s;
    QTest::newRow("words") << u"Look\nat once (please\n"_s;
    QTest::newRow("empty") << QString();
}

void tst_StackTrace::leavesOtherTextsAlone()
{
    QFETCH(QString, text);
    QCOMPARE(foldStack(text).message, text);
    QCOMPARE(foldStack(text).frames, 0);
}

void tst_StackTrace::takesHostileTexts()
{
    QCOMPARE(foldStack(u"\tat a.b(c)\n"_s.repeated(100'000)).frames, 100'000);
    (void)foldStack(u"at "_s + u"a"_s.repeated(1'000'000));
    (void)foldStack(u" "_s.repeated(1'000'000));
}

QTEST_APPLESS_MAIN(tst_StackTrace)
#include "tst_stacktrace.moc"
