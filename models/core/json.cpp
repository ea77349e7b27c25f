// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/json.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Error malformed(const QString &why, const QString &details)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.what = QCoreApplication::translate("Json", "The text is not valid JSON.");
    error.why = why;
    error.details = details;
    return error;
}

/// Byte offset to "line, column", both from 1.
QString position(QByteArrayView text, std::size_t byte)
{
    const QByteArrayView before = text.first(qMin<qsizetype>(static_cast<qsizetype>(byte), text.size()));
    const auto line = before.count('\n') + 1;
    const auto column = before.size() - (before.lastIndexOf('\n') + 1);
    return QCoreApplication::translate("Json", "Line %1, column %2.").arg(line).arg(qMax<qsizetype>(column, 1));
}

} // namespace

Result<Json> parseJson(QByteArrayView text)
{
    const auto deep = [] { return malformed(QCoreApplication::translate("Json", "It is nested too deeply."), {}); };
    bool tooDeep = false;
    const auto limitDepth = [&tooDeep](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > kMaxJsonDepth;
        return !tooDeep;
    };
    try {
        Json value = Json::parse(text.begin(), text.end(), limitDepth);
        if (tooDeep)
            return deep();
        return value;
    } catch (const Json::parse_error &failure) {
        if (tooDeep) // the parser goes on to the end before it says so
            return deep();
        return malformed(position(text, failure.byte), QString::fromUtf8(failure.what()));
    } catch (const Json::exception &failure) {
        return malformed({}, QString::fromUtf8(failure.what()));
    }
}

QString toQString(const Json &value)
{
    const auto *text = value.get_ptr<const Json::string_t *>();
    return text ? QString::fromStdString(*text) : QString();
}

const Json *memberAt(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

QString stringAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    return member ? toQString(*member) : QString();
}

QByteArray toBytes(const Json &value, int indent)
{
    return QByteArray::fromStdString(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

QString pointerToken(const QString &key)
{
    QString token = key;
    return token.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

} // namespace podium
