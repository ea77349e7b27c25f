// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/pages/compare/comparebar.h"
#include "ui/pages/compare/comparepage.h"
#include "ui/pages/compare/compareview.h"
#include "ui/pages/compare/textdiffview.h"
#include "ui/pages/compare/versionpicker.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QTabWidget>
#include <QTemporaryDir>

namespace podium {

inline const QByteArray kOld = R"(id: order
version: "1.0"
functions: [{name: f, operation: rest:get:/f}]
start: Check
states:
  - {name: Check, type: switch, dataConditions: [{condition: .n > 3, transition: Pack}],
     defaultCondition: {transition: Old}}
  - {name: Pack, type: operation, actions: [{name: one, functionRef: f}], end: true}
  - {name: Old, type: sleep, duration: PT1S, end: true}
)";
inline const QByteArray kNew = R"(id: order
version: "1.1"
functions: [{name: f, operation: rest:get:/f}]
start: Check
states:
  - {name: Check, type: switch, dataConditions: [{condition: .n > 5, transition: Pack}],
     defaultCondition: {transition: Fresh}}
  - {name: Pack, type: operation, actions: [{name: one, functionRef: f}], end: true}
  - {name: Fresh, type: sleep, duration: PT1S, end: true}
)";

/// What the tests of a comparison share: two versions of a workflow, and the page over them.
class CompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<PageTest>();
        m_test->fake.catalog.workflows = {version(QStringLiteral("1.0"), kOld), version(QStringLiteral("1.1"), kNew)};
    }
    void cleanup() { m_test.reset(); }

protected:
    static FakeWorkflow version(const QString &number, const QByteArray &text)
    {
        FakeWorkflow workflow;
        workflow.definition.id = QStringLiteral("order");
        workflow.definition.name = QStringLiteral("Orders");
        workflow.definition.version = number;
        workflow.source = {QStringLiteral("order.sw.yaml"), text};
        return workflow;
    }

    std::unique_ptr<ComparePage> open(const QString &sides = QStringLiteral("1.0..1.1"))
    {
        return m_test->open<ComparePage>({QStringLiteral("compare"), QStringLiteral("order"), sides});
    }
    std::unique_ptr<ComparePage> opened(const QString &sides = QStringLiteral("1.0..1.1"))
    {
        auto page = open(sides);
        waitForGraph(page.get());
        return page;
    }
    static void waitForGraph(const ComparePage *page)
    {
        QTRY_VERIFY(page->view()->findChild<GraphCanvas *>()->picture() && page->view()->text()->diff()->difference() &&
                    page->view()->differences()->changeCount() > 0);
    }
    static StateView *states(const ComparePage *page) { return page->findChild<StateView *>(); }
    static QString label(const ComparePage *page, const QString &accessibleName)
    {
        for (const QLabel *each : page->bar()->findChildren<QLabel *>()) {
            if (each->accessibleName() == accessibleName)
                return each->text();
        }
        return {};
    }
    static QStringList rows(const ComparePage *page)
    {
        const auto *model = page->view()->differences();
        QStringList list;
        for (int row = 0; row < model->rowCount(); ++row)
            list << model->index(row).data(Qt::AccessibleTextRole).toString();
        return list;
    }
    static VersionPicker *picker(const ComparePage *page, bool older)
    {
        return page->bar()->findChildren<VersionPicker *>().at(older ? 0 : 1);
    }
    static QCheckBox *changesOnly(const ComparePage *page, int tab)
    {
        return page->view()->tabs()->widget(tab)->findChild<QCheckBox *>();
    }
    static void pick(VersionPicker *picker, const QString &text)
    {
        const int index = picker->findText(text);
        QVERIFY(index >= 0);
        picker->setCurrentIndex(index);
        Q_EMIT picker->activated(index);
    }
    QString write(const QByteArray &text, const QString &name = QStringLiteral("draft.sw.yaml"))
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    std::unique_ptr<PageTest> m_test;
    QTemporaryDir m_folder;
};

} // namespace podium
