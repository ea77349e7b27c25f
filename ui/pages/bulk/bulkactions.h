// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/bulkreport.h"
#include "ui/pages/instances/instanceselection.h"
#include "ui/pages/page.h"

#include <QObject>

#include <array>
#include <functional>

class QAction;
class QMenu;

namespace podium {

/// What can be done to many instances, from wherever they are chosen: dry run, question, start, and the report in
/// front.
class BulkActions : public QObject
{
    Q_OBJECT
public:
    /// `selection` is asked each time; where there is one, the actions are also those of `owner`, so that the palette
    /// offers them.
    BulkActions(const PageContext &context, QWidget *owner, std::function<InstanceSelection()> selection);

    QAction *action(BulkVerb verb) const { return m_actions[static_cast<std::size_t>(verb)]; }
    void fillMenu(QMenu *menu) const;
    /// The selection is another one: what applies to none of it is disabled, with the reason.
    void takeSelection();
    int count() const { return m_count; } ///< of the selection; 0 for none, -1 where the server does not count

    /// From the dry run on; `about` says in the user's words what was chosen.
    void ask(BulkVerb verb, const InstanceSelection &selection, const QString &about);

private:
    void confirmed(BulkVerb verb, const QList<WorkflowInstance> &rows, const QString &about);

    PageContext m_context;
    QWidget *m_owner;
    std::function<InstanceSelection()> m_selection;
    std::array<QAction *, kBulkVerbs.size()> m_actions{};
    int m_count = 0;
};

/// What was chosen, in words.
QString aboutText(const InstanceSelection &selection);

} // namespace podium
