// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/noticefile.h"

#include "models/domain/words.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Severity = Notification::Severity;

constexpr qsizetype kLongestText = 20'000;

void putTime(QJsonObject *json, const QString &key, const QDateTime &utc)
{
    if (utc.isValid())
        json->insert(key, utc.toUTC().toString(Qt::ISODateWithMs));
}

QDateTime timeAt(const QJsonObject &json, QLatin1StringView key)
{
    return QDateTime::fromString(json.value(key).toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

QJsonObject toJson(const Notification &notice)
{
    QJsonObject json{
        {u"id"_s, notice.id}, {u"title"_s, notice.title}, {u"severity"_s, wordIn(kSeverityWords, notice.severity)}};
    for (const auto &[key, text] : {std::pair{u"description"_s, notice.description},
                                    {u"topic"_s, notice.topic},
                                    {u"source"_s, notice.source},
                                    {u"target"_s, notice.target}}) {
        if (!text.isEmpty())
            json.insert(key, text);
    }
    putTime(&json, u"created"_s, notice.created);
    putTime(&json, u"read"_s, notice.read);
    putTime(&json, u"saved"_s, notice.saved);
    return json;
}

std::optional<Notification> noticeFromJson(const QJsonObject &json)
{
    Notification notice;
    notice.origin = Notification::Origin::Podium;
    notice.id = json.value("id"_L1).toString();
    notice.title = json.value("title"_L1).toString().left(kLongestText);
    if (notice.id.isEmpty() || notice.title.isEmpty())
        return {};
    notice.description = json.value("description"_L1).toString().left(kLongestText);
    notice.topic = json.value("topic"_L1).toString();
    notice.source = json.value("source"_L1).toString();
    notice.target = json.value("target"_L1).toString();
    notice.severity = valueOf(kSeverityWords, json.value("severity"_L1).toString()).value_or(Severity::Normal);
    notice.created = timeAt(json, "created"_L1);
    notice.read = timeAt(json, "read"_L1);
    notice.saved = timeAt(json, "saved"_L1);
    return notice;
}

} // namespace podium
