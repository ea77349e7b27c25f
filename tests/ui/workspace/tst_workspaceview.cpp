// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/workspace/workspacefiles.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/codeeditor.h"
#include "ui/workspace/editorpane.h"
#include "ui/workspace/outlineview.h"
#include "ui/workspace/workspacetree.h"
#include "ui/workspace/workspaceview.h"

#include <QApplication>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDefinition = "id: order\r\nversion: '1.0'\r\nspecVersion: '0.8'\r\nname: Order\r\nstart: Check\r\n"
                               "states:\r\n  # first\r\n  - name: Check\r\n    type: inject\r\n    data: {}\r\n"
                               "    end: true\r\n";

} // namespace

/// With the real files; nothing but the folder of the test is touched.
class TestWorkspaceView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsOnlyWhatIsEdited();
    void savesNothingButTheChange();
    void showsTheGraphAndWhatIsWrong();
    void renamesAPartWithAllThatRefersToIt();
    void goesToTheDefinitionOfAName();
    void theOutlineLeadsToTheText();
    void checksOnlyTheSyntaxOfOtherFiles();
    void bringsBackWhatWasNotSaved();
    void takesAChangeByOthersWhereNothingWasTyped();
    void asksBeforeItReplacesWhatOthersWrote();
    void asksBeforeAnEditedTextGoes();
    void saysWhyAFileCannotBeEdited();
    void rememberWhatWasOpen();

private:
    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        [[maybe_unused]] const bool ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        Q_ASSERT(ok);
        return m_folder->filePath(name);
    }
    QByteArray get(const QString &name)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void start()
    {
        m_view.reset();
        m_files = std::make_unique<WorkspaceFiles>(m_folder->filePath(u".state"_s));
        m_view = std::make_unique<WorkspaceView>(*m_files);
        m_view->resize(1200, 700);
        m_view->show();
    }
    EditorPane *opened(const QString &path)
    {
        EditorPane *pane = m_view->open(path);
        return QTest::qWaitFor([&] { return !pane->editor()->text().isEmpty(); }) ? pane : nullptr;
    }
    static QString bannerOf(EditorPane *pane) { return pane->findChild<Banner *>()->text(); }
    static bool press(QWidget *in, const QString &text)
    {
        const QList<QPushButton *> buttons = in->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text() == text) {
                button->click();
                return true;
            }
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFiles> m_files;
    std::unique_ptr<WorkspaceView> m_view;
};

void TestWorkspaceView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestWorkspaceView::cleanup()
{
    m_view.reset();
    m_files.reset();
}

void TestWorkspaceView::showsOnlyWhatIsEdited()
{
    put(u"order.sw.yaml"_s, kDefinition);
    put(u"notes.txt"_s, "x");
    QVERIFY(QDir(m_folder->path()).mkpath(u"target/classes"_s));
    QVERIFY(QDir(m_folder->path()).mkpath(u"schemas"_s));
    m_view->openFolder(m_folder->path());
    auto *tree = m_view->findChild<WorkspaceTree *>();
    const auto names = [&] {
        QStringList all;
        for (int row = 0; row < tree->model()->rowCount(tree->rootIndex()); ++row)
            all << tree->model()->index(row, 0, tree->rootIndex()).data().toString();
        return all;
    };
    QTRY_COMPARE(names(), (QStringList{u"schemas"_s, u"order.sw.yaml"_s}));
}

void TestWorkspaceView::savesNothingButTheChange()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane && !pane->isEdited());
    pane->editor()->goToLine(4);
    pane->editor()->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(pane->editor(), u"s"_s);
    QVERIFY(pane->isEdited());
    QTest::keyClick(pane->editor(), Qt::Key_S, Qt::ControlModifier);
    m_view->save();
    QTRY_VERIFY(!pane->isEdited());
    QCOMPARE(get(u"order.sw.yaml"_s), QByteArray(kDefinition).replace("name: Order", "name: Orders"));
    pane->editor()->undo();
    QVERIFY(pane->isEdited());
    m_view->save();
    QTRY_COMPARE(get(u"order.sw.yaml"_s), kDefinition);
}

