// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace podium {

struct JsonataToken
{
    enum class Kind { End, Name, Variable, Text, Number, Sign, Problem };
    Kind kind = Kind::End;
    QString text;
    double number = 0;
    qsizetype position = 0; ///< of its first character
    bool isQuoted = false;  ///< a name that was: never a word of the language
};

/// Cuts a JSONata expression into tokens, one after the other. A Problem token tells, translated, what cannot be read,
/// and ends it.
class JsonataLexer
{
public:
    explicit JsonataLexer(const QString &text)
        : m_text(text)
    {
    }

    /// `operandFollows`: a slash would start a regular expression, not divide.
    JsonataToken next(bool operandFollows);

private:
    void skipBlanks();
    JsonataToken readText(QChar quote);
    JsonataToken readNumber();
    JsonataToken readSign(bool operandFollows);
    QString readWord();

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace podium
