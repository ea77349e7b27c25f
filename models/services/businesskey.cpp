// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/businesskey.h"

#include <QRegularExpression>

#include <functional>
#include <optional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(u"\\{([A-Za-z]+)\\}"_s);
    return expression;
}

std::optional<QString> valueOf(QStringView name, const BusinessKeyValues &values)
{
    if (name == "user"_L1)
        return values.user;
    if (name == "workflow"_L1)
        return values.workflow;
    if (name == "date"_L1)
        return values.now.toString(u"yyyy-MM-dd"_s);
    if (name == "time"_L1)
        return values.now.toString(u"HHmmss"_s);
    if (name == "n"_L1)
        return QString::number(values.number);
    return std::nullopt;
}

} // namespace

// In one pass: what a placeholder stands for is text, even if it looks like another one.
QString expandBusinessKey(const QString &pattern, const BusinessKeyValues &values)
{
    QString key;
    qsizetype copied = 0;
    for (auto matches = placeholder().globalMatch(pattern); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const std::optional<QString> value = valueOf(match.capturedView(1), values);
        if (!value)
            continue;
        key += QStringView(pattern).sliced(copied, match.capturedStart() - copied);
        key += *value;
        copied = match.capturedEnd();
    }
    key += QStringView(pattern).sliced(copied);
    return key.simplified();
}

bool countsKeys(const QString &pattern)
{
    return pattern.contains("{n}"_L1);
}

QString unknownPlaceholder(const QString &pattern)
{
    for (auto matches = placeholder().globalMatch(pattern); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (!valueOf(match.capturedView(1), {}))
            return match.captured();
    }
    return {};
}

} // namespace podium
