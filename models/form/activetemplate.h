// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/services/formdataservice.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace podium {

/// What the templates `$${{key}}` of a form's schema can refer to.
struct ActiveValues
{
    SharedJson current; ///< the input as it is: "current.a.b"; never null
    FormDataFacts facts;
    QHash<QString, Json> responses; ///< "fetch:response:NAME", in the text of an ActiveText
};

struct FilledTemplate
{
    std::optional<Json> value; ///< nothing where one template alone has no value
    QStringList missing;       ///< keys without a value
};

/// Replaces the templates in a text, or in all texts within an object or array. One that stands alone keeps its type;
/// among other characters it becomes text. Members and entries without a value are left out. A text that starts with
/// "jsonata:" is worked out on the input. Any thread.
FilledTemplate fillTemplate(const Json &text, const ActiveValues &values);
/// The same for an address: values that are put in cannot change its parts.
QString fillAddress(const QString &address, const ActiveValues &values, QStringList *missing);
/// What a key stands for; nothing where it has no value just now.
std::optional<Json> templateValue(const QString &key, const ActiveValues &values);
/// Null, "" and empty containers.
bool isEmptyValue(const std::optional<Json> &value);

/// Translated: which template Podium has no value for, ever; "" for none. The user's token is one of these, because it
/// only travels in the Authorization header: see isTokenHeader().
QString templateProblem(const Json &text);
/// "Authorization": "Bearer $${{identityApi.token}}".
bool isTokenHeader(const QString &name, const Json &value);

} // namespace podium
