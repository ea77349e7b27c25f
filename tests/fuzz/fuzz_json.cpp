// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/failurekey.h"
#include "models/incident/redaction.h"
#include "models/json/jqrunner.h"
#include "models/json/jsondiff.h"
#include "models/json/mergepatch.h"
#include "models/text/stacktrace.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace podium;

/// Any bytes as a message, as the answer of the jq worker, and as two documents apart by a line end: nothing may crash,
/// hang or throw; a document is the same as itself, a patch makes the one of the other, and a secret is found nowhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    if (normalisedMessage(text).size() > 300 || searchablePart(text).size() > 120)
        std::abort();
    (void)foldStack(text);
    (void)decodeJqAnswer(bytes);
    const qsizetype cut = bytes.indexOf('\n');
    const auto left = parseJson(QByteArrayView(bytes).first(qMax<qsizetype>(cut, 0)));
    const auto right = parseJson(QByteArrayView(bytes).sliced(cut + 1));
    if (!right)
        return 0;
    const QStringList secrets = secretLookingPointers(*right);
    const Redaction redaction(*right, secrets);
    (void)redaction.appliedAt(*right);
    (void)redaction.applied(bytes);
    if (!jsonDifference(*right, *right).isEmpty())
        std::abort();
    if (!left)
        return 0;
    (void)jsonDifference(*left, *right);
    if (left->is_object() && right->is_object()) {
        const MergePatch patch = mergePatchOf(*left, *right);
        if (patch.refused.isEmpty() && !isSameJson(merged(*left, patch.patch), *right))
            std::abort();
    }
    return 0;
}
