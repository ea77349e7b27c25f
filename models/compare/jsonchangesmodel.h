// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/jsondiff.h"

#include <QAbstractTableModel>

namespace podium {

QString displayName(JsonChange::Kind kind); ///< translated

/// Where two JSON documents differ, line by line. UI thread.
class JsonChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PathColumn, KindColumn, LeftColumn, RightColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole + 120 }; ///< int of JsonChange::Kind

    /// left, right: what the columns of the values are called.
    JsonChangesModel(const QString &left, const QString &right, QObject *parent = nullptr);

    /// The same changes again do nothing; a row that stays where it was is kept.
    void setChanges(const QList<JsonChange> &changes);
    const JsonChange &changeAt(int row) const { return m_changes.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_left;
    QString m_right;
    QList<JsonChange> m_changes;
};

} // namespace podium
