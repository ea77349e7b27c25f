// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/inputs/inputjson.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

Json timeToJson(const QDateTime &time)
{
    return utf8(time.toUTC().toString(Qt::ISODateWithMs));
}

QDateTime timeAt(const Json &object)
{
    return QDateTime::fromString(stringAt(object, "time"), Qt::ISODateWithMs).toUTC();
}

/// Null where it is no object.
SharedJson inputAt(const Json &object)
{
    const Json *input = memberAt(object, "input");
    return input && input->is_object() ? std::make_shared<const Json>(*input) : nullptr;
}

Result<Json> objectOf(QByteArrayView text)
{
    Result<Json> read = parseJson(text);
    if (!read || read->is_object())
        return read;
    Error error;
    error.kind = Error::Kind::Protocol;
    error.why = QCoreApplication::translate("InputFiles", "It holds no JSON object.");
    return error;
}

const Json &listAt(const Json &object, const char *key)
{
    static const Json none = Json::array();
    const Json *list = memberAt(object, key);
    return list && list->is_array() ? *list : none;
}

} // namespace

QByteArray toJson(const InputDraft &draft)
{
    return toBytes(Json{{"time", timeToJson(draft.time)},
                        {"businessKey", utf8(draft.businessKey)},
                        {"input", draft.input ? *draft.input : Json::object()}});
}

QByteArray toJson(const QList<SentInput> &history)
{
    Json list = Json::array();
    for (const SentInput &sent : history) {
        Json entry{{"time", timeToJson(sent.time)},
                   {"businessKey", utf8(sent.businessKey)},
                   {"version", utf8(sent.version)},
                   {"instanceId", utf8(sent.instanceId)}};
        if (sent.input)
            entry["input"] = *sent.input;
        list.push_back(std::move(entry));
    }
    return toBytes(Json{{"history", std::move(list)}});
}

QByteArray toJson(const QList<InputPreset> &presets)
{
    Json list = Json::array();
    for (const InputPreset &preset : presets)
        list.push_back(Json{{"name", utf8(preset.name)}, {"input", preset.input ? *preset.input : Json::object()}});
    return toBytes(Json{{"presets", std::move(list)}}, 2);
}

QByteArray toJson(const BusinessKeyPlan &key)
{
    return toBytes(Json{{"pattern", utf8(key.pattern)}, {"next", key.next}});
}

QByteArray presetFile(const InputPreset &preset)
{
    const Json file{
        {"podiumPreset", 1}, {"name", utf8(preset.name)}, {"input", preset.input ? *preset.input : Json::object()}};
    return toBytes(file, 2) + '\n';
}

Result<InputDraft> draftFromJson(QByteArrayView text)
{
    const Result<Json> read = objectOf(text);
    if (!read)
        return read.error();
    return InputDraft{timeAt(*read), stringAt(*read, "businessKey"), inputAt(*read)};
}

Result<QList<SentInput>> historyFromJson(QByteArrayView text)
{
    const Result<Json> read = objectOf(text);
    if (!read)
        return read.error();
    QList<SentInput> history;
    for (const Json &entry : listAt(*read, "history")) {
        if (entry.is_object())
            history << SentInput{timeAt(entry), stringAt(entry, "businessKey"), stringAt(entry, "version"),
                                 stringAt(entry, "instanceId"), inputAt(entry)};
    }
    return history;
}

Result<QList<InputPreset>> presetsFromJson(QByteArrayView text)
{
    const Result<Json> read = objectOf(text);
    if (!read)
        return read.error();
    QList<InputPreset> presets;
    for (const Json &entry : listAt(*read, "presets")) {
        const InputPreset preset{stringAt(entry, "name").simplified(), inputAt(entry)};
        if (preset.input && !preset.name.isEmpty())
            presets = withPreset(std::move(presets), preset);
    }
    return presets;
}

Result<BusinessKeyPlan> keyFromJson(QByteArrayView text)
{
    const Result<Json> read = objectOf(text);
    if (!read)
        return read.error();
    const Json *next = memberAt(*read, "next");
    const bool isCount = next && next->is_number_integer() && *next >= 1;
    return BusinessKeyPlan{stringAt(*read, "pattern"), isCount ? next->get<qint64>() : 1};
}

Result<InputPreset> presetFromFile(QByteArrayView text, const QString &otherwise)
{
    const Result<Json> read = objectOf(text);
    if (!read)
        return read.error();
    if (!read->contains("podiumPreset"))
        return InputPreset{otherwise, std::make_shared<const Json>(*read)};
    InputPreset preset{stringAt(*read, "name").simplified(), inputAt(*read)};
    if (preset.name.isEmpty())
        preset.name = otherwise;
    if (preset.input)
        return preset;
    Error error;
    error.kind = Error::Kind::Protocol;
    error.why = QCoreApplication::translate("InputFiles", "It holds no input.");
    return error;
}

} // namespace podium
