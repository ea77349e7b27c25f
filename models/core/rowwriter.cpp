// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/rowwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString csvField(const QVariant &cell)
{
    QString text = cell.toString();
    const bool isText = cell.typeId() == QMetaType::QString; // a negative number is no formula
    if (isText && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' % text.replace(u'"', u"\"\""_s) % u'"';
}

QString plainField(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

RowWriter::RowWriter(RowFormat format, const QStringList &keys, const QStringList &titles)
    : m_format(format)
    , m_keys(keys)
    , m_titles(titles)
{
}

QString RowWriter::field(const QVariant &cell) const
{
    return m_format == RowFormat::AsCsv ? csvField(cell) : plainField(cell.toString());
}

QByteArray RowWriter::line(const QStringList &cells) const
{
    const bool csv = m_format == RowFormat::AsCsv;
    return QString(cells.join(csv ? u',' : u'\t') % (csv ? u"\r\n"_s : u"\n"_s)).toUtf8();
}

QByteArray RowWriter::begin() const
{
    if (m_format == RowFormat::AsJson)
        return "[";
    QStringList cells;
    for (const QString &title : m_titles)
        cells << field(title);
    return line(cells);
}

QByteArray RowWriter::row(const QVariantList &cells)
{
    if (m_format == RowFormat::AsJson) {
        QJsonObject object;
        for (qsizetype i = 0; i < qMin(cells.size(), m_keys.size()); ++i)
            object.insert(m_keys.at(i), QJsonValue::fromVariant(cells.at(i)));
        const QByteArray separator = std::exchange(m_any, true) ? ",\n" : "\n";
        return separator + QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    QStringList fields;
    for (const QVariant &cell : cells)
        fields << field(cell);
    return line(fields);
}

QByteArray RowWriter::end() const
{
    return m_format == RowFormat::AsJson ? "\n]\n" : QByteArray();
}

} // namespace podium
