// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/logging.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logApp, "podium.app")
Q_LOGGING_CATEGORY(logAuth, "podium.auth")
Q_LOGGING_CATEGORY(logNet, "podium.net")
Q_LOGGING_CATEGORY(logLive, "podium.live")
Q_LOGGING_CATEGORY(logStore, "podium.store")
Q_LOGGING_CATEGORY(logUi, "podium.ui")

QString redacted(QString text)
{
    static const QRegularExpression jwt(uR"(eyJ[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*){1,4})"_s);
    static const QRegularExpression bearer(uR"((bearer\s+)[^\s"',;]+)"_s, QRegularExpression::CaseInsensitiveOption);
    // Names as in a query, a form, JSON, or JSON within a JSON string.
    static const QRegularExpression parameter(
        uR"(((?:access_token|refresh_token|id_token|id_token_hint|client_secret|code_verifier|device_code|password)(?:\\*["'])?\s*[=:]\s*(?:\\*["'])?)[^&\s"',}\\]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // An authorization code, but not "errorCode:404".
    static const QRegularExpression code(uR"(((?<![A-Za-z_])code=|"code"\s*:\s*")[^&\s"',}]+)"_s);
    text.replace(jwt, u"[token]"_s);
    text.replace(bearer, u"\\1[token]"_s);
    text.replace(parameter, u"\\1[hidden]"_s);
    text.replace(code, u"\\1[hidden]"_s);
    return text;
}

} // namespace podium
