// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "ui/widgets/listview.h"

#include <QToolButton>

namespace podium {

/// Saves what a list shows as CSV or JSON: asks for the format and the place; who has the rows writes them.
class ExportButton : public QToolButton
{
    Q_OBJECT
public:
    /// `title` is that of the file dialog, `fileName` is without an ending.
    ExportButton(const QString &title, const QString &fileName, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const QString &path, podium::RowFormat format);

private:
    void askWhere(RowFormat format);

    QString m_title;
    QString m_fileName;
};

/// All rows and columns of `model` as a file; `what` is Error::what of a failure. For worker threads.
Result<Done> writeRows(const QAbstractItemModel &model, const QString &path, RowFormat format,
                       const QString &what);

} // namespace podium
