// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/bulkreport.h"
#include "models/items/itemtexts.h"

#include <QAbstractTableModel>

namespace podium {

QString displayName(BulkVerb verb);                 ///< translated: "Retry"
QString bulkTitle(BulkVerb verb, int count);        ///< "Retry 40 instances"
QString bulkSummary(const BulkReport &report);      ///< "9 done · 1 failed"; what is nil is left out
QString bulkCountText(BatchOutcome outcome, int n); ///< "9 done"

/// The actions on many instances that are kept, newest first. UI thread.
class BulkListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, ActionColumn, AboutColumn, StatusColumn, ResultColumn, UserColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The same ones in the same order are changed in place. `running`: ids of those that run now.
    void setReports(const QList<BulkReport> &reports, const QStringList &running);
    void setTexts(const ItemTexts &texts);

    const BulkReport &reportAt(int row) const { return m_reports.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const BulkReport &report, int column) const;

    QList<BulkReport> m_reports;
    QStringList m_running;
    ItemTexts m_texts;
};

} // namespace podium
