// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphstamp.h"

#include "ui/graph/graphheat.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

GraphStamp::GraphStamp(QWidget *canvas)
    : QWidget(canvas)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    canvas->installEventFilter(this);
    hide();
}

void GraphStamp::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    setVisible(!text.isEmpty());
    raise();
    update();
}

bool GraphStamp::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void GraphStamp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = toneColor(Tone::Info, palette());
    painter.setPen(QPen(tone, 3));
    painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    painter.setFont(strongFont(font()));
    constexpr int kIcon = 16;
    const int room = width() - 2 * space::l;
    const QString text = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room - kIcon - 3 * space::m);
    const int wide = painter.fontMetrics().horizontalAdvance(text) + kIcon + space::s + 2 * space::m;
    // In the corner: in the middle begins a graph that is drawn from top to bottom.
    const QRectF pill(space::m, space::m, wide, painter.fontMetrics().height() + 2 * space::xs + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const QColor ink = inkOn(tone);
    const QRect icon(qRound(pill.left()) + space::m, qRound(pill.center().y()) - kIcon / 2, kIcon, kIcon);
    paintIcon(&painter, icon, u"replay"_s, ink);
    painter.setPen(ink);
    painter.drawText(pill.adjusted(space::m + kIcon + space::s, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

} // namespace podium
