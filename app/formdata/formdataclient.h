// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/services/formdataservice.h"

#include <QObject>

#include <functional>

namespace podium {

/// Asks over HTTP, as one environment allows: addresses that it lists, no others. UI thread.
class FormDataClient : public QObject, public FormDataService
{
    Q_OBJECT
public:
    static constexpr qint64 kMaxBytes = 4 << 20;

    /// `user` tells who is signed in.
    FormDataClient(HttpClient &http, std::function<User()> user, QObject *parent = nullptr);

    FormDataFacts facts() const override;
    Async<FormDataAnswer> ask(const FormDataRequest &request) override;

    void setTimeout(int ms) { m_timeoutMs = ms; } ///< for tests

private:
    HttpRequest httpRequest(const FormDataRequest &request) const;

    HttpClient &m_http;
    std::function<User()> m_user;
    int m_timeoutMs = 15'000;
};

} // namespace podium
