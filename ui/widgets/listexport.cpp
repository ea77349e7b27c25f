// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/listexport.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QVariant cell(const QAbstractItemModel &model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant value = index.data(ExportRole);
    return value.isValid() ? value : index.data(Qt::DisplayRole);
}

QString csvField(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' % text.replace(u'"', u"\"\""_s) % u'"';
}

QString plainField(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString toJsonText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    QJsonArray array;
    for (const int row : rows) {
        QJsonObject object;
        for (const int column : columns) {
            QString key = model.headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
            if (key.isEmpty())
                key = model.headerData(column, Qt::Horizontal).toString();
            object.insert(key, QJsonValue::fromVariant(cell(model, row, column)));
        }
        array << object;
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

} // namespace

QString exportRows(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns,
                   ListView::CopyFormat format)
{
    if (rows.isEmpty())
        return {};
    if (format == ListView::CopyFormat::AsJson)
        return toJsonText(model, rows, columns);
    const bool csv = format == ListView::CopyFormat::AsCsv;
    const QString separator = csv ? u","_s : u"\t"_s;
    const QString lineEnd = csv ? u"\r\n"_s : u"\n"_s;
    QString text;
    const auto addLine = [&](auto field) {
        QStringList fields;
        for (const int column : columns)
            fields << (csv ? csvField(field(column)) : plainField(field(column)));
        text += fields.join(separator) % lineEnd;
    };
    addLine([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        addLine([&](int column) { return cell(model, row, column).toString(); });
    return text;
}

} // namespace podium
