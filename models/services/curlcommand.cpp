// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/curlcommand.h"

namespace podium {

using namespace Qt::StringLiterals;

QString shellQuoted(const QString &word)
{
    QString quoted = word;
    quoted.remove(QChar(u'\0')).replace(u"'"_s, u"'\\''"_s);
    return u'\'' % quoted % u'\'';
}

QString curlCommand(const QUrl &address, const Json &input)
{
    // --data-raw: a body that begins with @ is no file name. The token alone is for the shell to fill in.
    return u"curl -X POST "_s % shellQuoted(QString::fromLatin1(address.toEncoded())) %
           u" \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw "_s %
           shellQuoted(QString::fromUtf8(toBytes(input, 2)));
}

} // namespace podium
