// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/schemadraft.h"

#include "models/form/schemamerge.h"
#include "models/form/schemaresolver.h"

#include <QCoreApplication>

#include <array>
#include <deque>
#include <string_view>
#include <unordered_map>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 96; ///< valijson recurses
constexpr int kMaxNodes = 50'000;

constexpr std::array<const char *, 7> kTypes{"array", "boolean", "integer", "null", "number", "object", "string"};
constexpr std::array<const char *, 6> kCounts{"minLength", "maxLength",     "minItems",
                                              "maxItems",  "minProperties", "maxProperties"};
constexpr std::array<const char *, 4> kSingleSchemas{"not", "if", "then", "else"};

class Rewriter
{
public:
    explicit Rewriter(const SchemaResolver &document)
        : m_document(document)
    {
    }

    PlainSchema run(const Json &part)
    {
        PlainSchema plain;
        plain.schema = rewrite(part, 0);
        if (!plain.schema.is_object())
            plain.schema = Json{{"allOf", Json::array({plain.schema})}};
        Json definitions = Json::object();
        while (!m_waiting.empty()) {
            const auto [name, target] = m_waiting.front();
            m_waiting.pop_front();
            definitions[name] = rewrite(*target, 0);
        }
        if (!definitions.empty())
            plain.schema["definitions"] = std::move(definitions);
        plain.problems = m_problems;
        return plain;
    }

private:
    void problem(const QString &text)
    {
        if (!m_problems.contains(text))
            m_problems.append(text);
    }

    Json rewrite(const Json &schema, int depth)
    {
        if (schema.is_boolean())
            return schema;
        if (!schema.is_object())
            return true;
        if (depth > kMaxDepth || ++m_nodes > kMaxNodes) {
            problem(
                QCoreApplication::translate("FormSchema", "The schema is too large to be checked here completely."));
            return true;
        }
        const QString ref = refOf(schema);
        if (!ref.isEmpty() && !m_document.keywordsBesideRefCount())
            return reference(ref);

        Json out = Json::object();
        types(out, schema);
        counts(out, schema);
        bounds(out, schema);
        values(out, schema);
        objects(out, schema, depth);
        arrays(out, schema, depth);
        combinations(out, schema, depth);
        if (!ref.isEmpty())
            addPart(out, reference(ref));
        return out;
    }

    /// Everything valijson sees of a reference is "#/definitions/N": its pointers know no empty keys, and its cache
    /// goes by their spelling.
    Json reference(const QString &ref)
    {
        QString why;
        const Json *target = m_document.target(ref, &why);
        for (int hops = 0; target && target->is_object() && !m_document.keywordsBesideRefCount(); ++hops) {
            const QString next = refOf(*target);
            if (next.isEmpty())
                break;
            target = hops < kMaxDepth ? m_document.target(next, &why) : nullptr;
        }
        if (!target) {
            problem(why.isEmpty()
                        ? QCoreApplication::translate("FormSchema", "The schema refers to itself without end (“%1”).")
                              .arg(ref)
                        : why);
            return true;
        }
        const auto [known, isNew] = m_names.try_emplace(target, "d" + std::to_string(m_names.size()));
        if (isNew)
            m_waiting.emplace_back(known->second, target);
        return Json{{"$ref", "#/definitions/" + known->second}};
    }

    static void addPart(Json &out, Json part)
    {
        Json &all = out["allOf"];
        if (all.is_null())
            all = Json::array();
        all.push_back(std::move(part));
    }

    static void types(Json &out, const Json &schema)
    {
        const Json *type = memberAt(schema, "type");
        if (!type)
            return;
        Json known = Json::array();
        for (const Json &one : type->is_array() ? *type : Json::array({*type})) {
            const bool isKnown =
                std::any_of(kTypes.begin(), kTypes.end(), [&one](const char *name) { return one == name; });
            if (isKnown && std::find(known.begin(), known.end(), one) == known.end())
                known.push_back(one);
        }
        // OpenAPI's spelling, which generated schemas use
        if (!known.empty() && schema.value("nullable", Json(false)) == true)
            known.push_back("null");
        if (!known.empty())
            out["type"] = known.size() == 1 ? known[0] : known;
    }

    static void counts(Json &out, const Json &schema)
    {
        for (const char *key : kCounts) {
            const Json *count = memberAt(schema, key);
            if (count && count->is_number_unsigned())
                out[key] = *count;
            else if (count && count->is_number_float() && count->get<double>() >= 0 && count->get<double>() < 1e15)
                out[key] = static_cast<std::uint64_t>(count->get<double>());
        }
        if (schema.value("uniqueItems", Json(false)) == true)
            out["uniqueItems"] = true;
    }

