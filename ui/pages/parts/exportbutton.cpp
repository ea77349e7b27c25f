// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/exportbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/listexport.h"

#include <QMenu>
#include <QSaveFile>

#include <numeric>

namespace podium {

using namespace Qt::StringLiterals;

ExportButton::ExportButton(const QString &title, const QString &fileName, QWidget *parent)
    : QToolButton(parent)
    , m_title(title)
    , m_fileName(fileName)
{
    setText(tr("Export"));
    setIcon(themedIcon(u"export"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Save what the list shows, with all columns"));
    setAccessibleName(tr("Export what the list shows"));
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    menu->addAction(tr("As CSV…"), this, [this] { askWhere(RowFormat::AsCsv); });
    menu->addAction(tr("As JSON…"), this, [this] { askWhere(RowFormat::AsJson); });
    setMenu(menu);
}

void ExportButton::askWhere(RowFormat format)
{
    askExportPath(this, m_title, m_fileName, format,
                  [this, format](const QString &path) { Q_EMIT wanted(path, format); });
}

Result<Done> writeRows(const QAbstractItemModel &model, const QString &path, RowFormat format, const QString &what)
{
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    QList<int> columns(model.columnCount());
    std::iota(columns.begin(), columns.end(), 0);
    const QByteArray text = exportRows(model, rows, columns, format).toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Done();
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = what;
    error.why = file.errorString();
    error.remedy = ExportButton::tr("Check the folder's permissions and free space, or choose another place.");
    return error;
}

} // namespace podium
