// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/judge.h"

#include "models/form/formats.h"
#include "models/form/judgetexts.h"
#include "models/form/validator.h"

#include <cmath>
#include <valijson/adapters/nlohmann_json_adapter.hpp>

namespace podium {

using namespace Qt::StringLiterals;
using valijson::Subschema;

namespace {

constexpr int kMaxDepth = 600;

/// For the comparisons of valijson, which know the unordered kind: {a, b} equals {b, a}.
nlohmann::json plain(const Json &value)
{
    return nlohmann::json(value);
}

QString named(const std::string &name)
{
    return QString::fromStdString(name);
}

} // namespace

bool JudgeRun::goOn()
{
    if (stepsLeft <= 0)
        return false;
    if (--stepsLeft % 4096 == 0 && cancelled && cancelled())
        stepsLeft = 0;
    return stepsLeft > 0;
}

bool Judge::judge(const Subschema &schema)
{
    if (m_run.depth > kMaxDepth || !m_run.goOn())
        return true;
    if (schema.getAlwaysInvalid())
        return fail(say("No value is allowed here."));
    ++m_run.depth;
    Subschema::ApplyFunction visitOne(
        [this](const valijson::constraints::Constraint &one) { return one.accept(*this); });
    const bool fit = m_errors ? schema.apply(visitOne) : schema.applyStrict(visitOne);
    --m_run.depth;
    return fit;
}

bool Judge::fail(const QString &message)
{
    return failAt(m_pointer, message);
}

bool Judge::failAt(const QString &pointer, const QString &message)
{
    const FieldError error{pointer, message};
    if (m_errors && m_errors->size() < Validator::kMaxErrors && !m_errors->contains(error))
        m_errors->append(error);
    return false;
}

bool Judge::fits(const Subschema &schema, QList<FieldError> *errors)
{
    return Judge(m_run, m_value, m_pointer, errors).judge(schema);
}

QString Judge::memberPointer(const std::string &name) const
{
    return m_pointer + u'/' + pointerToken(named(name));
}

bool Judge::judgeMember(const std::string &name, const Json &value, const Subschema &schema)
{
    return Judge(m_run, value, memberPointer(name), m_errors).judge(schema);
}

bool Judge::judgeItem(std::size_t index, const Subschema &schema)
{
    return Judge(m_run, m_value[index], m_pointer + u'/' + QString::number(index), m_errors).judge(schema);
}

bool Judge::failAlternatives(QList<QList<FieldError>> &attempts)
{
    // The alternative which fails deeper inside, with fewer messages, is most likely the one that was meant.
    const auto rank = [this](const QList<FieldError> &errors) {
        qsizetype here = 0;
        for (const FieldError &error : errors)
            here += error.pointer == m_pointer ? 1 : 0;
        return here * 1000 + errors.size();
    };
    const auto best = std::min_element(attempts.cbegin(), attempts.cend(),
                                       [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    if (best == attempts.cend() || best->isEmpty() || rank(*best) >= 1000)
        return fail(say("This value fits none of the alternatives."));
    for (const FieldError &error : *best)
        failAt(error.pointer, error.message);
    return false;
}

bool Judge::visit(const AllOfConstraint &constraint)
{
    bool all = true;
    constraint.applyToSubschemas([&](unsigned int, const Subschema *schema) {
        all = fits(*schema, m_errors) && all;
        return true;
    });
    return all;
}

bool Judge::visit(const AnyOfConstraint &constraint)
{
    bool any = false;
    QList<QList<FieldError>> attempts;
    constraint.applyToSubschemas([&](unsigned int, const Subschema *schema) {
        QList<FieldError> errors;
        any = fits(*schema, m_errors ? &errors : nullptr);
        attempts.append(errors);
        return !any;
    });
    return any || failAlternatives(attempts);
}

bool Judge::visit(const OneOfConstraint &constraint)
{
    int matches = 0;
    QList<QList<FieldError>> attempts;
    constraint.applyToSubschemas([&](unsigned int, const Subschema *schema) {
        QList<FieldError> errors;
        matches += fits(*schema, m_errors ? &errors : nullptr) ? 1 : 0;
        attempts.append(errors);
        return true;
    });
    if (matches > 1)
        return fail(say("This value fits more than one of the alternatives."));
    return matches == 1 || failAlternatives(attempts);
}

bool Judge::visit(const NotConstraint &constraint)
{
    return !fits(*constraint.getSubschema(), nullptr) || fail(say("This value is not allowed."));
}

bool Judge::visit(const ConditionalConstraint &constraint)
{
    const Subschema *branch =
        fits(*constraint.getIfSubschema(), nullptr) ? constraint.getThenSubschema() : constraint.getElseSubschema();
    return !branch || fits(*branch, m_errors);
}

bool Judge::visit(const ConstConstraint &constraint)
{
    const nlohmann::json value = plain(m_value);
    return constraint.getValue()->equalTo(valijson::adapters::NlohmannJsonAdapter(value), true) ||
           fail(say("This value is fixed and cannot be changed."));
}

bool Judge::visit(const EnumConstraint &constraint)
{
    const nlohmann::json value = plain(m_value);
    const valijson::adapters::NlohmannJsonAdapter adapter(value);
    bool found = false;
    constraint.applyToValues([&](const valijson::adapters::FrozenValue &one) {
        found = one.equalTo(adapter, true);
        return !found;
    });
    return found || fail(say("Choose one of the listed values."));
}

bool Judge::visit(const ContainsConstraint &constraint)
{
    if (!m_value.is_array())
        return true;
    for (const Json &item : m_value) {
        if (Judge(m_run, item, m_pointer, nullptr).judge(*constraint.getSubschema()))
            return true;
    }
    return fail(say("An entry that is needed is missing."));
}

bool Judge::visit(const DependenciesConstraint &constraint)
{
    if (!m_value.is_object())
        return true;
    bool all = true;
    constraint.applyToPropertyDependencies([&](const auto &name, const auto &needed) {
        if (!m_value.contains(name.c_str()))
            return true;
        for (const auto &other : needed) {
            if (!m_value.contains(other.c_str()))
                all =
                    failAt(memberPointer(other.c_str()), say("Required together with “%1”.").arg(named(name.c_str())));
        }
        return true;
    });
    constraint.applyToSchemaDependencies([&](const auto &name, const Subschema *schema) {
        if (m_value.contains(name.c_str()))
            all = fits(*schema, m_errors) && all;
        return true;
    });
    return all;
}

bool Judge::visit(const FormatConstraint &constraint)
{
    const QString format = named(constraint.getFormat());
    return !m_value.is_string() || fitsFormat(format, text()) || fail(formatHint(format));
}

bool Judge::visit(const PatternConstraint &constraint)
{
    if (!m_value.is_string())
        return true;
    const QString pattern = named(constraint.getPattern<std::string::allocator_type>());
    return m_run.patterns.matches(pattern, text()) != Patterns::Answer::No ||
           fail(say("This does not have the expected form (%1).").arg(pattern));
}

bool Judge::visit(const LinearItemsConstraint &constraint)
{
    if (!m_value.is_array())
        return true;
    bool all = true;
    constraint.applyToItemSubschemas([&](unsigned int index, const Subschema *schema) {
        if (index < m_value.size())
            all = judgeItem(index, *schema) && all;
        return true;
    });
    const std::size_t known = constraint.getItemSubschemaCount();
    const Subschema *others = constraint.getAdditionalItemsSubschema();
    for (std::size_t i = known; i < m_value.size() && m_run.goOn(); ++i) {
        const QString pointer = m_pointer + u'/' + QString::number(i);
        // null is valijson's way to say additionalItems: false
        all = (others ? judgeItem(i, *others) : failAt(pointer, say("This entry is one too many."))) && all;
    }
    return all;
}

bool Judge::visit(const SingularItemsConstraint &constraint)
{
    bool all = true;
    for (std::size_t i = 0; m_value.is_array() && i < m_value.size() && m_run.goOn(); ++i)
        all = judgeItem(i, *constraint.getItemsSubschema()) && all;
    return all;
}

bool Judge::visit(const PolyConstraint &)
{
    return true; // for constraints of applications; Podium registers none
}

bool Judge::visit(const PropertiesConstraint &constraint)
{
    if (!m_value.is_object())
        return true;
    bool all = true;
    for (auto it = m_value.begin(); it != m_value.end(); ++it) {
        if (!m_run.goOn())
            return true;
        const std::string &name = it.key();
        const Json &value = it.value();
        bool known = false;
        constraint.applyToProperties([&](const auto &property, const Subschema *schema) {
            if (name != property.c_str())
                return true;
            known = true;
            all = judgeMember(name, value, *schema) && all;
            return false;
        });
        constraint.applyToPatternProperties([&](const auto &pattern, const Subschema *schema) {
            const auto answer = m_run.patterns.matches(named(pattern.c_str()), named(name));
            known = known || answer != Patterns::Answer::No;
            if (answer == Patterns::Answer::Yes)
                all = judgeMember(name, value, *schema) && all;
            return true;
        });
        const Subschema *others = constraint.getAdditionalPropertiesSubschema();
        if (known)
            continue;
        if (!others || others->getAlwaysInvalid()) // valijson's way to say additionalProperties: false
            all = failAt(memberPointer(name), say("“%1” is not expected here.").arg(named(name)));
        else
            all = judgeMember(name, value, *others) && all;
    }
    return all;
}

bool Judge::visit(const PropertyNamesConstraint &constraint)
{
    bool all = true;
    for (auto it = m_value.cbegin(); m_value.is_object() && it != m_value.cend(); ++it) {
        const Json name = it.key();
        if (!Judge(m_run, name, m_pointer, nullptr).judge(*constraint.getSubschema()))
            all = failAt(memberPointer(it.key()), say("The name “%1” is not allowed here.").arg(named(it.key())));
    }
    return all;
}

bool Judge::visit(const RequiredConstraint &constraint)
{
    bool all = true;
    constraint.applyToRequiredProperties([&](const auto &name) {
        if (m_value.is_object() && !m_value.contains(name.c_str()))
            all = failAt(memberPointer(name.c_str()), say("This field is required."));
        return true;
    });
    return all;
}

bool Judge::visit(const TypeConstraint &constraint)
{
    using Type = valijson::constraints::TypeConstraint;
    static const std::array<const char *, 8> expectations{
        "",
        QT_TRANSLATE_NOOP("FormValidator", "A list is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "Yes or no is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "A whole number is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "No value is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "A number is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "A group of fields is expected here."),
        QT_TRANSLATE_NOOP("FormValidator", "A text is expected here.")};
    bool fit = false;
    Type::JsonType expected = Type::kAny;
    constraint.applyToNamedTypes([&](Type::JsonType type) {
        const bool isWhole = m_value.is_number_integer() ||
                             (m_value.is_number_float() && std::floor(m_value.get<double>()) == m_value.get<double>());
        fit = type == Type::kAny || (type == Type::kArray && m_value.is_array()) ||
              (type == Type::kBoolean && m_value.is_boolean()) || (type == Type::kInteger && isWhole) ||
              (type == Type::kNull && m_value.is_null()) || (type == Type::kNumber && m_value.is_number()) ||
              (type == Type::kObject && m_value.is_object()) || (type == Type::kString && m_value.is_string());
        if (type != Type::kNull || expected == Type::kAny)
            expected = type;
        return !fit;
    });
    return fit || fail(say(expectations.at(static_cast<std::size_t>(expected))));
}

bool Judge::visit(const UniqueItemsConstraint &)
{
    if (!m_value.is_array())
        return true;
    std::map<nlohmann::json, std::size_t> seen;
    for (std::size_t i = 0; i < m_value.size() && m_run.goOn(); ++i) {
        const auto [first, isNew] = seen.try_emplace(plain(m_value[i]), i);
        if (!isNew)
            return failAt(m_pointer + u'/' + QString::number(i), say("This entry is in the list already."));
    }
    return true;
}

} // namespace podium
