// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/domain/servercapabilities.h"
#include "models/services/environmentservice.h"

namespace podium {

// What an answer says about a service, for "Test connection". No network here.

ConnectionCheck skipped(ConnectionCheck::Service service, const QString &summary);
ConnectionCheck failed(ConnectionCheck::Service service, const Error &error);
/// Reachable, but nothing is known about the token because nobody is signed in.
ConnectionCheck reachableOnly(ConnectionCheck::Service service, const QUrl &url);

/// The discovery document of the issuer (OpenID Connect Discovery 1.0, section 4).
ConnectionCheck issuerFinding(const Environment &environment, const HttpResponse &response);
ConnectionCheck dataIndexFinding(const QUrl &url, const ServerCapabilities &server);
/// The answer of `GET /management/processes` with a token.
ConnectionCheck runtimeFinding(const QUrl &url, const HttpResponse &response);
/// The answer to a question about a job that does not exist, with a token.
ConnectionCheck jobServiceFinding(const QUrl &url, const HttpResponse &response);
/// The answer of `GET /api/notifications/status` without a token.
ConnectionCheck notificationsFinding(const QUrl &url, const HttpResponse &response);

/// One finding for several services of a kind: the worst outcome, all summaries.
ConnectionCheck joined(const QList<ConnectionCheck> &findings);

} // namespace podium
