// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/form/patterns.h"

#include <QList>

#include <functional>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/subschema.hpp>

namespace podium {

/// What one check of one value shares.
struct JudgeRun
{
    const Patterns &patterns;
    const std::function<bool()> &cancelled;
    int stepsLeft = 2'000'000; ///< a schema may cost exponential time: then the rest is left to the server
    int depth = 0;

    bool goOn();
};

/// Judges one value by a schema that valijson read, with messages in the user's words. Errors are added to `errors`
/// unless it is null, which only asks whether the value fits.
class Judge : public valijson::constraints::ConstraintVisitor
{
public:
    Judge(JudgeRun &run, const Json &value, const QString &pointer, QList<FieldError> *errors)
        : m_run(run)
        , m_value(value)
        , m_pointer(pointer)
        , m_errors(errors)
    {
    }

    bool judge(const valijson::Subschema &schema);

    bool visit(const AllOfConstraint &) override;
    bool visit(const AnyOfConstraint &) override;
    bool visit(const ConditionalConstraint &) override;
    bool visit(const ConstConstraint &) override;
    bool visit(const ContainsConstraint &) override;
    bool visit(const DependenciesConstraint &) override;
    bool visit(const EnumConstraint &) override;
    bool visit(const FormatConstraint &) override;
    bool visit(const LinearItemsConstraint &) override;
    bool visit(const MaxItemsConstraint &) override;
    bool visit(const MaximumConstraint &) override;
    bool visit(const MaxLengthConstraint &) override;
    bool visit(const MaxPropertiesConstraint &) override;
    bool visit(const MinItemsConstraint &) override;
    bool visit(const MinimumConstraint &) override;
    bool visit(const MinLengthConstraint &) override;
    bool visit(const MinPropertiesConstraint &) override;
    bool visit(const MultipleOfDoubleConstraint &) override;
    bool visit(const MultipleOfIntConstraint &) override;
    bool visit(const NotConstraint &) override;
    bool visit(const OneOfConstraint &) override;
    bool visit(const PatternConstraint &) override;
    bool visit(const PolyConstraint &) override;
    bool visit(const PropertiesConstraint &) override;
    bool visit(const PropertyNamesConstraint &) override;
    bool visit(const RequiredConstraint &) override;
    bool visit(const SingularItemsConstraint &) override;
    bool visit(const TypeConstraint &) override;
    bool visit(const UniqueItemsConstraint &) override;

private:
    bool fail(const QString &message);
    bool failAt(const QString &pointer, const QString &message);
    bool fits(const valijson::Subschema &schema, QList<FieldError> *errors);
    bool judgeMember(const std::string &name, const Json &value, const valijson::Subschema &schema);
    bool judgeItem(std::size_t index, const valijson::Subschema &schema);
    bool isMultipleOf(double divisor);
    /// Tells the errors of the alternative that comes closest.
    bool failAlternatives(QList<QList<FieldError>> &attempts);
    QString memberPointer(const std::string &name) const;
    QString text() const { return toQString(m_value); }

    JudgeRun &m_run;
    const Json &m_value;
    QString m_pointer;
    QList<FieldError> *m_errors;
};

} // namespace podium
