// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/attentionlist.h"

#include "ui/pages/parts/viewtexts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AttentionList::AttentionList(const QString &title, const QString &emptyText, QWidget *parent)
    : QFrame(parent)
    , m_anchor(new QWidget(this))
    , m_title(new QLabel(title))
    , m_count(captionLabel({}))
    , m_empty(captionLabel(emptyText))
    , m_note(captionLabel({}))
    , m_expand(new QPushButton)
    , m_more(new QPushButton)
    , m_column(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
{
    setAccessibleName(title);
    m_anchor->setFocusPolicy(Qt::StrongFocus);
    m_anchor->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xs, space::m, space::xs, space::s);
    layout->setSpacing(space::xs);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::m, 0, space::m, 0);
    top->setSpacing(space::s);
    m_title->setFont(strongFont(m_title->font()));
    top->addWidget(m_title);
    top->addWidget(m_count, 1);
    layout->addLayout(top);
    m_column->setSpacing(0);
    layout->addLayout(m_column);
    makeFoot(layout);
    // A pointer that rests on a list over night is no one who reads it.
    m_touched.setSingleShot(true);
    m_touched.setInterval(20s);
    connect(&m_touched, &QTimer::timeout, this, &AttentionList::settle);
    updateFoot();
}

void AttentionList::makeFoot(QVBoxLayout *layout)
{
    m_empty->setContentsMargins(space::m, space::xs, space::m, space::s);
    m_note->setContentsMargins(space::m, 0, space::m, 0);
    for (QLabel *label : {m_empty, m_note}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_foot->setContentsMargins(space::s, 0, space::s, 0);
    for (QPushButton *button : {m_expand, m_more}) {
        button->setFlat(true);
        m_foot->addWidget(button);
    }
    m_foot->addStretch(1);
    layout->addLayout(m_foot);
    connect(m_expand, &QPushButton::clicked, this, [this] {
        m_expanded = !m_expanded;
        present(arranged());
    });
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT opened(m_moreLocation); });
}

void AttentionList::setCount(const QString &text)
{
    m_count->setText(text);
}

void AttentionList::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void AttentionList::setMore(const QString &text, const Location &location)
{
    m_more->setText(text);
    m_moreLocation = location;
    m_more->setVisible(location.isValid());
}

void AttentionList::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void AttentionList::addFootButton(QPushButton *button)
{
    button->setFlat(true);
    m_foot->insertWidget(m_foot->count() - 1, button);
    QWidget::setTabOrder(m_more, button);
}

bool AttentionList::isHeld() const
{
    return m_touched.isActive();
}

void AttentionList::setRows(const QList<RowContent> &rows)
{
    m_wanted = rows;
    present(arranged());
}

/// What is wanted, in the order in which it is shown.
QList<RowContent> AttentionList::arranged() const
{
    if (!isHeld())
        return m_wanted;
    QHash<QString, RowContent> wanted;
    for (const RowContent &content : m_wanted)
        wanted.insert(content.key, content);
    QList<RowContent> contents;
    for (const QString &key : m_order) {
        if (wanted.contains(key))
            contents << wanted.take(key);
        else if (const AttentionRow *row = m_rows.value(key))
            contents << row->content();
    }
    for (const RowContent &content : m_wanted) {
        if (wanted.contains(content.key))
            contents << content;
    }
    return contents;
}

void AttentionList::present(const QList<RowContent> &contents)
{
    QStringList order;
    QHash<QString, AttentionRow *> rows;
    const auto isWanted = [this](const QString &key) {
        return std::any_of(m_wanted.cbegin(), m_wanted.cend(), [&](const RowContent &each) { return each.key == key; });
    };
    for (const RowContent &content : contents) {
        if (rows.contains(content.key))
            continue;
        AttentionRow *row = m_rows.take(content.key);
        row = row ? row : makeRow();
        row->setContent(content);
        row->setGone(!isWanted(content.key));
        rows.insert(content.key, row);
        order << content.key;
    }
    for (AttentionRow *left : std::as_const(m_rows)) {
        m_column->removeWidget(left);
        left->hide();
        left->deleteLater();
    }
    const bool isMoved = order != m_order;
    m_rows = rows;
    m_order = order;
    for (int i = 0; i < m_order.size(); ++i) {
        AttentionRow *row = m_rows.value(m_order.at(i));
        if (isMoved) {
            m_column->removeWidget(row);
            m_column->addWidget(row);
        }
        row->setVisible(m_expanded || i < kFirst);
    }
    updateFoot();
    const QList<AttentionRow *> shown = this->rows();
    const auto stop =
        std::find_if(shown.cbegin(), shown.cend(), [](auto *row) { return row->focusPolicy() == Qt::StrongFocus; });
    setTabStop(stop == shown.cend() ? shown.value(0) : *stop);
}

