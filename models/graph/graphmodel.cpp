// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphmodel.h"

#include "models/graph/graphbuilder.h"

using namespace Qt::StringLiterals;

namespace podium {

QString GraphModel::stateId(const QString &stateName)
{
    return u"state:"_s + stateName;
}

GraphModel buildGraph(const WorkflowDocument &document)
{
    return GraphBuilder(document).build();
}

} // namespace podium
