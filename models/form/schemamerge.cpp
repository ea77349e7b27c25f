// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/schemamerge.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace podium {

namespace {

using Key = std::string_view;

constexpr std::array<Key, 12> kLeftToCaller{
    "$ref",         "$dynamicRef",       "$recursiveRef",    "allOf", "if",         "then", "else",
    "dependencies", "dependentRequired", "dependentSchemas", "$defs", "definitions"};
constexpr std::array<Key, 8> kAnnotations{"title",    "description", "default",   "examples",
                                          "readOnly", "writeOnly",   "enumNames", "deprecated"};
constexpr std::array<Key, 5> kLowerBounds{"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"};
constexpr std::array<Key, 5> kUpperBounds{"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"};
constexpr std::array<Key, 6> kConjoined{"items",    "additionalProperties", "additionalItems",
                                        "contains", "propertyNames",        "not"};

template <std::size_t N>
bool contains(const std::array<Key, N> &keys, Key key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool isAnnotation(Key key)
{
    return contains(kAnnotations, key) || key.substr(0, 3) == "ui:";
}

bool has(const Json &array, const Json &value)
{
    return std::find(array.begin(), array.end(), value) != array.end();
}

void addProperties(Json &into, const Json &properties)
{
    for (const auto &[name, schema] : properties.items()) {
        if (into.contains(name))
            into[name] = Json{{"allOf", Json::array({into[name], schema})}};
        else
            into[name] = schema;
    }
}

void addMissing(Json &into, const Json &values)
{
    for (const Json &value : values) {
        if (!has(into, value))
            into.push_back(value);
    }
}

Json asArray(const Json &value)
{
    return value.is_array() ? value : Json::array({value});
}

Json commonTypes(const Json &first, const Json &second)
{
    const Json left = asArray(first);
    const Json right = asArray(second);
    Json common = Json::array();
    for (const Json &type : left) {
        if (has(right, type) || (type == "integer" && has(right, "number")))
            common.push_back(type);
        else if (type == "number" && has(right, "integer"))
            common.push_back("integer");
    }
    return common.size() == 1 ? common[0] : common;
}

Json commonValues(const Json &first, const Json &second)
{
    Json common = Json::array();
    for (const Json &value : first) {
        if (has(second, value))
            common.push_back(value);
    }
    return common;
}

void mergeKeyword(Json &into, const std::string &key, const Json &value)
{
    Json &present = into[key];
    const bool bothObjects = present.is_object() && value.is_object();
    const bool bothArrays = present.is_array() && value.is_array();
    const bool bothNumbers = present.is_number() && value.is_number();
    if ((key == "properties" || key == "patternProperties") && bothObjects)
        addProperties(present, value);
    else if (key == "required" && bothArrays)
        addMissing(present, value);
    else if (key == "enum" && bothArrays)
        present = commonValues(present, value);
    else if (key == "type")
        present = commonTypes(present, value);
    else if (contains(kLowerBounds, key) && bothNumbers)
        present = std::max(present, value);
    else if (contains(kUpperBounds, key) && bothNumbers)
        present = std::min(present, value);
    else if (key == "uniqueItems")
        present = present == true || value == true;
    else if (contains(kConjoined, key) && present != value)
        present = key == "not" ? Json{{"anyOf", Json::array({present, value})}}
                               : Json{{"allOf", Json::array({present, value})}};
}

} // namespace

void mergeKeywords(Json &into, const Json &schema, MergeWhat what)
{
    for (const auto &[key, value] : schema.items()) {
        if (contains(kLeftToCaller, key) || (what == MergeWhat::Annotations && !isAnnotation(key)))
            continue;
        if (!into.contains(key))
            into[key] = value;
        else if (!isAnnotation(key))
            mergeKeyword(into, key, value);
    }
}

bool needsMerge(const Json &schema)
{
    return std::any_of(kLeftToCaller.begin(), kLeftToCaller.end() - 2,
                       [&schema](Key key) { return schema.contains(std::string(key)); });
}

QString refOf(const Json &schema)
{
    for (const char *key : {"$ref", "$dynamicRef", "$recursiveRef"}) {
        if (const QString ref = stringAt(schema, key); !ref.isEmpty())
            return ref;
    }
    return {};
}

} // namespace podium
