// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>
#include <QString>

namespace podium {

/// One place where two documents differ.
struct JsonChange
{
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    /// RFC 6901, in the right document; of something Removed in the left one. "" is the whole document.
    QString pointer;
    Json left;  ///< null for Added
    Json right; ///< null for Removed
    bool operator==(const JsonChange &) const = default;
};

/// More than anybody reads.
inline constexpr qsizetype kMostJsonChanges = 10'000;

/// What makes `right` of `left`, in the order of the left document, what was added to an object last. Members are
/// matched by name, whatever their order. Elements of an array that are the same in both are matched by a longest common
/// subsequence, those between them one by one, so that an insertion does not change everything behind it; beyond
/// kMostAligned differing elements all are matched by their place. Numbers are compared by value (1 is 1.0). At most
/// `most` changes: ask for one more than is shown to know whether there are others. Time is about linear in the size of
/// both. Any thread: on a worker, where the documents may be large.
QList<JsonChange> jsonDifference(const Json &left, const Json &right, qsizetype most = kMostJsonChanges);

/// Of one array, what is neither its common beginning nor its common end.
inline constexpr std::size_t kMostAligned = 500;

/// The same value, whatever the order of members. Any thread.
bool isSameJson(const Json &left, const Json &right);

} // namespace podium
