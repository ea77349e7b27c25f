// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/alertsettings.h"
#include "models/notices/noticefile.h"
#include "models/watch/rulememory.h"
#include "models/watch/watchrules.h"
#include "models/watch/watchtexts.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>

using namespace podium;

/// Any JSON is rules, what was told, notices and settings, or none; what was read survives being written and read
/// again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QJsonArray foreign;
    const QList<WatchRule> rules =
        rulesFromJson(document.isArray() ? document.array() : QJsonArray{document.object()}, &foreign);
    // Times at the ends of the calendar are cut the first time.
    const auto isStable = [](const auto &value, auto read) {
        const auto once = read(toJson(value));
        if (!once || read(toJson(*once)) != once)
            __builtin_trap();
    };
    for (const WatchRule &rule : rules) {
        isStable(rule, &ruleFromJson);
        if (ruleTitle(rule).isEmpty())
            __builtin_trap();
    }
    const QJsonObject object = document.object();
    if (const std::optional<Notification> notice = noticeFromJson(object))
        isStable(*notice, &noticeFromJson);
    isStable(memoryFromJson(object), [](const QJsonObject &json) { return std::optional(memoryFromJson(json)); });
    isStable(alertValuesFromJson(object),
             [](const QJsonObject &json) { return std::optional(alertValuesFromJson(json)); });
    return 0;
}
