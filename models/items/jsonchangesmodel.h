// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/jsondiff.h"

#include <QAbstractTableModel>

namespace podium {

/// How two documents and their differences are called, translated.
struct JsonSides
{
    QString left;
    QString right;
    QString added;   ///< what only the right one has
    QString removed; ///< what only the left one has
    QString changed;

    static JsonSides beforeAndAfter(); ///< of a document that was changed
    QString nameOf(JsonChange::Kind kind) const;
};

QString summaryOf(const QList<JsonChange> &changes); ///< "2 added, 1 removed, 3 changed", translated

/// Where two JSON documents differ, line by line. UI thread.
class JsonChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PathColumn, KindColumn, LeftColumn, RightColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole + 120 }; ///< int of JsonChange::Kind

    explicit JsonChangesModel(const JsonSides &sides, QObject *parent = nullptr);

    void setSides(const JsonSides &sides);
    const JsonSides &sides() const { return m_sides; }

    /// The same changes again do nothing; a row that stays where it was is kept.
    void setChanges(const QList<JsonChange> &changes);
    const JsonChange &changeAt(int row) const { return m_changes.at(row); }
    const QList<JsonChange> &changes() const { return m_changes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    JsonSides m_sides;
    QList<JsonChange> m_changes;
};

} // namespace podium
