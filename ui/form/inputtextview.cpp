// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/inputtextview.h"

#include <QMimeData>

namespace podium {

namespace {
constexpr qsizetype kPiece = 24 * 1024; ///< characters; some 10 ms to insert and colour
} // namespace

InputTextView::InputTextView(QWidget *parent)
    : CodeView(parent)
{
    m_filling.setInterval(0);
    connect(&m_filling, &QTimer::timeout, this, &InputTextView::insertPiece);
    setEditable(true);
}

bool InputTextView::isShowable(const QString &text)
{
    if (text.size() > kMostShown)
        return false;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - begin > kMostLine)
            return false;
        begin = end + 1;
    }
    return true;
}

void InputTextView::setEditable(bool editable)
{
    m_isEditable = editable;
    setReadOnly(!editable || isFilling());
    // Setting it read-only takes the keyboard's ways of selecting with it.
    setTextInteractionFlags(isReadOnly() ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                         : Qt::TextEditorInteraction);
}

void InputTextView::replaceText(const QString &text)
{
    m_filling.stop();
    m_cursor = QTextCursor(document());
    m_cursor.select(QTextCursor::Document);
    insertLong(text);
}

void InputTextView::insertLong(const QString &text)
{
    m_text = text;
    m_at = 0;
    if (text.size() > kPiece)
        m_filling.start();
    setEditable(m_isEditable);
    m_cursor.beginEditBlock();
    m_cursor.removeSelectedText();
    m_cursor.endEditBlock();
    insertPiece();
}

void InputTextView::insertPiece()
{
    qsizetype end = qMin(m_at + kPiece, m_text.size());
    if (const qsizetype line = m_text.lastIndexOf(u'\n', end - 1); end < m_text.size() && line > m_at)
        end = line + 1;
    m_cursor.joinPreviousEditBlock();
    m_cursor.insertText(m_text.sliced(m_at, end - m_at));
    m_cursor.endEditBlock();
    m_at = end;
    if (m_at < m_text.size() || !isFilling())
        return;
    m_filling.stop();
    m_text.clear();
    setEditable(m_isEditable);
    Q_EMIT filled();
}

void InputTextView::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (!isShowable(text) || text.size() + document()->characterCount() > 2 * kMostShown)
        return Q_EMIT largePasted(text);
    if (text.size() <= kPiece)
        return CodeView::insertFromMimeData(source);
    m_cursor = textCursor();
    insertLong(text);
}

} // namespace podium
