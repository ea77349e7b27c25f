// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/inputmemory.h"

namespace podium {

// The files of InputFiles: JSON objects with the names of the structs, times in ISO 8601 (UTC). Members that are
// missing or of another type are taken for empty, entries without an input that can be used are left out. Any thread.

QByteArray toJson(const InputDraft &draft);
QByteArray toJson(const QList<SentInput> &history);
QByteArray toJson(const QList<InputPreset> &presets);
QByteArray toJson(const BusinessKeyPlan &key);
/// A preset to hand on: {"podiumPreset": 1, "name": …, "input": …}.
QByteArray presetFile(const InputPreset &preset);

/// Kind::Protocol for text that is no JSON object.
Result<InputDraft> draftFromJson(QByteArrayView text);
Result<QList<SentInput>> historyFromJson(QByteArrayView text);
Result<QList<InputPreset>> presetsFromJson(QByteArrayView text);
Result<BusinessKeyPlan> keyFromJson(QByteArrayView text);
/// A preset file, or any JSON object, which then is the input itself and takes the name `otherwise`.
Result<InputPreset> presetFromFile(QByteArrayView text, const QString &otherwise);

} // namespace podium
