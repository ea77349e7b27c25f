// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/actionfailure.h"

#include "models/core/json.h"
#include "models/core/logging.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ActionFailure)
};

constexpr qsizetype kMaxReason = 300;

/// What the service said, without what Data Index and JSON put around it.
QString reasonOf(const QString &message)
{
    static const QRegularExpression prefix(u"^Exception while fetching data \\([^)]*\\) : "_s);
    static const QRegularExpression failedBecause(u"^Process instance with id \\S+ failed because of \\S+ - "_s);
    QString reason = message;
    if (const qsizetype at = message.lastIndexOf("errorMessage:"_L1); at >= 0) {
        reason = message.mid(at + 13).trimmed();
        const auto body = parseJson(reason.toUtf8());
        if (body && body->is_object())
            reason = stringAt(*body, "message");
        else if (body || reason.startsWith(u'<') || reason == "-"_L1)
            reason.clear();
    }
    reason = redacted(reason.remove(prefix).remove(failedBecause).simplified());
    return reason.size() <= kMaxReason ? reason : reason.left(kMaxReason) % u'…';
}

/// The status the runtime answered with, or the one that stands for the sentence; 0 where neither is known.
int statusOf(const QString &message)
{
    static const QRegularExpression code(u"errorCode:\\s*(\\d{3})\\b"_s);
    if (const auto match = code.match(message); match.hasMatch())
        return match.captured(1).toInt();
    if (message.contains("Unable to find the instance"_L1))
        return 404;
    if (message.contains("doesn't allow the operation"_L1))
        return 409;
    return message.contains("failed because of"_L1) ? 500 : 0;
}

void explain(Error &error, Error::Kind kind, const QString &why, const QString &remedy)
{
    error.kind = kind;
    error.why = why;
    error.remedy = remedy;
}

void explainFailure(Error &error, const QString &message)
{
    const QString reason = reasonOf(message);
    if (error.httpStatus == 0 && message.contains("FAILED:"_L1))
        return explain(error, Error::Kind::Server, Texts::tr("Data Index could not reach the service that runs it."),
                       Texts::tr("Check that the service of the workflow is up, then try again."));
    explain(error, Error::Kind::Server,
            reason.isEmpty() ? Texts::tr("The service that runs it reports a failure.")
                             : Texts::tr("The service that runs it reports: %1").arg(reason),
            Texts::tr("Repair the cause, then try again."));
}

} // namespace

Error decodeActionFailure(const QString &message)
{
    Error error;
    error.httpStatus = statusOf(message);
    switch (error.httpStatus) {
    case 401:
        explain(error, Error::Kind::Unauthorized, Texts::tr("The service that runs it does not accept your token."),
                Texts::tr("Sign in again."));
        break;
    case 403:
        explain(error, Error::Kind::Forbidden, Texts::tr("Your user is not allowed to do this."),
                Texts::tr("Ask for the role that is needed, or sign in as another user."));
        break;
    case 404:
        explain(error, Error::Kind::NotFound,
                Texts::tr("It has moved on in the meantime, so there is nothing left to act on."),
                Texts::tr("Look at its current state."));
        break;
    case 400:
    case 409:
        explain(error, Error::Kind::Conflict, Texts::tr("Its current state does not allow this."),
                Texts::tr("Look at its current state."));
        break;
    default:
        explainFailure(error, message);
        break;
    }
    error.details = redacted(message.left(2000));
    return error;
}

} // namespace podium
