// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/codeeditor.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/findbar.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QMenu>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallest = 6;
constexpr int kLargest = 40;
constexpr int kMostForBrackets = 1'000'000; ///< each move of the cursor looks

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : CodeView(parent)
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    setTabChangesFocus(false);
    setAccessibleName(tr("Text of the definition"));
    setCursorWidth(2);
    createActions();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (document()->isUndoAvailable())
            return;
        m_indent = indentWidth(text());
    });
}

void CodeEditor::createActions()
{
    addCommand(tr("Find…"), QKeySequence::Find, [this] { findBar()->open(); });
    addCommand(tr("Find and replace…"), QKeySequence(u"Ctrl+H"_s), [this] { findBar()->open(true); });
    addCommand(tr("Go to line…"), QKeySequence(u"Ctrl+G"_s), [this] { goToLineBar(); });
    addTool(tr("Comment or uncomment"), QKeySequence(u"Ctrl+/"_s), [this](const QString &text, const TextRange &range) {
        return m_commentMarker.isEmpty() ? TextChange() : toggleComment(text, range, m_commentMarker);
    });
    addTool(tr("Duplicate the line"), QKeySequence(u"Ctrl+D"_s), &duplicateLines);
    addTool(tr("Move the line up"), QKeySequence(u"Alt+Up"_s),
            [](const QString &text, const TextRange &range) { return moveLines(text, range, false); });
    addTool(tr("Move the line down"), QKeySequence(u"Alt+Down"_s),
            [](const QString &text, const TextRange &range) { return moveLines(text, range, true); });
    addTool(tr("Delete the line"), QKeySequence(u"Ctrl+Shift+K"_s), &deleteLines);
    addCommand(tr("Larger text"), QKeySequence::ZoomIn, [this] { zoom(1); });
    addCommand(tr("Smaller text"), QKeySequence::ZoomOut, [this] { zoom(-1); });
}

// Not registered with the window, where the same keys may do something else: see event().
void CodeEditor::addCommand(const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    m_actions << action;
}

void CodeEditor::addTool(const QString &text, const QKeySequence &keys, LineTool tool)
{
    addCommand(text, keys, [this, tool = std::move(tool)] { apply(tool(this->text(), range())); });
}

