// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkactions.h"

#include "models/filter/filterline.h"
#include "models/items/bulklistmodel.h"
#include "models/services/bulkruns.h"
#include "ui/pages/bulk/bulkdialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString iconNameOf(BulkVerb verb)
{
    switch (verb) {
    case BulkVerb::Retry:
        return u"retry"_s;
    case BulkVerb::Skip:
        return u"skip"_s;
    case BulkVerb::Abort:
        return u"abort"_s;
    case BulkVerb::Rerun:
    case BulkVerb::Start: // by a file, not by a selection
        break;
    }
    return u"run"_s;
}

QString menuText(BulkVerb verb)
{
    switch (verb) {
    case BulkVerb::Retry:
        return BulkActions::tr("Retry the selected…");
    case BulkVerb::Skip:
        return BulkActions::tr("Skip the failed node of the selected…");
    case BulkVerb::Abort:
        return BulkActions::tr("Abort the selected…");
    case BulkVerb::Rerun:
    case BulkVerb::Start: // by a file, not by a selection
        break;
    }
    return BulkActions::tr("Rerun the selected…");
}

/// Why none of the selection can take it; "" when one may.
QString whyNone(BulkVerb verb, const InstanceSelection &selection)
{
    if (selection.everything)
        return {};
    if (selection.rows.isEmpty())
        return BulkActions::tr("Select instances first.");
    const bool any = std::any_of(selection.rows.cbegin(), selection.rows.cend(),
                                 [verb](const WorkflowInstance &row) { return whyNot(verb, row.state).isEmpty(); });
    if (any)
        return {};
    return verb == BulkVerb::Abort ? BulkActions::tr("All of the selected instances are over.")
                                   : BulkActions::tr("None of the selected instances has failed.");
}

} // namespace

QString aboutText(const InstanceSelection &selection)
{
    if (!selection.everything)
        return BulkActions::tr("%n selected instance(s)", nullptr, static_cast<int>(selection.rows.size()));
    const QString filter = toLine(selection.query.filter);
    return filter.isEmpty() ? BulkActions::tr("All instances") : BulkActions::tr("All with %1").arg(filter);
}

BulkActions::BulkActions(const PageContext &context, QWidget *owner, std::function<InstanceSelection()> selection)
    : QObject(owner)
    , m_context(context)
    , m_owner(owner)
    , m_selection(std::move(selection))
{
    for (const BulkVerb verb : kBulkVerbs) {
        auto *action = new QAction(themedIcon(iconNameOf(verb)), menuText(verb), owner);
        action->setObjectName(u"bulk."_s + wordOf(verb));
        connect(action, &QAction::triggered, this, [this, verb] {
            const InstanceSelection chosen = m_selection();
            ask(verb, chosen, aboutText(chosen));
        });
        m_actions[static_cast<std::size_t>(verb)] = action;
        if (m_selection)
            owner->addAction(action);
    }
    takeSelection();
}

void BulkActions::fillMenu(QMenu *menu) const
{
    menu->setToolTipsVisible(true);
    for (const BulkVerb verb : kBulkVerbs)
        menu->addAction(action(verb));
}

void BulkActions::takeSelection()
{
    const InstanceSelection selection = m_selection ? m_selection() : InstanceSelection();
    m_count = static_cast<int>(selection.everything ? selection.total.value_or(-1) : selection.rows.size());
    for (const BulkVerb verb : kBulkVerbs) {
        const QString why = whyNone(verb, selection);
        action(verb)->setEnabled(why.isEmpty());
        action(verb)->setToolTip(why.isEmpty() ? action(verb)->text() : why);
    }
}

void BulkActions::ask(BulkVerb verb, const InstanceSelection &selection, const QString &about)
{
    auto *dialog = new BulkDialog(m_context.console.instances, verb, selection, m_owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, verb, about] { confirmed(verb, dialog->applicable(), about); });
    dialog->open();
}

void BulkActions::confirmed(BulkVerb verb, const QList<WorkflowInstance> &rows, const QString &about)
{
    const auto go = [this, verb, rows, about] {
        const QString id = m_context.console.bulks.start(verb, rows, about);
        m_context.navigator.open(Location{u"bulk"_s, id, {}});
    };
    const Environment &environment = m_context.console.environment;
    if (!environment.production)
        return go();
    Confirmation ask;
    ask.title = tr("%1?").arg(bulkTitle(verb, static_cast<int>(rows.size())));
    ask.text = tr("This is production: %1.").arg(environment.name);
    ask.actionText = bulkTitle(verb, static_cast<int>(rows.size()));
    ask.tone = verb == BulkVerb::Abort ? Tone::Danger : Tone::Warning;
    ask.typeToConfirm = environment.name;
    if (verb == BulkVerb::Abort)
        ask.declineText = tr("Keep them");
    confirm(m_owner, ask, go);
}

} // namespace podium
