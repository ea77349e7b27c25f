// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/workflowdefinition.h"

namespace podium {

using namespace Qt::StringLiterals;

bool NodeDefinition::isInternal() const
{
    return name == "Script"_L1 || name == "EmbeddedStart"_L1 || name == "EmbeddedEnd"_L1;
}

} // namespace podium
