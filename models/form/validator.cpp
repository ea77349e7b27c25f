// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/validator.h"

namespace podium {

struct Validator::Compiled
{
};
Validator::Validator(const Json &) {}
Validator::~Validator() = default;
Validator::Validator(Validator &&) noexcept = default;
Validator &Validator::operator=(Validator &&) noexcept = default;
QString Validator::problem() const
{
    return {};
}
QList<FieldError> Validator::validate(const Json &, const std::function<bool()> &) const
{
    return {};
}
bool Validator::accepts(const Json &) const
{
    return true;
}
QList<FieldError> validate(const Json &schema, const Json &value)
{
    return Validator(schema).validate(value);
}

} // namespace podium
