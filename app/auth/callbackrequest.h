// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace podium {

/// The longest request head that the loopback listener reads.
inline constexpr qsizetype kMaxCallbackBytes = 32 * 1024;

/// The head of an HTTP/1.x request, as far as the loopback listener needs it.
struct CallbackRequest
{
    enum class Status {
        Incomplete, ///< more bytes may make it whole
        Complete,
        Bad, ///< not HTTP, or a parameter given twice (RFC 6749, 3.1)
        TooLarge,
    };

    Status status = Status::Incomplete;
    QByteArray method;
    QByteArray path; ///< as sent, without the query
    QByteArray host;
    QHash<QString, QString> parameters; ///< decoded
};

/// Reads what a local program, not necessarily a browser, sent. Any bytes, any thread.
CallbackRequest parseCallbackRequest(QByteArrayView bytes);

} // namespace podium
