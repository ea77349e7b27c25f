// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/instancefilterline.h"

#include "models/filter/filterline.h"
#include "ui/pages/instances/instancespage.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString time(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

QStringList times(const QDateTime &from, const QDateTime &before)
{
    if (from.isValid() && before.isValid())
        return {time(from) % u".."_s % time(before.addMSecs(-1))};
    if (from.isValid())
        return {u">="_s % time(from)};
    return before.isValid() ? QStringList{u"<"_s % time(before)} : QStringList();
}

QStringList one(const QString &value)
{
    return value.isEmpty() ? QStringList() : QStringList{value};
}

} // namespace

InstanceFilter InstanceFilterLine::filter() const
{
    InstanceFilter filter;
    if (state != InstanceState::Unknown)
        filter.setStates({state});
    filter.set(InstanceField::Workflow, one(workflowId));
    filter.set(InstanceField::ErrorNode, one(errorNode));
    filter.set(InstanceField::Error, one(errorPart));
    filter.set(InstanceField::Started, times(startedFrom, startedBefore));
    filter.set(InstanceField::Ended, times(endedFrom, endedBefore));
    return filter;
}

Location InstanceFilterLine::location() const
{
    return InstancesPage::filtered(filter());
}

} // namespace podium
