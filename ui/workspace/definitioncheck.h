// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/workspace/codeeditor.h"

#include <QList>
#include <QString>

namespace podium {

/// What is wrong with a definition, and where its states are; places in UTF-16 units, lines from 1.
struct CheckedDefinition
{
    struct State
    {
        QString name;
        int line = 0;
        int endLine = 0;
    };

    QList<CodeMark> problems; ///< in the order of the text
    QList<int> lines;         ///< of each problem
    QList<State> states;
    bool isDefinition = false; ///< else it is some other file, which is not checked
};

/// On a worker.
Async<CheckedDefinition> checkDefinition(const QString &text);

} // namespace podium
