// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"

namespace podium {

QString displayName(InstanceField field); ///< translated: "Business key"
QString iconOf(InstanceField field);      ///< name for themedIcon()
/// How a value of it is written, for who edits it; translated.
QString hintOf(InstanceField field);
/// Why a server may not filter by it; translated.
QString whyNot(InstanceField field);
/// A condition in the user's words: "Started: last hour". One line, whatever the values hold.
QString describe(const InstanceCondition &condition);

/// Times that are often asked for, as the line has them: "-1h", "today"…
const QStringList &timePresets();
QString timeText(const QString &value); ///< translated: "-1h" → "last hour"

} // namespace podium
