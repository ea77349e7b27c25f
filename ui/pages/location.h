// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

namespace podium {

/// Where the user is: a page or an object on a page. Its text form is what `--open`, the session file and the palette
/// use: "instances", "workflow:ID", "workflow:ID@VERSION", "instance:ID", "run:ID", "batch:ID", "event:ID",
/// "resume:ID", "compare:ID@OLD..NEW", "runs:ID..ID", "notifications", "journal", "bulks",
/// "bulk:ID", "watch".
struct Location
{
    QString kind; ///< "overview", "workflows", "instances", "workflow", "instance", "run"…
    QString id;
    QString version; ///< of a workflow, "" for the newest; of a comparison both sides, see CompareSides
    /// What to point at once the page is there, such as "node=ID". Not part of where it is, nor of the text form.
    QString part = {};

    bool isValid() const { return !kind.isEmpty(); }
    QString toText() const;
    static Location fromText(const QString &text); ///< invalid for text that is no location
    bool operator==(const Location &other) const
    {
        return kind == other.kind && id == other.id && version == other.version;
    }
};

} // namespace podium
