// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/arrayitem.h"

#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

ArrayItem::ArrayItem(FormContext &context, const FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_title(field.title.isEmpty() ? tr("Entry") : field.title)
    , m_up(addButton(u"up"_s))
    , m_down(addButton(u"down"_s))
    , m_remove(addButton(u"remove"_s))
{
    m_row = new FieldRow(context, field, FieldRow::Look::Item, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    if (m_row->editor()->field().isContainer()) {
        m_number = new QLabel(this);
        m_number->setTextFormat(Qt::PlainText);
        setMuted(m_number);
        buttons->addWidget(m_number, 1);
        column->addLayout(buttons);
        column->addWidget(m_row);
    } else {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::s);
        line->addWidget(m_row, 1);
        line->addLayout(buttons);
        line->setAlignment(buttons, Qt::AlignTop);
        column->addLayout(line);
    }
    for (QToolButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveAsked(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveAsked(1); });
    connect(m_remove, &QToolButton::clicked, this, &ArrayItem::removeAsked);
    setTabOrder(m_row, m_up);
    setTabOrder(m_up, m_down);
    setTabOrder(m_down, m_remove);
}

QToolButton *ArrayItem::addButton(const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    return button;
}

void ArrayItem::setPosition(qsizetype number, bool canMoveUp, bool canMoveDown, bool canRemove)
{
    const QString name = tr("%1 %2").arg(m_title).arg(number);
    if (m_number)
        m_number->setText(name);
    const auto label = [](QToolButton *button, const QString &text, bool enabled) {
        button->setToolTip(text.toHtmlEscaped());
        button->setAccessibleName(text);
        button->setEnabled(enabled);
    };
    label(m_up, tr("Move %1 up").arg(name), canMoveUp);
    label(m_down, tr("Move %1 down").arg(name), canMoveDown);
    label(m_remove, tr("Remove %1").arg(name), canRemove);
    if (!m_row->editor()->field().isContainer()) {
        if (QWidget *target = m_row->editor()->focusTarget())
            target->setAccessibleName(name);
    }
}

void ArrayItem::focusButton(int direction)
{
    QToolButton *wanted = direction < 0 ? m_up : m_down;
    (wanted->isEnabled() ? wanted : (direction < 0 ? m_down : m_up))->setFocus();
}

} // namespace podium
