// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"

#include <QNetworkReply>
#include <QSslError>

namespace podium {

// What can go wrong with a request, in the user's words. All name the origin, never path, query or token.

Error addressError(const HttpRequest &request); ///< not an http(s) address
Error unlistedOriginError(const HttpRequest &request);
Error notSignedInError(const HttpRequest &request);
Error rejectedTokenError(const HttpRequest &request);
Error timeoutError(const HttpRequest &request);
Error tooLargeError(const HttpRequest &request);
Error redirectError(const HttpRequest &request, const QUrl &target);
Error tlsError(const HttpRequest &request, const QList<QSslError> &errors, const QSslCertificate &certificate);
Error networkError(const HttpRequest &request, QNetworkReply::NetworkError code);

/// An answer whose status the caller cannot use: 401 Unauthorized, 403 Forbidden, 404 NotFound, 409 Conflict,
/// 5xx Server, others Protocol. The start of a plain text body goes into `details`.
Error errorFromStatus(const HttpRequest &request, const HttpResponse &response);

/// An answer that is not what the contract says, e.g. a page of HTML.
Error unexpectedAnswerError(const HttpRequest &request, const HttpResponse &response, const QString &details);

/// host:port without the default port, for messages.
QString displayOrigin(const QUrl &url);

} // namespace podium
