// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"
#include "models/services/formdataservice.h"

#include <QHash>

namespace podium {

/// What the selectors of a field found in an answer.
struct ActiveAnswer
{
    QHash<QString, Json> values;      ///< by what stands behind "fetch:response:"; what was not found is missing
    QHash<QString, QString> problems; ///< translated, of selectors that could not be worked out

    std::optional<Json> value(const QString &name) const;
};

struct ActiveChoices
{
    QList<FormChoice> choices;
    QString problem; ///< translated: why there are none; "" when all is well
    QString note;    ///< translated: what was left out
};

inline constexpr qsizetype kMostActiveChoices = 5'000;

/// The choices of an ActiveDropdown.
ActiveChoices activeChoices(const ActiveAnswer &answer);
/// The entries of a list of texts, such as the suggestions: numbers and booleans count as their texts, a text alone as
/// a list of it. What is left of others becomes `problem`.
struct ActiveTexts
{
    QStringList texts;
    QString problem; ///< translated
};
ActiveTexts activeTexts(const ActiveAnswer &answer, const QString &name);
/// `value` as a field of that kind takes it; nothing where it does not fit.
std::optional<Json> activeValue(FormField::Kind kind, const Json &value);
/// Translated: why a server's check refuses the value of the field `key`: {"key": ["reason", …]}, else any reason in
/// it.
QString refusalText(const FormDataAnswer &answer, const QString &key);
/// Translated: what a value of the wrong kind is, for messages: "an object".
QString kindName(const Json &value);

} // namespace podium
