// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/secrets.h"

#include "models/form/schemaresolver.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostParts = 5'000; ///< that apply to one value: beyond it everything is taken for secret
constexpr int kMostDepth = 600;           ///< deeper than parseJson() lets a value be

class SecretSearch
{
public:
    using Parts = std::unordered_set<const Json *>;

    explicit SecretSearch(const SharedJson &schema)
        : m_resolver(schema)
    {
    }

    Parts root() const
    {
        Parts parts;
        gather(*m_resolver.root(), parts);
        return parts;
    }

    std::optional<Json> clean(const Json &value, const Parts &parts, int depth = 0) const
    {
        if (parts.empty())
            return value;
        const bool isSecret = std::any_of(parts.begin(), parts.end(), [](const Json *one) { return saysSecret(*one); });
        if (isSecret || parts.size() > kMostParts || depth > kMostDepth)
            return std::nullopt;
        if (value.is_object())
            return cleanObject(value, parts, depth);
        return value.is_array() ? cleanArray(value, parts, depth) : value;
    }

private:
    Json cleanObject(const Json &value, const Parts &parts, int depth) const
    {
        Json left = Json::object();
        for (const auto &[key, member] : value.items()) {
            if (auto kept = clean(member, partsOfMember(parts, key), depth + 1))
                left.get_ref<Json::object_t &>().emplace_back(key, std::move(*kept)); // each is new: do not look
        }
        return left;
    }

    std::optional<Json> cleanArray(const Json &value, const Parts &parts, int depth) const
    {
        Json left = Json::array();
        const std::size_t own = leading(parts);
        std::size_t secrets = 0;
        Parts rest;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i <= own) // those after the leading ones have one schema
                rest = partsOfItem(parts, i);
            auto kept = clean(value[i], rest, depth + 1);
            secrets += kept ? 0U : 1U;
            left.push_back(kept ? std::move(*kept) : Json(nullptr));
        }
        return secrets > 0 && secrets == value.size() ? std::nullopt : std::optional(std::move(left));
    }

    /// `schema` and all that may apply to the same value with it.
    void gather(const Json &schema, Parts &parts) const
    {
        if (!schema.is_object() || parts.size() > kMostParts || !parts.insert(&schema).second)
            return;
        for (const char *keyword : {"$ref", "$dynamicRef", "$recursiveRef"}) {
            if (const QString ref = stringAt(schema, keyword); !ref.isEmpty()) {
                if (const Json *to = m_resolver.target(ref, nullptr))
                    gather(*to, parts);
            }
        }
        for (const char *keyword : {"allOf", "anyOf", "oneOf"})
            gatherAll(memberAt(schema, keyword), parts);
        for (const char *keyword : {"dependencies", "dependentSchemas"})
            gatherAll(memberAt(schema, keyword), parts);
        for (const char *keyword : {"if", "then", "else"}) {
            if (const Json *part = memberAt(schema, keyword))
                gather(*part, parts);
        }
    }

    void gatherAll(const Json *list, Parts &parts) const
    {
        if (!list || !list->is_structured())
            return;
        for (const Json &part : *list)
            gather(part, parts);
    }

    Parts partsOfMember(const Parts &parts, const std::string &key) const
    {
        Parts found;
        for (const Json *part : parts) {
            const Json *properties = memberAt(*part, "properties");
            if (const Json *own = properties ? memberAt(*properties, key.c_str()) : nullptr)
                gather(*own, found);
            if (const Json *patterns = memberAt(*part, "patternProperties"); patterns && patterns->is_object()) {
                for (const auto &[pattern, schema] : patterns->items()) {
                    const QRegularExpression expression(QString::fromStdString(pattern));
                    // One that this engine cannot read may match.
                    if (!expression.isValid() || expression.match(QString::fromStdString(key)).hasMatch())
                        gather(schema, found);
                }
            }
            for (const char *keyword : {"additionalProperties", "unevaluatedProperties"}) {
                const Json *others = memberAt(*part, keyword);
                if (others && !(properties && properties->contains(key)))
                    gather(*others, found);
            }
        }
        return found;
    }

    /// How many entries have a schema of their own.
    static std::size_t leading(const Parts &parts)
    {
        std::size_t most = 0;
        for (const Json *part : parts) {
            for (const char *keyword : {"prefixItems", "items"}) {
                if (const Json *list = memberAt(*part, keyword); list && list->is_array())
                    most = std::max(most, list->size());
            }
        }
        return most;
    }

    Parts partsOfItem(const Parts &parts, std::size_t index) const
    {
        Parts found;
        for (const Json *part : parts) {
            const Json *own = memberAt(*part, "prefixItems");
            if (!own || !own->is_array())
                own = memberAt(*part, "items");
            const bool isOwn = own && own->is_array() && index < own->size();
            if (isOwn)
                gather((*own)[index], found);
            for (const char *keyword : {"items", "additionalItems", "unevaluatedItems", "contains"}) {
                const Json *others = memberAt(*part, keyword);
                if (others && (!isOwn || keyword == std::string_view("contains")))
                    gather(*others, found);
            }
        }
        return found;
    }

    SchemaResolver m_resolver;
};

} // namespace

bool saysSecret(const Json &schema)
{
    const auto isPassword = [](const Json *word) { return word && word->is_string() && *word == "password"; };
    const Json *options = memberAt(schema, "ui:options");
    const Json *writeOnly = memberAt(schema, "writeOnly");
    return isPassword(memberAt(schema, "format")) || isPassword(memberAt(schema, "ui:widget")) ||
           (options && isPassword(memberAt(*options, "widget"))) || (writeOnly && *writeOnly == true);
}

std::optional<Json> withoutSecrets(const SharedJson &schema, const Json &value)
{
    if (!schema)
        return value;
    const SecretSearch search(schema);
    return search.clean(value, search.root());
}

} // namespace podium
