// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"

#include "models/form/fieldbuilder.h"
#include "models/form/patterns.h"
#include "models/form/schemaresolver.h"

#include <algorithm>

namespace podium {

namespace {

constexpr int kMaxInitialDepth = 12;
constexpr qint64 kMaxInitialItems = 20;
constexpr int kMaxInitialValues = FormSchema::kMaxFields;

/// The schema of one alternative of a variant field, with what all of them have in common.
SharedJson variantSchema(const FormField &field, qsizetype index)
{
    const char *key = alternativesKey(*field.schema);
    if (!*key || index < 0 || index >= static_cast<qsizetype>((*field.schema)[key].size()))
        return std::make_shared<const Json>(Json::object());
    Json common = *field.schema;
    Json alternative = common[key][static_cast<std::size_t>(index)];
    for (const char *told :
         {key, "title", "description", "default", "ui:title", "ui:description", "ui:help", "ui:widget"})
        common.erase(told);
    return std::make_shared<const Json>(Json{{"allOf", Json::array({alternative, common})}});
}

std::size_t sharedMembers(const Json &schema, const Json &value)
{
    const Json *properties = memberAt(schema, "properties");
    std::size_t shared = 0;
    for (auto it = value.begin(); properties && properties->is_object() && value.is_object() && it != value.end();
         ++it) {
        const auto found = properties->find(it.key());
        const Json *constant = found != properties->end() ? memberAt(*found, "const") : nullptr;
        shared += found == properties->end() ? 0U : (constant && *constant == *it ? 10U : 1U);
    }
    return shared;
}

bool isOfType(const Json &schema, const Json &value)
{
    const auto types = typesOf(schema);
    return std::any_of(types.begin(), types.end(), [&value](const std::string &type) {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
               (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number());
    });
}

class Initial
{
public:
    explicit Initial(const FormSchema &schema)
        : m_schema(schema)
    {
    }

    std::optional<Json> of(const FormField &field, int depth)
    {
        if (--m_valuesLeft < 0)
            return std::nullopt; // a schema that asks for lists of lists of itself
        if (field.kind == FormField::Kind::Object)
            return object(field, depth);
        if (field.defaultValue)
            return field.defaultValue;
        if (!field.required || depth > kMaxInitialDepth)
            return std::nullopt;
        switch (field.kind) {
        case FormField::Kind::Constant:
            return field.constant;
        case FormField::Kind::Boolean:
            return Json(false);
        case FormField::Kind::MultiChoice:
            return Json::array();
        case FormField::Kind::Array:
            return array(field, depth);
        case FormField::Kind::Variant:
            return of(m_schema.variant(field, 0), depth + 1);
        default:
            return std::nullopt;
        }
    }

private:
    std::optional<Json> object(const FormField &field, int depth)
    {
        if (field.defaultValue && !field.defaultValue->is_object())
            return field.defaultValue;
        Json value = field.defaultValue.value_or(Json::object());
        const auto add = [&](const FormField &member) {
            const std::string key = member.key.toStdString();
            if (value.contains(key))
                return;
            if (auto initial = of(member, depth + 1))
                value[key] = std::move(*initial);
        };
        for (const FormField &member : field.members)
            add(member);
        if (field.conditional && depth <= kMaxInitialDepth) {
            for (const FormField &member : m_schema.members(field, value))
                add(member);
        }
        if (value.empty() && !field.required && !field.defaultValue)
            return std::nullopt;
        return value;
    }

    Json array(const FormField &field, int depth)
    {
        Json items = Json::array();
        const qint64 needed = std::max<qint64>(field.minItems.value_or(0), field.tuple);
        for (qint64 i = 0; i < std::min(needed, kMaxInitialItems); ++i) {
            FormField item = m_schema.item(field, i);
            item.required = true;
            // Only whole items: a list of nulls would hide what is missing.
            const auto initial = of(item, depth + 1);
            if (!initial)
                break;
            items.push_back(*initial);
        }
        return items;
    }

