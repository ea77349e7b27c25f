// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formschema.h"

namespace podium {

/// A field of an input that a column can fill.
struct FieldTarget
{
    QStringList path; ///< names of the members from the root down
    QString label;    ///< titles from the root down, for the user
    FormField field;

    QString dotted() const { return path.join(QLatin1Char('.')); } ///< "address.city"
    QString pointer() const;                                       ///< "/address/city"
};

/// The fields of a schema, as a form shows them from top to bottom: members of objects are taken apart, anything else
/// is one field. At most kMostTargets. Any thread.
QList<FieldTarget> fieldTargets(const FormSchema &schema);
inline constexpr qsizetype kMostTargets = 500;

/// The field that a column of this name means: by path ("address.city"), by the last name or the title where these are
/// unique; small and capital letters, blanks, - and _ make no difference. -1 for none.
qsizetype targetFor(const QString &column, const QList<FieldTarget> &targets);

/// What the text of a cell is worth.
struct CellValue
{
    std::optional<Json> value; ///< nothing for an empty cell, or where it does not fit
    QString problem;           ///< translated; "" when all is well
};

/// The text as a value of this field: numbers in JSON's spelling, true/false, yes/no, 1/0, choices by their value or
/// their label, lists and objects as JSON, lists of choices also as "a; b". Blanks around it count only in texts.
CellValue cellValue(const QString &text, const FormField &field);
/// The same where no schema tells: what is spelled as JSON is that, anything else is text.
CellValue guessedValue(const QString &text);

} // namespace podium
