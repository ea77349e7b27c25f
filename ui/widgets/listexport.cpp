// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/listexport.h"

#include "models/core/rowwriter.h"

#include <QAbstractItemModel>
#include <QFileDialog>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QVariant cell(const QAbstractItemModel &model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant value = index.data(ExportRole);
    return value.isValid() ? value : index.data(Qt::DisplayRole);
}

} // namespace

QString exportRows(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns, RowFormat format)
{
    if (rows.isEmpty())
        return {};
    QStringList keys;
    QStringList titles;
    for (const int column : columns) {
        titles << model.headerData(column, Qt::Horizontal).toString();
        const QString key = model.headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
        keys << (key.isEmpty() ? titles.constLast() : key);
    }
    RowWriter writer(format, keys, titles);
    QByteArray text = writer.begin();
    for (const int row : rows) {
        QVariantList cells;
        for (const int column : columns)
            cells << cell(model, row, column);
        text += writer.row(cells);
    }
    return QString::fromUtf8(text + writer.end());
}

void askExportPath(QWidget *parent, const QString &title, const QString &name, RowFormat format,
                   std::function<void(const QString &path)> chosen)
{
    const bool csv = format == RowFormat::AsCsv;
    const QString suffix = csv ? u"csv"_s : u"json"_s;
    auto *dialog = new QFileDialog(parent, title, name % u'.' % suffix,
                                   csv ? ListView::tr("CSV files (*.csv)") : ListView::tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace podium
