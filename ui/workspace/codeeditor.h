// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/linetools.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/theme.h"

#include <functional>

class QAction;

namespace podium {

/// Something to be said about a stretch of the text, in UTF-16 units.
struct CodeMark
{
    qsizetype begin = 0;
    qsizetype end = 0;
    Tone tone = Tone::Warning;
    QString text; ///< plain text
};

/// Source text that can be edited: what editors of code do with lines, brackets, and marks with a reason. Every change
/// is one step of its undo stack.
class CodeEditor : public CodeView
{
    Q_OBJECT
public:
    explicit CodeEditor(QWidget *parent = nullptr);

    /// As it was set or typed: nothing is turned into spaces.
    QString text() const;
    /// A change that is no edit of the user, such as a file that was read again: keeps the cursor's place, and can be
    /// undone.
    void replaceText(const QString &text);
    void apply(const TextChange &edit);
    void setMarks(const QList<CodeMark> &marks);
    void setCommentMarker(const QString &marker) { m_commentMarker = marker; } ///< "" where there are no comments
    void showWhiteSpace(bool show);
    void goToLineBar();
    /// Selects it and shows it.
    void select(qsizetype begin, qsizetype end);
    /// Something else that can be done to the text, with keys that act while the editor has the focus.
    void addCommand(const QString &text, const QKeySequence &keys, std::function<void()> run);
    /// What can be done to the text, for menus. They act while the editor has the focus.
    const QList<QAction *> &editActions() const { return m_actions; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QList<QTextEdit::ExtraSelection> moreMarks() const override;
    void paintLineMark(QPainter &painter, int line, const QRectF &place) const override;

private:
    using LineTool = std::function<TextChange(const QString &, const TextRange &)>;

    void createActions();
    void addTool(const QString &text, const QKeySequence &keys, LineTool tool);
    TextRange range() const;
    void tab(bool back);
    void zoom(int steps);
    bool toolTip(const QPoint &position, const QPoint &global);
    QTextEdit::ExtraSelection bracketMark(qsizetype position) const;

    QList<QAction *> m_actions;
    QList<CodeMark> m_marks;
    QHash<int, Tone> m_lineTones; ///< by line, from 1
    QString m_commentMarker = QStringLiteral("#");
    int m_indent = 2;
};

} // namespace podium
