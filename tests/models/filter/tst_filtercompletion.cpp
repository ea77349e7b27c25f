// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filtercompletion.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_FilterCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offers_data();
    void offers();
    void keysOfWhatTheServerKnows();
    void replacesWhatWasTyped();
    void neverFails();

private:
    const FilterWords m_words{{u"order"_s, u"order line"_s, u"refund"_s}, {u"1.0"_s, u"2.0"_s}, {u"alice"_s}};

    QStringList texts(const QString &line, qsizetype cursor = -1) const
    {
        QStringList texts;
        for (const auto &choice : completeLine(line, cursor < 0 ? line.size() : cursor, m_words).choices)
            texts << choice.text;
        return texts;
    }
};

void tst_FilterCompletion::offers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("choices");
    QTest::newRow("keys") << u"err"_s << QStringList{u"error:"_s, u"errornode:"_s};
    QTest::newRow("states")
        << u"state:e"_s
        << QStringList{u"active"_s, u"error"_s, u"completed"_s, u"aborted"_s, u"suspended"_s, u"pending"_s}.filter(
               u"e"_s);
    QTest::newRow("second alternative") << u"workflow:refund,ord"_s << QStringList{u"order"_s, u"\"order line\""_s};
    QTest::newRow("in quotes") << u"state:error workflow:\"order l"_s << QStringList{u"\"order line\""_s};
    QTest::newRow("it stands there") << u"workflow:refund"_s << QStringList();
    QTest::newRow("versions") << u"version:"_s << QStringList{u"1.0"_s, u"2.0"_s};
    QTest::newRow("users") << u"user:AL"_s << QStringList{u"alice"_s};
    QTest::newRow("unknown key") << u"colour:r"_s << QStringList();
    QTest::newRow("free text") << u"key:x"_s << QStringList();
}

void tst_FilterCompletion::offers()
{
    QFETCH(QString, line);
    QFETCH(QStringList, choices);
    QCOMPARE(texts(line), choices);
}

void tst_FilterCompletion::keysOfWhatTheServerKnows()
{
    FilterWords words = m_words;
    words.supported.remove(InstanceField::Variable);
    QVERIFY(completeLine(u"va"_s, 2, words).choices.isEmpty());
    QVERIFY(texts(u""_s).contains(u"var:"_s));
}

void tst_FilterCompletion::replacesWhatWasTyped()
{
    const QString line = u"state:error workflow:ref key:x"_s;
    const FilterCompletion completion = completeLine(line, 24, m_words);
    QCOMPARE(completion.choices.size(), 1);
    QString replaced = line;
    replaced.replace(completion.from, completion.length, completion.choices.first().text);
    QCOMPARE(replaced, u"state:error workflow:refund key:x"_s);
}

void tst_FilterCompletion::neverFails()
{
    const QString line = u"a:\"\\\" ,b:c,\"d e\" :: \\"_s;
    for (qsizetype cursor = -2; cursor < line.size() + 3; ++cursor) {
        const FilterCompletion completion = completeLine(line, cursor, m_words);
        QVERIFY(completion.from >= 0 && completion.from + completion.length <= line.size());
    }
}

QTEST_GUILESS_MAIN(tst_FilterCompletion)
#include "tst_filtercompletion.moc"
