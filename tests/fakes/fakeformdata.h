// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/formdataservice.h"
#include "tests/fakes/fakereplies.h"

#include <QHash>

namespace podium {

/// Answers by the start of the address; what it was asked is remembered.
class FakeFormData : public FormDataService
{
public:
    FormDataFacts facts() const override { return known; }

    Async<FormDataAnswer> ask(const FormDataRequest &request) override
    {
        requests << request;
        for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
            if (request.address.startsWith(it.key()))
                return replies.reply<FormDataAnswer>(it.value());
        }
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = QStringLiteral("hub gave no usable answer.");
        error.why = QStringLiteral("There is no such address.");
        error.httpStatus = 404;
        return replies.reply<FormDataAnswer>(error);
    }

    void answer(const QString &address, const char *json, int status = 200)
    {
        answers.insert(address, FormDataAnswer{status, std::make_shared<const Json>(Json::parse(json))});
    }
    void failAt(const QString &address, int status)
    {
        Error error;
        error.kind = Error::Kind::Server;
        error.what = QStringLiteral("hub gave no usable answer.");
        error.why = QStringLiteral("hub failed (HTTP %1).").arg(status);
        error.httpStatus = status;
        answers.insert(address, error);
    }
    QStringList asked() const
    {
        QStringList all;
        for (const FormDataRequest &request : requests)
            all << request.address;
        return all;
    }

    FormDataFacts known{QStringLiteral("http://hub"),
                        {QStringLiteral("5f0c"),
                         QStringLiteral("operator"),
                         QStringLiteral("Olivia Operator"),
                         QStringLiteral("olivia@example.com"),
                         {}},
                        QStringLiteral("sso.example.com/realms/flows")};
    QMap<QString, Result<FormDataAnswer>> answers;
    QList<FormDataRequest> requests;
    FakeReplies replies;
};

} // namespace podium
