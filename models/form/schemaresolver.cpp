// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/schemaresolver.h"

#include "models/form/schemamerge.h"
#include "models/form/validator.h"

#include <QCoreApplication>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 64; ///< of references and allOf within one another
constexpr int kMaxIndexDepth = 128;

QString say(const char *text)
{
    return QCoreApplication::translate("FormSchema", text);
}

/// Follows a JSON pointer (RFC 6901) in its URI fragment form.
const Json *walk(const Json &from, const QString &pointer)
{
    const Json *node = &from;
    if (pointer.isEmpty())
        return node;
    const auto tokens = pointer.split(u'/');
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        QString token = QUrl::fromPercentEncoding(tokens.at(i).toUtf8());
        token.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (node->is_object()) {
            const auto found = node->find(token.toStdString());
            if (found == node->end())
                return nullptr;
            node = &*found;
        } else if (node->is_array()) {
            bool isNumber = false;
            const auto at = token.toULongLong(&isNumber);
            if (!isNumber || at >= node->size())
                return nullptr;
            node = &(*node)[at];
        } else {
            return nullptr;
        }
    }
    return node;
}

QString withoutFragment(const QString &uri)
{
    return uri.section(u'#', 0, 0);
}

bool isOldDraft(const QString &dialect)
{
    return dialect.contains("draft-07"_L1) || dialect.contains("draft-06"_L1) || dialect.contains("draft-04"_L1) ||
           dialect.contains("draft-03"_L1);
}

} // namespace

struct SchemaResolver::Merge
{
    Json out = Json::object();
    const Json *value = nullptr;
    EffectiveSchema answer;
    QStringList active; ///< references being followed just now

    void problem(const QString &text)
    {
        if (!answer.problems.contains(text))
            answer.problems.append(text);
    }
};

SchemaResolver::SchemaResolver(SharedJson root)
    : m_root(root ? std::move(root) : std::make_shared<const Json>(Json::object()))
{
    m_modern = !isOldDraft(stringAt(*m_root, "$schema"));
    index(*m_root, {}, 0);
}

SchemaResolver::~SchemaResolver() = default;

void SchemaResolver::index(const Json &node, const QString &base, int depth)
{
    if (depth > kMaxIndexDepth || !node.is_structured())
        return;
    QString here = base;
    if (node.is_object()) {
        const QString id = stringAt(node, "$id");
        if (!id.isEmpty()) {
            here = base.isEmpty() ? withoutFragment(id) : QUrl(base).resolved(QUrl(withoutFragment(id))).toString();
            const auto remember = [this, &node](const QString &name) {
                if (!name.isEmpty() && !m_byId.contains(name))
                    m_byId.insert(name, &node);
            };
            remember(here);
            remember(id.startsWith(u'#') ? id : withoutFragment(id));
        }
        for (const char *key : {"$anchor", "$dynamicAnchor"}) {
            if (const QString anchor = stringAt(node, key); !anchor.isEmpty() && !m_byId.contains(u'#' + anchor))
                m_byId.insert(u'#' + anchor, &node);
        }
    }
    for (const Json &child : node)
        index(child, here, depth + 1);
}

const Json *SchemaResolver::target(const QString &ref, QString *problem) const
{
    const auto refuse = [problem](const QString &text) -> const Json * {
        if (problem)
            *problem = text;
        return nullptr;
    };
    const QString document = withoutFragment(ref);
    const QString fragment = ref.mid(document.size() + 1);
    const Json *from = m_root.get();
    if (!document.isEmpty()) {
        from = m_byId.value(document);
        if (!from) {
            const QUrl base(stringAt(*m_root, "$id"));
            from = m_byId.value(base.resolved(QUrl(document)).toString());
        }
        if (!from)
            return refuse(
                say("The schema refers to another document, “%1”, which Podium does not fetch.").arg(document));
    }
    const Json *found = nullptr;
    if (fragment.isEmpty() || fragment.startsWith(u'/')) {
        found = walk(*from, fragment);
        // A pointer inside an embedded schema starts at that schema.
        for (auto it = m_byId.cbegin(); !found && document.isEmpty() && it != m_byId.cend(); ++it)
            found = walk(**it, fragment);
    } else {
        found = m_byId.value(u'#' + fragment);
    }
    return found ? found : refuse(say("The schema refers to “%1”, which does not exist.").arg(ref));
}

