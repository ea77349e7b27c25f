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
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

FindBar::FindBar(QPlainTextEdit *editor)
    : QWidget(editor)
    , m_editor(editor)
    , m_field(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_outcome(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::xs, space::xs, space::xs);
    layout->setSpacing(space::xs);
    layout->addWidget(makeFindRow());
    m_replaceRow = makeReplaceRow();
    layout->addWidget(m_replaceRow);
    setAutoFillBackground(true);
    hide();
}

QWidget *FindBar::makeFindRow()
{
    auto *row = new QWidget(this);
    m_field->setPlaceholderText(tr("Find"));
    m_field->setAccessibleName(tr("Find in the text"));
    m_field->setMinimumWidth(180);
    m_field->setMaxLength(512);
    m_outcome->setTextFormat(Qt::PlainText);
    setMuted(m_outcome);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_field);
    m_case = addToggle(row, u"Aa"_s, tr("Tell capital letters from small ones"));
    m_expression = addToggle(row, u".*"_s, tr("Regular expression"));
    layout->addWidget(m_outcome);
    const auto addButton = [row, layout](const QString &icon, const QString &name, auto run) {
        QToolButton *button = iconButton(icon, name, row);
        connect(button, &QToolButton::clicked, row, run);
        layout->addWidget(button);
    };
    addButton(u"up"_s, tr("Previous match"), [this] { findNext(true); });
    addButton(u"down"_s, tr("Next match"), [this] { findNext(); });
    addButton(u"close"_s, tr("Close the find bar"), [this] { close(); });
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::findFromStart);
    return row;
}

QToolButton *FindBar::addToggle(QWidget *row, const QString &text, const QString &name)
{
    auto *button = new QToolButton(row);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    row->layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, &FindBar::findFromStart);
    return button;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget(this);
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(tr("Replace by"));
    m_replacement->setMaxLength(4096);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_replacement, 1);
    auto *one = new QPushButton(tr("Replace"), row);
    auto *all = new QPushButton(tr("Replace all"), row);
    for (QPushButton *button : {one, all}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    return row;
}

void FindBar::open(bool replace)
{
    const QString selected = m_editor->textCursor().selectedText();
    m_replaceRow->setVisible(replace && !m_editor->isReadOnly());
    show();
    raise();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    place();
}

void FindBar::close()
{
    hide();
    m_editor->setFocus(Qt::OtherFocusReason);
}

std::optional<QRegularExpression> FindBar::pattern() const
{
    if (m_field->text().isEmpty())
        return {};
    const QString text = m_field->text();
    const QRegularExpression expression(m_expression->isChecked() ? text : QRegularExpression::escape(text),
                                        m_case->isChecked() ? QRegularExpression::NoPatternOption
                                                            : QRegularExpression::CaseInsensitiveOption);
    return expression.isValid() ? std::optional(expression) : std::nullopt;
}

void FindBar::findFromStart()
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_editor->setTextCursor(cursor);
    if (m_field->text().isEmpty())
        return tell({});
    findNext();
}

bool FindBar::findNext(bool backward)
{
    const auto expression = pattern();
    if (!expression) {
        tell(m_field->text().isEmpty() ? QString() : tr("No valid expression"));
        return false;
    }
    const auto flags = (backward ? QTextDocument::FindBackward : QTextDocument::FindFlags()) |
                       (m_case->isChecked() ? QTextDocument::FindCaseSensitively : QTextDocument::FindFlags());
    bool found = m_editor->find(*expression, flags);
    if (!found) {
        // Round the end, back to where it started.
        const QTextCursor before = m_editor->textCursor();
        QTextCursor cursor = before;
        cursor.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        m_editor->setTextCursor(cursor);
        found = m_editor->find(*expression, flags);
        if (!found)
            m_editor->setTextCursor(before);
    }
    tell(found ? QString() : tr("Not found"));
    return found;
}

QString FindBar::replacementOf(const QString &found, const QRegularExpression &expression) const
{
    // Only an expression has groups to put in: \1, \2…
    if (!m_expression->isChecked())
        return m_replacement->text();
    QString out = found;
    return out.replace(expression, m_replacement->text());
}

void FindBar::replaceOne()
{
    const auto expression = pattern();
    QTextCursor cursor = m_editor->textCursor();
    const QString selected = cursor.selectedText();
    if (expression && !selected.isEmpty()) {
        const auto match = expression->match(selected);
        if (match.hasMatch() && match.capturedLength() == selected.size())
            cursor.insertText(replacementOf(selected, *expression));
    }
    findNext();
}

void FindBar::replaceAll()
{
    const auto expression = pattern();
    if (!expression)
        return;
    // From the end, so that what is found keeps its place; within lines, as the search is.
    QTextCursor edit(m_editor->document());
    edit.beginEditBlock();
    int count = 0;
    for (QTextBlock block = m_editor->document()->lastBlock(); block.isValid(); block = block.previous()) {
        QList<QRegularExpressionMatch> matches;
        for (auto it = expression->globalMatch(block.text()); it.hasNext();)
            matches.prepend(it.next());
        for (const QRegularExpressionMatch &match : std::as_const(matches)) {
            if (match.capturedLength() == 0)
                continue;
            edit.setPosition(block.position() + static_cast<int>(match.capturedStart()));
            edit.setPosition(block.position() + static_cast<int>(match.capturedEnd()), QTextCursor::KeepAnchor);
            edit.insertText(replacementOf(match.captured(), *expression));
            ++count;
        }
    }
    edit.endEditBlock();
    tell(tr("%n replaced", nullptr, count));
}

void FindBar::tell(const QString &outcome)
{
    m_outcome->setText(outcome);
    m_outcome->setVisible(!outcome.isEmpty());
    place();
}

void FindBar::place()
{
    adjustSize();
    move(parentWidget()->width() - width() - space::xl, 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_replacement->hasFocus())
            replaceOne();
        else
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
