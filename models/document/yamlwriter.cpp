// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/yamlwriter.h"

#include "models/workflow/treevalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

bool isPrintable(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() != 0x7F && c.unicode() != 0x85 && c.unicode() != 0x2028 &&
               c.unicode() != 0x2029 && c.unicode() != 0xFEFF;
    });
}

/// What some readers (YAML 1.1) take for numbers, times or truth.
bool looksTyped(const QString &text)
{
    static const QRegularExpression number(u"^[-+.]?[0-9][0-9_,.:a-fA-FxXoO+-]*$"_s);
    static const QRegularExpression word(u"^(y|n|yes|no|on|off|true|false|null|~|[-+]?\\.(inf|nan))$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch() || word.match(text).hasMatch() || !plainScalarValue(text).is_string();
}

bool canBePlain(const QString &text, bool flow)
{
    if (text.isEmpty() || text.trimmed() != text || !isPrintable(text) || looksTyped(text))
        return false;
    if (u"-?:,[]{}#&*!|>'\"%@`"_s.contains(text.front()) || text.startsWith("..."_L1) || text.startsWith("=="_L1))
        return false;
    if (text.contains(": "_L1) || text.contains(" #"_L1) || text.endsWith(u':'))
        return false;
    return !flow || std::none_of(text.cbegin(), text.cend(), [](QChar c) { return u",[]{}"_s.contains(c); });
}

QByteArray doubleQuoted(const QString &text)
{
    QByteArray quoted = toBytes(Json(text.toStdString()));
    // Characters that JSON allows and YAML breaks lines at, or does not print.
    quoted.replace("\x7F", "\\u007f").replace("\xC2\x85", "\\u0085").replace("\xE2\x80\xA8", "\\u2028");
    return quoted.replace("\xE2\x80\xA9", "\\u2029").replace("\xEF\xBB\xBF", "\\ufeff");
}

QByteArray singleQuoted(const QString &text)
{
    return "'" + text.toUtf8().replace("'", "''") + "'";
}

bool isCollection(const Json &value)
{
    return value.is_structured() && !value.empty();
}

} // namespace

QByteArray YamlWriter::scalar(const Json &value, TextTree::Style wanted, bool flow) const
{
    if (!value.is_string())
        return toBytes(value);
    const QString text = toQString(value);
    if (m_style.json || wanted == TextTree::Style::Double || !isPrintable(text))
        return doubleQuoted(text);
    if (wanted == TextTree::Style::Single)
        return singleQuoted(text);
    if (canBePlain(text, flow))
        return text.toUtf8();
    return m_style.singleQuotes ? singleQuoted(text) : doubleQuoted(text);
}

QByteArray YamlWriter::key(const QString &name, TextTree::Style wanted, bool flow) const
{
    return scalar(Json(name.toStdString()), wanted, flow);
}

QByteArray YamlWriter::flow(const Json &value, int indent) const
{
    if (!value.is_structured())
        return scalar(value, TextTree::Style::Plain, true);
    const bool lines = m_style.json && !m_style.compact && indent >= 0 && !value.empty();
    const int inner = lines ? indent + m_style.indent : -1;
    QByteArray text;
    for (auto part = value.begin(); part != value.end(); ++part) {
        if (!text.isEmpty())
            text += lines ? "," : ", ";
        if (lines)
            text += lineBreak(inner);
        if (value.is_object())
            text += key(QString::fromStdString(part.key()), TextTree::Style::Plain, true) + ": ";
        text += flow(*part, inner);
    }
    if (lines)
        text += lineBreak(indent);
    return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

QByteArray YamlWriter::literal(const QString &text, int column) const
{
    if (!text.contains(u'\n') || text.startsWith(u' ') || text.startsWith(u'\n') || text.startsWith(u'\t') ||
        text.endsWith("\n\n"_L1))
        return {};
    QByteArray written = text.endsWith(u'\n') ? "|" : "|-";
    const QStringList lines = (text.endsWith(u'\n') ? text.chopped(1) : text).split(u'\n');
    for (const QString &line : lines) {
        if (!isPrintable(QString(line).remove(u'\t')) || line.trimmed().isEmpty() != line.isEmpty())
            return {};
        written += line.isEmpty() ? m_style.lineEnd : lineBreak(column + m_style.indent) + line.toUtf8();
    }
    return lines.constLast().isEmpty() ? QByteArray() : written;
}

QByteArray YamlWriter::members(const Json &object, int column, bool literals) const
{
    QByteArray text;
    for (auto part = object.begin(); part != object.end(); ++part) {
        if (!text.isEmpty())
            text += lineBreak(column);
        text += key(QString::fromStdString(part.key()), TextTree::Style::Plain, false) + ":" +
                afterKey(*part, column, literals);
    }
    return text;
}

QByteArray YamlWriter::items(const Json &list, int column, bool literals) const
{
    QByteArray text;
    for (const Json &item : list) {
        if (!text.isEmpty())
            text += lineBreak(column);
        text += "-" + afterDash(item, column + 2, literals);
    }
    return text;
}

QByteArray YamlWriter::afterKey(const Json &value, int column, bool literals) const
{
    if (isCollection(value)) {
        const int inner = column + (value.is_array() ? m_style.dash : m_style.indent);
        return lineBreak(inner) + (value.is_array() ? items(value, inner, literals) : members(value, inner, literals));
    }
    if (literals && value.is_string()) {
        if (const QByteArray block = literal(toQString(value), column); !block.isEmpty())
            return " " + block;
    }
    return " " + (value.is_structured() ? flow(value) : scalar(value, TextTree::Style::Plain, false));
}

QByteArray YamlWriter::afterDash(const Json &value, int column, bool literals) const
{
    if (isCollection(value))
        return " " + (value.is_array() ? items(value, column, literals) : members(value, column, literals));
    return afterKey(value, column - m_style.indent, literals);
}

} // namespace podium
