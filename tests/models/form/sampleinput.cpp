// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/form/sampleinput.h"

#include "models/form/validator.h"

#include <QHash>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// A text for the patterns that occur in the schemas of the field; a test of a new one adds it here.
std::string textFor(const FormField &field)
{
    static const QHash<QString, const char *> byFormat{{u"date"_s, "2026-03-31"},
                                                       {u"time"_s, "14:30:00Z"},
                                                       {u"date-time"_s, "2026-03-31T14:30:00Z"},
                                                       {u"email"_s, "a@example.com"},
                                                       {u"uri"_s, "https://example.com/x"},
                                                       {u"ipv4"_s, "192.0.2.1"},
                                                       {u"hostname"_s, "flows.example.com"},
                                                       {u"uuid"_s, "123e4567-e89b-12d3-a456-426614174000"}};
    if (const char *text = byFormat.value(field.format))
        return text;
    if (!field.pattern.isEmpty()) {
        static const char *candidates[] = {"abc",
                                           "a1b2",
                                           "EN-1200",
                                           "abc-def",
                                           "https://example.com/a/b",
                                           "12",
                                           "1Gi",
                                           "10.0.0.1",
                                           "https://github.com/owner/repo",
                                           "owner/repo",
                                           "a@example.com",
                                           "org.acme",
                                           "ABC",
                                           "512Mi",
                                           "user:default/olivia",
                                           "2026-03",
                                           "2026-Q1",
                                           "1.2.3"};
        const Validator validator(*field.schema);
        for (const char *candidate : candidates) {
            if (validator.accepts(Json(candidate)))
                return candidate;
        }
    }
    return std::string(static_cast<std::size_t>(std::max<qint64>(field.minLength.value_or(1), 1)), 'x');
}

/// What is asked for may depend on what was filled in: goes on until nothing is added.
Json objectFor(const FormSchema &schema, const FormField &field, bool all, int depth)
{
    Json object = Json::object();
    for (bool isNews = true; std::exchange(isNews, false);) {
        const FormField whole = field.lazy ? schema.expanded(field) : field;
        const std::vector<FormField> members = schema.members(whole, object);
        for (const FormField &member : members) {
            const std::string key = member.key.toStdString();
            if ((member.required || (all && depth < 4)) && !object.contains(key)) {
                object[key] = sampleInput(schema, member, all, depth + 1);
                isNews = true;
            }
        }
    }
    if (all && depth < 4 && field.takesEntries && !object.contains("x-1"))
        object["x-1"] = sampleInput(schema, schema.entry(field, u"x-1"_s), all, depth + 1);
    return object;
}

/// The first usual number that fits.
Json numberFor(const FormField &field)
{
    const Validator validator(*field.schema);
    for (const Json &candidate : {field.minimum.value_or(1), field.maximum.value_or(1), Json(1), Json(0), Json(10)}) {
        if (validator.accepts(candidate))
            return candidate;
    }
    return 1;
}

} // namespace

Json sampleInput(const FormSchema &schema, const FormField &field, bool all, int depth)
{
    using Kind = FormField::Kind;
    if (field.defaultValue && field.kind != Kind::Object)
        return *field.defaultValue;
    switch (field.kind) {
    case Kind::Object:
        return objectFor(schema, field, all, depth);
    case Kind::Array: {
        Json items = Json::array();
        const qint64 count = std::max<qint64>({field.minItems.value_or(0), field.tuple, all && depth < 4 ? 1 : 0});
        for (qint64 i = 0; i < count; ++i)
            items.push_back(sampleInput(schema, schema.item(field, i), all, depth + 1));
        return items;
    }
    case Kind::MultiChoice:
        return Json::array({field.choices.first().value});
    case Kind::Choice:
        return field.choices.first().value;
    case Kind::Variant:
        return sampleInput(schema, schema.variant(field, 0), all, depth + 1);
    case Kind::Text:
        return textFor(field);
    case Kind::Number:
    case Kind::Integer:
        return numberFor(field);
    case Kind::Boolean:
        return true;
    case Kind::Constant:
        return *field.constant;
    case Kind::Raw:
        return Json::object();
    }
    return {};
}

} // namespace podium
