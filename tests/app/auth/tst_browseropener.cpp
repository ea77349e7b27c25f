// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/browseropener.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBrowserOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheVariable_data();
    void readsTheVariable();
    void startsTheFirstThatIsThere();
};

void TestBrowserOpener::readsTheVariable_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QList<QStringList>>("commands");
    const QString url = u"https://sso.example/auth?a=1&b=%20"_s;
    QTest::newRow("unset") << QString() << QList<QStringList>{};
    QTest::newRow("one") << u"firefox"_s << QList<QStringList>{{u"firefox"_s, url}};
    QTest::newRow("list") << u"firefox:w3m -T text/html"_s
                          << QList<QStringList>{{u"firefox"_s, url}, {u"w3m"_s, u"-T"_s, u"text/html"_s, url}};
    QTest::newRow("placed") << u"browse --url=%s --new"_s
                            << QList<QStringList>{{u"browse"_s, u"--url=%1"_s.arg(url), u"--new"_s}};
    QTest::newRow("percent and colon") << u"x 100%% a%cb"_s << QList<QStringList>{{u"x"_s, u"100%"_s, u"a:b"_s, url}};
    QTest::newRow("empty entries") << u"::firefox:"_s << QList<QStringList>{{u"firefox"_s, url}};
    QTest::newRow("quotes") << u"\"my browser\" %s"_s << QList<QStringList>{{u"my browser"_s, url}};
}

void TestBrowserOpener::readsTheVariable()
{
    QFETCH(QString, variable);
    QFETCH(QList<QStringList>, commands);
    QCOMPARE(browserCommands(variable, QUrl(u"https://sso.example/auth?a=1&b=%20"_s)), commands);
}

void TestBrowserOpener::startsTheFirstThatIsThere()
{
    QTemporaryDir folder;
    const QString seen = folder.filePath(u"seen"_s);
    QFile script(folder.filePath(u"browser"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nprintf '%s' \"$1\" > '" + seen.toUtf8() + ".part' && mv '" + seen.toUtf8() + ".part' '" +
                 seen.toUtf8() + "'\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    qputenv("BROWSER", "/no/such/browser:" + script.fileName().toUtf8());
    const QUrl url(u"http://127.0.0.1/auth?x=$(touch%20evil);&y='"_s);
    QVERIFY(desktopBrowser()(url));
    QTRY_VERIFY(QFile::exists(seen));
    QFile file(seen);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), url.toEncoded()); // as one argument: no shell looked at it
}

QTEST_GUILESS_MAIN(TestBrowserOpener)
#include "tst_browseropener.moc"
