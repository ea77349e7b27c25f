// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <mutex>

namespace podium {

/// The regular expressions of a schema (ECMA 262) on PCRE, with a limit on how long a match may search. Any thread.
class Patterns
{
public:
    enum class Answer {
        Yes,
        No,
        Unknown, ///< not a pattern that can be run here, or it searched too long: leave it to the server
    };
    Answer matches(const QString &pattern, const QString &text) const;

private:
    mutable std::mutex m_mutex;
    mutable QHash<QString, QRegularExpression> m_compiled;
};

} // namespace podium
