// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"

namespace podium {

/// What is known to stand in fields, for completion.
struct FilterWords
{
    QStringList workflows; ///< ids
    QStringList versions;
    QStringList users;
    InstanceFields supported = everyInstanceField();
};

/// What can be written at a place of a filter line.
struct FilterCompletion
{
    struct Choice
    {
        QString text; ///< to stand there instead
        QString hint; ///< translated
    };
    qsizetype from = 0; ///< of what is replaced
    qsizetype length = 0;
    QList<Choice> choices;
};

FilterCompletion completeLine(const QString &line, qsizetype cursor, const FilterWords &words);
/// Known values of a field that hold what was typed so far, as the line has them.
QList<FilterCompletion::Choice> knownValues(InstanceField field, const QString &typed, const FilterWords &words);

} // namespace podium
