// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsontreemodel.h"
#include "models/items/redactionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_RedactionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesWithAllBelow();
    void holdersAreHalfChosen();
    void whatIsWithinCannotBeLeftOutAlone();
    void tells();

private:
    QModelIndex at(const QString &pointer) { return m_model->mapFromSource(m_tree->indexFor(pointer)); }
    int stateOf(const QString &pointer) { return at(pointer).data(Qt::CheckStateRole).toInt(); }

    std::unique_ptr<JsonTreeModel> m_tree;
    std::unique_ptr<RedactionModel> m_model;
};

void tst_RedactionModel::init()
{
    m_model.reset();
    m_tree = std::make_unique<JsonTreeModel>();
    m_tree->setJson(std::make_shared<const Json>(Json::parse(R"({"a":{"b":1,"c":{"d":2}},"ab":3})")));
    m_model = std::make_unique<RedactionModel>(m_tree.get());
}

void tst_RedactionModel::choosesWithAllBelow()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    QVERIFY(m_model->setData(at(u"/a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosen(), QStringList{u"/a"_s});
    QCOMPARE(stateOf(u"/a/c/d"_s), int(Qt::Checked));
    QCOMPARE(stateOf(u"/ab"_s), int(Qt::Unchecked));
    QVERIFY(!(m_model->flags(at(u"/a"_s).siblingAtColumn(1)) & Qt::ItemIsUserCheckable));
}

void tst_RedactionModel::holdersAreHalfChosen()
{
    m_model->setChosen({u"/a/c/d"_s});
    QCOMPARE(stateOf(u"/a"_s), int(Qt::PartiallyChecked));
    QCOMPARE(stateOf(u"/a/c"_s), int(Qt::PartiallyChecked));
    QCOMPARE(stateOf(u"/a/b"_s), int(Qt::Unchecked));
    m_model->setChosen({u"/a/c/d"_s, u"/a"_s}); // one holds the other
    QCOMPARE(m_model->chosen(), QStringList{u"/a"_s});
    QVERIFY(m_model->setData(at(u"/a"_s), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(m_model->chosen().isEmpty());
    QCOMPARE(stateOf(u"/a"_s), int(Qt::Unchecked));
}

void tst_RedactionModel::whatIsWithinCannotBeLeftOutAlone()
{
    m_model->setChosen({u"/a"_s});
    QVERIFY(!m_model->setData(at(u"/a/b"_s), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosen(), QStringList{u"/a"_s});
}

void tst_RedactionModel::tells()
{
    (void)at(u"/a/c/d"_s);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy chosen(m_model.get(), &RedactionModel::chosenChanged);
    m_model->setChosen({u"/ab"_s});
    QCOMPARE(changed.count(), 3); // each level that is open
    QCOMPARE(chosen.count(), 1);
}

QTEST_APPLESS_MAIN(tst_RedactionModel)
#include "tst_redactionmodel.moc"
