// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Where the rows of a group go: cards and parts.
#include "ui/form/fieldrow.h"
#include "ui/form/mapentries.h"
#include "ui/form/objecteditor.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFrame>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRowsInPart = 20;
} // namespace

/// What the schema does not name comes last.
void ObjectEditor::addBox(QVBoxLayout *to, QWidget *box)
{
    if (to == m_column && m_entriesBox)
        to->insertWidget(to->indexOf(m_entriesBox), box);
    else
        to->addWidget(box);
}

void ObjectEditor::addEntries()
{
    m_entries = new MapEntries(m_context, field(), depth(), this);
    m_entriesBox = m_entries;
    if (m_look == Look::Root) {
        m_entriesBox = new QFrame(this);
        m_entriesBox->setObjectName(u"Card"_s);
        auto *column = new QVBoxLayout(m_entriesBox);
        column->setContentsMargins(space::l, space::l, space::l, space::s);
        column->addWidget(m_entries);
    }
    m_column->addWidget(m_entriesBox);
    connect(m_entries, &MapEntries::edited, this, &ObjectEditor::memberEdited);
    connect(m_entries, &MapEntries::reshaped, this, &FieldEditor::reshaped);
}

QVBoxLayout *ObjectEditor::addCard()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"Card"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::l, space::l, space::l, space::s);
    column->setSpacing(space::s);
    addBox(m_column, card);
    m_boxes << card;
    m_cards.insert(card, {});
    m_unshown << card;
    return column;
}

QVBoxLayout *ObjectEditor::addPart(QVBoxLayout *to)
{
    auto *part = new QWidget(to->parentWidget());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(to->spacing());
    addBox(to, part);
    m_boxes << part;
    m_unshown << part;
    return column;
}

void ObjectEditor::layOut()
{
    const QPointer<QWidget> focused = QApplication::focusWidget();
    const bool holdsFocus = focused && isAncestorOf(focused);
    const QList<QWidget *> oldBoxes = std::exchange(m_boxes, {});
    m_cards.clear();
    m_openCard = m_openPart = nullptr;
    for (FieldRow *row : std::as_const(m_rows))
        layOutRow(row);
    for (QWidget *box : oldBoxes) {
        box->hide();
        box->deleteLater();
    }
    showBoxes(); // at once: a pause would flicker
    // A row that moved to another card has lost the focus.
    if (holdsFocus && focused && !focused->hasFocus())
        focused->setFocus();
}

// Each row that comes into a visible layout makes it measure all rows again. So they come in parts that are shown
// later.
void ObjectEditor::layOutRow(FieldRow *row)
{
    const bool isGroup = row->field().isContainer();
    if (m_look == Look::Root && !row->field().hidden && (!m_openCard || isGroup || m_openCardIsGroup)) {
        m_openCard = addCard();
        m_openCardIsGroup = isGroup;
        m_openPart = nullptr;
    }
    if (m_openCard && !row->field().hidden)
        m_cards[m_openCard->parentWidget()] << row;
    if (!m_openPart || m_openPart->count() >= kRowsInPart)
        m_openPart = addPart(m_openCard ? m_openCard : m_column);
    m_openPart->addWidget(row);
    ++m_unshownRows;
}

void ObjectEditor::showBoxes()
{
    // Each of them would make the whole form be measured again: only the last one does.
    QSet<QLayout *> held;
    for (const QWidget *box : std::as_const(m_unshown)) {
        for (QWidget *around = box->parentWidget(); around && around->layout(); around = around->parentWidget())
            held.insert(around->layout());
    }
    for (QLayout *layout : std::as_const(held))
        layout->setEnabled(false);
    while (m_unshown.size() > 1)
        showBox(m_unshown.takeLast()); // what is inside comes after what it is in
    for (QLayout *layout : std::as_const(held))
        layout->setEnabled(true);
    if (!m_unshown.isEmpty())
        showBox(m_unshown.takeLast());
    m_unshownRows = 0;
    m_openPart = nullptr;
}

/// Unless it belongs to another step, or all that is in it is hidden.
void ObjectEditor::showBox(QWidget *box)
{
    const auto card = m_cards.constFind(box);
    const auto isAsked = [this](const FieldRow *row) {
        return !row->isHidden() && (!m_only || m_only->contains(row->field().key));
    };
    box->setVisible(card == m_cards.cend() || std::any_of(card->cbegin(), card->cend(), isAsked));
}

void ObjectEditor::showOnly(const std::optional<QStringList> &keys)
{
    if (m_only == keys)
        return;
    m_only = keys;
    followHidden();
}

void ObjectEditor::followHidden()
{
    for (auto card = m_cards.cbegin(); card != m_cards.cend(); ++card) {
        if (!m_unshown.contains(card.key()))
            showBox(card.key());
    }
    // Entries go with the last of the members.
    const auto last =
        std::find_if(m_rows.crbegin(), m_rows.crend(), [](const FieldRow *row) { return !row->isHidden(); });
    if (m_entriesBox)
        m_entriesBox->setVisible(!m_only || last == m_rows.crend() || m_only->contains((*last)->field().key));
}

} // namespace podium
