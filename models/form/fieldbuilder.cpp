// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/fieldbuilder.h"

#include "models/form/fieldhints.h"
#include "models/form/schemaresolver.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 24; ///< of objects within objects that are made at once
constexpr std::size_t kMaxChoices = 5'000;

QString say(const char *text)
{
    return QCoreApplication::translate("FormSchema", text);
}

bool isObject(const Json *node)
{
    return node && node->is_object();
}

bool isFilledArray(const Json *node)
{
    return node && node->is_array() && !node->empty();
}

/// An alternative that only rules (required, not…) and has nothing to show: the checks see to it.
bool onlyRules(const Json &alternative)
{
    static constexpr std::array<std::string_view, 9> shown{"type", "properties", "items", "enum", "const",
                                                           "$ref", "oneOf",      "anyOf", "allOf"};
    return alternative.is_object() && std::none_of(shown.begin(), shown.end(), [&](std::string_view key) {
               return alternative.contains(std::string(key));
           });
}

bool isNullType(const Json &alternative)
{
    const Json *type = memberAt(alternative, "type");
    const Json *constant = memberAt(alternative, "const");
    return (type && *type == "null") || (constant && constant->is_null());
}

} // namespace

SharedJson partOf(const SharedJson &owner, const Json &node)
{
    return {owner, &node};
}

const char *alternativesKey(const Json &schema)
{
    for (const char *key : {"oneOf", "anyOf"}) {
        const Json *list = memberAt(schema, key);
        if (isFilledArray(list) && !std::all_of(list->begin(), list->end(), onlyRules))
            return key;
    }
    return "";
}

std::vector<std::string> typesOf(const Json &schema)
{
    std::vector<std::string> types;
    if (const Json *type = memberAt(schema, "type")) {
        for (const Json &one : type->is_array() ? *type : Json::array({*type})) {
            if (one.is_string() && one != "null")
                types.push_back(one.get<std::string>());
        }
        return types;
    }
    const auto hasAny = [&schema](std::initializer_list<const char *> keys) {
        return std::any_of(keys.begin(), keys.end(), [&schema](const char *key) { return schema.contains(key); });
    };
    if (hasAny({"properties", "required", "if", "dependencies", "dependentSchemas", "minProperties", "maxProperties"}))
        types.emplace_back("object");
    else if (hasAny({"items", "prefixItems", "minItems", "maxItems", "uniqueItems"}))
        types.emplace_back("array");
    else if (hasAny({"pattern", "format", "minLength", "maxLength"}))
        types.emplace_back("string");
    else if (hasAny({"minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"}))
        types.emplace_back("number");
    return types;
}

void FieldBuilder::problem(const QString &text)
{
    if (!m_problems.contains(text))
        m_problems.append(text);
}

FormField FieldBuilder::build(const SharedJson &schema, const std::string &key, bool required, const QStringList &trail)
{
    FormField field;
    field.key = QString::fromStdString(key);
    field.required = required;
    field.source = schema;
    if (--m_fieldsLeft < 0 || m_depth > kMaxDepth + 8) {
        field.schema = schema;
        if (schema->is_object())
            readHints(field, *schema);
        problem(say("The form is too long: the rest of it is edited as JSON."));
        fillRaw(field, say("The form is too long: this part is edited as JSON."));
        return field;
    }
    const EffectiveSchema effective = m_resolver.effective(schema);
    field.schema = effective.schema;
    field.conditional = effective.conditional;
    readHints(field, *field.schema);
    for (const QString &text : effective.problems) {
        problem(text);
        field.note = text;
    }
    const Json *type = memberAt(*field.schema, "type");
    field.nullable = (type && type->is_array() && std::find(type->begin(), type->end(), "null") != type->end()) ||
                     field.schema->value("nullable", Json(false)) == true;

    if (effective.impossible) {
        fillRaw(field, say("The schema allows no value here."));
        return field;
    }
    const bool again = std::any_of(effective.refs.begin(), effective.refs.end(),
                                   [&trail](const QString &ref) { return trail.contains(ref); });
    if (again || m_depth > kMaxDepth)
        field.lazy = true;
    ++m_depth;
    fillKind(field, trail + effective.refs);
    --m_depth;
    return field;
}

void FieldBuilder::fillRaw(FormField &field, const QString &note)
{
    field.kind = FormField::Kind::Raw;
    field.lazy = false;
    if (field.note.isEmpty())
        field.note = note;
}

