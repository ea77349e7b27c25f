// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/familymodel.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The family of a run: root > parent > run > children.
class tst_FamilyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsNothingUntilLookedAt();
    void fromTheRootToTheChildren();
    void childrenComeAPageAtATime();
    void childrenThatCannotBeRead();
    void ancestorThatIsGone();
    void ownAncestor();
    void everyBranchOpened();
    void liveChildrenAndStates();
    void starters();

private:
    /// Not in tests of what is read when: a tester opens all branches.
    void test()
    {
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    WorkflowInstance run(const QString &id, const QString &parent = {}, InstanceState state = InstanceState::Completed);
    void show(const QString &id, bool open = true);
    /// "root(parent(run(a,b)))": workflow names, as far as they are read.
    QString tree(const QModelIndex &parent = {}) const;

    std::unique_ptr<FakeConsole> m_console;
    std::unique_ptr<FamilyModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    int m_count = 0;
};

void tst_FamilyModel::init()
{
    m_console = std::make_unique<FakeConsole>();
    m_console->instances.setGenerated(0);
    m_model = std::make_unique<FamilyModel>(m_console->instances, m_console->clock);
    m_count = 0;
}

void tst_FamilyModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_console.reset();
}

WorkflowInstance tst_FamilyModel::run(const QString &id, const QString &parent, InstanceState state)
{
    WorkflowInstance run;
    run.id = run.workflowId = run.workflowName = id;
    run.parentId = parent;
    run.state = state;
    run.start = m_console->clock.now().addSecs(++m_count);
    m_console->instances.put(run);
    return run;
}

void tst_FamilyModel::show(const QString &id, bool open)
{
    m_model->setInstance(m_console->instances.current(id));
    if (open)
        m_model->open();
    QTRY_VERIFY(!m_model->isReading());
}

QString tst_FamilyModel::tree(const QModelIndex &parent) const
{
    QStringList parts;
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const QString below = tree(index);
        parts << index.data().toString() + (below.isEmpty() ? QString() : u'(' + below + u')');
    }
    return parts.join(u',');
}

void tst_FamilyModel::readsNothingUntilLookedAt()
{
    run(u"root"_s);
    run(u"me"_s, u"root"_s);
    show(u"me"_s, false);
    QCOMPARE(m_console->instances.queries.size(), 0);
    QCOMPARE(tree(), u"me (this run)"_s);
    QVERIFY(!m_model->hasFamily());
}

void tst_FamilyModel::fromTheRootToTheChildren()
{
    run(u"root"_s);
    run(u"parent"_s, u"root"_s);
    run(u"me"_s, u"parent"_s);
    run(u"a"_s, u"me"_s);
    run(u"b"_s, u"me"_s, InstanceState::Active);
    run(u"sibling"_s, u"parent"_s);
    show(u"me"_s);
    QTRY_COMPARE(tree(), u"root(parent(me (this run)(a,b)))"_s);
    QVERIFY(m_model->hasFamily());
    QCOMPARE(m_model->children().size(), 2);
    QCOMPARE(m_model->movingIds(), QStringList{u"b"_s});
    // A branch is read when it is opened.
    const QModelIndex parent = m_model->thisIndex().parent();
    QVERIFY(m_model->canFetchMore(parent));
    m_model->fetchMore(parent);
    QTRY_COMPARE(tree(), u"root(parent(me (this run)(a,b),sibling))"_s);
    QVERIFY(!m_model->canFetchMore(parent));
    QCOMPARE(m_model->idAt(m_model->thisIndex()), u"me"_s);
}

