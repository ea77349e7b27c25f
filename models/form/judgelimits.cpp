// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// What sets a limit to a value: how many, how long, how large.
#include "models/form/judge.h"
#include "models/form/judgetexts.h"

#include <cmath>
#include <limits>

namespace podium {

namespace {

QString number(double value)
{
    return QString::number(value, 'g', std::numeric_limits<double>::digits10);
}

} // namespace

bool Judge::visit(const MinItemsConstraint &constraint)
{
    return !m_value.is_array() || m_value.size() >= constraint.getMinItems() ||
           fail(say("At least %n entries are needed.", static_cast<int>(constraint.getMinItems())));
}

bool Judge::visit(const MaxItemsConstraint &constraint)
{
    return !m_value.is_array() || m_value.size() <= constraint.getMaxItems() ||
           fail(say("At most %n entries are allowed.", static_cast<int>(constraint.getMaxItems())));
}

bool Judge::visit(const MinPropertiesConstraint &constraint)
{
    return !m_value.is_object() || m_value.size() >= constraint.getMinProperties() ||
           fail(say("At least %n values are needed here.", static_cast<int>(constraint.getMinProperties())));
}

bool Judge::visit(const MaxPropertiesConstraint &constraint)
{
    return !m_value.is_object() || m_value.size() <= constraint.getMaxProperties() ||
           fail(say("At most %n values are allowed here.", static_cast<int>(constraint.getMaxProperties())));
}

bool Judge::visit(const MinLengthConstraint &constraint)
{
    if (!m_value.is_string() || static_cast<std::uint64_t>(text().toUcs4().size()) >= constraint.getMinLength())
        return true;
    if (m_value == "")
        return fail(say("Fill in this field."));
    return fail(say("At least %n characters are needed.", static_cast<int>(constraint.getMinLength())));
}

bool Judge::visit(const MaxLengthConstraint &constraint)
{
    return !m_value.is_string() || static_cast<std::uint64_t>(text().toUcs4().size()) <= constraint.getMaxLength() ||
           fail(say("At most %n characters are allowed.", static_cast<int>(constraint.getMaxLength())));
}

bool Judge::visit(const MinimumConstraint &constraint)
{
    if (!m_value.is_number())
        return true;
    const double bound = constraint.getMinimum();
    const double value = m_value.get<double>();
    if (constraint.getExclusiveMinimum())
        return value > bound || fail(say("Must be greater than %1.").arg(number(bound)));
    return value >= bound || fail(say("Must be at least %1.").arg(number(bound)));
}

bool Judge::visit(const MaximumConstraint &constraint)
{
    if (!m_value.is_number())
        return true;
    const double bound = constraint.getMaximum();
    const double value = m_value.get<double>();
    if (constraint.getExclusiveMaximum())
        return value < bound || fail(say("Must be less than %1.").arg(number(bound)));
    return value <= bound || fail(say("Must be at most %1.").arg(number(bound)));
}

bool Judge::isMultipleOf(double divisor)
{
    if (!m_value.is_number() || divisor <= 0)
        return true;
    // Decimal steps such as 0.01 have no exact double: allow what rounding can do.
    const double ratio = m_value.get<double>() / divisor;
    const double tolerance = std::max(1.0, std::abs(ratio)) * 1e-12 * 4;
    return std::abs(ratio - std::round(ratio)) <= tolerance ||
           fail(say("Must be a multiple of %1.").arg(number(divisor)));
}

bool Judge::visit(const MultipleOfDoubleConstraint &constraint)
{
    return isMultipleOf(constraint.getDivisor());
}

bool Judge::visit(const MultipleOfIntConstraint &constraint)
{
    const std::int64_t divisor = constraint.getDivisor();
    if (divisor > 0 && m_value.is_number_unsigned())
        return m_value.get<std::uint64_t>() % static_cast<std::uint64_t>(divisor) == 0 ||
               fail(say("Must be a multiple of %1.").arg(divisor));
    if (divisor > 0 && m_value.is_number_integer())
        return m_value.get<std::int64_t>() % divisor == 0 || fail(say("Must be a multiple of %1.").arg(divisor));
    return isMultipleOf(static_cast<double>(divisor));
}

} // namespace podium