void FieldBuilder::fillKind(FormField &field, const QStringList &trail)
{
    const Json &schema = *field.schema;
    if (const Json *constant = memberAt(schema, "const")) {
        field.kind = FormField::Kind::Constant;
        field.constant = *constant;
        return;
    }
    if (isFilledArray(memberAt(schema, "enum"))) {
        field.choices = readChoices(schema, &field.nullable);
        if (static_cast<std::size_t>(field.choices.size()) > kMaxChoices)
            return fillRaw(field, say("There are too many choices to list."));
        field.kind = FormField::Kind::Choice;
        return;
    }
    if (*alternativesKey(schema) && fillAlternatives(field, trail))
        return;
    const auto types = typesOf(schema);
    if (types.size() == 1)
        return fillByType(field, types.front(), trail);
    if (types.empty())
        return fillRaw(field, say("Any value is allowed here."));
    // A value of several types is a choice between them.
    Json alternatives = Json::array();
    for (const std::string &type : types)
        alternatives.push_back(Json{{"type", type}});
    Json rewritten = schema;
    rewritten.erase("type");
    rewritten["anyOf"] = std::move(alternatives);
    field.schema = std::make_shared<const Json>(std::move(rewritten));
    fillAlternatives(field, trail);
}

void FieldBuilder::fillByType(FormField &field, const std::string &type, const QStringList &trail)
{
    using Kind = FormField::Kind;
    if (type == "object")
        fillObject(field, trail);
    else if (type == "array")
        fillArray(field);
    else if (type == "string")
        field.kind = Kind::Text;
    else if (type == "number")
        field.kind = Kind::Number;
    else if (type == "integer")
        field.kind = Kind::Integer;
    else if (type == "boolean")
        field.kind = Kind::Boolean;
    else
        fillRaw(field, say("Podium does not know the type “%1”.").arg(QString::fromStdString(type)));
}

QList<FormChoice> FieldBuilder::constants(const Json &alternatives) const
{
    QList<FormChoice> choices;
    for (const Json &alternative : alternatives) {
        const Json *constant = memberAt(alternative, "const");
        if (!constant) {
            const Json *values = memberAt(alternative, "enum");
            constant = values && values->is_array() && values->size() == 1 ? &(*values)[0] : nullptr;
        }
        if (!constant || constant->is_structured())
            return {};
        const QString title = stringAt(alternative, "title");
        choices.append({*constant, title.isEmpty() ? choiceLabel(*constant) : title});
    }
    return choices;
}

bool FieldBuilder::fillAlternatives(FormField &field, const QStringList &trail)
{
    const std::string key = alternativesKey(*field.schema);
    const Json &all = (*field.schema)[key];
    Json shown = Json::array();
    for (const Json &alternative : all) {
        if (isNullType(alternative))
            field.nullable = true;
        else
            shown.push_back(alternative);
    }
    if (shown.empty())
        return false;
    field.choices = constants(shown);
    if (!field.choices.isEmpty()) {
        field.kind = FormField::Kind::Choice;
        return true;
    }
    Json rest = *field.schema;
    if (shown.size() == 1) {
        // "this or null": simply this
        rest.erase(key);
        Json merged{{"allOf", Json::array({rest, shown[0]})}};
        const bool nullable = field.nullable;
        field = build(std::make_shared<const Json>(std::move(merged)), field.key.toStdString(), field.required, trail);
        field.nullable = nullable;
        return true;
    }
    if (shown.size() != all.size()) {
        rest[key] = std::move(shown);
        field.schema = std::make_shared<const Json>(std::move(rest));
    }
    const Json &alternatives = (*field.schema)[key];
    field.kind = FormField::Kind::Variant;
    for (std::size_t i = 0; i < alternatives.size(); ++i)
        field.variants.append(variantTitle(partOf(field.schema, alternatives[i]), static_cast<qsizetype>(i) + 1));
    return true;
}

