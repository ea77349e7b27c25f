// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/listview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_ListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesTextCsvAndJson();
    void enterAndDoubleClickActivate();
    void remembersColumns();
    void brokenStatesAreIgnored();
    void atLeastOneColumnStays();
    void rowMenuTakesPageActions();
    void densityChangesRowHeight();
    void keepsAMillionRowsCheap();

private:
    std::unique_ptr<QStandardItemModel> m_model;
};

void tst_ListView::init()
{
    m_model = std::make_unique<QStandardItemModel>(3, 3);
    const QStringList names{u"Name"_s, u"Note"_s, u"State"_s};
    for (int column = 0; column < 3; ++column) {
        m_model->setHeaderData(column, Qt::Horizontal, names.at(column));
        m_model->setHeaderData(column, Qt::Horizontal, names.at(column).toLower(), ColumnKeyRole);
        for (int row = 0; row < 3; ++row)
            m_model->setItem(row, column, new QStandardItem(u"r%1c%2"_s.arg(row).arg(column)));
    }
    m_model->item(1, 1)->setText(u"a \"quoted\", text\nin two lines"_s);
    m_model->item(1, 2)->setData(42, ExportRole);
}

void tst_ListView::copiesTextCsvAndJson()
{
    ListView view;
    view.setModel(m_model.get());
    view.show();
    QCOMPARE(view.selectionAs(RowFormat::AsCsv), QString());
    view.selectRow(1);
    QCOMPARE(view.selectionAs(RowFormat::AsCsv),
             u"Name,Note,State\r\nr1c0,\"a \"\"quoted\"\", text\nin two lines\",42\r\n"_s);
    const QJsonArray json = QJsonDocument::fromJson(view.selectionAs(RowFormat::AsJson).toUtf8()).array();
    QCOMPARE(json.size(), 1);
    QCOMPARE(json.at(0).toObject().value("name"_L1).toString(), u"r1c0"_s);
    QCOMPARE(json.at(0).toObject().value("state"_L1).toInt(), 42);
    view.setColumnHidden(1, true);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Name\tState\nr1c0\t42\n"_s);
}

void tst_ListView::enterAndDoubleClickActivate()
{
    ListView view;
    view.setModel(m_model.get());
    view.show();
    QSignalSpy activated(&view, &ListView::rowActivated);
    view.setCurrentIndex(m_model->index(2, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).toModelIndex().row(), 2);
    const QPoint place = view.visualRect(m_model->index(0, 0)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(1).at(0).toModelIndex().row(), 0);
}

void tst_ListView::remembersColumns()
{
    ListView view;
    view.setModel(m_model.get());
    view.resize(900, 300);
    view.setColumn(1, 150);
    view.setColumn(2, 90);
    view.horizontalHeader()->moveSection(2, 1);
    view.setColumnWidth(1, 222);
    view.setColumnHidden(2, true);
    const QJsonObject state = view.saveState();

    ListView other;
    other.setModel(m_model.get());
    other.resize(900, 300);
    other.restoreState(state);
    QCOMPARE(other.horizontalHeader()->visualIndex(2), 1);
    QCOMPARE(other.columnWidth(1), 222);
    QVERIFY(other.isColumnHidden(2));
    other.resetColumns();
    QCOMPARE(other.horizontalHeader()->visualIndex(2), 2);
}

void tst_ListView::brokenStatesAreIgnored()
{
    ListView view;
    view.setModel(m_model.get());
    view.resize(900, 300);
    for (const char *text :
         {R"({"columns": 3})", R"({"columns": [1, null, {"key": "gone"}]})",
          R"({"columns": [{"key": "name", "width": -5}, {"key": "name", "width": 1e9}]})", R"({"sort": 12})"})
        view.restoreState(QJsonDocument::fromJson(text).object());
    for (int column = 0; column < 3; ++column)
        QVERIFY(view.isColumnHidden(column) || view.columnWidth(column) >= 24);
    // A state that hides everything would leave nothing to click on.
    view.restoreState(QJsonDocument::fromJson(R"({"columns": [{"key": "name", "shown": false},
        {"key": "note", "shown": false}, {"key": "state", "shown": false}]})")
                          .object());
    QVERIFY(view.horizontalHeader()->hiddenSectionCount() < 3);
}

void tst_ListView::atLeastOneColumnStays()
{
    ListView view;
    view.setModel(m_model.get());
    view.show();
    view.setColumnHidden(1, true);
    view.setColumnHidden(2, true);
    Q_EMIT view.horizontalHeader()->customContextMenuRequested(QPoint(5, 5));
    auto *menu = view.findChild<QMenu *>();
    QVERIFY(menu);
    QVERIFY(!menu->actions().at(0)->isEnabled());
    menu->actions().at(2)->trigger();
    QVERIFY(!view.isColumnHidden(2));
    menu->close();
}

void tst_ListView::rowMenuTakesPageActions()
{
    ListView view;
    view.setModel(m_model.get());
    view.show();
    QModelIndex asked;
    connect(&view, &ListView::rowMenuRequested, &view, [&](QMenu *menu, const QModelIndex &index) {
        asked = index;
        menu->addAction(u"Abort"_s);
    });
    view.setCurrentIndex(m_model->index(1, 0));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint(), Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &event);
    QCOMPARE(asked.row(), 1);
    auto *menu = view.findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().constFirst()->text(), u"Abort"_s);
    QVERIFY(menu->actions().size() >= 5);
    menu->close();
}

void tst_ListView::densityChangesRowHeight()
{
    DisplaySettings display;
    ListView view;
    view.setModel(m_model.get());
    view.follow(display);
    const int comfortable = view.rowHeight(0);
    display.setDensity(Density::Compact);
    QVERIFY(view.rowHeight(0) < comfortable);
    QVERIFY(view.rowHeight(0) > view.fontMetrics().height());
}

namespace {

class BigModel : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1'000'000; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 7; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        asked.insert(index.row());
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }
    mutable QSet<int> asked;
};

} // namespace

void tst_ListView::keepsAMillionRowsCheap()
{
    BigModel model;
    ListView view;
    view.setModel(&model);
    view.resize(900, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    (void)view.grab();
    view.scrollToBottom();
    (void)view.grab();
    QVERIFY(model.asked.contains(999'999));
    QVERIFY2(model.asked.size() < 200, qPrintable(QString::number(model.asked.size())));
}

QTEST_MAIN(tst_ListView)
#include "tst_listview.moc"
