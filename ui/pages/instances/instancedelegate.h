// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace podium {

/// Cells of lists of instances, workflows and jobs: a pill where the model has a StateRole, AvailabilityRole or
/// JobStatusRole, a quiet bar while a row is on its way, plain text else.
class InstanceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Only this column shows StateRole as a pill (other columns answer the role too).
    void setStateColumn(int column) { m_stateColumn = column; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool paintPill(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_stateColumn = -1;
};

} // namespace podium
