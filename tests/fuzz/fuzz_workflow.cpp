// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a definition: read, built, compared and drawn, which must neither crash nor take for ever.
#include "models/graph/graphdiff.h"
#include "models/graph/layout.h"
#include "models/workflow/workflowdocument.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 64 * 1024)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const podium::Result<podium::WorkflowDocument> document = podium::readWorkflow(text);
    if (!document)
        return 0;
    const podium::GraphModel model = podium::buildGraph(*document);
    for (const auto direction : {podium::LayoutDirection::TopDown, podium::LayoutDirection::LeftRight}) {
        podium::LayoutOptions options;
        options.direction = direction;
        const podium::GraphLayout layout = podium::layoutGraph(model, options);
        if (layout.nodes.size() != model.nodes.size())
            __builtin_trap();
    }
    if (!podium::compareGraphs(model, model).isEmpty())
        __builtin_trap();
    // A definition and what a cut leaves of it: two versions that differ in odd ways.
    if (const auto half = podium::readWorkflow(text.left(text.size() / 2))) {
        const podium::GraphDifference difference = podium::compareGraphs(podium::buildGraph(*half), model);
        if (podium::layoutGraph(difference.model).nodes.size() != difference.nodes.size())
            __builtin_trap();
    }
    return 0;
}
