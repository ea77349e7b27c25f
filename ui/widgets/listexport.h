// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/listview.h"

namespace podium {

/// Rows of a model as text with tabs, as CSV (RFC 4180) or as a JSON array of objects by column key.
/// Values are ExportRole, else the display text.
QString exportRows(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns,
                   ListView::CopyFormat format);

} // namespace podium
