// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/journalmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString answerText(const ActionRecord &record)
{
    switch (record.outcome) {
    case ActionRecord::Outcome::Accepted:
        return displayName(record.outcome);
    case ActionRecord::Outcome::Failed:
        return record.answer.isEmpty() ? displayName(record.outcome) : record.answer;
    case ActionRecord::Outcome::NotAwaited:
        break;
    }
    return JournalModel::tr("Not waited for: the server may have done it all the same.");
}

QString detailText(const ActionRecord &record, const ItemTexts &texts)
{
    if (record.detail.isEmpty())
        return {};
    if (record.action == ActionRecord::Action::StartRun)
        return JournalModel::tr("Version %1").arg(record.detail);
    const QDateTime due = QDateTime::fromString(record.detail, Qt::ISODateWithMs);
    return due.isValid() ? JournalModel::tr("To %1").arg(texts.timeOf(due.toUTC())) : record.detail;
}

/// What is copied: times as ISO 8601 in UTC, words that are the same in every language, ids whole.
QString exported(const ActionRecord &record, int column)
{
    switch (column) {
    case JournalModel::TimeColumn:
        return record.time.toString(Qt::ISODateWithMs);
    case JournalModel::UserColumn:
        return record.user;
    case JournalModel::ActionColumn:
        return wordOf(record.action);
    case JournalModel::WorkflowColumn:
        return record.workflowId;
    case JournalModel::InstanceColumn:
        return record.instanceId;
    case JournalModel::DetailColumn:
        return record.detail;
    case JournalModel::AnswerColumn:
        return answerText(record);
    case JournalModel::BusinessKeyColumn:
        return record.businessKey;
    case JournalModel::JobColumn:
        return record.jobId;
    default:
        return wordOf(record.outcome);
    }
}

QString toolTip(const ActionRecord &record, int column, const QString &shown)
{
    switch (column) {
    case JournalModel::TimeColumn:
        return record.time.toString(Qt::ISODateWithMs);
    case JournalModel::InstanceColumn:
        return plainToolTip(record.businessKey.isEmpty() ? record.instanceId
                                                         : record.businessKey + u'\n' + record.instanceId);
    case JournalModel::AnswerColumn:
        return plainToolTip(answerText(record)); // whole, with its line breaks
    default:
        return plainToolTip(shown);
    }
}

} // namespace

JournalModel::JournalModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JournalModel::setRecords(const QList<ActionRecord> &records)
{
    const qsizetype added = records.size() - m_records.size();
    if (added >= 0 && std::equal(m_records.cbegin(), m_records.cend(), records.cbegin() + added)) {
        if (added == 0)
            return;
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_records = records;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_records = records;
    endResetModel();
}

void JournalModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString JournalModel::displayText(const ActionRecord &record, int column) const
{
    switch (column) {
    case TimeColumn:
        return m_texts.timeOf(record.time);
    case ActionColumn:
        return displayName(record.action);
    case InstanceColumn:
        return singleLine(record.businessKey.isEmpty() ? record.instanceId : record.businessKey);
    case DetailColumn:
        return singleLine(detailText(record, m_texts));
    case OutcomeColumn:
        return displayName(record.outcome);
    default:
        return singleLine(exported(record, column));
    }
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ActionRecord &record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(record, index.column());
    case Qt::ToolTipRole:
        return toolTip(record, index.column(), displayText(record, index.column()));
    case ItemExportRole:
        return exported(record, index.column());
    case SortRole:
        return index.column() == TimeColumn ? QVariant(record.time.toMSecsSinceEpoch())
                                            : QVariant(displayText(record, index.column()));
    case IdRole:
        return record.instanceId;
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"time",   "user",   "action",      "workflow", "instance",
                                            "detail", "answer", "businessKey", "job",      "outcome"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("When"),    tr("Who"),    tr("Action"),       tr("Workflow"), tr("Instance"),
                           tr("Details"), tr("Answer"), tr("Business key"), tr("Job"),      tr("Outcome")};
    });
}

JournalFilterModel::JournalFilterModel(JournalModel &model, QObject *parent)
    : WordFilterModel(model, parent)
    , m_model(model)
{
}

const ActionRecord &JournalFilterModel::recordAt(int row) const
{
    return m_model.recordAt(mapToSource(index(row, 0)).row());
}

QList<ActionRecord> JournalFilterModel::records() const
{
    QList<ActionRecord> records;
    for (int row = 0; row < rowCount(); ++row)
        records << recordAt(row);
    return records;
}

QString JournalFilterModel::textOf(int row) const
{
    const ActionRecord &record = m_model.recordAt(row);
    // Ids and whole answers also where the columns show something else or less.
    QString text = record.instanceId + u'\n' + record.answer + u'\n' + record.detail;
    for (int column = 0; column < JournalModel::ColumnCount; ++column)
        text += u'\n' + m_model.index(row, column).data().toString();
    return text;
}

bool JournalFilterModel::equalLessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.row() > right.row(); // the source has the newest first
}

} // namespace podium
