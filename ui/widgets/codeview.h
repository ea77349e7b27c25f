// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace podium {

class CodeGutter;
class CodeHighlighter;
class FindBar;

/// Read-only source text with line numbers, highlighting and a find bar (Ctrl+F). Lines count from 1. Text that wraps
/// is prose (an error message): it has neither numbers nor a mark on the current line.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Language { PlainText, YamlText, JsonText };

    explicit CodeView(QWidget *parent = nullptr);

    void setCode(const QString &text, Language language);
    void setCode(const QByteArray &utf8, Language language); ///< invalid UTF-8 shows replacement marks
    void setLanguage(Language language);                     ///< of the text that comes next
    /// Scrolls there and puts the cursor on it; beyond the ends it stops at them.
    void goToLine(int line);
    /// Scrolls until it is seen; the cursor stays where it is.
    void showLine(int line);
    /// Marks one line; 0 for none.
    void highlightLine(int line) { highlightLines(line, line); }
    void highlightLines(int first, int last);
    void showFindBar();

Q_SIGNALS:
    void lineActivated(int line); ///< clicked or reached by the cursor

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    FindBar *findBar() const { return m_findBar; }
    /// What else is marked in the text, below the marks of lines.
    virtual QList<QTextEdit::ExtraSelection> moreMarks() const { return {}; }
    /// Beside the number of a line that counts from 1.
    virtual void paintLineMark(QPainter &painter, int line, const QRectF &place) const;
    void updateMarks();

private:
    friend class CodeGutter;
    bool isProse() const;
    bool isHighlighted(int line) const { return line >= m_highlighted && line <= m_lastHighlighted && line > 0; }
    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);
    void layoutExtras();

    CodeGutter *m_gutter;
    CodeHighlighter *m_highlighter;
    FindBar *m_findBar;
    int m_highlighted = 0;
    int m_lastHighlighted = 0;
    bool m_settingCode = false;
};

} // namespace podium
