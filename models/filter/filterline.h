// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"

#include <optional>

namespace podium {

/// A filter as one line that can be typed and copied. Conditions stand one after the other and all hold; each is
/// KEY:VALUE, or KEY:VALUE,VALUE for alternatives:
///
///     state:error,active workflow:order version:1.0 started:>-1h key:"A 17*" user:alice
///     error:"timed out" node:Ship var:order.id=42 parent:ID
///
/// Text with spaces, commas or quotes stands in quotes, in which \" and \\ stand for " and \. A word without a key is
/// looked for in the business key. Keys are written in any case; values are as the server has them.
struct ParsedFilter
{
    InstanceFilter filter;
    QString problem; ///< translated; "" when the line is fine
    qsizetype at = 0;
    qsizetype length = 0; ///< of what `problem` is about, from `at` on; 0 at the end of the line

    bool isFine() const { return problem.isEmpty(); }
};

ParsedFilter filterFromLine(const QString &line);
/// filterFromLine() makes the same filter of it again.
QString toLine(const InstanceFilter &filter);
QString toLine(const InstanceCondition &condition);

/// "workflow", "key"…: as the line has it.
QString keyOf(InstanceField field);
std::optional<InstanceField> fieldOfKey(const QString &key);
/// In quotes where the line needs them.
QString quotedForLine(const QString &value);

/// The conditions on one field, of text as it stands behind its key: what an editor of one condition holds.
ParsedFilter conditionFromText(InstanceField field, const QString &text);
QString valueText(const InstanceCondition &condition);

} // namespace podium
