// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/runfixture.h"

using namespace podium;
using namespace Qt::StringLiterals;

/// What was typed is kept until it is sent, secrets excepted.
class TestRunDraft : public QObject, public RunFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { RunFixture::init(); }
    void cleanup() { RunFixture::cleanup(); }
    void draftSurvivesAKill();
    void draftCanBeDiscarded();
    void draftGivesWayToWhatIsAskedFor();
    void secretsAreInNoFile();
    void wizardIsReviewedBeforeItIsSent();
    void businessKeysCount();
};

void TestRunDraft::draftSurvivesAKill()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("Ada"), 2000);
    // The page is not closed: as if Podium had been killed.
    const std::unique_ptr<InputFiles> files = std::move(m_files);
    const std::unique_ptr<Console> console = std::move(m_console);
    const std::unique_ptr<RunPage> killed = std::move(m_page);
    open();
    QTRY_COMPARE(value(), R"({"person":{"name":"Ada"}})"_ba);
    QVERIFY(banner().contains("not send"_L1));
}

void TestRunDraft::draftCanBeDiscarded()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTest::qWait(0);
    open();
    QTRY_VERIFY(value().contains("Ada"));
    click(m_page.get(), "Discard");
    QCOMPARE(value(), R"({"person":{}})"_ba);
    click(m_page.get(), "Undo"); // even this can be taken back
    QVERIFY(value().contains("Ada"));
    form()->setValue(Json::parse(R"({"person":{}})"));
    QTRY_VERIFY_WITH_TIMEOUT(!allFiles().contains("Ada"), 2000);
    open();
    QCOMPARE(banner(), QString());
}

void TestRunDraft::draftGivesWayToWhatIsAskedFor()
{
    open();
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTest::qWait(0);
    open(std::make_shared<const Json>(Json::parse(R"({"person":{"name":"Rerun"}})")));
    QTRY_VERIFY(value().contains("Rerun"));
    QTRY_VERIFY(banner().contains("gave way"_L1));
    click(m_page.get(), "Bring it back");
    QVERIFY(value().contains("Ada"));
    click(m_page.get(), "Undo");
    QVERIFY(value().contains("Rerun"));
}

void TestRunDraft::secretsAreInNoFile()
{
    open();
    form()->setValue(Json::parse(kSecret));
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("Ada"), 2000); // the draft
    QVERIFY(!allFiles().contains("hush"));
    InputPicker *picker = openPicker();
    QVERIFY(picker);
    named<QLineEdit>(picker, "Name of a new preset")->setText(u"Mine"_s);
    click(picker, "Save the form");
    picker->close();
    startRun();
    QVERIFY(toBytes(*m_fake->runs.requests.first().input).contains("hush")); // sent all the same
    QTRY_VERIFY_WITH_TIMEOUT(allFiles().contains("history") && allFiles().contains("Mine"), 2000);
    open(); // closes the page: nothing comes late
    QVERIFY(!allFiles().contains("hush"));
    QVERIFY(!QString::fromUtf8(QJsonDocument(m_page->saveState()).toJson()).contains("hush"_L1));
}

void TestRunDraft::wizardIsReviewedBeforeItIsSent()
{
    open();
    QTest::keyClick(m_page.get(), Qt::Key_PageDown, Qt::AltModifier);
    QVERIFY(!form()->isFirstStep());
    QTest::keyClick(m_page.get(), Qt::Key_PageUp, Qt::AltModifier);
    QVERIFY(form()->isFirstStep());
    // The name is missing: the review says so, and nothing is sent.
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form()->isReviewing());
    QCOMPARE(m_fake->runs.requests.size(), 0);
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(banner().contains("does not fit"_L1));
    QCOMPARE(m_fake->runs.requests.size(), 0);
    QVERIFY(form()->isReviewing());
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    QTRY_COMPARE(banner(), QString());
    click(m_page.get(), "Start run");
    QTRY_COMPARE(m_fake->runs.requests.size(), 1);
}

void TestRunDraft::businessKeysCount()
{
    open();
    click(m_page.get(), "How business keys are made…");
    auto *dialog = m_page->findChild<BusinessKeyField *>()->findChild<QDialog *>();
    QVERIFY(dialog);
    auto *pattern = dialog->findChild<QLineEdit *>();
    pattern->setText(u"{user}-{m}"_s);
    QVERIFY(!named<QPushButton>(dialog, "Save")->isEnabled());
    pattern->setText(u"{user}-{n}"_s);
    QVERIFY(pattern->accessibleDescription().contains(u"operator-1"_s)); // the preview
    click(dialog, "Save");
    QTRY_COMPARE(businessKey()->text(), u"operator-1"_s);
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    startRun();
    QCOMPARE(m_fake->runs.requests.last().businessKey, u"operator-1"_s);
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
    open();
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
    form()->setValue(Json::parse(R"({"person":{"name":"Ada"}})"));
    businessKey()->setText(u"mine"_s); // a key of his own does not count
    startRun();
    QCOMPARE(m_fake->runs.requests.last().businessKey, u"mine"_s);
    QTRY_COMPARE(businessKey()->text(), u"operator-2"_s);
}

QTEST_MAIN(TestRunDraft)
#include "tst_rundraft.moc"
