// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace podium {

/// A text that was typed and is in no file yet: kept so that nothing is lost when Podium ends without being asked.
struct UnsavedText
{
    QString id;   ///< names it among the others
    QString path; ///< absolute; "" for a text that has no file yet
    QString name; ///< to show
    QString text;
    QByteArray base; ///< of the file that it was typed into, see fingerprint()
    QDateTime time;  ///< UTC, when it was kept

    bool operator==(const UnsavedText &) const = default;

    QByteArray toBytes() const;
    /// Any bytes.
    static Result<UnsavedText> fromBytes(const QByteArray &bytes);
};

/// Tells whether a file is still the one that was read.
QByteArray fingerprint(const QByteArray &bytes);

} // namespace podium
