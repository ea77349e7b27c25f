// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"

namespace podium {

QString Action::displayName() const
{
    if (!name.isEmpty())
        return name;
    if (!target.isEmpty())
        return target.name;
    return triggerEvent.isEmpty() ? resultEvent.name : triggerEvent.name;
}

qsizetype WorkflowDocument::startIndex() const
{
    if (start && !start->state.isEmpty()) {
        for (qsizetype i = 0; i < states.size(); ++i) {
            if (states.at(i).name == start->state.name)
                return i;
        }
        return -1;
    }
    return states.isEmpty() ? -1 : 0;
}

const Function *WorkflowDocument::function(const QString &functionName) const
{
    for (const Function &item : functions.items) {
        if (item.name == functionName)
            return &item;
    }
    return nullptr;
}

const Event *WorkflowDocument::event(const QString &eventName) const
{
    for (const Event &item : events.items) {
        if (item.name == eventName)
            return &item;
    }
    return nullptr;
}

} // namespace podium
