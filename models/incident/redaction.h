// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <string>
#include <vector>

namespace podium {

/// JSON pointers of values that look like secrets: by the name of the member ("password", "apiKey", "authorization"…),
/// or by their form (bearer tokens, JSON Web Tokens, private keys). No value below one that is named already; at most
/// `most`. Any thread.
QStringList secretLookingPointers(const Json &document, qsizetype most = 1000);

/// Takes values out of everything that is handed on: at the places that were named, and wherever the same values turn
/// up again. Texts of less than kLeastWithin characters are only taken out where they are the whole value: within
/// others they would be found everywhere. Any thread.
class Redaction
{
public:
    static constexpr std::size_t kLeastWithin = 4;

    Redaction() = default;
    Redaction(const Json &document, const QStringList &pointers);

    bool isEmpty() const { return m_pointers.isEmpty(); }
    const QStringList &pointers() const { return m_pointers; }

    /// `document` itself, or another version of it: what stands at the pointers, and the values wherever they are.
    Json appliedAt(Json document) const;
    /// Any other document: the values wherever they are, in names, too.
    Json applied(const Json &document) const;
    /// Any text, UTF-8: the values as they are, and as JSON, XML and addresses write them.
    QByteArray applied(QByteArray text) const;

    static QString mark(); ///< what stands in the place of a value: "[redacted]"

private:
    void collect(const Json &value);
    bool isSecret(const std::string &text) const;
    std::string cleaned(const std::string &text) const;

    QStringList m_pointers;
    std::vector<std::string> m_values;  ///< the longest first
    std::vector<std::string> m_spelled; ///< the same as other formats write them, the longest first
};

} // namespace podium