void TestWorkspaceView::showsTheGraphAndWhatIsWrong()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    QTRY_VERIFY(pane->graph()->graph());
    auto *problems = pane->findChild<QListWidget *>();
    QVERIFY(!problems->isVisible());
    pane->editor()->replaceText(pane->editor()->text().replace(u"start: Check"_s, u"start: Chekc"_s));
    QTRY_VERIFY(problems->count() > 0);
    QVERIFY2(problems->item(0)->text().contains("Chekc"_L1), qPrintable(problems->item(0)->text()));
    QVERIFY(problems->item(0)->text().contains("5"_L1));
    // A text that is broken for now keeps the graph of before.
    pane->editor()->replaceText(u"states: ["_s);
    QTRY_VERIFY(problems->count() > 0);
    QVERIFY(pane->graph()->graph());
}

void TestWorkspaceView::renamesAPartWithAllThatRefersToIt()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    QTRY_VERIFY(pane->graph()->graph());
    const QString before = pane->editor()->text();
    pane->editor()->select(before.indexOf(u"Check"_s), before.indexOf(u"Check"_s)); // where the start refers to it
    QTest::keyClick(pane->editor(), Qt::Key_F2);
    auto *dialog = pane->findChild<QInputDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"Check"_s);
    dialog->setTextValue(u"Verify: it"_s);
    dialog->accept();
    const QString after = pane->editor()->text();
    QCOMPARE(after.count(u"Check"_s), 0);
    QCOMPARE(after.count(u"Verify: it"_s), 2);
    QVERIFY(after.contains("# first"_L1));
    pane->editor()->undo();
    QCOMPARE(pane->editor()->text(), before);
}

void TestWorkspaceView::goesToTheDefinitionOfAName()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    QTRY_VERIFY(pane->graph()->graph());
    const QString text = pane->editor()->text();
    pane->editor()->select(text.indexOf(u"Check"_s) + 2, text.indexOf(u"Check"_s) + 2);
    QTest::keyClick(pane->editor(), Qt::Key_F12);
    QCOMPARE(pane->editor()->textCursor().selectedText(), u"Check"_s);
    QCOMPARE(pane->editor()->textCursor().selectionStart(), text.lastIndexOf(u"Check"_s));
}

void TestWorkspaceView::theOutlineLeadsToTheText()
{
    auto *outline = m_view->findChild<OutlineView *>();
    QVERIFY(!outline->isVisible());
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    QTRY_COMPARE(outline->topLevelItemCount(), 1);
    QTreeWidgetItem *state = outline->topLevelItem(0)->child(0);
    QVERIFY(state);
    QCOMPARE(state->text(0), u"Check"_s);
    Q_EMIT outline->itemActivated(state, 0);
    QCOMPARE(pane->editor()->textCursor().selectedText(), u"Check"_s);
    QCOMPARE(pane->editor()->textCursor().blockNumber() + 1, 8);
    m_view->createNew();
    QTRY_VERIFY(outline->topLevelItemCount() == 1 && outline->topLevelItem(0)->child(0)->text(0) == "Greet"_L1);
}

void TestWorkspaceView::checksOnlyTheSyntaxOfOtherFiles()
{
    EditorPane *pane = opened(put(u"schema.json"_s, R"({"type": "object"})"));
    QVERIFY(pane);
    auto *problems = pane->findChild<QListWidget *>();
    QTRY_VERIFY(!pane->graph()->isVisible());
    QCOMPARE(problems->count(), 0);
    pane->editor()->replaceText(u"{\"type\": "_s);
    QTRY_COMPARE(problems->count(), 1);
}