    const FormSchema &m_schema;
    int m_valuesLeft = kMaxInitialValues;
};

} // namespace

FormSchema::FormSchema()
    : FormSchema(nullptr)
{
}

FormSchema::FormSchema(SharedJson schema)
    : m_resolver(std::make_unique<SchemaResolver>(std::move(schema)))
    , m_patterns(std::make_unique<Patterns>())
{
    FieldBuilder builder(*m_resolver, kMaxFields);
    m_root = builder.build(m_resolver->root(), {}, true);
    m_problems = builder.problems();
}

FormSchema::~FormSchema() = default;
FormSchema::FormSchema(FormSchema &&) noexcept = default;
FormSchema &FormSchema::operator=(FormSchema &&) noexcept = default;

FormField FormSchema::item(const FormField &array, qsizetype index) const
{
    const Json *leading = memberAt(*array.schema, "prefixItems");
    const Json *items = memberAt(*array.schema, "items");
    const Json *others = leading ? items : memberAt(*array.schema, "additionalItems");
    if (!leading && items && items->is_array())
        leading = items;
    const Json *chosen = items;
    if (leading && leading->is_array())
        chosen = index < array.tuple ? &(*leading)[static_cast<std::size_t>(index)] : others;
    const SharedJson schema = chosen ? partOf(array.schema, *chosen) : std::make_shared<const Json>(Json::object());
    FieldBuilder builder(*m_resolver, kMaxFields);
    return builder.build(schema, {}, true);
}

FormField FormSchema::entry(const FormField &object, const QString &key) const
{
    const Json *chosen = nullptr;
    const Json *patterns = memberAt(*object.schema, "patternProperties");
    const Json *others = memberAt(*object.schema, "additionalProperties");
    if (patterns && patterns->is_object()) {
        for (auto it = patterns->begin(); it != patterns->end() && !chosen; ++it) {
            // A name that is still to be typed is most likely one of those.
            const bool isNew = key.isEmpty() && !(others && others->is_object());
            if (isNew || m_patterns->matches(QString::fromStdString(it.key()), key) == Patterns::Answer::Yes)
                chosen = &*it;
        }
    }
    if (!chosen && others && others->is_object())
        chosen = others;
    FieldBuilder builder(*m_resolver, kMaxFields);
    const SharedJson schema = chosen ? partOf(object.schema, *chosen) : std::make_shared<const Json>(Json::object());
    FormField entry = builder.build(schema, {}, true);
    entry.title = key;
    entry.readOnly = entry.readOnly || object.readOnly;
    return entry;
}

bool FormSchema::hasMember(const FormField &object, const QString &key)
{
    const Json *properties = memberAt(*object.schema, "properties");
    return properties && memberAt(*properties, key.toUtf8().constData());
}

FormField FormSchema::variant(const FormField &field, qsizetype index) const
{
    FieldBuilder builder(*m_resolver, kMaxFields);
    FormField variant = builder.build(variantSchema(field, index), field.key.toStdString(), field.required);
    variant.readOnly = variant.readOnly || field.readOnly;
    // The choice itself says what a constant member says.
    for (FormField &member : variant.members)
        member.hidden = member.hidden || (member.required && member.kind == FormField::Kind::Constant);
    return variant;
}

qsizetype FormSchema::variantOf(const FormField &field, const Json &value) const
{
    qsizetype best = -1;
    std::size_t bestScore = 0;
    for (qsizetype i = 0; i < field.variants.size(); ++i) {
        const SharedJson schema = variantSchema(field, i);
        if (m_resolver->accepts(*schema, value))
            return i;
        const EffectiveSchema effective = m_resolver->effective(schema);
        const std::size_t score =
            sharedMembers(*effective.schema, value) * 2 + (isOfType(*effective.schema, value) ? 1 : 0);
        if (score > bestScore) {
            bestScore = score;
            best = i;
        }
    }
    return best;
}

FormField FormSchema::expanded(const FormField &field) const
{
    FieldBuilder builder(*m_resolver, kMaxFields);
    FormField whole = builder.build(field.source, field.key.toStdString(), field.required);
    whole.lazy = false;
    return whole;
}

std::vector<FormField> FormSchema::members(const FormField &object, const Json &value) const
{
    if (!object.conditional)
        return object.members;
    FieldBuilder builder(*m_resolver, kMaxFields);
    return builder.members(m_resolver->effective(object.source, &value).schema);
}

std::optional<Json> initialValue(const FormSchema &schema, const FormField &field)
{
    return Initial(schema).of(field, 0);
}

} // namespace podium