QString FieldBuilder::variantTitle(const SharedJson &alternative, qsizetype number) const
{
    const EffectiveSchema effective = m_resolver.effective(alternative);
    if (const QString title = stringAt(*effective.schema, "title"); !title.isEmpty())
        return title;
    // {"kind": {"const": "git"}, …}: the constant names the alternative
    const Json *properties = memberAt(*effective.schema, "properties");
    for (auto it = properties ? properties->begin() : Json::const_iterator();
         isObject(properties) && it != properties->end(); ++it) {
        if (const Json *constant = memberAt(*it, "const"))
            return choiceLabel(*constant);
    }
    if (const QString description = stringAt(*effective.schema, "description");
        !description.isEmpty() && description.size() < 40)
        return description;
    static const QHash<QString, const char *> names{{u"string"_s, QT_TRANSLATE_NOOP("FormSchema", "Text")},
                                                    {u"number"_s, QT_TRANSLATE_NOOP("FormSchema", "Number")},
                                                    {u"integer"_s, QT_TRANSLATE_NOOP("FormSchema", "Whole number")},
                                                    {u"boolean"_s, QT_TRANSLATE_NOOP("FormSchema", "Yes or no")},
                                                    {u"array"_s, QT_TRANSLATE_NOOP("FormSchema", "List")}};
    const auto types = typesOf(*effective.schema);
    const char *name = types.size() == 1 ? names.value(QString::fromStdString(types.front())) : nullptr;
    return name ? say(name) : say("Option %1").arg(number);
}

void FieldBuilder::fillObject(FormField &field, const QStringList &trail)
{
    const Json *properties = memberAt(*field.schema, "properties");
    const Json *required = memberAt(*field.schema, "required");
    const bool hasMembers = (isObject(properties) && !properties->empty()) || isFilledArray(required);
    const Json *others = memberAt(*field.schema, "additionalProperties");
    const bool closed = others && *others == false;
    const Json *byPattern = memberAt(*field.schema, "patternProperties");
    field.takesEntries = (isObject(others) && !others->empty()) || (isObject(byPattern) && !byPattern->empty());
    if (!hasMembers && !field.conditional && !closed && !field.takesEntries)
        return fillRaw(field, say("Any properties are allowed here."));
    field.kind = FormField::Kind::Object;
    if (!field.lazy)
        field.members = members(field.schema, trail);
}

std::vector<FormField> FieldBuilder::members(const SharedJson &schema, const QStringList &trail)
{
    std::vector<FormField> members;
    const Json *properties = memberAt(*schema, "properties");
    const Json *required = memberAt(*schema, "required");
    // By name once: to look for each takes as long as there are many.
    std::unordered_map<std::string_view, const Json *> parts;
    if (properties && properties->is_object()) {
        for (auto it = properties->begin(); it != properties->end(); ++it)
            parts.emplace(it.key(), &*it);
    }
    std::unordered_set<std::string> needed;
    for (std::size_t i = 0; required && required->is_array() && i < required->size(); ++i) {
        if ((*required)[i].is_string())
            needed.insert((*required)[i].get<std::string>());
    }
    for (const std::string &name : orderedProperties(*schema)) {
        if (isFull())
            break; // what is left is edited in the JSON of the whole
        members.push_back(build(partOf(schema, *parts.at(name)), name, needed.contains(name), trail));
    }
    for (std::size_t i = 0; required && required->is_array() && i < required->size(); ++i) {
        const Json &name = (*required)[i];
        if (!name.is_string() || isFull() || parts.contains(name.get<std::string>()))
            continue;
        FormField field = build(std::make_shared<const Json>(true), name.get<std::string>(), true);
        field.note = say("The schema asks for this value but does not describe it.");
        members.push_back(std::move(field));
    }
    return members;
}

void FieldBuilder::fillArray(FormField &field)
{
    field.lazy = false; // items are made on demand anyway
    const Json *leading = memberAt(*field.schema, "prefixItems");
    const Json *items = memberAt(*field.schema, "items");
    const Json *others = leading ? items : memberAt(*field.schema, "additionalItems");
    if (!leading && items && items->is_array())
        leading = items;
    if (leading && leading->is_array()) {
        field.kind = FormField::Kind::Array;
        field.tuple = static_cast<qsizetype>(leading->size());
        field.fixedSize = !isObject(others);
        return;
    }
    if (!isObject(items) || items->empty())
        return fillRaw(field, say("A list of any values, edited as JSON."));
    field.kind = FormField::Kind::Array;
    const EffectiveSchema item = m_resolver.effective(partOf(field.schema, *items));
    bool nullable = false;
    const bool isMulti = field.uniqueItems || field.widget == FormField::Widget::Checkboxes;
    if (isMulti)
        field.choices = readChoices(*item.schema, &nullable);
    if (field.choices.isEmpty() && isMulti && *alternativesKey(*item.schema))
        field.choices = constants((*item.schema)[alternativesKey(*item.schema)]);
    if (!field.choices.isEmpty() && field.choices.size() <= 60 && !nullable)
        field.kind = FormField::Kind::MultiChoice;
    else
        field.choices.clear();
}

} // namespace podium
