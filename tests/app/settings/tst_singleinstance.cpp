// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/singleinstance.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>
#include <QtEndian>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_SingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverToTheFirst();
    void startsAloneWhenNobodyListens();
    void takesOverAfterACrash();
    void onlyOneIsTheFirst();
    void isForThisUserOnly();
    void dropsGarbage_data();
    void dropsGarbage();
    void takesAMessageInPieces();
    void refusesToSendTooMuch();
    void givesUpOnAFirstThatHangs();

private:
    QString path() const { return m_dir.filePath(u"podium.socket"_s); }
    /// What a second process would do; on a thread, because it waits.
    bool handOver(const QStringList &arguments) const;
    static QByteArray framed(const QByteArray &body, qint64 length = -1);

    QTemporaryDir m_dir;
};

bool tst_SingleInstance::handOver(const QStringList &arguments) const
{
    QFuture<bool> done = QtConcurrent::run([this, arguments] { return SingleInstance(path()).handOver(arguments); });
    return QTest::qWaitFor([&] { return done.isFinished(); }) && done.result();
}

QByteArray tst_SingleInstance::framed(const QByteArray &body, qint64 length)
{
    QByteArray header(4, '\0');
    qToBigEndian(static_cast<quint32>(length < 0 ? body.size() : length), header.data());
    return header + body;
}

void tst_SingleInstance::handsOverToTheFirst()
{
    SingleInstance first(path());
    QVERIFY(first.listen());
    QVERIFY(first.listen());
    QSignalSpy received(&first, &SingleInstance::received);
    const QStringList arguments{u"podium"_s, u"--open"_s, u"workflow:Bücher \"1\"\n"_s, QString()};
    QVERIFY(handOver(arguments));
    QVERIFY(handOver({}));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received.at(0).constFirst().toStringList(), arguments);
    QCOMPARE(received.at(1).constFirst().toStringList(), {});
}

void tst_SingleInstance::startsAloneWhenNobodyListens()
{
    QVERIFY(!handOver({u"podium"_s}));
}

void tst_SingleInstance::takesOverAfterACrash()
{
    {
        // A socket file that nobody serves, and a lock of a process that is gone.
        QLocalServer crashed;
        QVERIFY(crashed.listen(path()));
        QVERIFY(QFile::link(path(), path() + u".kept"_s));
    }
    QFile socket(path());
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\npodium\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    lock.close();

    QVERIFY(!handOver({u"podium"_s}));
    SingleInstance first(path());
    QVERIFY(first.listen());
    QVERIFY(handOver({u"podium"_s}));
}

void tst_SingleInstance::onlyOneIsTheFirst()
{
    auto first = std::make_unique<SingleInstance>(path());
    QVERIFY(first->listen());
    SingleInstance second(path());
    QVERIFY(!second.listen());
    QSignalSpy received(first.get(), &SingleInstance::received);
    QVERIFY(handOver({u"podium"_s})); // the second one's attempt broke nothing
    QTRY_COMPARE(received.size(), 1);
    first.reset();
    QVERIFY(second.listen());
}

void tst_SingleInstance::isForThisUserOnly()
{
    SingleInstance first(path());
    QVERIFY(first.listen());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void tst_SingleInstance::dropsGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not JSON") << framed("hello");
    QTest::newRow("object") << framed("{}");
    QTest::newRow("numbers") << framed("[1]");
    QTest::newRow("many") << framed('[' + QByteArray("\"\",").repeated(1000) + "\"\"]");
    QTest::newRow("invalid UTF-8") << framed("[\"\xff\xfe\"]");
    QTest::newRow("promises gigabytes") << framed("[]", 0xffffffff);
    QTest::newRow("too long") << framed(QByteArray(200'000, ' '));
}

void tst_SingleInstance::dropsGarbage()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first(path());
    QVERIFY(first.listen());
    QSignalSpy received(&first, &SingleInstance::received);
    QLocalSocket socket;
    QSignalSpy gone(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(path());
    socket.write(bytes);
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(received.size(), 0);
    QVERIFY(handOver({u"podium"_s}));
}

void tst_SingleInstance::takesAMessageInPieces()
{
    SingleInstance first(path());
    QVERIFY(first.listen());
    QSignalSpy received(&first, &SingleInstance::received);
    QLocalSocket socket;
    socket.connectToServer(path());
    for (const char byte : framed(R"(["podium"])")) {
        socket.write(&byte, 1);
        QVERIFY(socket.waitForBytesWritten(1000));
        QTest::qWait(1);
    }
    QTRY_COMPARE(received.size(), 1);
    QTRY_COMPARE(socket.bytesAvailable(), 2);
    QCOMPARE(socket.readAll(), "ok");
}

void tst_SingleInstance::refusesToSendTooMuch()
{
    SingleInstance first(path());
    QVERIFY(first.listen());
    QSignalSpy received(&first, &SingleInstance::received);
    QVERIFY(!handOver({QString(100'000, u'x')}));
    QCOMPARE(received.size(), 0);
}

void tst_SingleInstance::givesUpOnAFirstThatHangs()
{
    QLocalServer hanging;
    QVERIFY(hanging.listen(path()));
    QVERIFY(!handOver({u"podium"_s}));
}

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_singleinstance.moc"
