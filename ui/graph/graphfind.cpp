// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphfind.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

GraphFindBar::GraphFindBar(QWidget *canvas)
    : QWidget(canvas)
    , m_field(new SearchField(tr("Find in the graph"), this))
    , m_outcome(new QLabel(this))
{
    m_field->installEventFilter(this);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setAccessibleName(tr("Matches"));
    m_outcome->setMinimumWidth(m_outcome->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(888).arg(888)));
    setMuted(m_outcome);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::xs, space::xs, space::xs);
    row->setSpacing(space::xs);
    row->addWidget(m_field, 1);
    row->addWidget(m_outcome);
    const auto addButton = [this, row](const QString &icon, const QString &name, auto run) {
        QToolButton *button = iconButton(icon, name, this);
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
    };
    addButton(u"up"_s, tr("Previous match (Shift+F3)"), [this] { Q_EMIT stepRequested(true); });
    addButton(u"down"_s, tr("Next match (F3)"), [this] { Q_EMIT stepRequested(false); });
    addButton(u"close"_s, tr("Close the find bar"), [this] { close(); });
    connect(m_field, &SearchField::searchChanged, this, [this](const QString &text) {
        m_searched = text;
        Q_EMIT searchChanged(text);
    });
    canvas->installEventFilter(this);
    hide();
}

void GraphFindBar::open()
{
    show();
    raise();
    place();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GraphFindBar::close()
{
    hide();
    Q_EMIT closed();
}

QString GraphFindBar::text() const
{
    return m_field->text();
}

void GraphFindBar::setOutcome(qsizetype current, qsizetype count)
{
    QString text;
    if (!m_field->text().isEmpty()) {
        text = count == 0    ? tr("None")
               : current < 0 ? QString::number(count)
                             : tr("%1 of %2").arg(current + 1).arg(count);
    }
    m_outcome->setText(text);
    QAccessibleEvent event(m_outcome, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void GraphFindBar::place()
{
    const int room = parentWidget()->width() - 2 * space::m;
    resize(qMin(room, 380), sizeHint().height());
    move(parentWidget()->width() - width() - space::m, space::m);
}

void GraphFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F3)
        return Q_EMIT stepRequested(event->modifiers() & Qt::ShiftModifier);
    if (event->key() == Qt::Key_Escape)
        return close();
    // The canvas below would take the rest as commands of its own.
    event->accept();
}

bool GraphFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && m_field->text() != m_searched)
        return false; // the field tells what was typed, and the first match is shown
    if (enter || key->key() == Qt::Key_F3) {
        Q_EMIT stepRequested(key->modifiers() & Qt::ShiftModifier);
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return false;
}

void GraphFindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace podium
