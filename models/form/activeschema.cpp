// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activeschema.h"

#include "models/form/formschema.h"
#include "models/form/validator.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 40;
constexpr int kMostChanges = 500;

class Replacing
{
public:
    Replacing(const Json &parts, UpdatedSchema &result)
        : m_parts(parts)
        , m_result(result)
    {
    }

    void visit(Json &schema, const QString &pointer, int depth)
    {
        const auto properties = schema.is_object() ? schema.find("properties") : schema.end();
        if (!schema.is_object() || properties == schema.end() || !properties->is_object() || depth > kMaxDepth)
            return;
        for (auto it = properties->begin(); it != properties->end(); ++it) {
            const QString name = QString::fromStdString(it.key());
            const QString here = pointer + u'/' + pointerToken(name);
            const Json *part = memberAt(m_parts, it.key().c_str());
            if (!part || !part->is_object() || m_result.changed.size() >= kMostChanges) {
                visit(*it, here, depth + 1);
                continue;
            }
            found << name;
            if (*it == *part)
                continue;
            *it = *part; // what is inside is as the server wants it: not looked at again
            m_result.changed << here;
        }
    }

    QStringList found;

private:
    const Json &m_parts;
    UpdatedSchema &m_result;
};

const FormField *fieldAt(const FormField &root, const QStringList &path)
{
    const FormField *at = &root;
    for (const QString &key : path) {
        const auto next = std::find_if(at->members.begin(), at->members.end(),
                                       [&key](const FormField &member) { return member.key == key; });
        if (next == at->members.end())
            return nullptr;
        at = &*next;
    }
    return at;
}

QStringList pathOf(const QString &pointer)
{
    QStringList path = pointer.split(u'/').sliced(1);
    for (QString &token : path)
        token.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return path;
}

} // namespace

UpdatedSchema withParts(const SharedJson &schema, const Json &parts)
{
    UpdatedSchema result;
    Json copy = *schema;
    Replacing replacing(parts, result);
    replacing.visit(copy, {}, 0);
    for (auto it = parts.begin(); parts.is_object() && it != parts.end(); ++it) {
        const QString name = QString::fromStdString(it.key());
        if (!replacing.found.contains(name))
            result.unknown << name;
    }
    result.schema = result.changed.isEmpty() ? schema : std::make_shared<const Json>(std::move(copy));
    return result;
}

Json keepWhatFits(const Json &value, const UpdatedSchema &updated)
{
    Json kept = value;
    const FormSchema form(updated.schema);
    for (const QString &pointer : updated.changed) {
        const QStringList path = pathOf(pointer);
        const FormField *field = fieldAt(form.root(), path);
        Json *owner = &kept;
        for (qsizetype i = 0; owner && i + 1 < path.size(); ++i) {
            const auto next = owner->is_object() ? owner->find(path.at(i).toStdString()) : owner->end();
            owner = owner->is_object() && next != owner->end() ? &*next : nullptr;
        }
        if (!field || !owner || !owner->is_object())
            continue;
        const std::string key = path.last().toStdString();
        const auto old = owner->find(key);
        // Unfinished is not wrong: only a value of another kind gives way.
        const bool fits = old != owner->end() && (old->is_object() == (field->kind == FormField::Kind::Object)) &&
                          (old->is_object() || Validator(*field->schema).accepts(*old));
        if (fits)
            continue;
        const auto initial = initialValue(form, *field);
        if (initial)
            (*owner)[key] = *initial;
        else if (old != owner->end())
            owner->erase(key);
    }
    return kept;
}

} // namespace podium