EffectiveSchema SchemaResolver::effective(const SharedJson &schema, const Json *value) const
{
    Merge merge;
    merge.value = value;
    if (schema->is_object() && !needsMerge(*schema)) {
        merge.answer.schema = schema;
        return merge.answer;
    }
    // The common case, once for all places: a definition that is used often is not copied often.
    const bool isPlainRef = !value && schema->is_object() && schema->size() == 1 && schema->contains("$ref");
    const std::string key = isPlainRef ? stringAt(*schema, "$ref").toStdString() : std::string();
    if (isPlainRef) {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_plainRefs.find(key); found != m_plainRefs.end())
            return found->second;
    }
    mergeInto(merge, *schema, 0);
    merge.answer.schema = std::make_shared<const Json>(std::move(merge.out));
    if (isPlainRef) {
        const std::lock_guard lock(m_mutex);
        m_plainRefs.emplace(key, merge.answer);
    }
    return merge.answer;
}

void SchemaResolver::mergeInto(Merge &merge, const Json &schema, int depth) const
{
    if (depth > kMaxDepth)
        return merge.problem(say("The schema is nested too deeply."));
    if (schema.is_boolean()) {
        merge.answer.impossible = merge.answer.impossible || !schema.get<bool>();
        return;
    }
    if (!schema.is_object())
        return merge.problem(say("A part of the schema is neither an object nor true or false."));

    const QString ref = refOf(schema);
    mergeKeywords(merge.out, schema, !ref.isEmpty() && !m_modern ? MergeWhat::Annotations : MergeWhat::All);
    if (!ref.isEmpty()) {
        if (merge.active.contains(ref)) {
            merge.problem(say("The schema refers to itself without end (“%1”).").arg(ref));
        } else if (!merge.answer.refs.contains(ref)) {
            merge.answer.refs.append(ref);
            merge.active.append(ref);
            QString problem;
            if (const Json *to = target(ref, &problem))
                mergeInto(merge, *to, depth + 1);
            else
                merge.problem(problem);
            merge.active.removeLast();
        }
        if (!m_modern)
            return;
    }
    if (const Json *parts = memberAt(schema, "allOf"); parts && parts->is_array()) {
        for (const Json &part : *parts)
            mergeInto(merge, part, depth + 1);
    }
    mergeConditions(merge, schema, depth);
}

void SchemaResolver::mergeConditions(Merge &merge, const Json &schema, int depth) const
{
    if (const Json *condition = memberAt(schema, "if")) {
        merge.answer.conditional = true;
        const bool holds = merge.value && accepts(*condition, *merge.value);
        const Json *branch = memberAt(schema, holds ? "then" : "else");
        if (merge.value && branch)
            mergeInto(merge, *branch, depth + 1);
    }
    for (const char *keyword : {"dependencies", "dependentRequired", "dependentSchemas"}) {
        const Json *dependencies = memberAt(schema, keyword);
        if (!dependencies || !dependencies->is_object())
            continue;
        merge.answer.conditional = true;
        for (const auto &[property, needs] : dependencies->items()) {
            if (!merge.value || !merge.value->is_object() || !merge.value->contains(property))
                continue;
            if (needs.is_array())
                mergeKeywords(merge.out, Json{{"required", needs}}, MergeWhat::All);
            else
                mergeInto(merge, needs, depth + 1);
        }
    }
}

bool SchemaResolver::accepts(const Json &schema, const Json &value) const
{
    const std::string key = toBytes(schema).toStdString();
    const std::lock_guard lock(m_mutex);
    auto &validator = m_conditions[key];
    if (!validator)
        validator = std::make_unique<Validator>(*this, schema);
    return validator->accepts(value);
}

} // namespace podium
