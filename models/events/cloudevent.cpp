// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/cloudevent.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CloudEvent)
};

/// Names that are no extensions.
constexpr std::array kCoreAttributes{"specversion"_L1, "id"_L1,         "source"_L1,          "type"_L1,
                                     "subject"_L1,     "time"_L1,       "datacontenttype"_L1, "dataschema"_L1,
                                     "data"_L1,        "data_base64"_L1};

bool isCore(const QString &name)
{
    return std::find(kCoreAttributes.cbegin(), kCoreAttributes.cend(), name) != kCoreAttributes.cend();
}

bool isUriReference(const QString &text)
{
    return !text.contains(u' ') && QUrl(text, QUrl::StrictMode).isValid();
}

/// Texts of attributes hold no control characters (section "Type System").
bool isPlain(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c < u' ' || (c >= u'\x7f' && c <= u'\x9f'); });
}

QString extensionProblem(const EventExtension &extension)
{
    static const QRegularExpression allowed(u"^[a-z0-9]{1,64}$"_s);
    if (extension.name.isEmpty())
        return Texts::tr("Give the extension a name.");
    if (!allowed.match(extension.name).hasMatch())
        return Texts::tr("Names of extensions have small letters and digits only.");
    if (isCore(extension.name))
        return Texts::tr("“%1” is no extension: it has a field of its own.").arg(extension.name);
    if (!isPlain(extension.value))
        return Texts::tr("Control characters cannot be sent.");
    return {};
}

/// Section 3.1.3.2 of the HTTP binding: space, double quote, percent and all outside of printable ASCII are encoded.
QByteArray headerValue(const QString &text)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    QByteArray encoded;
    for (const char each : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte > 0x20 && byte < 0x7f && each != '"' && each != '%')
            encoded += each;
        else
            encoded.append('%').append(kHex[byte >> 4]).append(kHex[byte & 15]);
    }
    return encoded;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// The attributes in the order of the specification, extensions last; those without a value are left out.
QList<QPair<QString, QString>> attributesOf(const CloudEvent &event)
{
    QList<QPair<QString, QString>> all{{u"specversion"_s, u"1.0"_s}};
    const auto add = [&all](const QString &name, const QString &value) {
        if (!value.isEmpty())
            all << qMakePair(name, value);
    };
    add(u"id"_s, event.id);
    add(u"source"_s, event.source);
    add(u"type"_s, event.type);
    add(u"subject"_s, event.subject);
    add(u"time"_s, event.time.isValid() ? timeText(event.time) : QString());
    for (const EventExtension &extension : event.extensions) {
        if (!isCore(extension.name) && !extension.name.isEmpty())
            add(extension.name, extension.value);
    }
    return all;
}

} // namespace

QList<FieldError> problems(const CloudEvent &event)
{
    QList<FieldError> found;
    const auto check = [&found](bool good, const QString &pointer, const QString &message) {
        if (!good)
            found << FieldError{pointer, message};
    };
    check(!event.type.isEmpty(), u"/type"_s, Texts::tr("Enter the type: workflows listen for it."));
    check(isPlain(event.type), u"/type"_s, Texts::tr("Control characters cannot be sent."));
    check(!event.source.isEmpty(), u"/source"_s, Texts::tr("Enter where the event comes from."));
    check(event.source.isEmpty() || isUriReference(event.source), u"/source"_s,
          Texts::tr("The source is an address or a path, such as shop/till-7: without blanks."));
    check(!event.id.isEmpty(), u"/id"_s, Texts::tr("Enter an id, or have one made."));
    check(isPlain(event.id), u"/id"_s, Texts::tr("Control characters cannot be sent."));
    check(isPlain(event.subject), u"/subject"_s, Texts::tr("Control characters cannot be sent."));
    QStringList names;
    for (const EventExtension &extension : event.extensions) {
        const QString pointer = u"/extensions/"_s % pointerToken(extension.name);
        QString problem = extensionProblem(extension);
        if (problem.isEmpty() && names.contains(extension.name))
            problem = Texts::tr("This extension is there twice.");
        check(problem.isEmpty(), pointer, problem);
        names << extension.name;
    }
    return found;
}

EventMessage encode(const CloudEvent &event, EventMode mode)
{
    EventMessage message;
    if (mode == EventMode::Structured) {
        message.contentType = "application/cloudevents+json";
        message.body = toBytes(toJson(event));
        return message;
    }
    for (const auto &[name, value] : attributesOf(event))
        message.headers << qMakePair("ce-" + name.toLatin1(), headerValue(value));
    if (event.data) {
        message.contentType = "application/json";
        message.body = toBytes(*event.data);
    }
    return message;
}

Json toJson(const CloudEvent &event)
{
    Json object = Json::object();
    for (const auto &[name, value] : attributesOf(event))
        object[name.toStdString()] = value.toStdString();
    if (event.data) {
        object["datacontenttype"] = "application/json";
        object["data"] = *event.data;
    }
    return object;
}

Result<CloudEvent> cloudEventFromJson(const Json &value)
{
    if (!value.is_object()) {
        Error error;
        error.kind = Error::Kind::Validation;
        error.why = Texts::tr("It is no CloudEvent: not a JSON object.");
        return error;
    }
    CloudEvent event;
    event.id = stringAt(value, "id");
    event.source = stringAt(value, "source");
    event.type = stringAt(value, "type");
    event.subject = stringAt(value, "subject");
    event.time = QDateTime::fromString(stringAt(value, "time"), Qt::ISODateWithMs);
    if (const Json *data = memberAt(value, "data"))
        event.data = std::make_shared<const Json>(*data);
    for (const auto &[key, member] : value.items()) {
        const QString name = QString::fromStdString(key);
        if (!isCore(name) && member.is_string())
            event.extensions << EventExtension{name, toQString(member)};
    }
    return event;
}

} // namespace podium
