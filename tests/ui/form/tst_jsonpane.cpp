// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/jsonpane.h"
#include "ui/widgets/codeview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJsonPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_other = new QLineEdit;
        m_pane = new JsonPane;
        layout->addWidget(m_other);
        layout->addWidget(m_pane);
        m_view = m_pane->findChild<CodeView *>();
        m_window->resize(500, 500);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_other->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void showsValuesAndHearsGoodText()
    {
        m_pane->setValue(Json{{"a", 1}});
        QCOMPARE(m_pane->text(), u"{\n  \"a\": 1\n}"_s);
        QSignalSpy edited(m_pane, &JsonPane::edited);
        QTest::qWait(300); // longer than it waits for typing to end
        QCOMPARE(edited.size(), 0);
        type(u"{\"a\": 2}"_s);
        QTRY_COMPARE(edited.size(), 1);
        QVERIFY(*edited.first().first().value<SharedJson>() == Json({{"a", 2}}));
    }

    void largeTextIsUsedButNotShown()
    {
        const QString large = u"{\"a\": [\"" + QString(JsonPane::kMostShown, u'x') + u"\"]}";
        QSignalSpy edited(m_pane, &JsonPane::edited);
        m_view->setFocus();
        QApplication::clipboard()->setText(large + u'}');
        m_view->paste();
        const auto tells = [this](QLatin1StringView text) {
            const auto labels = m_pane->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(),
                               [text](const QLabel *label) { return label->text().contains(text); });
        };
        QTRY_VERIFY(tells("is not used"_L1));
        QCOMPARE(edited.size(), 0);
        QApplication::clipboard()->setText(large);
        m_view->paste();
        QTRY_COMPARE(edited.size(), 1);
        QCOMPARE(edited.first().first().value<SharedJson>()->at("a").size(), 1U);
        QCOMPARE(m_pane->text(), QString());
        QVERIFY(m_view->placeholderText().contains("too large"_L1));
        bool isRead = false;
        m_pane->read([&] { isRead = true; }); // to send it
        QTRY_VERIFY(isRead);
        QCOMPARE(m_pane->problem(), QString());
        m_other->setFocus();
        m_pane->setValue(Json{{"a", 1}});
        QCOMPARE(m_pane->text(), u"{\n  \"a\": 1\n}"_s);
        QVERIFY(!m_view->isReadOnly());
    }

    void badTextIsToldWithItsLineAndStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("broken") << u"{\n  \"a\": ,\n}"_s << u"Line 2"_s;
        QTest::newRow("no object") << u"[1]"_s << u"must be an object"_s;
        QTest::newRow("rounded") << u"{\"a\": 12345678901234567890123}"_s << u"12345678901234567890123"_s;
    }
    void badTextIsToldWithItsLineAndStays()
    {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        QSignalSpy edited(m_pane, &JsonPane::edited);
        type(text);
        QTRY_VERIFY2(m_pane->problem().contains(problem), qPrintable(m_pane->problem()));
        m_other->setFocus();
        QCOMPARE(m_pane->text(), text);
        QCOMPARE(edited.size(), 0);
        // A new value of the form replaces it; undo brings it back.
        m_pane->setValue(Json{{"b", 1}});
        QCOMPARE(m_pane->problem(), QString());
        m_view->setFocus();
        m_view->undo();
        QCOMPARE(m_pane->text(), text);
    }

    void textAndCursorStayWhileTyping()
    {
        type(u"{\"a\":   2}"_s);
        m_view->moveCursor(QTextCursor::Start);
        m_pane->setValue(Json{{"a", 3}});
        QCOMPARE(m_pane->text(), u"{\"a\":   2}"_s);
        QCOMPARE(m_view->textCursor().position(), 0);
    }

    void ownSpellingStaysWhenItSaysTheSame()
    {
        type(u"{\"b\": 1,   \"a\": [ ]}"_s);
        QSignalSpy edited(m_pane, &JsonPane::edited);
        QTRY_COMPARE(edited.size(), 1);
        m_other->setFocus();
        m_pane->setValue(Json{{"a", Json::array()}, {"b", 1}});
        QCOMPARE(m_pane->text(), u"{\"b\": 1,   \"a\": [ ]}"_s);
    }

    void readingTellsWhenDone()
    {
        type(u"{"_s);
        bool isDone = false;
        m_pane->read([&isDone] { isDone = true; });
        QTRY_VERIFY(isDone);
        QVERIFY(!m_pane->problem().isEmpty());
    }

    void readingEndsWhenAValueComesBetween()
    {
        bool isDone = false;
        m_pane->read([&isDone] { isDone = true; });
        m_pane->setValue(Json{{"a", 3}});
        QTRY_VERIFY(isDone);
        QCOMPARE(m_pane->problem(), QString());
    }

private:
    void type(const QString &text)
    {
        m_view->setFocus();
        m_view->selectAll();
        m_view->insertPlainText(text);
    }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
    JsonPane *m_pane = nullptr;
    CodeView *m_view = nullptr;
};

QTEST_MAIN(TestJsonPane)
#include "tst_jsonpane.moc"
