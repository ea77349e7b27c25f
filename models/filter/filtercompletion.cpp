// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filtercompletion.h"

#include "models/filter/filterline.h"
#include "models/filter/filtertexts.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostChoices = 200;

constexpr InstanceState kStates[] = {InstanceState::Active,  InstanceState::Error,     InstanceState::Completed,
                                     InstanceState::Aborted, InstanceState::Suspended, InstanceState::Pending};

/// Where the term begins in which `cursor` stands.
qsizetype startOfTerm(const QString &line, qsizetype cursor)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        if (quoted && line.at(i) == u'\\')
            ++i;
        else if (line.at(i) == u'"')
            quoted = !quoted;
        else if (!quoted && line.at(i).isSpace())
            start = i + 1;
    }
    return start;
}

QList<FilterCompletion::Choice> keys(const QString &typed, const FilterWords &words)
{
    QList<FilterCompletion::Choice> choices;
    for (const InstanceField field : allInstanceFields()) {
        const QString key = keyOf(field);
        if (words.supported.contains(field) && key.startsWith(typed, Qt::CaseInsensitive))
            choices.append({key % u':', displayName(field)});
    }
    return choices;
}

} // namespace

QList<FilterCompletion::Choice> knownValues(InstanceField field, const QString &typed, const FilterWords &words)
{
    QList<FilterCompletion::Choice> choices;
    const auto add = [&](const QString &value, const QString &hint) {
        if (choices.size() < kMostChoices && value.contains(typed, Qt::CaseInsensitive))
            choices.append({quotedForLine(value), hint});
    };
    const auto addAll = [&](const QStringList &values) {
        for (const QString &value : values)
            add(value, {});
    };
    switch (field) {
    case InstanceField::State:
        for (const InstanceState state : kStates)
            add(filterWordOf(state), displayName(state));
        break;
    case InstanceField::Started:
    case InstanceField::Ended:
    case InstanceField::Updated:
        for (const QString &preset : timePresets())
            add(preset, timeText(preset));
        break;
    case InstanceField::Workflow:
        addAll(words.workflows);
        break;
    case InstanceField::Version:
        addAll(words.versions);
        break;
    case InstanceField::User:
        addAll(words.users);
        break;
    default:
        break;
    }
    return choices;
}

FilterCompletion completeLine(const QString &line, qsizetype cursor, const FilterWords &words)
{
    const qsizetype at = qBound<qsizetype>(0, cursor, line.size());
    FilterCompletion completion;
    completion.from = startOfTerm(line, at);
    const QString term = line.mid(completion.from, at - completion.from);
    const qsizetype colon = term.indexOf(u':');
    if (colon < 0) {
        completion.length = term.size();
        completion.choices = keys(term, words);
        return completion;
    }
    const auto field = fieldOfKey(term.left(colon));
    if (!field)
        return completion;
    const qsizetype begin = qMax(colon, term.lastIndexOf(u',')) + 1;
    QString typed = term.mid(begin);
    completion.from += begin;
    completion.length = typed.size();
    completion.choices = knownValues(*field, typed.remove(u'"'), words);
    const bool only = completion.choices.size() == 1 && completion.choices.constFirst().text == typed;
    if (only)
        completion.choices.clear(); // it stands there already
    return completion;
}

} // namespace podium
