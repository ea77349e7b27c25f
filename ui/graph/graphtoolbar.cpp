// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphtoolbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

GraphToolBar::GraphToolBar(QWidget *parent)
    : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xs, space::xs, space::xs, space::xs);
    row->setSpacing(2);
    connect(addButton(u"zoom-out"_s, tr("Zoom out (-)")), &QToolButton::clicked, this, &GraphToolBar::zoomOutRequested);
    m_zoom = new QLabel(this);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setFixedWidth(m_zoom->fontMetrics().horizontalAdvance(u"0000 %"_s));
    m_zoom->setAccessibleName(tr("Zoom"));
    setMuted(m_zoom);
    row->addWidget(m_zoom);
    connect(addButton(u"zoom-in"_s, tr("Zoom in (+)")), &QToolButton::clicked, this, &GraphToolBar::zoomInRequested);
    connect(addButton(u"fit"_s, tr("Show the whole graph (0)")), &QToolButton::clicked, this,
            &GraphToolBar::fitRequested);
    m_direction = addButton(u"forward"_s, tr("Draw from left to right"));
    m_direction->setCheckable(true);
    connect(m_direction, &QToolButton::toggled, this, &GraphToolBar::leftRightChanged);
    m_minimap = addButton(u"minimap"_s, tr("Show the map"));
    m_minimap->setCheckable(true);
    m_minimap->setChecked(true);
    connect(m_minimap, &QToolButton::toggled, this, &GraphToolBar::minimapChanged);
    connect(addButton(u"export"_s, tr("Save as a picture…")), &QToolButton::clicked, this,
            &GraphToolBar::exportRequested);
    setZoom(1);
}

QToolButton *GraphToolBar::addButton(const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

void GraphToolBar::setZoom(double zoom)
{
    m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
}

void GraphToolBar::setLeftRight(bool leftRight)
{
    const QSignalBlocker blocker(m_direction);
    m_direction->setChecked(leftRight);
}

void GraphToolBar::setMinimap(bool shown)
{
    const QSignalBlocker blocker(m_minimap);
    m_minimap->setChecked(shown);
}

void GraphToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace podium
