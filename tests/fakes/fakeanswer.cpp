// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakehttpserver.h"

namespace podium {

FakeAnswer FakeAnswer::json(const QByteArray &body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = {{"Content-Type", "application/json"}};
    return answer;
}

FakeAnswer FakeAnswer::html(const QByteArray &body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    return answer;
}

FakeAnswer FakeAnswer::redirect(const QUrl &to, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.headers = {{"Location", to.toEncoded()}};
    return answer;
}

FakeAnswer FakeAnswer::broken(Fault fault, const QByteArray &body)
{
    FakeAnswer answer = json(body);
    answer.fault = fault;
    return answer;
}

FakeAnswer FakeAnswer::endless(qint64 bytes)
{
    FakeAnswer answer = broken(Fault::Endless, {});
    answer.endlessBytes = bytes;
    return answer;
}

FakeAnswer FakeAnswer::after(int ms) const
{
    FakeAnswer later = *this;
    later.delayMs = ms;
    return later;
}

} // namespace podium
