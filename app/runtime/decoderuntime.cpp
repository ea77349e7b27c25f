// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/decoderuntime.h"

#include "app/net/jsonvalues.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RuntimeAnswer)
};

SharedJson schemaAt(Json &object, const char *key)
{
    SharedJson schema = sharedAt(object, key);
    if (!schema || !schema->is_string())
        return schema && schema->is_object() ? schema : SharedJson();
    auto parsed = parseJson(schema->get_ref<const Json::string_t &>());
    return parsed && parsed->is_object() ? std::make_shared<const Json>(std::move(*parsed)) : SharedJson();
}

bool isDefinitionFile(const QString &name)
{
    return name.endsWith(".sw.json"_L1) || name.endsWith(".sw.yaml"_L1) || name.endsWith(".sw.yml"_L1);
}

} // namespace

Result<WorkflowSchemas> decodeSchemas(QByteArrayView body)
{
    auto parsed = parseJson(body);
    if (!parsed || !parsed->is_object()) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.why = Texts::tr("The answer of the service is not a workflow.");
        error.remedy = Texts::tr("Check the address of the service in the environment.");
        error.details = parsed ? QString() : parsed.error().details;
        return error;
    }
    WorkflowSchemas schemas;
    schemas.input = schemaAt(*parsed, "inputSchema");
    schemas.output = schemaAt(*parsed, "outputSchema");
    return schemas;
}

QString decodeSourceName(QByteArrayView body)
{
    const auto parsed = parseJson(body);
    if (!parsed || !parsed->is_array())
        return {};
    for (const Json &entry : *parsed) {
        const QString uri = textAt(entry, "uri");
        if (isDefinitionFile(uri))
            return uri.mid(uri.lastIndexOf(u'/') + 1);
    }
    return {};
}

QStringList decodeUnhealthy(QByteArrayView body)
{
    const auto parsed = parseJson(body);
    QStringList names;
    if (!parsed)
        return names;
    if (const Json *checks = memberAt(*parsed, "checks"); checks && checks->is_array()) {
        for (const Json &check : *checks) {
            if (stringAt(check, "status") != "UP"_L1 && !stringAt(check, "name").isEmpty())
                names << stringAt(check, "name");
        }
    }
    const QString status = stringAt(*parsed, "status");
    if (names.isEmpty() && !status.isEmpty() && status != "UP"_L1)
        names << status;
    return names;
}

} // namespace podium
