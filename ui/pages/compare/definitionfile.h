// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace podium {

/// The text of a local definition. Refuses what is too large to be one. Any thread.
Result<QByteArray> readDefinitionFile(const QString &path);

/// Asks for one in a dialog that blocks nothing; it goes with `parent`.
void chooseDefinitionFile(QWidget *parent, const std::function<void(const QString &path)> &chosen);

} // namespace podium
