// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeevents.h"

#include "app/net/httperror.h"
#include "app/net/jsonvalues.h"
#include "models/core/logging.h"
#include "models/events/cloudevent.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostText = 500;

/// The words of a body: a message in JSON, else plain text. Pages of HTML say nothing to a user.
QString wordsOf(const HttpResponse &response)
{
    QString text;
    if (const Result<Json> body = parseJson(response.body); body && body->is_object())
        text = textAt(*body, "message");
    else if (!response.headers.value("content-type").contains("html"))
        text = QString::fromUtf8(response.body.left(4 * kMostText));
    return redacted(text.simplified().left(kMostText));
}

} // namespace

RuntimeEvents::RuntimeEvents(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

Async<EventAnswer> RuntimeEvents::send(const EventRequest &request)
{
    const EventMessage message = encode(request.event, request.mode);
    HttpRequest http;
    http.verb = "POST";
    http.url = request.target;
    http.headers = message.headers;
    http.body = message.body;
    http.contentType = message.contentType;
    http.accept = "*/*";
    http.once = true;
    http.label = u"event"_s;
    http.what = tr("The event was not sent.");
    return mapOnWorker<EventAnswer>(this, m_http.send(http),
                                    [http](const HttpResponse &response) { return decodeEventAnswer(http, response); });
}

Result<EventAnswer> decodeEventAnswer(const HttpRequest &request, const HttpResponse &response)
{
    const QString words = wordsOf(response);
    if (response.isSuccess())
        return EventAnswer{response.status, words};
    Error error = errorFromStatus(request, response);
    if (response.status == 404 || response.status == 405) {
        error.why = RuntimeEvents::tr("%1 takes no events at %2.").arg(displayOrigin(request.url), request.url.path());
        error.remedy = RuntimeEvents::tr("A channel may have a path of its own: add its address to the event brokers "
                                         "and channels of the environment.");
    } else if (response.status == 400 || response.status == 415) {
        error.kind = Error::Kind::Validation;
        error.why = words.isEmpty() ? RuntimeEvents::tr("The server refused the event.")
                                    : RuntimeEvents::tr("The server refused the event: %1").arg(words);
        error.remedy = RuntimeEvents::tr("Check its attributes, or send it in the other mode.");
    }
    return error;
}

} // namespace podium
