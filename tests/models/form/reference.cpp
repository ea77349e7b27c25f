// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/form/reference.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace podium {

QString referenceProblem(const Json &schema, const Json &value)
{
    const nlohmann::json document = nlohmann::json::parse(schema.dump());
    const nlohmann::json target = nlohmann::json::parse(value.dump());
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), parsed);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(parsed, valijson::adapters::NlohmannJsonAdapter(target), &results))
        return {};
    QString why;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string &part : error.context)
            why += QString::fromStdString(part);
        why += QStringLiteral(": ") + QString::fromStdString(error.description) + QStringLiteral("\n");
    }
    return why.isEmpty() ? QStringLiteral("It does not fit.") : why;
}

} // namespace podium
