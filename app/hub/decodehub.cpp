// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/decodehub.h"

#include "app/net/jsonvalues.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxId = 200;
constexpr qsizetype kMaxIds = 1000;

Error notOfTheKind(const QString &details)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.details = details;
    return error;
}

QString cut(QString text, qsizetype most)
{
    if (text.size() > most) {
        text.truncate(most);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

Notification::Severity severityFrom(const QString &word)
{
    return valueOf(kSeverityWords, word.toLower()).value_or(Notification::Severity::Normal);
}

std::optional<Notification> notificationFrom(const Json &object)
{
    Notification notification;
    notification.id = textAt(object, "id");
    if (notification.id.isEmpty() || notification.id.size() > kMaxId)
        return std::nullopt;
    const Json *payload = memberAt(object, "payload");
    static const Json none = Json::object();
    const Json &content = payload && payload->is_object() ? *payload : none;
    notification.title = cut(textAt(content, "title"), kMaxHubText);
    notification.description = cut(textAt(content, "description"), kMaxHubText);
    notification.link = cut(textAt(content, "link"), kMaxHubText);
    notification.topic = cut(textAt(content, "topic"), kMaxId);
    notification.scope = cut(textAt(content, "scope"), kMaxId);
    notification.severity = severityFrom(textAt(content, "severity"));
    notification.source = cut(textAt(object, "origin"), kMaxId);
    notification.broadcast = textAt(object, "user").isEmpty();
    notification.created = timeAt(object, "created");
    notification.read = timeAt(object, "read");
    notification.saved = timeAt(object, "saved");
    return notification;
}

Result<Json> objectFrom(QByteArrayView text)
{
    auto parsed = parseJson(text);
    if (parsed && !parsed->is_object())
        return notOfTheKind(u"no object"_s);
    return parsed;
}

NotificationSettings::Sender senderFrom(const Json &object)
{
    NotificationSettings::Sender sender{textAt(object, "id"), boolAt(object, "enabled").value_or(true), {}};
    if (const Json *topics = memberAt(object, "topics"); topics && topics->is_array()) {
        for (const Json &topic : *topics) {
            if (const QString id = textAt(topic, "id"); !id.isEmpty())
                sender.topics << NotificationSettings::Topic{id, boolAt(topic, "enabled").value_or(true)};
        }
    }
    return sender;
}

} // namespace

Result<NotificationPage> decodeNotifications(QByteArrayView text)
{
    const auto parsed = parseJson(text);
    if (!parsed)
        return parsed.error();
    const Json *rows = parsed->is_array() ? &*parsed : memberAt(*parsed, "notifications");
    if (!rows || !rows->is_array())
        return notOfTheKind(u"no notifications"_s);
    NotificationPage page;
    for (const Json &row : *rows) {
        if (const auto notification = notificationFrom(row))
            page.rows << *notification;
    }
    if (const auto total = integerAt(*parsed, "totalCount"); total && *total >= 0)
        page.total = total;
    return page;
}

Result<Notification> decodeNotification(QByteArrayView text)
{
    const auto parsed = objectFrom(text);
    if (!parsed)
        return parsed.error();
    const auto notification = notificationFrom(*parsed);
    return notification ? Result<Notification>(*notification) : notOfTheKind(u"no id"_s);
}

Result<HubCounts> decodeCounts(QByteArrayView text)
{
    const auto parsed = objectFrom(text);
    if (!parsed)
        return parsed.error();
    const auto unread = integerAt(*parsed, "unread");
    if (!unread)
        return notOfTheKind(u"no counts"_s);
    return HubCounts{qMax<qint64>(0, *unread), qMax<qint64>(0, integerAt(*parsed, "read").value_or(0))};
}

Result<QStringList> decodeTopics(QByteArrayView text)
{
    const auto parsed = objectFrom(text);
    if (!parsed)
        return parsed.error();
    QStringList topics;
    for (const QString &topic : textsAt(*parsed, "topics"))
        topics << cut(topic, kMaxId);
    return topics;
}

Result<NotificationSettings> decodeSettings(QByteArrayView text)
{
    const auto parsed = objectFrom(text);
    if (!parsed)
        return parsed.error();
    const Json *channels = memberAt(*parsed, "channels");
    if (!channels || !channels->is_array())
        return notOfTheKind(u"no channels"_s);
    NotificationSettings settings;
    for (const Json &each : *channels) {
        NotificationSettings::Channel channel{textAt(each, "id"), boolAt(each, "enabled"), {}};
        if (channel.id.isEmpty())
            continue;
        if (const Json *senders = memberAt(each, "origins"); senders && senders->is_array()) {
            for (const Json &sender : *senders) {
                if (!textAt(sender, "id").isEmpty())
                    channel.senders << senderFrom(sender);
            }
        }
        settings.channels << channel;
    }
    return settings;
}

QByteArray encodeSettings(const NotificationSettings &settings)
{
    Json channels = Json::array();
    for (const NotificationSettings::Channel &channel : settings.channels) {
        Json senders = Json::array();
        for (const NotificationSettings::Sender &sender : channel.senders) {
            Json topics = Json::array();
            for (const NotificationSettings::Topic &topic : sender.topics)
                topics.push_back({{"id", topic.id.toStdString()}, {"enabled", topic.enabled}});
            senders.push_back({{"id", sender.id.toStdString()}, {"enabled", sender.enabled}, {"topics", topics}});
        }
        Json object{{"id", channel.id.toStdString()}, {"origins", senders}};
        if (channel.enabled)
            object["enabled"] = *channel.enabled;
        channels.push_back(object);
    }
    return toBytes(Json{{"channels", channels}});
}

std::optional<HubSignal> decodeSignal(QByteArrayView text)
{
    const auto parsed = objectFrom(text);
    if (!parsed || textAt(*parsed, "channel") != "notifications"_L1)
        return std::nullopt;
    const Json *message = memberAt(*parsed, "message");
    if (!message)
        return std::nullopt;
    HubSignal signal;
    const QString action = textAt(*message, "action");
    if (action == "new_notification"_L1)
        signal.ids << textAt(*message, "notification_id");
    else if (action == "notification_read"_L1 || action == "notification_unread"_L1)
        signal.ids = textsAt(*message, "notification_ids").mid(0, kMaxIds);
    else
        return std::nullopt;
    if (action != "new_notification"_L1)
        signal.action = action == "notification_read"_L1 ? HubSignal::Action::Read : HubSignal::Action::Unread;
    signal.ids.removeIf([](const QString &id) { return id.isEmpty() || id.size() > kMaxId; });
    return signal;
}

} // namespace podium
