// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphtoolbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

GraphToolBar::GraphToolBar(QWidget *parent)
    : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xs, space::xs, space::xs, space::xs);
    row->setSpacing(2);
    row->setSizeConstraint(QLayout::SetFixedSize); // it lies in no layout, and its buttons grow once they are styled
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
    connect(addButton(u"search"_s, tr("Find in the graph (Ctrl+F)")), &QToolButton::clicked, this,
            &GraphToolBar::findRequested);
    m_panel = addButton(u"info"_s, tr("Show outline and details"));
    m_panel->setCheckable(true);
    connect(m_panel, &QToolButton::toggled, this, &GraphToolBar::panelChanged);
    m_export = addButton(u"export"_s, tr("Save, copy or print the picture"));
    m_more = addButton(u"more"_s, tr("More for the graph"));
    for (QToolButton *button : {m_export, m_more})
        button->setPopupMode(QToolButton::InstantPopup);
    m_notice = new QLabel(this);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setContentsMargins(space::xs, 0, space::s, 0);
    m_notice->hide();
    row->addWidget(m_notice);
    m_noticeEnds.setSingleShot(true);
    m_noticeEnds.setInterval(4s);
    connect(&m_noticeEnds, &QTimer::timeout, this, [this] { showNotice({}); });
    setZoom(1);
}

QToolButton *GraphToolBar::addButton(const QString &icon, const QString &text)
{
    QToolButton *button = iconButton(icon, text, this);
    button->setIconSize({16, 16});
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

void GraphToolBar::setPanel(bool shown)
{
    const QSignalBlocker blocker(m_panel);
    m_panel->setChecked(shown);
}

void GraphToolBar::setExporting(bool busy)
{
    m_export->setEnabled(!busy);
}

void GraphToolBar::setMenus(QMenu *exports, QMenu *more)
{
    m_export->setMenu(exports);
    m_more->setMenu(more);
}

void GraphToolBar::addTool(QAction *action)
{
    QToolButton *button = iconButton({}, action->text(), this);
    button->setIconSize({16, 16});
    button->setDefaultAction(action);
    if (action->menu())
        button->setPopupMode(QToolButton::InstantPopup);
    const auto follow = [button, action] {
        button->setAccessibleName(QString(action->text()).remove(u'&'));
        button->setAccessibleDescription(action->isEnabled() ? QString() : action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_export), button);
}

void GraphToolBar::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    if (text.isEmpty())
        m_noticeEnds.stop();
    else
        m_noticeEnds.start();
    QAccessibleEvent event(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void GraphToolBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    Q_EMIT resized();
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
