// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/location.h"

#include <QString>
#include <QStringList>

namespace podium {

/// One side of a comparison: a deployed version, or a local file.
struct CompareSide
{
    QString version;
    QString file; ///< path; then `version` says nothing

    bool isEmpty() const { return version.isEmpty() && file.isEmpty(); }
    QString name() const; ///< "1.2", "draft.sw.yaml"; plain text in one line
    bool operator==(const CompareSide &) const = default;
};

/// Both sides, as a location holds them: "compare:ID@1.0..1.1", "compare:ID@1.0..file:/home/me/draft.sw.yaml".
struct CompareSides
{
    CompareSide older;
    CompareSide newer;

    bool operator==(const CompareSides &) const = default;
    Location location(const QString &workflowId) const;
    /// What the location leaves open is empty.
    static CompareSides of(const Location &location);
    /// Fills in what is open: the newest version, and the one before it. The older side stays open where there is one
    /// only.
    void complete(const QStringList &newestFirst);
};

bool isOlderVersion(const QString &a, const QString &b);
/// The sides in the order of their versions, for one that was chosen and another one; a file counts as the newest.
CompareSides inOrder(const CompareSide &a, const CompareSide &b);

} // namespace podium