void TestWorkspaceView::bringsBackWhatWasNotSaved()
{
    const QString path = put(u"order.sw.yaml"_s, kDefinition);
    EditorPane *pane = opened(path);
    QVERIFY(pane);
    pane->editor()->insertPlainText(u"# typed\n"_s);
    EditorPane *fresh = m_view->createNew();
    fresh->editor()->insertPlainText(u"# also typed\n"_s);
    // Within a second it is on disk, whatever becomes of Podium.
    const auto kept = [&] { return QDir(m_folder->filePath(u".state/unsaved"_s)).entryList(QDir::Files).size(); };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 2, 1000);
    start();
    m_view->restoreState({});
    QTRY_COMPARE(m_view->panes().size(), 2);
    const auto shows = [&](const QString &text) {
        const QList<EditorPane *> panes = m_view->panes();
        return std::any_of(panes.cbegin(), panes.cend(), [&](const EditorPane *each) {
            return each->isEdited() && each->editor()->text().startsWith(text);
        });
    };
    QTRY_VERIFY(shows(u"# typed\nid: order"_s));
    QTRY_VERIFY(shows(u"# also typed\n"_s));
    QCOMPARE(get(u"order.sw.yaml"_s), kDefinition);
    // Saved, it is kept no longer.
    m_view->open(path)->save();
    QTRY_COMPARE(kept(), 1);
    QCOMPARE(get(u"order.sw.yaml"_s), QByteArray("# typed\r\n") + kDefinition);
}

void TestWorkspaceView::takesAChangeByOthersWhereNothingWasTyped()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    put(u"order.sw.yaml"_s, kDefinition + "# theirs\r\n");
    QTRY_VERIFY(pane->editor()->text().endsWith("# theirs\n"_L1));
    QVERIFY(!pane->isEdited());
}

void TestWorkspaceView::asksBeforeItReplacesWhatOthersWrote()
{
    const QString path = put(u"order.sw.yaml"_s, kDefinition);
    EditorPane *pane = opened(path);
    QVERIFY(pane);
    pane->editor()->insertPlainText(u"# mine\n"_s);
    put(u"order.sw.yaml"_s, "id: theirs\n");
    QTRY_VERIFY(bannerOf(pane).contains("Another program"_L1));
    QVERIFY(pane->editor()->text().startsWith("# mine\n"_L1));
    pane->save();
    QTRY_VERIFY(bannerOf(pane).contains("not saved"_L1));
    QCOMPARE(get(u"order.sw.yaml"_s), QByteArray("id: theirs\n"));
    QVERIFY(press(pane, u"Save all the same"_s));
    QTRY_COMPARE(get(u"order.sw.yaml"_s), QByteArray("# mine\r\n") + kDefinition);
    QTRY_VERIFY(!pane->isEdited());
}

void TestWorkspaceView::asksBeforeAnEditedTextGoes()
{
    EditorPane *pane = opened(put(u"order.sw.yaml"_s, kDefinition));
    QVERIFY(pane);
    pane->editor()->insertPlainText(u"# mine\n"_s);
    m_view->closeCurrent();
    QCOMPARE(m_view->panes().size(), 1);
    QTRY_VERIFY(m_view->findChild<QDialog *>());
    QVERIFY(press(m_view->findChild<QDialog *>(), u"Close without saving"_s));
    QTRY_COMPARE(m_view->panes().size(), 0);
    QCOMPARE(get(u"order.sw.yaml"_s), kDefinition);
    start();
    m_view->restoreState({});
    QTest::qWait(100);
    QCOMPARE(m_view->panes().size(), 0);
}

void TestWorkspaceView::saysWhyAFileCannotBeEdited()
{
    EditorPane *pane = m_view->open(put(u"logo.yaml"_s, QByteArray("\x89PNG\0\1", 6)));
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"cannot be edited"_s));
    QVERIFY(!pane->isEdited());
}

void TestWorkspaceView::rememberWhatWasOpen()
{
    const QString path = put(u"order.sw.yaml"_s, kDefinition);
    const QString other = put(u"b.sw.yaml"_s, kDefinition);
    m_view->openFolder(m_folder->path());
    opened(path);
    opened(other);
    m_view->open(path);
    const QJsonObject state = m_view->saveState();
    start();
    m_view->restoreState(state);
    QCOMPARE(m_view->panes().size(), 2);
    QCOMPARE(m_view->current()->path(), path);
    QCOMPARE(m_view->findChild<WorkspaceTree *>()->folder(), m_folder->path());
}

QTEST_MAIN(TestWorkspaceView)
#include "tst_workspaceview.moc"
