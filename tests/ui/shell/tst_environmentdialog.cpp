// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/ui/accessibility.h"
#include "ui/environments/environmentdialog.h"
#include "ui/environments/rulesmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_EnvironmentDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatThereIs();
    void editsAndSaves();
    void problemsAreOnTheirFields();
    void namesAreUnique();
    void whatWasTypedSurvivesSelection();
    void closingAsksFirst();
    void storageFailuresAreTold();
    void testFillsItsRowsAsTheyAnswer();
    void removesAfterAsking();
    void duplicates();
    void rulesModel();
    void isAccessible();

private:
    template <typename W>
    W *field(const QString &name) const;
    QPushButton *button(const QString &text, QWidget *in = nullptr) const;
    bool shows(const QString &text) const;

    std::unique_ptr<FakeEnvironments> m_service;
    std::unique_ptr<EnvironmentDialog> m_dialog;
};

void tst_EnvironmentDialog::init()
{
    m_service = std::make_unique<FakeEnvironments>();
    m_dialog = std::make_unique<EnvironmentDialog>(*m_service);
    m_dialog->show();
}

void tst_EnvironmentDialog::cleanup()
{
    m_dialog.reset();
    m_service.reset();
}

template <typename W>
W *tst_EnvironmentDialog::field(const QString &name) const
{
    for (W *widget : m_dialog->findChildren<W *>()) {
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QPushButton *tst_EnvironmentDialog::button(const QString &text, QWidget *in) const
{
    for (QPushButton *button : (in ? in : m_dialog.get())->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').trimmed() == text)
            return button;
    }
    return nullptr;
}

bool tst_EnvironmentDialog::shows(const QString &text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void tst_EnvironmentDialog::listsWhatThereIs()
{
    auto *list = m_dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), u"Local sandbox"_s);
    QVERIFY(!button(u"Save"_s)->isEnabled());
    m_dialog->select(u"Production"_s);
    QCOMPARE(field<QLineEdit>(u"Name"_s)->text(), u"Production"_s);
}

void tst_EnvironmentDialog::editsAndSaves()
{
    field<QLineEdit>(u"Client id"_s)->setText(u"console"_s);
    field<QPlainTextEdit>(u"Runtimes, one address per line"_s)
        ->setPlainText(u"https://a.example.com\n\n https://b.example.com \n"_s);
    field<QPlainTextEdit>(u"Event brokers and channels, one address per line (optional)"_s)
        ->setPlainText(u"https://broker.example.com/ns/default\n"_s);
    QVERIFY(button(u"Save"_s)->isEnabled());
    button(u"Save"_s)->click();
    QVERIFY(!button(u"Save"_s)->isEnabled());
    const Environment &saved = m_service->list.constFirst();
    QCOMPARE(saved.name, u"Local sandbox"_s);
    QCOMPARE(saved.clientId, u"console"_s);
    QCOMPARE(saved.eventSinkUrls, QList<QUrl>{QUrl(u"https://broker.example.com/ns/default"_s)});
    QCOMPARE(saved.runtimeUrls, (QList<QUrl>{QUrl(u"https://a.example.com"_s), QUrl(u"https://b.example.com"_s)}));
}

void tst_EnvironmentDialog::problemsAreOnTheirFields()
{
    auto *issuer = field<QLineEdit>(u"Issuer"_s);
    issuer->setFocus();
    issuer->setText(u"sso.example.com"_s);
    button(u"Save"_s)->click();
    QVERIFY(!issuer->accessibleDescription().isEmpty());
    QVERIFY(shows(issuer->accessibleDescription()));
    QCOMPARE(issuer->property("wrong").toBool(), true);
    QCOMPARE(m_service->list.constFirst().issuer.host(), u"127.0.0.1"_s);
    issuer->setText(u"https://sso.example.com/realms/x"_s);
    QCOMPARE(issuer->accessibleDescription(), QString());
    button(u"Save"_s)->click();
    QCOMPARE(m_service->list.constFirst().issuer.host(), u"sso.example.com"_s);
}

void tst_EnvironmentDialog::namesAreUnique()
{
    auto *name = field<QLineEdit>(u"Name"_s);
    name->setText(u"Production"_s);
    button(u"Save"_s)->click();
    QVERIFY(!name->accessibleDescription().isEmpty());
    QCOMPARE(m_service->list.size(), 2);
    QCOMPARE(m_service->list.constFirst().name, u"Local sandbox"_s);
}

void tst_EnvironmentDialog::whatWasTypedSurvivesSelection()
{
    field<QLineEdit>(u"Issuer"_s)->setText(u"not an address ["_s);
    m_dialog->select(u"Production"_s);
    m_dialog->select(u"Local sandbox"_s);
    QCOMPARE(field<QLineEdit>(u"Issuer"_s)->text(), u"not an address ["_s);
    button(u"Revert"_s)->click();
    QCOMPARE(field<QLineEdit>(u"Issuer"_s)->text(), u"http://127.0.0.1:8080/realms/podium"_s);
}

void tst_EnvironmentDialog::closingAsksFirst()
{
    field<QLineEdit>(u"Client id"_s)->setText(u"console"_s);
    button(u"Close"_s)->click();
    auto *question = m_dialog->findChild<QMessageBox *>(u"UnsavedQuestion"_s);
    QVERIFY(question);
    QVERIFY(m_dialog->isVisible());
    button(u"Cancel"_s, question)->click();
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(field<QLineEdit>(u"Client id"_s)->text(), u"console"_s);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>(u"UnsavedQuestion"_s));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    button(u"Save"_s, m_dialog->findChild<QMessageBox *>(u"UnsavedQuestion"_s))->click();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_service->list.constFirst().clientId, u"console"_s);
}

