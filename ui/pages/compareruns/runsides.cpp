// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/runsides.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
const QLatin1StringView kBetween("..");
}

Location RunSides::location() const
{
    return {u"runs"_s, a + kBetween + b, {}};
}

RunSides RunSides::of(const Location &location)
{
    const qsizetype between = location.id.indexOf(kBetween);
    if (between < 0)
        return {location.id.trimmed(), {}};
    return {location.id.left(between).trimmed(), location.id.mid(between + kBetween.size()).trimmed()};
}

RunSides sidesOf(const WorkflowInstance &one, const WorkflowInstance &other)
{
    if (!whyNotCompared(one, other).isEmpty())
        return {};
    return other.start < one.start ? RunSides{other.id, one.id} : RunSides{one.id, other.id};
}

QString whyNotCompared(const WorkflowInstance &one, const WorkflowInstance &other)
{
    if (one.id == other.id)
        return QCoreApplication::translate("podium::RunSides", "It is one run.");
    if (one.workflowId != other.workflowId)
        return QCoreApplication::translate("podium::RunSides", "They are runs of different workflows.");
    return {};
}

} // namespace podium
