// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/navigationrail.h"

#include "ui/shell/railbutton.h"
#include "ui/shell/viewbutton.h"
#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWide = 176;
constexpr int kNarrow = 56;
} // namespace

NavigationRail::NavigationRail(const std::vector<PageEntry> &entries, QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"NavigationRail"_s);
    setAccessibleName(tr("Pages"));
    auto *layout = m_layout;
    layout->setContentsMargins(space::s, space::s, space::s, space::s);
    layout->setSpacing(space::xs);
    int number = 0;
    for (const PageEntry &entry : entries) {
        if (!entry.railName)
            continue;
        auto *button = new RailButton(entry.railName(), this);
        button->setObjectName(u"rail-"_s % entry.kind);
        button->setText(u"  "_s % entry.railName());
        button->setToolTip(tr("%1 (Alt+%2)").arg(entry.railName()).arg(++number));
        button->setIcon(themedIcon(entry.iconName));
        button->setIconSize({20, 20});
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, kind = entry.kind] { Q_EMIT chosen(kind); });
        layout->addWidget(button);
        m_buttons.insert(entry.kind, button);
        m_pages << button;
    }
    m_order = m_pages;
    layout->addStretch();
    m_compact = true;
    setCompact(false);
}

void NavigationRail::setCurrent(const QString &kind)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == kind);
}

void NavigationRail::setBadge(const QString &kind, qint64 number)
{
    if (RailButton *button = m_buttons.value(kind))
        button->setBadge(number);
}

void NavigationRail::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    setFixedWidth(compact ? kNarrow : kWide);
    for (QToolButton *view : std::as_const(m_views))
        view->setVisible(!compact);
    for (QToolButton *button : std::as_const(m_pages))
        button->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void NavigationRail::setViews(const QList<ViewButton *> &views)
{
    for (QToolButton *old : std::exchange(m_views, {})) {
        m_layout->removeWidget(old);
        old->hide();
        old->deleteLater(); // it may be what asked for the change
    }
    QToolButton *before = m_buttons.value(u"instances"_s);
    const qsizetype place = m_pages.indexOf(before) + 1;
    m_order = m_pages;
    for (qsizetype i = 0; i < views.size(); ++i) {
        ViewButton *view = views.at(i);
        m_layout->insertWidget(static_cast<int>(place + i), view);
        view->setVisible(!m_compact);
        if (before)
            setTabOrder(before, view);
        before = view;
        m_views << view;
        m_order.insert(place + i, view);
    }
    if (before && place < m_pages.size())
        setTabOrder(before, m_pages.at(place));
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    QList<QToolButton *> order = m_order;
    order.removeIf([](const QToolButton *button) { return !button->isVisible(); });
    const qsizetype at = order.indexOf(qobject_cast<QToolButton *>(focusWidget()));
    if (step != 0 && at >= 0) {
        order.at(qBound<qsizetype>(0, at + step, order.size() - 1))->setFocus(Qt::OtherFocusReason);
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace podium
