// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonatalexer.h"

#include <QCoreApplication>
#include <QStringList>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Kind = JsonataToken::Kind;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

QString say(const char *text)
{
    return QCoreApplication::translate("Jsonata", text);
}

QChar unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return c;
    }
}

} // namespace

void JsonataLexer::skipBlanks()
{
    while (m_at < m_text.size()) {
        if (m_text.at(m_at).isSpace()) {
            ++m_at;
        } else if (QStringView(m_text).sliced(m_at).startsWith("/*"_L1)) {
            const qsizetype end = m_text.indexOf("*/"_L1, m_at + 2);
            m_at = end < 0 ? m_text.size() : end + 2;
        } else {
            return;
        }
    }
}

JsonataToken JsonataLexer::next(bool operandFollows)
{
    skipBlanks();
    if (m_at >= m_text.size())
        return {Kind::End, {}, 0, m_text.size(), false};
    const QChar c = m_text.at(m_at);
    const qsizetype start = m_at;
    JsonataToken token;
    if (c == u'"' || c == u'\'' || c == u'`') {
        token = readText(c);
    } else if (c >= u'0' && c <= u'9') {
        token = readNumber();
    } else if (c == u'$') {
        ++m_at;
        const bool isRoot = m_at < m_text.size() && m_text.at(m_at) == u'$';
        m_at += isRoot ? 1 : 0;
        token = {Kind::Variable, isRoot ? u"$"_s : readWord(), 0, 0, false};
    } else if (isWordCharacter(c)) {
        token = {Kind::Name, readWord(), 0, 0, false};
    } else {
        token = readSign(operandFollows);
    }
    token.position = start;
    return token;
}

QString JsonataLexer::readWord()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
        ++m_at;
    return m_text.sliced(start, m_at - start);
}

JsonataToken JsonataLexer::readText(QChar quote)
{
    QString text;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        QChar c = m_text.at(m_at);
        if (c == quote) {
            ++m_at;
            return {quote == u'`' ? Kind::Name : Kind::Text, text, 0, 0, quote == u'`'};
        }
        if (c == u'\\' && quote != u'`' && m_at + 1 < m_text.size()) {
            c = m_text.at(++m_at);
            bool isCode = false;
            const uint code = c == u'u' ? m_text.mid(m_at + 1, 4).toUInt(&isCode, 16) : 0;
            m_at += isCode ? 4 : 0;
            c = isCode ? QChar(static_cast<char16_t>(code)) : unescaped(c);
        }
        text += c;
    }
    return {Kind::Problem, say("a quotation mark is missing at the end"), 0, 0, false};
}

JsonataToken JsonataLexer::readNumber()
{
    const qsizetype start = m_at;
    const auto digits = [this] {
        while (m_at < m_text.size() && m_text.at(m_at) >= u'0' && m_text.at(m_at) <= u'9')
            ++m_at;
    };
    digits();
    // "1..5" is a range, not a number with a point.
    if (m_at + 1 < m_text.size() && m_text.at(m_at) == u'.' && m_text.at(m_at + 1).isDigit()) {
        ++m_at;
        digits();
    }
    if (m_at < m_text.size() && m_text.at(m_at).toLower() == u'e') {
        ++m_at;
        if (m_at < m_text.size() && (m_text.at(m_at) == u'+' || m_text.at(m_at) == u'-'))
            ++m_at;
        digits();
    }
    bool isNumber = false;
    const double number = m_text.sliced(start, m_at - start).toDouble(&isNumber);
    if (!isNumber)
        return {Kind::Problem, say("a number cannot be read"), 0, 0, false};
    return {Kind::Number, {}, number, 0, false};
}

JsonataToken JsonataLexer::readSign(bool operandFollows)
{
    static const QStringList pairs{u"!="_s, u"<="_s, u">="_s, u":="_s, u"~>"_s, u"**"_s, u".."_s, u"?:"_s, u"??"_s};
    const QChar c = m_text.at(m_at);
    if (operandFollows && c == u'/')
        return {Kind::Problem, say("regular expressions are not supported"), 0, 0, false};
    QString sign = m_text.mid(m_at, 2);
    if (!pairs.contains(sign))
        sign = c;
    m_at += sign.size();
    return {Kind::Sign, sign, 0, 0, false};
}

} // namespace podium
