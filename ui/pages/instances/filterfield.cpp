// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/filterfield.h"

#include "ui/widgets/icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestLine = 4000;
constexpr int kShownChoices = 10;
constexpr int kListWidth = 320;

} // namespace

QString instanceIdIn(const QString &text)
{
    QString id = text.trimmed();
    if (id.startsWith("id:"_L1) || id.startsWith("instance:"_L1))
        id = id.mid(id.indexOf(u':') + 1);
    id.remove(u'{').remove(u'}');
    return id.size() == 36 && !QUuid::fromString(id).isNull() ? id : QString();
}

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_choices(new QStandardItemModel(this))
{
    setPlaceholderText(tr("Filter, such as state:error workflow:… started:-1h, or paste an instance id"));
    setAccessibleName(tr("Filter as text"));
    setClearButtonEnabled(true);
    addAction(themedIcon(u"filter"_s), QLineEdit::LeadingPosition);
    setMaxLength(kLongestLine);
    m_completer->setWidget(this);
    m_completer->setModel(m_choices);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kShownChoices);
    m_completer->popup()->setObjectName(u"Completion"_s);
    m_completer->popup()->setAccessibleName(tr("What can stand here"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterField::take);
    connect(this, &QLineEdit::textEdited, this, &FilterField::onEdited);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sizeBefore = text.size();
        if (text.isEmpty() && hasFocus())
            Q_EMIT entered(); // the clear button
    });
}

void FilterField::onEdited(const QString &text)
{
    const bool pasted = qAbs(text.size() - m_sizeBefore) > 1; // what is typed comes one by one
    if (const QString id = pasted ? instanceIdIn(text) : QString(); !id.isEmpty()) {
        Q_EMIT idEntered(id);
        return;
    }
    if (!text.isEmpty())
        complete();
}

void FilterField::complete()
{
    const FilterCompletion completion = completeLine(text(), cursorPosition(), m_words);
    m_from = completion.from;
    m_length = completion.length;
    m_choices->clear();
    for (const FilterCompletion::Choice &choice : completion.choices) {
        auto *item =
            new QStandardItem(choice.hint.isEmpty() ? choice.text : tr("%1 – %2").arg(choice.text, choice.hint));
        item->setData(choice.text);
        m_choices->appendRow(item);
    }
    if (m_choices->rowCount() == 0 || !isVisible()) {
        m_completer->popup()->hide();
        return;
    }
    const QRect cursor = cursorRect();
    m_completer->complete(QRect(cursor.x(), 0, kListWidth, height()));
}

bool FilterField::completes() const
{
    return m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
}

void FilterField::take(const QModelIndex &choice)
{
    const QString chosen = choice.data(Qt::UserRole + 1).toString();
    const bool isKey = chosen.endsWith(u':');
    QString line = text();
    line.replace(m_from, m_length, chosen);
    setText(line);
    setCursorPosition(static_cast<int>(m_from + chosen.size()));
    if (isKey)
        QMetaObject::invokeMethod(this, &FilterField::complete, Qt::QueuedConnection); // once its list has closed
}

bool FilterField::event(QEvent *event)
{
    // The list is open: Tab takes its choice and goes nowhere.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        m_completer->popup()->isVisible()) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        const QModelIndex chosen = current.isValid() ? current : m_completer->popup()->model()->index(0, 0);
        m_completer->popup()->hide();
        take(chosen);
        return true;
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && completes())
        return event->ignore(); // the completer takes its choice
    if (enter) {
        m_completer->popup()->hide();
        const QString id = instanceIdIn(text());
        if (id.isEmpty())
            Q_EMIT entered();
        else
            Q_EMIT idEntered(id);
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_completer->popup()->isVisible()) {
        Q_EMIT left();
        return;
    }
    if (event->key() == Qt::Key_Down || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier))
        return complete();
    QLineEdit::keyPressEvent(event);
}

} // namespace podium
