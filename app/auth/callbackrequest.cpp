// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/callbackrequest.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxParameters = 64;

bool isVisibleAscii(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

QString decoded(QByteArrayView part)
{
    QByteArray bytes = part.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

bool readQuery(QByteArrayView query, QHash<QString, QString> &parameters)
{
    const QList<QByteArray> pairs = query.toByteArray().split('&');
    if (pairs.size() > kMaxParameters)
        return false;
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decoded(equals < 0 ? QByteArrayView(pair) : QByteArrayView(pair).first(equals));
        if (parameters.contains(name))
            return false;
        parameters.insert(name, equals < 0 ? QString() : decoded(QByteArrayView(pair).sliced(equals + 1)));
    }
    return true;
}

/// METHOD SP target SP HTTP/1.x
bool readRequestLine(QByteArrayView line, CallbackRequest &request)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.") || words.at(2).size() != 8)
        return false;
    const QByteArray &target = words.at(1);
    if (!isVisibleAscii(words.at(0)) || !isVisibleAscii(target) || !target.startsWith('/'))
        return false;
    request.method = words.at(0);
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.first(question);
    return question < 0 || readQuery(QByteArrayView(target).sliced(question + 1), request.parameters);
}

bool readHeaders(const QList<QByteArray> &lines, CallbackRequest &request)
{
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines.at(i).trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isVisibleAscii(QByteArrayView(line).first(colon)))
            return false;
        if (line.first(colon).compare("host", Qt::CaseInsensitive) == 0)
            request.host = line.sliced(colon + 1).trimmed();
    }
    return true;
}

} // namespace

CallbackRequest parseCallbackRequest(QByteArrayView bytes)
{
    CallbackRequest request;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if ((end < 0 ? bytes.size() : end) > kMaxCallbackBytes) {
        request.status = CallbackRequest::Status::TooLarge;
        return request;
    }
    if (end < 0)
        return request;
    const QList<QByteArray> lines = bytes.first(end).toByteArray().split('\n');
    QByteArrayView first = lines.first();
    if (first.endsWith('\r'))
        first.chop(1);
    const bool good = readRequestLine(first, request) && readHeaders(lines, request);
    request.status = good ? CallbackRequest::Status::Complete : CallbackRequest::Status::Bad;
    return request;
}

} // namespace podium
