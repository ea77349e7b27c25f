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

namespace {

template <typename T>
const T *named(const QList<T> &items, const QString &name)
{
    for (const T &item : items) {
        if (item.name == name)
            return &item;
    }
    return nullptr;
}

} // namespace

const Function *WorkflowDocument::function(const QString &functionName) const
{
    return named(functions.items, functionName);
}

const Event *WorkflowDocument::event(const QString &eventName) const
{
    return named(events.items, eventName);
}

const Retry *WorkflowDocument::retry(const QString &retryName) const
{
    return named(retries.items, retryName);
}

const ErrorDefinition *WorkflowDocument::error(const QString &errorName) const
{
    return named(errors.items, errorName);
}

} // namespace podium
