// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/comparemenu.h"

#include "models/items/itemtexts.h"
#include "models/services/workflowcatalog.h"
#include "ui/pages/compare/comparesides.h"
#include "ui/pages/compare/definitionfile.h"
#include "ui/widgets/icons.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostListed = 30;
}

CompareMenu::CompareMenu(const PageContext &context, QWidget *parent)
    : QMenu(tr("&Compare with…"), parent)
    , m_console(context.console)
    , m_navigator(context.navigator)
{
    setAccessibleName(tr("Compare with…"));
    setIcon(themedIcon(u"compare"_s));
    connect(this, &QMenu::aboutToShow, this, &CompareMenu::ask);
    fill({}, {});
}

void CompareMenu::setSubject(const QString &workflowId, const QString &version)
{
    m_id = workflowId;
    m_version = version;
}

void CompareMenu::ask()
{
    fill({}, tr("Reading the versions…"));
    m_reading = deliver(m_console.catalog.list(), this, [this](const Result<QList<WorkflowDefinition>> &list) {
        if (!list)
            return fill({}, tr("The versions could not be read"));
        QStringList others = versionsOf(m_id, *list);
        others.removeAll(m_version);
        fill(others, others.isEmpty() ? tr("There is no other version") : QString());
    });
}

void CompareMenu::fill(const QStringList &others, const QString &hint)
{
    clear();
    if (!hint.isEmpty())
        addAction(hint)->setEnabled(false);
    for (const QString &other : others.mid(0, kMostListed)) {
        QString text = tr("Version %1").arg(singleLine(other, 60));
        connect(addAction(text.replace(u'&', "&&"_L1)), &QAction::triggered, this, [this, other] {
            m_navigator.open(inOrder({m_version, {}}, {other, {}}).location(m_id));
        });
    }
    addSeparator();
    connect(addAction(themedIcon(u"document"_s), tr("A &file…")), &QAction::triggered, this, &CompareMenu::askForFile);
}

// The dialog belongs to what the menu is on: a context menu is gone before the answer.
void CompareMenu::askForFile()
{
    chooseDefinitionFile(parentWidget(),
                         [&navigator = m_navigator, id = m_id, version = m_version](const QString &path) {
                             navigator.open(CompareSides{{version, {}}, {{}, path}}.location(id));
                         });
}

QStringList versionsOf(const QString &workflowId, const QList<WorkflowDefinition> &definitions)
{
    QStringList versions;
    for (const WorkflowDefinition &definition : definitions) {
        if (definition.id == workflowId && !versions.contains(definition.version))
            versions << definition.version;
    }
    std::sort(versions.begin(), versions.end(),
              [](const QString &a, const QString &b) { return isOlderVersion(b, a); });
    return versions;
}

} // namespace podium
