// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/validator.h"

#include "models/form/judge.h"
#include "models/form/schemadraft.h"
#include "models/form/schemaresolver.h"

#include <QCoreApplication>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

namespace podium {

struct Validator::Compiled
{
    std::unique_ptr<valijson::Schema> schema; ///< null for one that cannot be read
    QString problem;
    Patterns patterns;
};

namespace {

/// A view of `json` for as long as the caller keeps it.
SharedJson borrowed(const Json &json)
{
    return {std::shared_ptr<void>(), &json};
}

} // namespace

Validator::Validator(const Json &schema)
    : Validator(SchemaResolver(borrowed(schema)), schema)
{
}

Validator::Validator(const SchemaResolver &document, const Json &part)
    : m_compiled(std::make_unique<Compiled>())
{
    const PlainSchema plain = toDraft7(document, part);
    const nlohmann::json unordered(plain.schema);
    m_compiled->problem = plain.problems.join(u' ');
    try {
        auto schema = std::make_unique<valijson::Schema>();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(unordered), *schema);
        m_compiled->schema = std::move(schema);
    } catch (const std::exception &failure) {
        m_compiled->problem =
            QCoreApplication::translate("FormSchema", "The schema cannot be used to check the input (%1).")
                .arg(QString::fromUtf8(failure.what()));
    }
}

Validator::~Validator() = default;
Validator::Validator(Validator &&) noexcept = default;
Validator &Validator::operator=(Validator &&) noexcept = default;

QString Validator::problem() const
{
    return m_compiled->problem;
}

QList<FieldError> Validator::validate(const Json &value, const std::function<bool()> &cancelled) const
{
    QList<FieldError> errors;
    if (!m_compiled->schema)
        return errors;
    JudgeRun run{m_compiled->patterns, cancelled};
    Judge(run, value, {}, &errors).judge(*m_compiled->schema);
    return errors;
}

bool Validator::accepts(const Json &value) const
{
    if (!m_compiled->schema)
        return true;
    const std::function<bool()> never;
    JudgeRun run{m_compiled->patterns, never};
    return Judge(run, value, {}, nullptr).judge(*m_compiled->schema);
}

QList<FieldError> validate(const Json &schema, const Json &value)
{
    return Validator(schema).validate(value);
}

} // namespace podium
