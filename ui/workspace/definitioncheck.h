// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/diagnostics/checker.h"
#include "models/document/partnames.h"
#include "ui/workspace/codeeditor.h"

#include <QList>
#include <QString>

namespace podium {

/// What is wrong with a text, and what it consists of; places in UTF-16 units, lines from 1.
struct CheckedText
{
    struct Problem
    {
        CodeMark mark;
        int line = 1;
        QString rule;
        QList<QuickFix> fixes;
    };
    /// A state, function, event…
    struct Part
    {
        PartKind kind = PartKind::State;
        QString name;
        QString type;        ///< of a state or function, as written
        qsizetype begin = 0; ///< of the name
        qsizetype end = 0;
        int firstLine = 0;
        int lastLine = 0;
    };

    QList<Problem> problems; ///< in the order of the text
    QList<Part> parts;
    SharedReading reading;     ///< null for what is neither YAML nor JSON
    bool isDefinition = false; ///< else it is some other file, of which only the syntax is checked
};

struct TextToCheck
{
    QString text;
    QString name;     ///< of the file: its ending tells what it is
    QString path;     ///< "" for none
    QString jqWorker; ///< see CheckOptions
    std::shared_ptr<JqVerdicts> jqKnown;
};

/// On a worker. Cancelling the answer stops it.
Async<CheckedText> checkText(const TextToCheck &subject);

} // namespace podium