void tst_FamilyModel::childrenComeAPageAtATime()
{
    run(u"me"_s);
    for (int i = 0; i < FamilyModel::kPage + 3; ++i)
        run(u"c%1"_s.arg(i), u"me"_s);
    for (const bool counts : {true, false}) {
        m_console->instances.canCount = counts;
        m_model->setInstance(run(u"other"_s)); // forgets
        show(u"me"_s);
        const QModelIndex own = m_model->thisIndex();
        QTRY_COMPARE(m_model->rowCount(own), FamilyModel::kPage + 1);
        QVERIFY(m_model->hasMoreChildren());
        const QModelIndex more = m_model->index(FamilyModel::kPage, 0, own);
        QCOMPARE(more.data(FamilyModel::KindRole).toInt(), int(FamilyModel::Kind::More));
        QCOMPARE(m_model->idAt(more), QString());
        m_model->follow(more);
        QTRY_COMPARE(m_model->rowCount(own), FamilyModel::kPage + 3);
        QVERIFY(!m_model->hasMoreChildren());
    }
}

void tst_FamilyModel::childrenThatCannotBeRead()
{
    test();
    run(u"me"_s);
    run(u"a"_s, u"me"_s);
    m_console->instances.pages.error = fakeError();
    show(u"me"_s);
    const QModelIndex own = m_model->thisIndex();
    QTRY_COMPARE(m_model->rowCount(own), 1);
    const QModelIndex problem = m_model->index(0, 0, own);
    QVERIFY(problem.data().toString().contains(u"could not be read"_s));
    m_console->instances.pages.error.reset();
    m_model->follow(problem);
    QTRY_COMPARE(tree(), u"me (this run)(a)"_s);
}

void tst_FamilyModel::ancestorThatIsGone()
{
    test();
    run(u"me"_s, u"gone"_s);
    show(u"me"_s);
    QTRY_COMPARE(tree(), u"Not known to the server(me (this run))"_s);
    QVERIFY(m_model->hasFamily());
}

void tst_FamilyModel::ownAncestor()
{
    run(u"a"_s, u"b"_s);
    run(u"b"_s, u"a"_s);
    show(u"a"_s);
    QTRY_COMPARE(tree(), u"b(a (this run)(b (shown above)))"_s);
    const QModelIndex again = m_model->index(0, 0, m_model->thisIndex());
    QVERIFY(!m_model->hasChildren(again)); // it leads no further
}

void tst_FamilyModel::everyBranchOpened()
{
    test();
    run(u"root"_s);
    run(u"me"_s, u"root"_s);
    run(u"a"_s, u"me"_s);
    run(u"deep"_s, u"a"_s);
    run(u"sibling"_s, u"root"_s);
    run(u"root"_s, u"deep"_s); // a circle
    show(u"me"_s);
    QTRY_VERIFY(tree().contains(u"(shown above)"_s));
    QTRY_VERIFY(tree().contains(u"sibling"_s));
}

void tst_FamilyModel::liveChildrenAndStates()
{
    test();
    run(u"me"_s);
    WorkflowInstance a = run(u"a"_s, u"me"_s, InstanceState::Active);
    show(u"me"_s);
    QTRY_COMPARE(tree(), u"me (this run)(a)"_s);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    a.state = InstanceState::Error;
    m_model->applyLive({a, run(u"b"_s, u"me"_s), run(u"stranger"_s, u"else"_s)});
    QCOMPARE(tree(), u"me (this run)(a,b)"_s);
    QCOMPARE(m_model->index(0, FamilyModel::StateColumn, m_model->thisIndex()).data().toString(), u"Failed"_s);
    QCOMPARE(resets.size(), 0);
    run(u"c"_s, u"me"_s);
    m_model->refresh();
    QTRY_COMPARE(tree(), u"me (this run)(a,b,c)"_s);
}

void tst_FamilyModel::starters()
{
    test();
    run(u"me"_s);
    run(u"a"_s, u"me"_s);
    show(u"me"_s);
    QTRY_COMPARE(m_model->children().size(), 1);
    m_model->setStarters({{u"a"_s, u"Ask <i>"_s}});
    QCOMPARE(m_model->index(0, FamilyModel::StarterColumn, m_model->thisIndex()).data().toString(), u"Ask <i>"_s);
}

QTEST_GUILESS_MAIN(tst_FamilyModel)
#include "tst_familymodel.moc"
