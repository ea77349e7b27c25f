// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/failurekey.h"

#include "models/domain/workflowinstance.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRead = 2000; ///< characters of a message: what follows does not tell failures apart
constexpr qsizetype kMostPattern = 300;
constexpr qsizetype kMostSearched = 120;
constexpr qsizetype kLeastSearched = 4;

/// One alternative per kind of thing, tried in this order at each place; `keep` first, because a status is a number.
const QRegularExpression &variableParts()
{
    static const QRegularExpression parts(
        // HTTP 503, HTTP/1.1 503, status code 503, errorCode:404
        u"(?<keep>\\b(?:HTTP(?:/\\d(?:\\.\\d)?)?|status(?:[ _-]?code)?|(?:error[ _-]?)?code)\\s?[:=]?\\s?\\d{3}\\b)"
        // 2026-03-02T14:30:00.123Z, 2026-03-02 14:30, 2026-03-02, 14:30:00,123
        "|(?<time>\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?"
        "(?:\\[[\\w/+-]+\\])?|\\b\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?\\b)"
        // UUIDs, Java's Object@1f2e3d, 0x…, hexadecimal digests, words that mix letters and digits
        "|(?<id>\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|(?<=@)[0-9a-f]{4,16}\\b"
        "|\\b0x[0-9a-f]+\\b|\\b(?=[a-z]*\\d)(?=\\d*[a-f])[0-9a-f]{8,}\\b"
        "|\\b(?=(?:[a-z]*\\d){3})(?=\\d*[a-z])[0-9a-z]{8,}\\b)"
        // "a", “a”, `a`, and 'a' where it is no apostrophe
        "|(?<value>\"[^\"\\n]*\"|“[^”\\n]*”|`[^`\\n]*`|(?<!\\w)'[^'\\n]*'(?!\\w))"
        // the authority of an URL, name/1.2.3.4:80, [::1]:80, name.of.host:80, localhost, names under a usual domain
        "|(?<host>(?<=://)[^\\s/?#\"'<>()\\]]+|(?:[\\w-]+(?:\\.[\\w-]+)*)?/"
        "?\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b"
        "|\\[[0-9a-f]*:[0-9a-f:.]+\\](?::\\d{1,5})?|\\b[\\w-]+(?:\\.[\\w-]+)+:\\d{1,5}\\b|\\blocalhost(?::\\d{1,5})?\\b"
        "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|io|dev|local|internal|svc)\\b(?!\\.?[\\w-]))"
        // numbers; within a word only long ones: S3, UTF8, Http2 are names
        "|(?<number>(?<![\\w.])[+-]?\\d++(?:[.,]\\d+)*+(?![a-z])|(?<=[-_.:/#,])\\d++(?:[.,]\\d+)*+(?![a-z])"
        "|(?<=[a-z])\\d{3,}|(?<!\\w)\\d+(?=[a-z]{1,3}\\b))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return parts;
}

/// The message before its first frame ("\tat com.example.A.b(A.java:1)", "... 12 more").
QString withoutStack(const QString &message)
{
    static const QRegularExpression frame(u"\\n\\s*(?:at [\\w.$/<>]+\\(|\\.\\.\\. \\d+ (?:more|common frames))"_s);
    const QString start = message.left(kMostRead);
    const auto match = frame.match(start);
    return match.hasMatch() ? start.left(match.capturedStart()) : start;
}

QString placeholder(const QRegularExpressionMatch &match)
{
    static const std::array<QString, 5> names{u"time"_s, u"id"_s, u"value"_s, u"host"_s, u"number"_s};
    for (const QString &name : names) {
        if (match.capturedStart(name) >= 0)
            return name == "number"_L1 ? u"<n>"_s : u'<' % name % u'>';
    }
    return match.captured();
}

void takeLonger(QString &best, QStringView piece)
{
    piece = piece.trimmed();
    // A word that was cut in two matches all the same; what is left of punctuation at the ends only narrows.
    if (piece.size() > best.size())
        best = piece.left(kMostSearched).trimmed().toString();
}

} // namespace

size_t qHash(const FailureKey &key, size_t seed)
{
    return qHashMulti(seed, key.workflowId, key.nodeDefinitionId, key.pattern);
}

FailureKey failureKeyOf(const WorkflowInstance &instance)
{
    const InstanceError error = instance.error.value_or(InstanceError{});
    return {instance.workflowId, error.nodeDefinitionId, normalisedMessage(error.message)};
}

QString normalisedMessage(const QString &message)
{
    const QString text = withoutStack(message);
    QString pattern;
    qsizetype at = 0;
    for (auto parts = variableParts().globalMatch(text); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        pattern += QStringView(text).mid(at, match.capturedStart() - at);
        pattern += placeholder(match);
        at = match.capturedEnd();
    }
    pattern += QStringView(text).mid(at);
    return pattern.simplified().left(kMostPattern);
}

QString searchablePart(const QString &message)
{
    static const QRegularExpression breaks(u"[*\"\\\\\\p{Cc}]|\\s{2,}"_s);
    const QString text = withoutStack(message);
    QString best;
    const auto takePieces = [&best](QStringView literal) {
        for (const QStringView piece : literal.split(breaks))
            takeLonger(best, piece);
    };
    qsizetype from = 0;
    for (auto parts = variableParts().globalMatch(text); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        if (match.capturedStart(u"keep"_s) >= 0)
            continue;
        takePieces(QStringView(text).mid(from, match.capturedStart() - from));
        from = match.capturedEnd();
    }
    takePieces(QStringView(text).mid(from));
    return best.size() < kLeastSearched ? QString() : best;
}

} // namespace podium
