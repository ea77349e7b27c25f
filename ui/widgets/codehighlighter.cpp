// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/codehighlighter.h"

#include "ui/widgets/theme.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Longer lines stay plain: minified JSON would cost more than its colours are worth.
constexpr qsizetype kMaxLine = 4000;

/// End of the quoted string that opens at `begin`, after its closing quote.
qsizetype endOfQuoted(const QString &text, qsizetype begin)
{
    const QChar quote = text.at(begin);
    qsizetype i = begin + 1;
    while (i < text.size() && text.at(i) != quote)
        i += text.at(i) == u'\\' && quote == u'"' ? 2 : 1;
    return qMin(i + 1, text.size());
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    setPalette(QPalette());
}

void CodeHighlighter::setLanguage(CodeView::Language language)
{
    m_language = language;
}

void CodeHighlighter::setPalette(const QPalette &palette)
{
    m_key.setForeground(toneColor(Tone::Info, palette));
    m_string.setForeground(toneColor(Tone::Success, palette));
    m_literal.setForeground(toneColor(Tone::Warning, palette));
    m_comment.setForeground(mutedColor(palette));
    m_comment.setFontItalic(true);
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > kMaxLine)
        return;
    if (m_language == CodeView::Language::YamlText)
        highlightYaml(text);
    else if (m_language == CodeView::Language::JsonText)
        highlightJson(text);
}

void CodeHighlighter::highlightYaml(const QString &text)
{
    static const QRegularExpression keyPattern(
        uR"(^\s*(?:- +)*("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"\[\]{}&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$))"_s);
    qsizetype begin = 0;
    if (const auto match = keyPattern.match(text); match.hasMatch()) {
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), m_key);
        begin = match.capturedEnd();
    }
    // A comment starts at a # after white space, outside quotes.
    qsizetype i = begin;
    while (i < text.size()) {
        const QChar c = text.at(i);
        const bool opens = i == begin || text.at(i - 1).isSpace() || text.at(i - 1) == u'[' || text.at(i - 1) == u',';
        if ((c == u'"' || c == u'\'') && opens) {
            const qsizetype end = endOfQuoted(text, i);
            setFormat(int(i), int(end - i), m_string);
            i = end;
        } else if (c == u'#' && (i == 0 || text.at(i - 1).isSpace())) {
            setFormat(int(i), int(text.size() - i), m_comment);
            break;
        } else {
            ++i;
        }
    }
    highlightScalar(text, begin, i);
}

void CodeHighlighter::highlightScalar(const QString &text, qsizetype begin, qsizetype end)
{
    static const QRegularExpression literal(
        uR"(^\s*(?:- +)*(true|false|null|~|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*$)"_s);
    const auto match = literal.match(text.mid(begin, end - begin));
    if (match.hasMatch())
        setFormat(int(begin + match.capturedStart(1)), int(match.capturedLength(1)), m_literal);
}

void CodeHighlighter::highlightJson(const QString &text)
{
    qsizetype i = 0;
    while (i < text.size()) {
        const QChar c = text.at(i);
        if (c == u'"') {
            const qsizetype end = endOfQuoted(text, i);
            qsizetype next = end;
            while (next < text.size() && text.at(next).isSpace())
                ++next;
            const bool isKey = next < text.size() && text.at(next) == u':';
            setFormat(int(i), int(end - i), isKey ? m_key : m_string);
            i = end;
        } else if (c.isLetterOrNumber() || c == u'-') {
            qsizetype end = i + 1;
            while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'.' ||
                                         text.at(end) == u'+' || text.at(end) == u'-'))
                ++end;
            setFormat(int(i), int(end - i), m_literal);
            i = end;
        } else {
            ++i;
        }
    }
}

} // namespace podium
