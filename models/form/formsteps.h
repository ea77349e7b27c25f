// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"

namespace podium {

/// One page of a wizard.
struct FormStep
{
    QString title;    ///< plain text
    QStringList keys; ///< of the members of the root it shows
    bool operator==(const FormStep &) const = default;
};

/// How the members of a form's root are divided into the pages of a wizard: one for each object, and one for all plain
/// fields at the place of the first of them. Hidden members belong to none. Empty where fewer than two objects are to
/// be filled in: such a form is one page.
QList<FormStep> formSteps(const std::vector<const FormField *> &members);

} // namespace podium
