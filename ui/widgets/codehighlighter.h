// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/codeview.h"

#include <QSyntaxHighlighter>

namespace podium {

/// Colours YAML and JSON line by line: keys, strings, numbers, words, comments. No parser: it must also serve broken
/// text.
class CodeHighlighter : public QSyntaxHighlighter
{
public:
    explicit CodeHighlighter(QTextDocument *document);

    void setLanguage(CodeView::Language language);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightYaml(const QString &text);
    void highlightJson(const QString &text);
    void highlightScalar(const QString &text, qsizetype begin, qsizetype end);

    CodeView::Language m_language = CodeView::Language::PlainText;
    QTextCharFormat m_key;
    QTextCharFormat m_string;
    QTextCharFormat m_literal;
    QTextCharFormat m_comment;
};

} // namespace podium
