// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/runinput.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace podium {

/// One entry of a result. What its format promises but its value does not keep is shown as text.
struct ResultOutput
{
    enum class Format { Text, Number, Link, Markdown };
    QString key;
    Format format = Format::Text;
    QString text; ///< the value as text; JSON for structured values
    QUrl link;    ///< for Link: http, https or mailto
};

struct NextWorkflow
{
    QString id;
    QString name; ///< the id where the result names none
};

/// What a finished run tells its user: `workflowdata.result`, after
/// https://github.com/rhdhorchestrator/serverless-workflows (workflow-result-schema.json).
struct WorkflowResult
{
    QString message; ///< markdown of a stranger
    QList<ResultOutput> outputs;
    QList<NextWorkflow> nextWorkflows;
    QString completedWith; ///< "success", "error" or ""
};

/// The member of the variables that holds the result; nullptr where there is none.
const Json *resultPart(const Json &variables);
/// Nothing where the variables of an instance hold no result. Parts that have another type than they should are left
/// out.
std::optional<WorkflowResult> resultOf(const Json &variables);

/// The data that expressions of the workflow see: `workflowdata`, or all variables where there is none, or others
/// beside.
SharedJson workflowDataOf(const SharedJson &variables);

} // namespace podium
