// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/curlcommand.h"

#include <QProcess>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The command is given to a real bash, in which curl is a function that tells its arguments.
class TestCurlCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bashReadsWhatWasMeant_data();
    void bashReadsWhatWasMeant();
    void quotesWords_data() { bashReadsWhatWasMeant_data(); }
    void quotesWords();

private:
    static QByteArrayList argumentsIn(const QString &command);
};

/// Each argument ends with a zero byte, which none can hold.
QByteArrayList TestCurlCommand::argumentsIn(const QString &command)
{
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TOKEN"_s, u"a b\"c"_s);
    bash.setProcessEnvironment(environment);
    bash.start(u"bash"_s, {u"--norc"_s, u"--noprofile"_s, u"-c"_s, u"curl() { printf '%s\\0' \"$@\"; }\n"_s + command});
    if (!bash.waitForFinished() || bash.exitCode() != 0 || !bash.readAllStandardError().isEmpty())
        return {};
    QByteArrayList arguments = bash.readAllStandardOutput().split('\0');
    arguments.removeLast();
    return arguments;
}

void TestCurlCommand::bashReadsWhatWasMeant_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"plain"_s, u"it's"_s, u"'"_s, u"''''"_s, u"$HOME $(id) `id` ${x}"_s, u"\"; rm -rf / #"_s, u"a\nb\r\nc\t"_s,
          u"\\"_s, u"\\'"_s, u"!history !!"_s, u"@/etc/passwd"_s, u"--data"_s, u"*?[a]~"_s, u"é 🎈 \u202e"_s, QString(),
          u" "_s, u"&|;<>(){}"_s, u"%s %n \\x41"_s})
        QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text;
}

void TestCurlCommand::bashReadsWhatWasMeant()
{
    QFETCH(QString, text);
    const Json input{{text.toStdString(), {text.toStdString(), 1}}};
    QUrl address(u"https://flows.example.com/greet"_s);
    address.setQuery(u"businessKey="_s + QString::fromLatin1(QUrl::toPercentEncoding(text)));
    const QByteArrayList arguments = argumentsIn(curlCommand(address, input));
    QCOMPARE(arguments.size(), 9);
    QCOMPARE(arguments.at(0), "-X"_ba);
    QCOMPARE(arguments.at(2), address.toEncoded());
    QCOMPARE(arguments.at(4), "Authorization: Bearer a b\"c"_ba); // filled in by the shell, as one argument
    QCOMPARE(arguments.at(7), "--data-raw"_ba);
    const auto sent = parseJson(arguments.at(8));
    QVERIFY(sent);
    QVERIFY(*sent == input);
}

void TestCurlCommand::quotesWords()
{
    QFETCH(QString, text);
    QCOMPARE(argumentsIn(u"curl "_s + shellQuoted(text)), QByteArrayList{text.toUtf8()});
    QCOMPARE(shellQuoted(u"a"_s + QChar(0) + u"b"_s), u"'ab'"_s);
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
