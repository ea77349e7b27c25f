// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/exactnumber.h"
#include "models/form/formschema.h"
#include "models/form/hiddenwhen.h"
#include "models/form/inputplaces.h"
#include "models/form/inputtext.h"
#include "models/form/remoteschemas.h"
#include "models/form/secrets.h"
#include "models/form/validator.h"
#include "models/form/yamltext.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

namespace {

void walk(const FormSchema &schema, const FormField &field, const Json &value, int depth)
{
    if (depth > 3)
        return;
    (void)schema.variantOf(field, value);
    for (const FormField &member : schema.members(field, value))
        walk(schema, member, value, depth + 1);
    for (qsizetype i = 0; i < std::min<qsizetype>(field.variants.size(), 3); ++i)
        walk(schema, schema.variant(field, i), value, depth + 1);
    if (field.kind == FormField::Kind::Array)
        walk(schema, schema.item(field, 0), value, depth + 1);
    if (field.lazy)
        (void)schema.expanded(field);
    if (field.takesEntries)
        walk(schema, schema.entry(field, QStringLiteral("x-1")), value, depth + 1);
    if (field.hiddenWhen)
        (void)hides(*field.hiddenWhen, value);
}

} // namespace

/// Any bytes as a schema, and up to a newline-separated second text as a value: nothing may crash, hang or throw.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype cut = bytes.indexOf('\n');
    const QByteArray schemaText = cut < 0 ? bytes : bytes.left(cut);
    const QByteArray valueText = cut < 0 ? QByteArray("{}") : bytes.mid(cut + 1);
    (void)typedNumber(QString::fromUtf8(valueText));
    (void)roundedNumber(valueText);
    (void)inputFromText(valueText);
    const InputPlaces places(valueText);
    (void)places.linesOf(places.pointerAt(1, 1));
    const auto schema = parseJson(schemaText);
    const auto value = parseJson(valueText);
    if (!schema || !value)
        return 0;
    (void)hides(*schema, *value);
    for (const QUrl &address : missingDocuments(*schema))
        (void)withDocument(*schema, address, *value);
    // What is written as YAML is read as the same; numbers that are rounded are refused by both.
    const InputReading read = readInput(toYaml(*value));
    if (value->is_object() && read.value && !valueText.contains("\\u0000") &&
        nlohmann::json(*read.value) != nlohmann::json(*value))
        std::abort();
    const FormSchema form(std::make_shared<const Json>(*schema));
    (void)initialValue(form, form.root());
    // What was cleaned once stays as it is.
    const auto document = std::make_shared<const Json>(*schema);
    const auto clean = withoutSecrets(document, *value);
    if (clean && clean != withoutSecrets(document, *clean))
        std::abort();
    walk(form, form.root(), *value, 0);
    const Validator validator(*schema);
    const bool accepts = validator.accepts(*value);
    if (accepts != validator.validate(*value).isEmpty())
        std::abort();
    return 0;
}
