// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"

namespace podium {

Result<WorkflowDocument> readWorkflow(const QByteArray &)
{
    return WorkflowDocument();
}

} // namespace podium
