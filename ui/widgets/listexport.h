// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/listview.h"

#include <functional>

namespace podium {

/// Rows of a model as text, see RowWriter. Values are ExportRole, else the display text.
QString exportRows(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns,
                   RowFormat format);

/// Asks for the file to export to, without blocking; `name` is what it is called at first, without a suffix.
void askExportPath(QWidget *parent, const QString &title, const QString &name, RowFormat format,
                   std::function<void(const QString &path)> chosen);

} // namespace podium
