// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/exactnumber.h"

#include <QRegularExpression>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// A decimal as digits without zeros at either end, times a power of ten.
struct Decimal
{
    bool negative = false;
    QString digits;
    qint64 exponent = 0;
    bool operator==(const Decimal &) const = default;
};

Decimal decimal(const QString &text)
{
    Decimal number;
    qsizetype mark = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (mark < 0)
        mark = text.size();
    number.exponent = text.mid(mark + 1).toLongLong();
    bool fraction = false;
    for (const QChar c : QStringView(text).first(mark)) {
        if (c == u'-')
            number.negative = true;
        else if (c == u'.')
            fraction = true;
        else if (c.isDigit()) {
            number.digits += c;
            number.exponent -= fraction ? 1 : 0;
        }
    }
    while (number.digits.startsWith(u'0'))
        number.digits.remove(0, 1);
    while (number.digits.endsWith(u'0')) {
        number.digits.chop(1);
        ++number.exponent;
    }
    if (number.digits.isEmpty())
        return {};
    return number;
}

bool isKept(const QString &text, double value)
{
    return std::isfinite(value) && decimal(text) == decimal(QString::fromUtf8(toBytes(Json(value))));
}

/// Listens to nlohmann's parser, which hands out the spelling of every number that became a double.
class RoundingListener : public nlohmann::json_sax<Json>
{
public:
    QString rounded;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t value, const string_t &spelling) override
    {
        const QString text = QString::fromStdString(spelling);
        if (isKept(text, value))
            return true;
        rounded = text;
        return false;
    }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }
};

} // namespace

TypedNumber typedNumber(const QString &text)
{
    static const QRegularExpression shape(uR"(\A[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,5})?\z)"_s);
    const QString typed = text.trimmed();
    if (typed.size() > 1000 || !shape.match(typed).hasMatch())
        return {};
    bool ok = false;
    if (const auto whole = typed.toLongLong(&ok); ok)
        return {TypedNumber::Outcome::Ok, whole};
    if (const auto large = typed.toULongLong(&ok); ok)
        return {TypedNumber::Outcome::Ok, large};
    const double value = typed.toDouble(&ok);
    if (!isKept(typed, value))
        return {TypedNumber::Outcome::Rounded, {}};
    return {TypedNumber::Outcome::Ok, value};
}

QString roundedNumber(QByteArrayView json)
{
    RoundingListener listener;
    Json::sax_parse(json.begin(), json.end(), &listener);
    return listener.rounded;
}

} // namespace podium