    static void bounds(Json &out, const Json &schema)
    {
        const auto bound = [&](const char *key, const char *exclusiveKey) {
            const Json *inclusive = memberAt(schema, key);
            const Json *exclusive = memberAt(schema, exclusiveKey);
            const bool draft4 = exclusive && exclusive->is_boolean() && exclusive->get<bool>();
            if (inclusive && inclusive->is_number())
                out[draft4 ? exclusiveKey : key] = *inclusive;
            if (exclusive && exclusive->is_number())
                out[exclusiveKey] = *exclusive;
        };
        bound("minimum", "exclusiveMinimum");
        bound("maximum", "exclusiveMaximum");
        const Json *step = memberAt(schema, "multipleOf");
        if (step && step->is_number() && step->get<double>() > 0)
            out["multipleOf"] = *step;
    }

    static void values(Json &out, const Json &schema)
    {
        if (const Json *constant = memberAt(schema, "const"))
            out["const"] = *constant;
        if (const Json *list = memberAt(schema, "enum"); list && list->is_array() && !list->empty()) {
            // valijson refuses duplicates
            Json unique = Json::array();
            for (const Json &value : *list) {
                if (unique.size() < 10'000 && std::find(unique.begin(), unique.end(), value) == unique.end())
                    unique.push_back(value);
            }
            out["enum"] = std::move(unique);
        }
        for (const char *key : {"pattern", "format"}) {
            const Json *text = memberAt(schema, key);
            if (text && text->is_string() && *text != "")
                out[key] = *text;
        }
    }

    void copyMap(Json &out, const Json &schema, const char *key, int depth)
    {
        const Json *map = memberAt(schema, key);
        if (!map || !map->is_object())
            return;
        Json &copy = out[key] = Json::object();
        for (const auto &[name, part] : map->items())
            copy[name] = rewrite(part, depth + 1);
    }

    void objects(Json &out, const Json &schema, int depth)
    {
        copyMap(out, schema, "properties", depth);
        copyMap(out, schema, "patternProperties", depth);
        if (const Json *others = memberAt(schema, "additionalProperties"))
            out["additionalProperties"] = rewrite(*others, depth + 1);
        // In a part of its own: valijson 1.0 takes the name of the enclosing schema for it, and finds that one instead.
        if (const Json *names = memberAt(schema, "propertyNames"))
            addPart(out, Json{{"propertyNames", rewrite(*names, depth + 1)}});
        if (const Json *required = memberAt(schema, "required"); required && required->is_array()) {
            Json names = Json::array();
            for (const Json &name : *required) {
                if (name.is_string() && std::find(names.begin(), names.end(), name) == names.end())
                    names.push_back(name);
            }
            out["required"] = std::move(names);
        }
        for (const char *key : {"dependencies", "dependentRequired", "dependentSchemas"})
            dependencies(out, schema, key, depth);
    }

    void dependencies(Json &out, const Json &schema, const char *key, int depth)
    {
        const Json *all = memberAt(schema, key);
        if (!all || !all->is_object() || all->empty())
            return;
        Json plain = Json::object();
        for (const auto &[name, needs] : all->items()) {
            if (!needs.is_array()) {
                plain[name] = rewrite(needs, depth + 1);
                continue;
            }
            Json &names = plain[name] = Json::array();
            for (const Json &other : needs) {
                if (other.is_string())
                    names.push_back(other);
            }
        }
        addPart(out, Json{{"dependencies", std::move(plain)}});
    }

    void arrays(Json &out, const Json &schema, int depth)
    {
        const Json *items = memberAt(schema, "items");
        const Json *leading = memberAt(schema, "prefixItems");
        const Json *others = memberAt(schema, "additionalItems");
        if (leading)
            others = items;
        else if (items && items->is_array())
            leading = items;
        if (leading && leading->is_array()) {
            Json &list = out["items"] = Json::array();
            for (const Json &part : *leading)
                list.push_back(rewrite(part, depth + 1));
            if (others)
                out["additionalItems"] = rewrite(*others, depth + 1);
        } else if (items) {
            out["items"] = rewrite(*items, depth + 1);
        }
        if (const Json *some = memberAt(schema, "contains"); some && !schema.contains("minContains"))
            out["contains"] = rewrite(*some, depth + 1);
    }

    void combinations(Json &out, const Json &schema, int depth)
    {
        for (const char *key : {"allOf", "anyOf", "oneOf"}) {
            const Json *parts = memberAt(schema, key);
            if (!parts || !parts->is_array() || parts->empty())
                continue;
            Json list = out.value(key, Json::array());
            for (const Json &part : *parts)
                list.push_back(rewrite(part, depth + 1));
            out[key] = std::move(list);
        }
        for (const char *key : kSingleSchemas) {
            if (const Json *part = memberAt(schema, key))
                out[key] = rewrite(*part, depth + 1);
        }
        if (!out.contains("if")) {
            out.erase("then");
            out.erase("else");
        }
    }

    const SchemaResolver &m_document;
    std::unordered_map<const Json *, std::string> m_names;
    std::deque<std::pair<std::string, const Json *>> m_waiting;
    QStringList m_problems;
    int m_nodes = 0;
};

} // namespace

PlainSchema toDraft7(const SchemaResolver &document, const Json &part)
{
    return Rewriter(document).run(part);
}

} // namespace podium