QString CodeEditor::text() const
{
    QString text = document()->toRawText(); // toPlainText() would make spaces of no-break spaces
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

TextRange CodeEditor::range() const
{
    const QTextCursor cursor = textCursor();
    return {cursor.anchor(), cursor.position()};
}

void CodeEditor::apply(const TextChange &edit)
{
    if (edit.isEmpty() || isReadOnly())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(edit.begin));
    cursor.setPosition(static_cast<int>(edit.end), QTextCursor::KeepAnchor);
    cursor.insertText(edit.text);
    cursor.setPosition(static_cast<int>(edit.anchor));
    cursor.setPosition(static_cast<int>(edit.cursor), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEditor::replaceText(const QString &text)
{
    const QString before = this->text();
    if (before == text)
        return;
    const qsizetype common = qMin(before.size(), text.size());
    qsizetype head = 0;
    while (head < common && before.at(head) == text.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < common - head && before.at(before.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
}

void CodeEditor::setMarks(const QList<CodeMark> &marks)
{
    m_marks = marks;
    m_lineTones.clear();
    for (const CodeMark &mark : marks) {
        const int line = document()->findBlock(static_cast<int>(mark.begin)).blockNumber() + 1;
        Tone &tone = m_lineTones[line];
        tone = qMax(tone, mark.tone);
    }
    updateMarks();
}

void CodeEditor::showWhiteSpace(bool show)
{
    QTextOption option = document()->defaultTextOption();
    option.setFlags(show ? QTextOption::ShowTabsAndSpaces | QTextOption::ShowLineAndParagraphSeparators
                         : QTextOption::Flags());
    document()->setDefaultTextOption(option);
}

void CodeEditor::goToLineBar()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to line"));
    dialog->setLabelText(tr("Line, 1 to %1:").arg(blockCount()));
    dialog->setIntRange(1, blockCount());
    dialog->setIntValue(textCursor().blockNumber() + 1);
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int line) {
        goToLine(line);
        setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void CodeEditor::select(qsizetype begin, qsizetype end)
{
    QTextCursor cursor(document());
    const qsizetype last = document()->characterCount() - 1;
    cursor.setPosition(static_cast<int>(qBound<qsizetype>(0, begin, last)));
    cursor.setPosition(static_cast<int>(qBound<qsizetype>(0, end, last)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void CodeEditor::tab(bool back)
{
    const QTextCursor cursor = textCursor();
    const QString selected = cursor.selectedText();
    if (back || selected.contains(QChar::ParagraphSeparator))
        return apply(indentLines(text(), range(), m_indent, back));
    const int column = cursor.positionInBlock();
    insertPlainText(QString(m_indent - column % m_indent, u' '));
}

void CodeEditor::zoom(int steps)
{
    QFont font = this->font();
    font.setPointSizeF(qBound<qreal>(kSmallest, font.pointSizeF() + steps, kLargest));
    setFont(font);
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QKeySequence pressed(key->keyCombination());
        for (const QAction *action : std::as_const(m_actions)) {
            if (action->shortcut() == pressed) {
                event->accept();
                return true;
            }
        }
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return toolTip(viewport()->mapFromGlobal(help->globalPos()), help->globalPos());
    }
    return CodeView::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const QKeySequence pressed(event->keyCombination());
    for (QAction *action : std::as_const(m_actions)) {
        if (action->shortcut() == pressed)
            return action->trigger();
    }
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isReadOnly() && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return apply(newLine(text(), range(), m_indent));
    if (!isReadOnly() && plain && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab))
        return tab(event->key() == Qt::Key_Backtab);
    CodeView::keyPressEvent(event);
}

void CodeEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        return zoom(event->angleDelta().y() > 0 ? 1 : -1);
    CodeView::wheelEvent(event);
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

bool CodeEditor::toolTip(const QPoint &position, const QPoint &global)
{
    const qsizetype at = cursorForPosition(position).position();
    QStringList texts;
    for (const CodeMark &mark : std::as_const(m_marks)) {
        if (at >= mark.begin && at <= mark.end)
            texts << mark.text;
    }
    if (texts.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, plainToolTip(texts.join(u'\n')), viewport());
    return true;
}

QTextEdit::ExtraSelection CodeEditor::bracketMark(qsizetype position) const
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(static_cast<int>(position));
    selection.cursor.setPosition(static_cast<int>(position) + 1, QTextCursor::KeepAnchor);
    selection.format.setBackground(toneFill(Tone::Info, palette()));
    selection.format.setFontWeight(QFont::Bold);
    return selection;
}

QList<QTextEdit::ExtraSelection> CodeEditor::moreMarks() const
{
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document()->characterCount() - 1;
    for (const CodeMark &mark : m_marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(qMin<qsizetype>(mark.begin, last)));
        selection.cursor.setPosition(static_cast<int>(qMin<qsizetype>(mark.end, last)), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(toneColor(mark.tone, palette()));
        selections << selection;
    }
    if (document()->characterCount() > kMostForBrackets)
        return selections;
    const QString text = this->text();
    const qsizetype position = textCursor().position();
    if (const qsizetype other = matchingBracket(text, position); other >= 0) {
        const qsizetype back = matchingBracket(text, other);
        selections << bracketMark(other);
        if (back == position || back == position - 1)
            selections << bracketMark(back);
    }
    return selections;
}

void CodeEditor::paintLineMark(QPainter &painter, int line, const QRectF &place) const
{
    const auto it = m_lineTones.constFind(line);
    if (it == m_lineTones.cend())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(*it, palette()));
    painter.drawEllipse(place.center(), 3, 3);
    painter.restore();
}

} // namespace podium
