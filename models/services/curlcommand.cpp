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

namespace {

QString command(const QUrl &address, const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &body)
{
    // The token alone is for the shell to fill in.
    QString text = u"curl -X POST "_s % shellQuoted(QString::fromLatin1(address.toEncoded())) %
                   u" \\\n  -H \"Authorization: Bearer $TOKEN\""_s;
    for (const auto &[name, value] : headers)
        text += u" \\\n  -H "_s % shellQuoted(QString::fromLatin1(name + ": " + value));
    // --data-raw: a body that begins with @ is no file name.
    if (!body.isEmpty())
        text += u" \\\n  --data-raw "_s % shellQuoted(QString::fromUtf8(body));
    return text;
}

} // namespace

QString curlCommand(const QUrl &address, const Json &input)
{
    return command(address, {{"Content-Type", "application/json"}}, toBytes(input, 2));
}

QString curlCommand(const QUrl &address, const EventMessage &message)
{
    auto headers = message.headers;
    if (!message.contentType.isEmpty())
        headers << qMakePair(QByteArray("Content-Type"), message.contentType);
    return command(address, headers, message.body);
}

} // namespace podium
