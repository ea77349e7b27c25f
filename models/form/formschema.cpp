// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/formschema.h"

#include "models/form/schemaresolver.h"

namespace podium {


FormSchema::FormSchema() = default;
FormSchema::FormSchema(SharedJson) {}
FormSchema::~FormSchema() = default;
FormSchema::FormSchema(FormSchema &&) noexcept = default;
FormSchema &FormSchema::operator=(FormSchema &&) noexcept = default;

FormField FormSchema::item(const FormField &, qsizetype) const
{
    return {};
}
FormField FormSchema::variant(const FormField &, qsizetype) const
{
    return {};
}
qsizetype FormSchema::variantOf(const FormField &, const Json &) const
{
    return -1;
}
FormField FormSchema::expanded(const FormField &field) const
{
    return field;
}
std::vector<FormField> FormSchema::members(const FormField &object, const Json &) const
{
    return object.members;
}
std::optional<Json> initialValue(const FormSchema &, const FormField &)
{
    return {};
}

} // namespace podium
