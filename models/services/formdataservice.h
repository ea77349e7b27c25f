// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"
#include "models/domain/session.h"

#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace podium {

/// What a field of a form asks a server.
struct FormDataRequest
{
    QString verb = QStringLiteral("GET");
    QString address; ///< absolute, or relative to FormDataFacts::baseUrl
    QList<QPair<QString, QString>> headers;
    std::optional<Json> body;
    /// The field asks for the user's token. It is sent, too, to addresses below FormDataFacts::baseUrl.
    bool withToken = false;
    /// A refusal (4xx) whose body is JSON is an answer, not an error: validations tell so what is wrong.
    bool takesRefusals = false;

    bool operator==(const FormDataRequest &) const = default;
};

struct FormDataAnswer
{
    int status = 200;
    SharedJson body; ///< null for an empty one
};

/// What the schema of a form may know about the environment and its user.
struct FormDataFacts
{
    QString baseUrl; ///< of the Developer Hub, else of the first runtime, without a slash at its end; "" for none
    User user;
    QString issuer = {}; ///< host and path of the sign-in, to be read by people
};

/// Asks the servers that fields of a form get their values from. Schemas come from servers, so only addresses that the
/// environment lists are asked. UI thread.
class FormDataService
{
public:
    virtual ~FormDataService() = default;

    virtual FormDataFacts facts() const = 0;
    /// Kind::Forbidden for an address that the environment does not list; Kind::Protocol for an answer that is no JSON
    /// or larger than 4 MiB; Kind::Timeout after 15 s. `httpStatus` is set where there was an answer.
    virtual Async<FormDataAnswer> ask(const FormDataRequest &request) = 0;
};

} // namespace podium
