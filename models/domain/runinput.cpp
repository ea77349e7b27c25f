// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/runinput.h"

namespace podium {

SharedJson inputOf(const SharedJson &variables)
{
    // The runtime's own name for it (SWFConstants of Kogito).
    const Json *input = variables ? memberAt(*variables, "workflowdatainput") : nullptr;
    return input ? SharedJson(variables, input) : nullptr;
}

} // namespace podium
