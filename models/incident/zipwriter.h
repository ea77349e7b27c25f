// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/incident/incidentfiles.h"

#include <functional>

namespace podium {

/// Writes a zip archive (PKWARE's APPNOTE, by libarchive) in one step: a temporary file beside `path` takes its place
/// once it is whole, so that a half-written bundle is never found there. `progress` hears of the bytes that were packed
/// and says whether to go on. Kind::Storage for what the disk refuses. For workers.
Result<Done> writeZip(const QString &path, const QList<IncidentFile> &files, const QDateTime &time,
                      const std::function<bool(qint64 bytes)> &progress = {});

} // namespace podium
