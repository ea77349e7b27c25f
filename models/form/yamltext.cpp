// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/yamltext.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostBlockLine = 4000;

/// Words that no reader of YAML, of whatever version, takes for anything but a text.
bool isPlain(const QString &text)
{
    static const QRegularExpression shape(uR"(\A[A-Za-z_/][A-Za-z0-9_./@+ -]*\z)"_s);
    static const QRegularExpression words(uR"(\A(true|false|null|yes|no|on|off|y|n)\z)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text.size() < 200 && !text.endsWith(u' ') && shape.match(text).hasMatch() && !words.match(text).hasMatch();
}

/// Whether a literal block (|, kept with its end) says exactly `text`.
bool isBlock(const QString &text)
{
    if (!text.contains(u'\n') || text.startsWith(u'\n') || text.startsWith(u' ') || text.size() > 100'000)
        return false;
    for (const QString &line : text.split(u'\n')) {
        if (line.size() > kMostBlockLine || line.endsWith(u' '))
            return false;
    }
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c == u'\n' || (c.isPrint() && c != u'\ufeff'); });
}

QByteArray scalar(const Json &value)
{
    const QString text = toQString(value);
    return value.is_string() && isPlain(text) ? text.toUtf8() : toBytes(value);
}

class Writer
{
public:
    QByteArray out;

    /// Behind "key:" or "-": on the same line where it is one.
    void value(const Json &value, int indent)
    {
        if (value.is_structured() && !value.empty()) {
            out += '\n';
            members(value, indent);
            return;
        }
        if (value.is_string() && isBlock(toQString(value)))
            return block(toQString(value), indent);
        out += ' ';
        out += value.is_structured() ? QByteArray(value.is_array() ? "[]" : "{}") : scalar(value);
        out += '\n';
    }

    void members(const Json &value, int indent)
    {
        for (const auto &[key, member] : value.items()) {
            out += QByteArray(indent, ' ');
            out += value.is_array() ? QByteArray("-") : scalar(Json(key)) + ':';
            this->value(member, indent + 2);
        }
    }

private:
    void block(const QString &text, int indent)
    {
        const bool isEnded = text.endsWith(u'\n');
        out += isEnded ? " |+\n" : " |-\n";
        for (const QString &line : (isEnded ? text.chopped(1) : text).split(u'\n'))
            out += (line.isEmpty() ? QByteArray() : QByteArray(indent, ' ') + line.toUtf8()) + '\n';
    }
};

} // namespace

QByteArray toYaml(const Json &value)
{
    Writer writer;
    if (value.is_structured() && !value.empty())
        writer.members(value, 0);
    else
        writer.out = (value.is_structured() ? QByteArray(value.is_array() ? "[]" : "{}") : scalar(value)) + '\n';
    return writer.out;
}

} // namespace podium
