// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/findbar.h"

#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

FindBar::FindBar(QPlainTextEdit *editor)
    : QWidget(editor)
    , m_editor(editor)
    , m_field(new QLineEdit(this))
    , m_outcome(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Find"));
    m_field->setAccessibleName(tr("Find in the text"));
    m_field->setMinimumWidth(180);
    m_field->setMaxLength(512);
    m_outcome->setTextFormat(Qt::PlainText);
    setMuted(m_outcome);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::s, space::xs, space::xs, space::xs);
    layout->setSpacing(space::xs);
    layout->addWidget(m_field);
    layout->addWidget(m_outcome);
    const auto addButton = [this, layout](const QString &icon, const QString &name, auto run) {
        QToolButton *button = iconButton(icon, name, this);
        connect(button, &QToolButton::clicked, this, run);
        layout->addWidget(button);
    };
    addButton(u"up"_s, tr("Previous match"), [this] { findNext(true); });
    addButton(u"down"_s, tr("Next match"), [this] { findNext(); });
    addButton(u"close"_s, tr("Close the find bar"), [this] { close(); });
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::findFromStart);
    setAutoFillBackground(true);
    hide();
}

void FindBar::open()
{
    const QString selected = m_editor->textCursor().selectedText();
    show();
    raise();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::close()
{
    hide();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void FindBar::findFromStart()
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_editor->setTextCursor(cursor);
    if (m_field->text().isEmpty())
        return tell(true);
    findNext();
}

bool FindBar::findNext(bool backward)
{
    if (m_field->text().isEmpty())
        return false;
    const QTextDocument::FindFlags flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_editor->find(m_field->text(), flags);
    if (!found) {
        // Round the end, back to where it started.
        const QTextCursor before = m_editor->textCursor();
        QTextCursor cursor = before;
        cursor.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        m_editor->setTextCursor(cursor);
        found = m_editor->find(m_field->text(), flags);
        if (!found)
            m_editor->setTextCursor(before);
    }
    tell(found);
    return found;
}

void FindBar::tell(bool found)
{
    m_outcome->setText(found ? QString() : tr("Not found"));
    m_outcome->setVisible(!found);
    adjustSize();
    move(parentWidget()->width() - width() - space::xl, 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        findNext(event->modifiers() & Qt::ShiftModifier);
        return;
    }
    QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, -6, -0.5, -0.5), 6, 6);
}

} // namespace podium
