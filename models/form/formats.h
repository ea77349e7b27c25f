// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace podium {

/// Whether `text` is of a `format` of JSON Schema (2020-12 validation, section 7.3): date, time, date-time, duration,
/// email, hostname, ipv4, ipv6, uri, uri-reference, uuid, regex, json-pointer; of OpenAPI, byte (base64, RFC 4648) and
/// of forms, data-url (RFC 2397). Any other format takes everything. Any thread.
bool fitsFormat(const QString &format, const QString &text);

/// What to type, translated: "A date such as 2026-03-31."; "" for a format that takes everything.
QString formatHint(const QString &format);

/// Whether values of `format` are contents of files as text: byte, binary and file in base64, data-url.
bool isFileFormat(const QString &format);

} // namespace podium
