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
    for (const PageEntry &entry : entries) {
        if (entry.railName)
            layout->addWidget(makeButton(entry.kind, entry.railName(), entry.iconName));
    }
    m_order = m_pages;
    layout->addStretch();
    m_compact = true;
    setCompact(false);
}

RailButton *NavigationRail::makeButton(const QString &kind, const QString &name, const QString &iconName)
{
    auto *button = new RailButton(name, this);
    button->setObjectName(u"rail-"_s % kind);
    button->setText(u"  "_s % name);
    button->setToolTip(tr("%1 (Alt+%2)").arg(name).arg(m_pages.size() + 1));
    button->setIcon(themedIcon(iconName));
    button->setIconSize({20, 20});
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setToolButtonStyle(m_compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    connect(button, &QToolButton::clicked, this, [this, kind] { Q_EMIT chosen(kind); });
    m_buttons.insert(kind, button);
    m_pages << button;
    return button;
}

void NavigationRail::addPlace(const QString &kind, const QString &name, const QString &iconName)
{
    QToolButton *button = makeButton(kind, name, iconName);
    m_places << button;
    m_order << button;
    m_layout->insertWidget(m_layout->count() - 1, button); // above the stretch
}

void NavigationRail::setPagesEnabled(bool enabled)
{
    for (QToolButton *page : std::as_const(m_pages))
        page->setEnabled(enabled || m_places.contains(page));
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
