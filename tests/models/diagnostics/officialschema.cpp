// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/diagnostics/officialschema.h"

#include <QDir>
#include <QFile>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// References into other files become references into one document that holds them all.
nlohmann::json inlined(nlohmann::json part, const std::string &file)
{
    if (part.is_object() && part.contains("$ref") && part["$ref"].is_string()) {
        const std::string ref = part["$ref"];
        const std::size_t hash = ref.find('#');
        std::string name = ref.substr(0, hash);
        name = name.empty() ? file : name.substr(0, name.find(".json"));
        part["$ref"] = (name.empty() ? "#" : "#/definitions/" + name) + ref.substr(hash + 1);
    }
    if (part.is_object() && part.contains("format") && part["format"].is_string())
        part.erase("format"); // of which valijson makes a fault of its own where the value is no text
    if (part.is_structured()) {
        for (nlohmann::json &inner : part)
            inner = inlined(std::move(inner), file);
    }
    return part;
}

} // namespace

struct OfficialSchema::Parsed
{
    nlohmann::json document;
    valijson::Schema schema;
};

OfficialSchema::OfficialSchema(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists(u"workflow.json"_s))
        return;
    m_parsed = std::make_unique<Parsed>();
    const auto read = [&dir](const QString &name) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString(), nullptr, false)
                                              : nlohmann::json();
    };
    m_parsed->document = inlined(read(u"workflow.json"_s), {});
    m_parsed->document.erase("$id");
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : names) {
        const std::string base = name.chopped(5).toStdString();
        if (base == "workflow")
            continue;
        nlohmann::json part = inlined(read(name), base);
        part.erase("$id");
        m_parsed->document["definitions"][base] = std::move(part);
    }
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(m_parsed->document), m_parsed->schema);
}

OfficialSchema::~OfficialSchema() = default;

bool OfficialSchema::isThere() const
{
    return m_parsed != nullptr;
}

QString OfficialSchema::fault(const Json &definition) const
{
    const nlohmann::json target = nlohmann::json::parse(toBytes(definition).toStdString());
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(m_parsed->schema, valijson::adapters::NlohmannJsonAdapter(target), &results))
        return {};
    QString why;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string &part : error.context)
            why += QString::fromStdString(part);
        why += u": "_s + QString::fromStdString(error.description) + u"; "_s;
    }
    return why.isEmpty() ? u"It does not fit."_s : why;
}

} // namespace podium
