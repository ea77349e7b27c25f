// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodegraphql.h"

#include "app/net/jsonvalues.h"
#include "models/core/logging.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GraphqlAnswer)
};

constexpr int kMaxErrors = 1000; // as many as a page has rows; more say nothing new

Error noAnswer(const QString &details)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.why = Texts::tr("The answer does not come from a GraphQL service, or is incomplete.");
    error.remedy = Texts::tr("Check the address of Data Index in the environment, then try again.");
    error.details = details;
    return error;
}

GraphqlError decodeError(const Json &entry)
{
    GraphqlError error;
    error.message = stringAt(entry, "message");
    error.path = textsAt(entry, "path");
    if (const Json *extensions = memberAt(entry, "extensions"))
        error.classification = stringAt(*extensions, "classification");
    return error;
}

} // namespace

bool GraphqlError::isMissingValue() const
{
    return classification == "NullValueInNonNullableField"_L1 ||
           (!path.isEmpty() && message.contains("non null type"_L1, Qt::CaseInsensitive));
}

bool GraphqlError::isValidation() const
{
    return classification == "ValidationError"_L1;
}

Result<GraphqlAnswer> decodeGraphqlAnswer(QByteArrayView body)
{
    auto parsed = parseJson(body);
    if (!parsed)
        return noAnswer(parsed.error().why + u'\n' + parsed.error().details);
    const Json *errors = memberAt(*parsed, "errors");
    const auto data = parsed->is_object() ? parsed->find("data") : parsed->end();
    if (!parsed->is_object() || (!errors && data == parsed->end()))
        return noAnswer(QString());
    GraphqlAnswer answer;
    if (errors && errors->is_array()) {
        for (const Json &entry : *errors) {
            if (answer.errors.size() == kMaxErrors)
                break;
            answer.errors << decodeError(entry);
        }
    }
    if (data != parsed->end())
        answer.data = std::move(*data);
    return answer;
}

Result<Json *> rowsOf(GraphqlAnswer &answer, const char *rootField)
{
    if (answer.data.is_object()) {
        const auto found = answer.data.find(rootField);
        if (found != answer.data.end() && found->is_array())
            return &*found;
    }
    if (!answer.errors.isEmpty())
        return errorOf(answer.errors);
    return noAnswer(Texts::tr("There is no list %1 in the answer.").arg(QString::fromUtf8(rootField)));
}

std::optional<QSet<QString>> decodeTypeFields(const GraphqlAnswer &answer)
{
    const Json *type = memberAt(answer.data, "__type");
    if (!type)
        return std::nullopt;
    QSet<QString> names;
    for (const char *kind : {"fields", "inputFields"}) {
        const Json *fields = memberAt(*type, kind);
        if (!fields || !fields->is_array())
            continue;
        for (const Json &field : *fields) {
            if (const QString name = stringAt(field, "name"); !name.isEmpty())
                names.insert(name);
        }
    }
    return names;
}

Error errorOf(const QList<GraphqlError> &errors)
{
    const GraphqlError first = errors.value(0);
    Error error;
    error.kind = first.isValidation() ? Error::Kind::Protocol : Error::Kind::Server;
    error.why =
        first.isValidation()
            ? Texts::tr("Data Index does not know what it was asked for; it may have been replaced by another version.")
            : Texts::tr("Data Index reports a failure.");
    error.remedy = Texts::tr("Try again; if it stays, look into the log of Data Index.");
    QStringList lines;
    for (const GraphqlError &each : errors.first(qMin<qsizetype>(errors.size(), 5)))
        lines << redacted(each.message.left(500));
    error.details = lines.join(u'\n');
    return error;
}

} // namespace podium
