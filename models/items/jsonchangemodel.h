// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/jsondiff.h"

#include <QAbstractTableModel>

namespace podium {

/// How two JSON documents differ, a row for each place. UI thread.
class JsonChangeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ChangeColumn, PathColumn, LeftColumn, RightColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of JsonChange::Kind
        PointerRole,                 ///< QString, JSON pointer
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// What the columns with the values are called, translated: "Before" and "After" where nothing is given.
    void setNames(const QString &left, const QString &right);
    void setChanges(const QList<JsonChange> &changes);
    const QList<JsonChange> &changes() const { return m_changes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<JsonChange> m_changes;
    QString m_left;
    QString m_right;
};

QString displayName(JsonChange::Kind kind);          ///< translated
QString summaryOf(const QList<JsonChange> &changes); ///< "2 added, 1 removed, 3 changed", translated

} // namespace podium
