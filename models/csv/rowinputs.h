// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv/csvreader.h"
#include "models/csv/fieldtargets.h"
#include "models/form/validator.h"

#include <atomic>
#include <memory>

namespace podium {

/// What a column is for.
struct ColumnUse
{
    enum class Kind {
        LeftOut,
        Field,       ///< of the schema
        OwnField,    ///< one that the schema does not name, called as the column; dots lead into objects
        BusinessKey, ///< of the run
    } kind = Kind::LeftOut;
    qsizetype target = -1; ///< of Field

    bool operator==(const ColumnUse &) const = default;
};

struct RowProblem
{
    int column = -1; ///< -1: no column fills the field
    QString message; ///< translated plain text
    bool operator==(const RowProblem &) const = default;
};

/// A row as the run it stands for.
struct RowInput
{
    SharedJson input;
    QString businessKey; ///< "" where no column has it
    QList<RowProblem> problems;
};

/// Makes inputs of rows, and checks each as the run form does. Members that no cell fills are as the form has them at
/// first. Immutable: any thread.
class RowInputs
{
public:
    /// `schema` may be null: then columns are fields of their own.
    explicit RowInputs(const SharedJson &schema);

    const QList<FieldTarget> &targets() const { return m_targets; }
    /// What columns of these names are for, as far as names tell; each field once.
    QList<ColumnUse> usesFor(const QStringList &header) const;

    RowInput inputOf(const CsvRecord &row, const QStringList &header, const QList<ColumnUse> &uses) const;
    /// The same for many, business keys apart: see withRepeatedKeys(). `done` counts rows; `cancelled` is asked for
    /// each.
    Result<QList<RowInput>> inputsOf(const QList<CsvRecord> &rows, const QStringList &header,
                                     const QList<ColumnUse> &uses, std::atomic_int *done,
                                     const std::function<bool()> &cancelled) const;

private:
    QStringList pathOf(const QString &column, const ColumnUse &use) const;

    SharedJson m_schema;
    FormSchema m_form;
    std::unique_ptr<Validator> m_validator; ///< null without a schema
    QList<FieldTarget> m_targets;
    Json m_base = Json::object();
};

/// With a problem on each row that shares its business key with an earlier one. `rows` has their lines.
QList<RowInput> withRepeatedKeys(QList<RowInput> inputs, const QList<CsvRecord> &rows, int keyColumn);
/// The column that has the business keys; -1 for none.
int keyColumnOf(const QList<ColumnUse> &uses);

} // namespace podium
