// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filtertexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct FilterTexts
{
    Q_DECLARE_TR_FUNCTIONS(FilterTexts)
};

constexpr qsizetype kLongestText = 60;

/// "-5m" as "last 5 minutes"
QString lastText(const QString &value)
{
    static const QRegularExpression form(u"^>?-([0-9]{1,9})([smhdw])$"_s);
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(1).toInt();
    switch (match.captured(2).at(0).unicode()) {
    case u's':
        return FilterTexts::tr("last %n second(s)", nullptr, count);
    case u'm':
        return FilterTexts::tr("last %n minute(s)", nullptr, count);
    case u'h':
        return FilterTexts::tr("last %n hour(s)", nullptr, count);
    case u'd':
        return FilterTexts::tr("last %n day(s)", nullptr, count);
    default:
        return FilterTexts::tr("last %n week(s)", nullptr, count);
    }
}

QString valueOf(InstanceField field, const QString &value)
{
    if (kindOf(field) == FieldKind::Time)
        return timeText(value);
    if (kindOf(field) == FieldKind::State)
        return displayName(stateOfFilterWord(value));
    return value;
}

} // namespace

QString displayName(InstanceField field)
{
    switch (field) {
    case InstanceField::State:
        return FilterTexts::tr("State");
    case InstanceField::Workflow:
        return FilterTexts::tr("Workflow");
    case InstanceField::Version:
        return FilterTexts::tr("Version");
    case InstanceField::Started:
        return FilterTexts::tr("Started");
    case InstanceField::Ended:
        return FilterTexts::tr("Ended");
    case InstanceField::Updated:
        return FilterTexts::tr("Updated");
    case InstanceField::BusinessKey:
        return FilterTexts::tr("Business key");
    case InstanceField::User:
        return FilterTexts::tr("User");
    case InstanceField::Error:
        return FilterTexts::tr("Error message");
    case InstanceField::ErrorNode:
        return FilterTexts::tr("Failed node");
    case InstanceField::Node:
        return FilterTexts::tr("Node reached");
    case InstanceField::Variable:
        return FilterTexts::tr("Variable");
    case InstanceField::Id:
        return FilterTexts::tr("Id");
    case InstanceField::Parent:
        return FilterTexts::tr("Parent");
    case InstanceField::Root:
        return FilterTexts::tr("Root");
    }
    return {};
}

QString iconOf(InstanceField field)
{
    switch (field) {
    case InstanceField::State:
        return u"live"_s;
    case InstanceField::Workflow:
    case InstanceField::Version:
        return u"workflow"_s;
    case InstanceField::Started:
    case InstanceField::Ended:
    case InstanceField::Updated:
        return u"clock"_s;
    case InstanceField::BusinessKey:
        return u"key"_s;
    case InstanceField::User:
        return u"user"_s;
    case InstanceField::Error:
    case InstanceField::ErrorNode:
        return u"error"_s;
    case InstanceField::Node:
        return u"operation"_s;
    case InstanceField::Variable:
        return u"json"_s;
    case InstanceField::Id:
    case InstanceField::Parent:
    case InstanceField::Root:
        break;
    }
    return u"instance"_s;
}

QString hintOf(InstanceField field)
{
    switch (field) {
    case InstanceField::ErrorNode:
        return FilterTexts::tr("The id of the node in the definition");
    case InstanceField::Node:
        return FilterTexts::tr("The name of the node, whole; * stands for anything");
    case InstanceField::Version:
        return FilterTexts::tr("The version of the definition, such as 1.0");
    case InstanceField::User:
        return FilterTexts::tr("Who started or last changed it");
    default:
        break;
    }
    switch (kindOf(field)) {
    case FieldKind::Time:
        return FilterTexts::tr("today, -1h, >2026-11-01, 2026-11-01..2026-11-02, 2026-11-01T08:30..now");
    case FieldKind::Variable:
        return FilterTexts::tr("Path and value, such as order.id=42; * in the value stands for anything");
    case FieldKind::Part:
        return FilterTexts::tr("A part of it, as it is written there; * stands for anything in between");
    case FieldKind::Id:
        return FilterTexts::tr("A whole id");
    case FieldKind::State:
    case FieldKind::Word:
        break;
    }
    return FilterTexts::tr("The whole text; * stands for anything, a comma for “or”");
}

QString whyNot(InstanceField field)
{
    switch (field) {
    case InstanceField::Variable:
        return FilterTexts::tr("This Data Index cannot search in variables: that takes version 10.1 on PostgreSQL.");
    case InstanceField::Version:
        return FilterTexts::tr("This Data Index cannot filter by version: that takes version 10.1.");
    default:
        return FilterTexts::tr("This Data Index cannot filter by “%1”.").arg(displayName(field));
    }
}

QString describe(const InstanceCondition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values << valueOf(condition.field, value);
    QString text = values.join(u", "_s).simplified();
    if (text.size() > kLongestText)
        text = text.left(kLongestText) % u'…';
    if (condition.field == InstanceField::Variable)
        return FilterTexts::tr("%1 = %2").arg(condition.path.simplified().left(kLongestText), text);
    //: A condition of the filter: what is asked about, and what for
    return FilterTexts::tr("%1: %2").arg(displayName(condition.field), text);
}

const QStringList &timePresets()
{
    static const QStringList presets{u"-15m"_s,  u"-1h"_s,       u"-24h"_s, u"-7d"_s,
                                     u"today"_s, u"yesterday"_s, u"week"_s, u"month"_s};
    return presets;
}

QString timeText(const QString &value)
{
    if (value == "today"_L1)
        return FilterTexts::tr("today");
    if (value == "yesterday"_L1)
        return FilterTexts::tr("yesterday");
    if (value == "week"_L1)
        return FilterTexts::tr("this week");
    if (value == "month"_L1)
        return FilterTexts::tr("this month");
    const QString last = lastText(value);
    return last.isEmpty() ? value : last;
}

} // namespace podium
