// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "models/domain/workflowdefinition.h"

namespace podium {

/// A row of ProcessDefinitions; nullopt without an id. Metadata is moved out of `row`. Any JSON, any thread.
std::optional<WorkflowDefinition> decodeDefinition(Json &row);

struct DefinitionPage
{
    QList<WorkflowDefinition> rows;
    qsizetype received = 0; ///< rows of the answer, unreadable ones included: a full page means there is more
};
Result<DefinitionPage> decodeDefinitionPage(GraphqlAnswer &answer);
/// The first row; Kind::NotFound when there is none.
Result<WorkflowDefinition> decodeDefinitionDetail(GraphqlAnswer &answer);
/// The newest of the versions in the answer, by number ("1.10" after "1.9"); Kind::NotFound when there is none.
Result<QString> decodeNewestVersion(GraphqlAnswer &answer);
/// The text of the definition; Kind::NotFound where the server does not keep it.
Result<QByteArray> decodeDefinitionSource(GraphqlAnswer &answer);

} // namespace podium
