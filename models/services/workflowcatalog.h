// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"

namespace podium {

/// The deployed workflow definitions. All calls from the UI thread; answers by deliver().
class WorkflowCatalog
{
public:
    virtual ~WorkflowCatalog() = default;

    /// All definitions without nodes, source or schemas; each id + version once.
    virtual Async<QList<WorkflowDefinition>> list() = 0;
    /// One definition with its nodes. An empty version means the newest.
    virtual Async<WorkflowDefinition> definition(const QString &id, const QString &version) = 0;
    /// The deployed text. Kind::NotFound where the server does not keep it.
    virtual Async<WorkflowSource> source(const WorkflowDefinition &definition) = 0;
    virtual Async<WorkflowSchemas> schemas(const WorkflowDefinition &definition) = 0;
    /// Asks the runtime itself: definitions stay in Data Index after their runtime is gone.
    virtual Async<Availability> probe(const WorkflowDefinition &definition) = 0;
};

} // namespace podium
