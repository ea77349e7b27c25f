// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"

#include <memory>

namespace podium {

class Patterns;
class SchemaResolver;

/// A JSON Schema (draft 7, 2019-09, 2020-12) as a tree of form fields. Whatever it says that a form cannot show becomes
/// a field that is edited as JSON, with a note: no part of the input is ever out of reach. Safe for any schema: at most
/// kMaxFields fields, references that never end and references to other documents are told, not followed.
/// Const calls from any thread.
class FormSchema
{
public:
    static constexpr int kMaxFields = 2000;

    FormSchema(); ///< of a workflow without a schema: the root is edited as JSON
    explicit FormSchema(SharedJson schema);
    ~FormSchema();
    FormSchema(FormSchema &&) noexcept;
    FormSchema &operator=(FormSchema &&) noexcept;

    const FormField &root() const { return m_root; }
    /// Translated: what the form does not understand of the schema, each once.
    QStringList problems() const { return m_problems; }

    /// Item `index` of an array field.
    FormField item(const FormField &array, qsizetype index) const;
    /// The member `key` of an object that takes entries, by the first pattern that fits it, else by what is said of
    /// all others. Its title is the key.
    FormField entry(const FormField &object, const QString &key) const;
    /// Whether the schema of an object names a member `key`.
    static bool hasMember(const FormField &object, const QString &key);
    /// Variant `index` of a variant field.
    FormField variant(const FormField &field, qsizetype index) const;
    /// The variant that `value` fits best; -1 for a value of none.
    qsizetype variantOf(const FormField &field, const Json &value) const;
    /// A lazy field with its members.
    FormField expanded(const FormField &field) const;
    /// The members of an object field while its value is `value`: if/then/else and dependencies are decided.
    std::vector<FormField> members(const FormField &object, const Json &value) const;

private:
    std::unique_ptr<SchemaResolver> m_resolver;
    std::unique_ptr<Patterns> m_patterns;
    FormField m_root;
    QStringList m_problems;
};

/// What an untouched field is worth: the schema's default, else the constant, else what its members have; nothing for
/// an optional field without any.
std::optional<Json> initialValue(const FormSchema &schema, const FormField &field);

} // namespace podium
