// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "models/timeline/timeline.h"

#include <QAbstractTableModel>

namespace podium {

/// The lanes of a timeline as a table, for copying and export: one row for each, columns with what the picture shows.
/// Exported times are ISO 8601 in UTC, durations are ms. UI thread.
class TimelineTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NodeColumn,
        StateColumn,
        BranchColumn,
        TypeColumn,
        StatusColumn,
        AttemptColumn,
        IterationColumn,
        EnterColumn,
        ExitColumn,
        DurationColumn,
        WaitingColumn,
        ErrorColumn,
        IdColumn,
        ColumnCount
    };

    explicit TimelineTable(QObject *parent = nullptr);

    void setTimeline(const SharedTimeline &timeline, const ItemTexts &texts, qint64 now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const TimelineRow &row, int column, bool exported) const;
    QString time(const TimelineRow &row, bool exit, bool exported) const;

    SharedTimeline m_timeline;
    ItemTexts m_texts;
    qint64 m_now = 0;
};

} // namespace podium
