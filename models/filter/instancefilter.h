// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace podium {

/// What of an instance a condition is about.
enum class InstanceField {
    State,
    Workflow, ///< id of the definition
    Version,
    Started,
    Ended,
    Updated,
    BusinessKey,
    User, ///< who created or last updated it
    Error,
    ErrorNode, ///< definition id of the node that failed
    Node,      ///< name of a node it reached
    Variable,
    Id,
    Parent,
    Root,
};
using InstanceFields = QSet<InstanceField>;
const QList<InstanceField> &allInstanceFields();
InstanceFields everyInstanceField();

/// What the values of a field are made of.
enum class FieldKind {
    Word, ///< the whole text; * stands for anything
    Part, ///< found anywhere in the text; * stands for anything
    Id,   ///< whole, without *
    State,
    Time, ///< see timeSpanFromText(); one value
    Variable,
};
FieldKind kindOf(InstanceField field);
/// Whether several conditions on it can hold at once; else all alternatives belong into one.
bool isRepeatable(InstanceField field);

/// One thing that is asked for: any of `values` is fine.
struct InstanceCondition
{
    InstanceField field = InstanceField::State;
    QStringList values;
    QString path; ///< of a Variable, from `workflowdata` down: "order.id"

    bool operator==(const InstanceCondition &) const = default;
};

/// Which instances are looked for: those that meet all conditions.
struct InstanceFilter
{
    QList<InstanceCondition> conditions;

    bool isEmpty() const { return conditions.isEmpty(); }
    QStringList valuesOf(InstanceField field) const; ///< of the first condition on it
    /// One condition in place of all on this field; none for no values.
    void set(InstanceField field, const QStringList &values);
    QList<InstanceState> states() const;
    void setStates(const QList<InstanceState> &states);

    bool operator==(const InstanceFilter &) const = default;
};

/// "error" → Error; Unknown for other words.
InstanceState stateOfFilterWord(const QString &word);
QString filterWordOf(InstanceState state);

/// Whether `text` is `pattern`, in which * stands for anything. Case counts, as it does at the server; and as there,
/// beside a * also % stands for anything and _ for any one letter.
bool matchesPattern(const QString &text, const QString &pattern);

enum class FilterMatch { No, Yes, Unsure };
/// Whether an instance of a list meets the filter; Unsure where a row does not tell (error, nodes, variables).
FilterMatch matchOf(const InstanceFilter &filter, const WorkflowInstance &row, const QDateTime &nowUtc);

/// The server lists an instance once for each visited node that fits, and counts so, too.
bool repeatsRows(const InstanceFilter &filter);
/// Those conditions of which the server knows nothing.
QList<InstanceField> unsupported(const InstanceFilter &filter, const InstanceFields &supported);

} // namespace podium
