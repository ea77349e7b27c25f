// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <span>

namespace podium {

/// Roles the item models share, beside Qt's own. Views and delegates read these instead of parsing texts.
enum ItemRole {
    IdRole = Qt::UserRole + 1, ///< QString, key of the row
    StateRole,                 ///< int of InstanceState, on columns that show one
    SortRole,                  ///< what a proxy sorts by
    LoadedRole,                ///< bool, false while the row is on its way from the server
    JobStatusRole,             ///< int of JobStatus
    AvailabilityRole,          ///< int of Availability::State
    JobOverdueRole,            ///< bool: the job should have fired, and still waits
};

/// What list views ask of any model; the same numbers as ColumnKeyRole and ExportRole of ui/widgets/listview.h, which
/// no model may include.
enum ItemListRole {
    ItemColumnKeyRole = Qt::UserRole + 600, ///< headerData: stable name of a column
    ItemExportRole,                         ///< data: the value to copy, where the display text is not it
};

/// What headerData() of a model with named columns answers: the title for DisplayRole, the stable name of the column
/// for ItemColumnKeyRole. One of `keys` and of `titles()` for each column; the titles are only asked for when shown.
template <typename Titles>
QVariant columnHeader(int section, Qt::Orientation orientation, int role, std::span<const char *const> keys,
                      Titles titles)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= static_cast<int>(keys.size()))
        return {};
    if (role == ItemColumnKeyRole)
        return QString::fromLatin1(keys[static_cast<std::size_t>(section)]);
    return role == Qt::DisplayRole ? QVariant(QStringList(titles()).value(section)) : QVariant();
}

} // namespace podium