AttentionRow *AttentionList::makeRow()
{
    auto *row = new AttentionRow(this);
    row->setFocusPolicy(Qt::ClickFocus);
    row->installEventFilter(this);
    connect(row, &AttentionRow::opened, this, &AttentionList::opened);
    return row;
}

void AttentionList::updateFoot()
{
    const auto hidden = static_cast<int>(m_order.size()) - kFirst;
    m_expand->setVisible(hidden > 0);
    m_expand->setText(m_expanded ? tr("Show fewer") : tr("Show %n more", nullptr, qMax(0, hidden)));
    m_expand->setAccessibleName(m_title->text() % u": "_s % m_expand->text());
    m_empty->setVisible(m_order.isEmpty() && !m_empty->text().isEmpty());
    m_note->setVisible(!m_note->text().isEmpty());
    m_more->setVisible(m_moreLocation.isValid());
}

QList<AttentionRow *> AttentionList::rows() const
{
    QList<AttentionRow *> shown;
    for (int i = 0; i < m_order.size() && (m_expanded || i < kFirst); ++i)
        shown << m_rows.value(m_order.at(i));
    return shown;
}

void AttentionList::setTabStop(AttentionRow *stop)
{
    for (AttentionRow *row : std::as_const(m_rows))
        row->setFocusPolicy(row == stop ? Qt::StrongFocus : Qt::ClickFocus);
    // A row that is made later than the others would come last on the page.
    if (stop)
        QWidget::setTabOrder(m_anchor, stop);
}

void AttentionList::focusFirst()
{
    const QList<AttentionRow *> shown = rows();
    if (!shown.isEmpty())
        shown.constFirst()->setFocus(Qt::TabFocusReason);
}

/// The user is elsewhere: everything takes its place.
void AttentionList::settle()
{
    m_touched.stop();
    present(m_wanted);
}

bool AttentionList::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::KeyPress:
        m_touched.start();
        break;
    case QEvent::FocusIn:
        m_touched.start();
        setTabStop(static_cast<AttentionRow *>(watched));
        Q_EMIT rowFocused(static_cast<QWidget *>(watched));
        break;
    case QEvent::FocusOut:
        // Later: the focus may go to the next row.
        QTimer::singleShot(0, this, [this] {
            const QList<AttentionRow *> all = m_rows.values();
            const bool isInside = std::any_of(all.cbegin(), all.cend(), [](auto *row) { return row->hasFocus(); });
            if (!isInside && !underMouse() && isHeld())
                settle();
        });
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void AttentionList::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    const QWidget *focused = focusWidget();
    if (isHeld() && !(focused && focused->hasFocus()))
        settle();
}

void AttentionList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

void AttentionList::keyPressEvent(QKeyEvent *event)
{
    const QList<AttentionRow *> shown = rows();
    const auto focused = std::find_if(shown.cbegin(), shown.cend(), [](auto *row) { return row->hasFocus(); });
    if (focused == shown.cend())
        return QFrame::keyPressEvent(event);
    const qsizetype at = focused - shown.cbegin();
    qsizetype wanted = at;
    switch (event->key()) {
    case Qt::Key_Up:
        wanted = at - 1;
        break;
    case Qt::Key_Down:
        wanted = at + 1;
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = shown.size() - 1;
        break;
    default:
        return QFrame::keyPressEvent(event);
    }
    shown.at(qBound<qsizetype>(0, wanted, shown.size() - 1))->setFocus(Qt::TabFocusReason);
}

} // namespace podium
