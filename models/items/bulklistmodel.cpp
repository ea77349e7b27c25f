// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulklistmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

QString displayName(BulkVerb verb)
{
    switch (verb) {
    case BulkVerb::Retry:
        return BulkListModel::tr("Retry");
    case BulkVerb::Skip:
        return BulkListModel::tr("Skip");
    case BulkVerb::Abort:
        return BulkListModel::tr("Abort");
    case BulkVerb::Start:
        return BulkListModel::tr("Run");
    case BulkVerb::Rerun:
        break;
    }
    return BulkListModel::tr("Rerun");
}

QString bulkTitle(BulkVerb verb, int count)
{
    switch (verb) {
    case BulkVerb::Retry:
        return BulkListModel::tr("Retry %n instance(s)", nullptr, count);
    case BulkVerb::Skip:
        return BulkListModel::tr("Skip the failed node of %n instance(s)", nullptr, count);
    case BulkVerb::Abort:
        return BulkListModel::tr("Abort %n instance(s)", nullptr, count);
    case BulkVerb::Start:
        return BulkListModel::tr("Start %n run(s)", nullptr, count);
    case BulkVerb::Rerun:
        break;
    }
    return BulkListModel::tr("Rerun %n instance(s)", nullptr, count);
}

QString bulkCountText(BatchOutcome outcome, int n)
{
    switch (outcome) {
    case BatchOutcome::Done:
        return BulkListModel::tr("%n done", nullptr, n);
    case BatchOutcome::Failed:
        return BulkListModel::tr("%n failed", nullptr, n);
    case BatchOutcome::Unconfirmed:
        return BulkListModel::tr("%n unconfirmed", nullptr, n);
    case BatchOutcome::Skipped:
        return BulkListModel::tr("%n left alone", nullptr, n);
    case BatchOutcome::NotTried:
        break;
    }
    return BulkListModel::tr("%n not tried", nullptr, n);
}

QString bulkSummary(const BulkReport &report)
{
    QStringList parts;
    for (auto outcome = kBatchOutcomes.rbegin(); outcome != kBatchOutcomes.rend(); ++outcome) {
        if (const int count = report.countOf(*outcome); count > 0)
            parts << bulkCountText(*outcome, count);
    }
    return parts.join(u" · "_s);
}

void BulkListModel::setReports(const QList<BulkReport> &reports, const QStringList &running)
{
    const auto sameId = [](const BulkReport &a, const BulkReport &b) { return a.id == b.id; };
    const bool same = std::equal(reports.cbegin(), reports.cend(), m_reports.cbegin(), m_reports.cend(), sameId);
    if (!same)
        beginResetModel();
    m_reports = reports;
    m_running = running;
    if (!same)
        endResetModel();
    else if (!m_reports.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void BulkListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_reports.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BulkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reports.size());
}

int BulkListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString BulkListModel::displayText(const BulkReport &report, int column) const
{
    switch (column) {
    case TimeColumn:
        return m_texts.timeOf(report.begun);
    case ActionColumn:
        return bulkTitle(report.verb, static_cast<int>(report.items.size()));
    case AboutColumn:
        return singleLine(report.about);
    case StatusColumn:
        if (m_running.contains(report.id))
            return tr("Running");
        if (!report.ended.isValid())
            return tr("Interrupted");
        return report.countOf(BatchOutcome::NotTried) > 0 ? tr("Stopped") : tr("Through");
    case ResultColumn:
        return bulkSummary(report);
    default:
        return singleLine(report.user);
    }
}

QVariant BulkListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BulkReport &report = m_reports.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(report, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(displayText(report, index.column()));
    case ItemExportRole:
        return index.column() == TimeColumn ? report.begun.toString(Qt::ISODateWithMs)
                                            : displayText(report, index.column());
    case IdRole:
        return report.id;
    default:
        return {};
    }
}

QVariant BulkListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"time", "action", "about", "status", "result", "user"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("When"), tr("Action"), tr("Chosen"), tr("Status"), tr("Result"), tr("Who")};
    });
}

} // namespace podium