void tst_EnvironmentDialog::storageFailuresAreTold()
{
    Error error = fakeError(Error::Kind::Storage);
    error.what = u"The environment could not be written."_s;
    m_service->storageError = error;
    field<QLineEdit>(u"Client id"_s)->setText(u"console"_s);
    button(u"Save"_s)->click();
    QVERIFY(shows(error.what));
    QCOMPARE(field<QLineEdit>(u"Client id"_s)->text(), u"console"_s);
    QVERIFY(button(u"Save"_s)->isEnabled());
}

void tst_EnvironmentDialog::testFillsItsRowsAsTheyAnswer()
{
    m_service->checks.hang = true;
    m_service->findings.insert(ConnectionCheck::Service::DataIndex,
                               {ConnectionCheck::Service::DataIndex, ConnectionCheck::Outcome::Failed,
                                u"It answered with <b>HTML</b>."_s, u"Add /graphql to the address."_s, u"<html>"_s});
    button(u"Test connection"_s)->click();
    QVERIFY(shows(u"Asking"_s));
    QCOMPARE(m_service->checks.waiting(), 5);
    m_service->checks.release();
    QTRY_VERIFY(shows(u"Add /graphql to the address."_s));
    QTRY_VERIFY(!shows(u"Asking"_s));
    QVERIFY(shows(u"Reachable, token accepted."_s));
    QVERIFY(shows(u"It answered with <b>HTML</b>."_s));
}

void tst_EnvironmentDialog::removesAfterAsking()
{
    QMetaObject::invokeMethod(field<QWidget>(u"Remove"_s), "click");
    auto *question = m_dialog->findChild<QDialog *>();
    QVERIFY(question);
    QCOMPARE(m_service->list.size(), 2);
    button(u"Remove"_s, question)->click();
    QCOMPARE(m_service->list.size(), 1);
    QCOMPARE(m_dialog->findChild<QListWidget *>()->count(), 1);
}

void tst_EnvironmentDialog::duplicates()
{
    QMetaObject::invokeMethod(field<QWidget>(u"Duplicate"_s), "click");
    QCOMPARE(field<QLineEdit>(u"Name"_s)->text(), u"Copy of Local sandbox"_s);
    button(u"Save"_s)->click();
    QCOMPARE(m_service->list.size(), 3);
    QCOMPARE(m_service->list.constFirst().issuer, m_service->list.at(1).issuer);
}

void tst_EnvironmentDialog::rulesModel()
{
    RulesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.setData(model.index(0, RulesModel::From), u"http://a"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, RulesModel::To), u"https://b"_s, Qt::EditRole));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.setData(model.index(1, RulesModel::From), u"  "_s, Qt::EditRole));
    QCOMPARE(model.rules(), (QList<ServiceUrlRule>{{u"http://a"_s, u"https://b"_s}}));
    model.remove(5);
    model.remove(0);
    QCOMPARE(model.rules(), QList<ServiceUrlRule>());
}

void tst_EnvironmentDialog::isAccessible()
{
    QCOMPARE(unnamedControls(m_dialog.get()), QStringList());
}

QTEST_MAIN(tst_EnvironmentDialog)
#include "tst_environmentdialog.moc"
