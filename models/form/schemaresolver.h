// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace podium {

class Validator;

/// A part of a schema with its references followed, allOf merged and conditions decided.
struct EffectiveSchema
{
    SharedJson schema;        ///< an object; never null
    QStringList refs;         ///< the references that were followed
    QStringList problems;     ///< translated
    bool conditional = false; ///< if/then/else or dependencies take part: another value may give another schema
    bool impossible = false;  ///< the schema `false`: no value fits
};

/// Follows references within one schema document. References to other documents are refused: a server's schema must
/// not make the desktop fetch things. Const calls from any thread.
class SchemaResolver
{
public:
    explicit SchemaResolver(SharedJson root);
    ~SchemaResolver();

    const SharedJson &root() const { return m_root; }
    /// Since 2019-09 keywords beside $ref count; in older drafts only what describes (title, ui: hints) is taken.
    bool keywordsBesideRefCount() const { return m_modern; }
    /// What `ref` points to; nullptr with the reason (translated) in `problem`. "#/a/b", "#anchor", and the $id of an
    /// embedded schema are understood.
    const Json *target(const QString &ref, QString *problem) const;
    /// `schema` is part of root(), or an earlier answer. `value` decides conditions; null leaves them out.
    EffectiveSchema effective(const SharedJson &schema, const Json *value = nullptr) const;

    /// Whether `value` fits `schema`, a part of this document.
    bool accepts(const Json &schema, const Json &value) const;

private:
    struct Merge;
    void index(const Json &node, const QString &base, int depth);
    void mergeInto(Merge &merge, const Json &schema, int depth) const;
    void mergeConditions(Merge &merge, const Json &schema, int depth) const;

    SharedJson m_root;
    bool m_modern = false;
    QHash<QString, const Json *> m_byId; ///< absolute or plain $id, and "#anchor"
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::string, EffectiveSchema> m_plainRefs; ///< of {"$ref": …} alone
    mutable std::unordered_map<std::string, std::unique_ptr<Validator>> m_conditions;
};

} // namespace podium
