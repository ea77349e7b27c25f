// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palettesource.h"

#include "models/services/workflowcatalog.h"
#include "ui/pages/parts/savedviewactions.h"
#include "ui/shell/actions.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/worklist.h"

#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFreshSeconds = 60;

QSet<QString> idsWithVersions(const QList<WorkflowDefinition> &workflows)
{
    QSet<QString> once;
    QSet<QString> more;
    for (const WorkflowDefinition &each : workflows)
        (once.contains(each.id) ? more : once).insert(each.id);
    return more;
}
} // namespace

PaletteSource::PaletteSource(const Actions &actions, const std::vector<PageEntry> &pages, WorkList &work,
                             Navigator &window)
    : m_actions(actions)
    , m_pages(pages)
    , m_work(work)
    , m_window(window)
{
}

void PaletteSource::setView(EnvironmentView *view)
{
    if (m_view == view)
        return;
    m_pending.cancel();
    m_work.end(std::exchange(m_workId, 0));
    m_view = view;
    m_workflows.clear();
    m_askedAt = {};
}

QList<PaletteItem> PaletteSource::items()
{
    QList<PaletteItem> items;
    const bool signedIn = m_view && m_view->tabs();
    for (const PageEntry &page : m_pages) {
        if (!signedIn || !page.railName)
            continue;
        const Location location{page.kind, {}, {}};
        items << PaletteItem{u"page:"_s % page.kind,
                             page.railName(),
                             tr("Page"),
                             {},
                             page.iconName,
                             [this, location] { m_window.open(location); },
                             40};
    }
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || !Actions::inPalette(action))
            continue;
        items << PaletteItem{u"action:"_s % action->objectName(),
                             action->text(),
                             tr("Action"),
                             action->shortcut().toString(QKeySequence::NativeText),
                             Actions::iconName(action),
                             [action] { action->trigger(); },
                             20};
    }
    if (!signedIn)
        return items;
    addPageActions(items);
    const QList<SavedView> views = m_view->console().views.views();
    for (const SavedView &view : views) {
        const Location location = locationOf(view);
        items << PaletteItem{u"view:"_s % view.name,
                             view.name,
                             tr("View"),
                             {},
                             u"star"_s,
                             [this, location] { m_window.open(location); },
                             30};
    }
    askForWorkflows();
    QSet<QString> several = idsWithVersions(m_workflows);
    for (const WorkflowDefinition &workflow : std::as_const(m_workflows)) {
        const Location location{u"workflow"_s, workflow.id, workflow.version};
        const QString key = workflow.id % u'@' % workflow.version;
        items << PaletteItem{u"workflow:"_s % key,
                             workflow.displayName(),
                             tr("Workflow"),
                             workflow.version,
                             u"workflow"_s,
                             [this, location] { m_window.open(location); },
                             10};
        if (several.remove(workflow.id)) {
            const Location compare{u"compare"_s, workflow.id, {}};
            items << PaletteItem{u"compare:"_s % workflow.id,
                                 tr("Compare the versions of %1").arg(workflow.displayName()),
                                 tr("Workflow"),
                                 {},
                                 u"compare"_s,
                                 [this, compare] { m_window.open(compare); },
                                 0};
        }
        const Location run{u"run"_s, workflow.id, workflow.version};
        items << PaletteItem{u"run:"_s % key,
                             tr("Run %1").arg(workflow.displayName()),
                             tr("Workflow"),
                             workflow.version,
                             u"run"_s,
                             [this, run] { m_window.open(run); },
                             0};
        addSending(items, workflow);
    }
    return items;
}

/// Beside the plain run: many from a file, and events.
void PaletteSource::addSending(QList<PaletteItem> &items, const WorkflowDefinition &workflow) const
{
    const auto add = [&](const QString &kind, const QString &title, const QString &iconName) {
        const Location location{kind, workflow.id, workflow.version};
        items << PaletteItem{location.toText(),
                             title,
                             tr("Workflow"),
                             workflow.version,
                             iconName,
                             [this, location] { m_window.open(location); },
                             0};
    };
    add(u"batch"_s, tr("Run %1 many times from a file").arg(workflow.displayName()), u"run"_s);
    add(u"event"_s, tr("Send an event to %1").arg(workflow.displayName()), u"event"_s);
}

/// What can be done on the page in front.
void PaletteSource::addPageActions(QList<PaletteItem> &items) const
{
    const Page *page = m_view->tabs()->currentPage();
    const QList<QAction *> actions = page ? page->actions() : QList<QAction *>();
    for (QAction *action : actions) {
        if (!action->isEnabled() || action->text().isEmpty())
            continue;
        const QPointer<QAction> run = action;
        items << PaletteItem{u"page-action:"_s % action->text(),
                             action->text(),
                             page->title(),
                             action->shortcut().toString(QKeySequence::NativeText),
                             {},
                             [run] {
                                 if (run)
                                     run->trigger();
                             },
                             30};
    }
}

QList<PaletteItem> PaletteSource::itemsFor(const QString &text) const
{
    if (!m_view || !m_view->tabs())
        return {};
    if (text.startsWith("runs:"_L1)) {
        const Location location = Location::fromText(text);
        if (!location.isValid())
            return {};
        return {PaletteItem{text,
                            tr("Compare two runs %1").arg(text),
                            tr("Instance"),
                            {},
                            u"compare"_s,
                            [this, location] { m_window.open(location); },
                            0}};
    }
    QString id = text.startsWith("instance:"_L1) ? text.mid(9) : text;
    if (QUuid::fromString(id).isNull())
        return {};
    id.remove(u'{').remove(u'}');
    const Location location{u"instance"_s, id, {}};
    // The title holds what was typed, whatever its form, so that it matches.
    return {PaletteItem{u"instance:"_s % id,
                        tr("Open instance %1").arg(text),
                        tr("Instance"),
                        {},
                        u"instance"_s,
                        [this, location] { m_window.open(location); },
                        0}};
}

void PaletteSource::askForWorkflows()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_askedAt.isValid() && m_askedAt.secsTo(now) < kFreshSeconds)
        return;
    m_askedAt = now;
    m_workId = m_work.begin(tr("Reading the workflows"), [this] { m_pending.cancel(); });
    m_pending = deliver(m_view->console().catalog.list(), this, [this](const Result<QList<WorkflowDefinition>> &list) {
        m_work.end(std::exchange(m_workId, 0));
        // A palette without workflows still works: no message, the next opening asks again.
        if (!list) {
            m_askedAt = {};
            return;
        }
        m_workflows = *list;
        Q_EMIT changed();
    });
}

} // namespace podium
