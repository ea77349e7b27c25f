// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/bulkreport.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace podium {

/// What the colour of an outcome says.
Tone toneOf(BatchOutcome outcome);
/// Icon that stands for it beside its word.
QString iconOf(BatchOutcome outcome);

/// Paints states and outcomes of a BulkReportModel as pills.
class BulkDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace podium
