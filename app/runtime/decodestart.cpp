// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/decodestart.h"

#include "app/net/httperror.h"
#include "app/net/jsonvalues.h"
#include "models/core/logging.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StartAnswer)
};

constexpr qsizetype kMaxFieldErrors = 500;

QString sentence(QString text)
{
    text = redacted(text.simplified().left(500));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

FieldError fieldError(const QString &path, const QString &message)
{
    // {0}: required property 'name' not found (1.x) | is missing but it is required (0.x)
    static const QRegularExpression missing(u"required property '([^']*)' not found"_s);
    QString pointer = pointerFromPath(path);
    const auto match = missing.match(message);
    if (match.hasMatch())
        pointer += u'/' % pointerToken(match.captured(1));
    if (match.hasMatch() || message.contains("is missing but it is required"_L1))
        return {pointer, Texts::tr("This is required.")};
    return {pointer, sentence(message)};
}

Error refusedInput(const HttpRequest &request, const HttpResponse &response, const QString &message)
{
    Error error = errorFromStatus(request, response);
    error.kind = Error::Kind::Validation;
    error.fields = decodeSchemaErrors(message);
    if (error.fields.isEmpty()) {
        error.why = Texts::tr("The service refused the input: %1").arg(sentence(message));
        error.remedy = Texts::tr("Check the input, then start again.");
    } else {
        error.why = Texts::tr("The service found %n problem(s) in the input.", nullptr, int(error.fields.size()));
        error.remedy = Texts::tr("Correct the marked fields, then start again.");
    }
    return error;
}

bool tellsDuplicate(const QString &message)
{
    return message.contains("already exists"_L1, Qt::CaseInsensitive) ||
           message.contains("duplicate key"_L1, Qt::CaseInsensitive) ||
           message.contains("duplicated"_L1, Qt::CaseInsensitive);
}

/// A failure while starting leaves an instance behind when the answer names one together with the node that failed.
Error failedStart(const HttpRequest &request, const HttpResponse &response, const Json &body,
                  const QString &businessKey)
{
    Error error = errorFromStatus(request, response);
    const QString message = textAt(body, "message");
    const QString instanceId = textAt(body, "id");
    if (!textAt(body, "failedNodeId").isEmpty() && !instanceId.isEmpty()) {
        error.what = Texts::tr("The run was started and failed at once.");
        error.why = sentence(message);
        error.remedy = Texts::tr("Open the instance: it shows the step that failed and can be retried.");
        error.instanceId = instanceId;
    } else if (!businessKey.isEmpty() && tellsDuplicate(message)) {
        error.kind = Error::Kind::Conflict;
        error.why = Texts::tr("Another run that has not ended uses the business key “%1”.").arg(businessKey);
        error.remedy = Texts::tr("Choose another business key.");
    } else if (!message.isEmpty()) {
        error.why = Texts::tr("The service reports: %1").arg(sentence(message));
        error.instanceId = instanceId;
    }
    return error;
}

QString idFromLocation(const HttpResponse &response)
{
    const QByteArray location = response.headers.value("location");
    return QString::fromUtf8(location.mid(location.lastIndexOf('/') + 1));
}

Result<RunStarted> started(const HttpRequest &request, const HttpResponse &response, Result<Json> body)
{
    RunStarted run;
    run.instanceId = body ? textAt(*body, "id") : QString();
    if (run.instanceId.isEmpty())
        run.instanceId = idFromLocation(response);
    if (run.instanceId.isEmpty()) {
        Error error = unexpectedAnswerError(request, response, Texts::tr("The answer names no instance."));
        error.what = Texts::tr("The run may have started.");
        error.remedy = Texts::tr("Look for it among the instances before you start it again.");
        return error;
    }
    if (body)
        run.data = std::make_shared<const Json>(std::move(*body));
    return run;
}

} // namespace

QString pointerFromPath(const QString &path)
{
    if (path.startsWith(u'/'))
        return path;
    static const QRegularExpression step(u"\\.([^.\\[\\]]+)|\\[(\\d+)\\]|\\['((?:[^'\\\\]|\\\\.)*)'\\]"_s);
    QString pointer;
    for (auto it = step.globalMatch(path); it.hasNext();) {
        const auto match = it.next();
        pointer += u'/' % pointerToken(match.captured(1) + match.captured(2) + match.captured(3));
    }
    return pointer;
}

QList<FieldError> decodeSchemaErrors(const QString &message)
{
    static const QRegularExpression line(u"^(\\$[^:]*|/[^:]*|): (.*)$"_s);
    const qsizetype start = message.indexOf("JsonSchema validation errors"_L1);
    if (start < 0)
        return {};
    QList<FieldError> errors;
    const QStringList lines = message.mid(start).split(u'\n').mid(1);
    for (const QString &each : lines) {
        const auto match = line.match(each);
        if (match.hasMatch() && errors.size() < kMaxFieldErrors)
            errors << fieldError(match.captured(1), match.captured(2));
        else if (!errors.isEmpty() && !each.trimmed().isEmpty() && !match.hasMatch())
            errors.last().message += u' ' % each.simplified();
    }
    return errors;
}

Result<RunStarted> decodeStart(const HttpRequest &request, const HttpResponse &response, const QString &businessKey)
{
    Result<Json> body = parseJson(response.body);
    if (response.isSuccess())
        return started(request, response, std::move(body));
    const Json object = body ? std::move(*body) : Json();
    if (response.status == 400) {
        const bool plain = response.headers.value("content-type").startsWith("text/plain");
        const QString text = plain || !object.is_object() ? QString::fromUtf8(response.body.left(2000)) : QString();
        return refusedInput(request, response, object.is_object() ? textAt(object, "message") : text);
    }
    if (response.status == 404) {
        Error error = errorFromStatus(request, response);
        error.why =
            Texts::tr("The service at %1 does not have this workflow any more.").arg(displayOrigin(request.url));
        error.remedy = Texts::tr("Check that the service of the workflow is deployed.");
        return error;
    }
    return response.status >= 500 || response.status == 409 ? failedStart(request, response, object, businessKey)
                                                            : errorFromStatus(request, response);
}

} // namespace podium
