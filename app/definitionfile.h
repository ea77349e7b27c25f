// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>

namespace podium {

/// The content of a file that a command was given, pipes included; of what is larger than `most` bytes only one byte
/// more than that, so that its reader refuses it. Kind::Storage with the reason when there is none.
Result<QByteArray> definitionContent(const QString &path, qsizetype most);

/// That there is no definition in it, for a reason.
Error unreadableDefinition(const QString &why);

} // namespace podium
