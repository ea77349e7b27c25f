// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/form/randomschema.h"

namespace podium {

Json RandomSchema::make()
{
    Json schema = object(0);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#";
    schema["definitions"] = {
        {"code", {{"title", "Code"}, {"type", "string"}, {"pattern", "^[A-Z]{2}-[0-9]{4}$"}}},
        {"size", {{"type", "integer"}, {"minimum", 1}, {"maximum", 9}, {"default", 3}}},
        {"tree",
         {{"type", "object"},
          {"required", {"name"}},
          {"properties",
           {{"name", {{"type", "string"}}},
            {"children", {{"type", "array"}, {"maxItems", 3}, {"items", {{"$ref", "#/definitions/tree"}}}}}}}}}};
    addConditions(schema);
    return schema;
}

Json RandomSchema::part(int depth)
{
    Json schema;
    switch (below(depth < 3 ? 12 : 7)) {
    case 0:
    case 1:
        schema = text();
        break;
    case 2:
        schema = number();
        break;
    case 3:
        schema = choice();
        break;
    case 4:
        schema = {{"type", "boolean"}};
        break;
    case 5: {
        const char *targets[] = {"code", "size", "tree"};
        return {{"$ref", std::string("#/definitions/") + targets[below(3)]}};
    }
    case 6:
        schema = often() ? Json{{"const", "fixed"}} : Json{{"type", {"string", "null"}}};
        break;
    case 7:
        schema = list(depth + 1);
        break;
    case 8:
        schema = map(depth + 1);
        break;
    case 9:
        schema = alternatives(depth + 1);
        break;
    case 10:
        return {{"allOf", {object(depth + 1), {{"title", "All of it"}, {"maxProperties", 20}}}}};
    default:
        schema = object(depth + 1);
    }
    describe(schema);
    return schema;
}

Json RandomSchema::text()
{
    static const char *formats[] = {"date", "time", "date-time", "email", "uri", "uuid", "ipv4", "hostname"};
    static const char *patterns[] = {"^[a-z]+$", "^[A-Z]{2}-[0-9]{4}$", "^[0-9]+$", "^https://"};
    Json schema{{"type", "string"}};
    switch (below(5)) {
    case 0:
        schema["format"] = formats[below(8)];
        break;
    case 1:
        schema["pattern"] = patterns[below(4)];
        break;
    case 2:
        schema["minLength"] = below(5);
        schema["maxLength"] = 5 + below(50);
        break;
    case 3:
        schema["default"] = "as it comes";
        schema["examples"] = {"one", "two"};
        break;
    default:
        if (often())
            schema["ui:widget"] = often() ? "textarea" : "password";
    }
    return schema;
}

Json RandomSchema::number()
{
    const bool isWhole = often();
    Json schema{{"type", isWhole ? "integer" : "number"}};
    switch (below(4)) {
    case 0:
        schema["minimum"] = -below(10);
        schema["maximum"] = 1 + below(100);
        break;
    case 1:
        schema["exclusiveMinimum"] = -1 - below(10);
        schema["exclusiveMaximum"] = 2 + below(100);
        break;
    case 2:
        schema["multipleOf"] = isWhole ? Json(5) : Json(0.25);
        schema["minimum"] = 10;
        break;
    default:
        if (often())
            schema["default"] = isWhole ? Json(7) : Json(1.5);
    }
    return schema;
}

Json RandomSchema::choice()
{
    if (often()) {
        Json schema{{"type", "string"}, {"enum", {"red", "green", "blue"}}};
        if (often())
            schema["enumNames"] = {"Red", "Green", "Blue"};
        if (often())
            schema["ui:widget"] = "radio";
        return schema;
    }
    return {{"enum", {1, "two", 3.5, true}}};
}

Json RandomSchema::list(int depth)
{
    Json schema{{"type", "array"}};
    switch (below(4)) {
    case 0: // boxes to tick
        schema["items"] = {{"type", "string"}, {"enum", {"a", "b", "c"}}};
        schema["uniqueItems"] = true;
        break;
    case 1: // a tuple
        schema["items"] = {part(depth + 1), part(depth + 1)};
        schema["additionalItems"] = often() ? Json(false) : Json{{"type", "integer"}};
        schema["maxItems"] = 4;
        break;
    default:
        schema["items"] = part(depth + 1);
        schema["minItems"] = below(2);
        schema["maxItems"] = 2 + below(3);
    }
    return schema;
}

Json RandomSchema::object(int depth)
{
    Json properties = Json::object();
    Json required = Json::array();
    const int count = 1 + below(depth == 0 ? 8 : 4);
    for (int i = 0; i < count; ++i) {
        const std::string name = i == 0 && seldom() ? "odd/na~me \"x\"" : "field" + std::to_string(i);
        properties[name] = part(depth + 1);
        if (often())
            required.push_back(name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
    if (seldom())
        schema["additionalProperties"] = true;
    if (seldom())
        schema["ui:order"] = {"field1", "*"};
    return schema;
}

Json RandomSchema::map(int depth)
{
    Json schema{{"type", "object"}};
    if (often())
        schema["additionalProperties"] = part(depth + 1);
    else
        schema["patternProperties"] = {{"^x-", text()}};
    if (often())
        schema["properties"] = {{"own", text()}};
    return schema;
}

Json RandomSchema::alternatives(int depth)
{
    Json list = Json::array();
    const int count = 2 + below(2);
    for (int i = 0; i < count; ++i) {
        Json properties{{"kind", {{"const", "k" + std::to_string(i)}}}};
        properties["of" + std::to_string(i)] = part(depth + 1);
        list.push_back({{"title", "Way " + std::to_string(i)},
                        {"type", "object"},
                        {"required", {"kind"}},
                        {"properties", std::move(properties)}});
    }
    return {{often() ? "oneOf" : "anyOf", std::move(list)}};
}

void RandomSchema::addConditions(Json &schema)
{
    if (often()) {
        schema["properties"]["switch"] = {{"type", "boolean"}, {"default", often()}};
        schema["if"] = {{"properties", {{"switch", {{"const", true}}}}}, {"required", {"switch"}}};
        schema["then"] = {{"properties", {{"whenOn", text()}}}, {"required", {"whenOn"}}};
        schema["else"] = {{"properties", {{"whenOff", number()}}}};
    }
    if (seldom())
        schema["dependencies"] = {{"field0", {{"properties", {{"with0", {{"type", "string"}}}}}}}};
}

void RandomSchema::describe(Json &schema)
{
    if (often())
        schema["title"] = "Title " + std::to_string(below(100));
    if (often())
        schema["description"] = "What it is for";
    if (seldom())
        schema["readOnly"] = true;
    if (seldom())
        schema["ui:help"] = "Help";
    if (seldom())
        schema["ui:hidden"] = true;
}

} // namespace podium
