// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/patterns.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxPatternLength = 10'000;

/// ECMA's \\uXXXX and \\u{X} in PCRE's spelling.
QString toPcre(const QString &pattern)
{
    static const QRegularExpression escape(uR"((?<!\\)((?:\\\\)*)\\u(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{4})))"_s);
    QString converted = pattern;
    converted.replace(escape, uR"(\1\x{\2\3})"_s);
    return converted;
}

} // namespace

Patterns::Answer Patterns::matches(const QString &pattern, const QString &text) const
{
    QRegularExpression expression;
    {
        const std::lock_guard lock(m_mutex);
        auto found = m_compiled.constFind(pattern);
        if (found == m_compiled.cend()) {
            // Without JIT the limit counts every step, so a catastrophic pattern gives up after some 10 ms.
            const QString limited =
                pattern.size() > kMaxPatternLength
                    ? u"("_s
                    : u"(*NO_JIT)(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=20000)(*LIMIT_HEAP=20000)"_s + toPcre(pattern);
            found = m_compiled.insert(pattern, QRegularExpression(limited));
            found->optimize();
        }
        expression = *found;
    }
    if (!expression.isValid())
        return Answer::Unknown;
    const auto match = expression.match(text);
    if (!match.isValid())
        return Answer::Unknown;
    return match.hasMatch() ? Answer::Yes : Answer::No;
}

} // namespace podium
