// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/rowinputs.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CsvRow)
};

/// False where another value is in the way.
bool put(Json &root, const QStringList &path, Json value)
{
    Json *at = &root;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        Json &member = (*at)[path.at(i).toStdString()];
        if (member.is_null())
            member = Json::object();
        if (!member.is_object())
            return false;
        at = &member;
    }
    (*at)[path.constLast().toStdString()] = std::move(value);
    return true;
}

QString pointerOf(const QStringList &path)
{
    return FieldTarget{path, {}, {}}.pointer();
}

/// The column whose field `pointer` names, or is within.
int columnFor(const QString &pointer, const QList<QStringList> &paths)
{
    for (int column = 0; column < paths.size(); ++column) {
        const QString own = paths.at(column).isEmpty() ? QString() : pointerOf(paths.at(column));
        if (!own.isEmpty() && (pointer == own || pointer.startsWith(own + u'/')))
            return column;
    }
    return -1;
}

bool isKeyName(const QString &column)
{
    QString plain = column.toCaseFolded();
    plain.remove(u' ').remove(u'_').remove(u'-');
    return plain == "businesskey"_L1;
}

} // namespace

RowInputs::RowInputs(const SharedJson &schema)
    : m_schema(schema)
    , m_form(schema ? FormSchema(schema) : FormSchema())
{
    if (!schema)
        return;
    m_validator = std::make_unique<Validator>(*schema);
    m_targets = fieldTargets(m_form);
    if (auto initial = initialValue(m_form, m_form.root()); initial && initial->is_object())
        m_base = std::move(*initial);
}

QList<ColumnUse> RowInputs::usesFor(const QStringList &header) const
{
    QList<ColumnUse> uses;
    QSet<qsizetype> taken;
    for (const QString &column : header) {
        ColumnUse use;
        use.target = targetFor(column, m_targets);
        if (use.target >= 0 && !taken.contains(use.target))
            use.kind = ColumnUse::Kind::Field;
        else if (use.target < 0 && isKeyName(column) && keyColumnOf(uses) < 0)
            use.kind = ColumnUse::Kind::BusinessKey;
        else if (m_targets.isEmpty())
            use.kind = ColumnUse::Kind::OwnField;
        if (use.kind == ColumnUse::Kind::Field)
            taken.insert(use.target);
        else
            use.target = -1;
        uses << use;
    }
    return uses;
}

QStringList RowInputs::pathOf(const QString &column, const ColumnUse &use) const
{
    if (use.kind == ColumnUse::Kind::Field)
        return m_targets.value(use.target).path;
    return use.kind == ColumnUse::Kind::OwnField ? column.split(u'.', Qt::SkipEmptyParts) : QStringList();
}

RowInput RowInputs::inputOf(const CsvRecord &row, const QStringList &header, const QList<ColumnUse> &uses) const
{
    RowInput result;
    Json input = m_base;
    QList<QStringList> paths;
    const auto tell = [&result](int column, const QString &message) { result.problems << RowProblem{column, message}; };
    for (int column = 0; column < header.size(); ++column) {
        const ColumnUse use = uses.value(column);
        const QString cell = row.cells.value(column);
        paths << pathOf(header.at(column), use);
        if (use.kind == ColumnUse::Kind::BusinessKey)
            result.businessKey = cell.trimmed();
        if (paths.constLast().isEmpty())
            continue;
        CellValue value =
            use.kind == ColumnUse::Kind::Field ? cellValue(cell, m_targets.at(use.target).field) : guessedValue(cell);
        if (!value.problem.isEmpty())
            tell(column, value.problem);
        else if (value.value && !put(input, paths.constLast(), std::move(*value.value)))
            tell(column, Texts::tr("Another column fills the object that this one leads into."));
    }
    for (qsizetype extra = header.size(); extra < row.cells.size(); ++extra) {
        if (!row.cells.at(extra).trimmed().isEmpty()) {
            tell(-1, Texts::tr("The row has %1 fields, and the first line only %2.")
                         .arg(row.cells.size())
                         .arg(header.size()));
            break;
        }
    }
    QSet<int> told; // what is not there because it could not be read is no second problem
    for (const RowProblem &problem : std::as_const(result.problems))
        told.insert(problem.column);
    for (const FieldError &error : m_validator ? m_validator->validate(input) : QList<FieldError>()) {
        const int column = columnFor(error.pointer, paths);
        if (column >= 0 && told.contains(column))
            continue;
        const QString place = error.pointer.mid(1).replace(u'/', u'.');
        tell(column, column >= 0 || place.isEmpty() ? error.message : Texts::tr("%1: %2").arg(place, error.message));
    }
    result.input = std::make_shared<const Json>(std::move(input));
    return result;
}

Result<QList<RowInput>> RowInputs::inputsOf(const QList<CsvRecord> &rows, const QStringList &header,
                                            const QList<ColumnUse> &uses, std::atomic_int *done,
                                            const std::function<bool()> &cancelled) const
{
    QList<RowInput> inputs;
    inputs.reserve(rows.size());
    for (const CsvRecord &row : rows) {
        if (cancelled && cancelled())
            return Error::cancelled();
        inputs << inputOf(row, header, uses);
        if (done)
            done->store(static_cast<int>(inputs.size()));
    }
    return inputs;
}

int keyColumnOf(const QList<ColumnUse> &uses)
{
    for (int column = 0; column < uses.size(); ++column) {
        if (uses.at(column).kind == ColumnUse::Kind::BusinessKey)
            return column;
    }
    return -1;
}

/// A living run keeps its business key for itself: the second row would be refused.
QList<RowInput> withRepeatedKeys(QList<RowInput> inputs, const QList<CsvRecord> &rows, int keyColumn)
{
    QHash<QString, int> lines;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const QString key = inputs.at(i).businessKey;
        if (key.isEmpty())
            continue;
        const auto earlier = lines.constFind(key);
        if (earlier == lines.cend())
            lines.insert(key, rows.at(i).line);
        else
            inputs[i].problems << RowProblem{keyColumn, Texts::tr("Line %1 has the same business key.").arg(*earlier)};
    }
    return inputs;
}

} // namespace podium
