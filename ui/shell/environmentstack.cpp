// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/environmentstack.h"

#include "models/notifications/hubservice.h"
#include "models/services/environmentservice.h"
#include "models/services/livefeed.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowstate.h"
#include "ui/widgets/themesheet.h"

namespace podium {

EnvironmentStack::EnvironmentStack(ConsoleProvider &consoles, EnvironmentService &environments, WindowState &state,
                                   const std::vector<PageEntry> &pages, Navigator &window, DisplaySettings &display,
                                   QWidget *parent)
    : QStackedWidget(parent)
    , m_consoles(consoles)
    , m_environments(environments)
    , m_state(state)
    , m_pages(pages)
    , m_window(window)
    , m_display(display)
    , m_welcome(new WelcomePage(this))
{
    addWidget(m_welcome);
    wearTheme(m_welcome);
    connect(&m_environments, &EnvironmentService::changed, this, &EnvironmentStack::onEnvironmentsChanged);
}

EnvironmentStack::~EnvironmentStack()
{
    qDeleteAll(std::exchange(m_views, {}));
}

bool EnvironmentStack::openEnvironment(const QString &name)
{
    if (!m_views.contains(name)) {
        Console *console = m_consoles.console(name);
        if (!console)
            return false;
        addView(name, *console);
    }
    m_state.setLastEnvironment(name);
    showView(m_views.value(name));
    return true;
}

void EnvironmentStack::addView(const QString &name, Console &console)
{
    auto *view = new EnvironmentView(console, m_window, m_display, m_pages, m_state.environmentState(name), this);
    m_views.insert(name, view);
    addWidget(view);
    connect(view, &EnvironmentView::changed, this, [this, view] {
        if (view == m_view)
            Q_EMIT contentChanged();
    });
    connect(&console.session, &SessionService::storageChanged, view, &EnvironmentView::changed);
    connect(&console.live, &LiveFeed::statusChanged, view, [this, view] {
        if (view == m_view)
            Q_EMIT liveChanged();
    });
    Q_EMIT viewAdded(view);
    if (console.session.state() == SessionService::State::SignedOut)
        console.session.restore();
}

void EnvironmentStack::openLast()
{
    if (m_view || openEnvironment(m_state.lastEnvironment()))
        return;
    const QList<Environment> known = m_environments.environments();
    if (!known.isEmpty())
        openEnvironment(known.constFirst().name);
}

void EnvironmentStack::showView(EnvironmentView *view)
{
    m_view = view;
    setCurrentWidget(view ? static_cast<QWidget *>(view) : m_welcome);
    updateForeground();
    Q_EMIT viewChanged();
}

void EnvironmentStack::onEnvironmentsChanged()
{
    const QString current = m_view ? m_view->console().environment.name : QString();
    const QStringList open = m_views.keys();
    for (const QString &name : open) {
        // An environment that was edited has new services; the old ones go when control returns to the event loop.
        if (m_consoles.console(name) != &m_views.value(name)->console())
            removeView(name);
    }
    if (!m_view && !openEnvironment(current)) {
        showView(nullptr);
        openLast();
    }
    Q_EMIT contentChanged();
}

void EnvironmentStack::removeView(const QString &name)
{
    EnvironmentView *view = m_views.take(name);
    m_state.setEnvironmentState(name, view->saveState());
    if (view == m_view)
        m_view = nullptr;
    removeWidget(view);
    delete view;
}

void EnvironmentStack::save()
{
    for (auto it = m_views.cbegin(); it != m_views.cend(); ++it)
        m_state.setEnvironmentState(it.key(), it.value()->saveState());
}

void EnvironmentStack::setSeen(bool seen)
{
    m_seen = seen;
    updateForeground();
}

void EnvironmentStack::updateForeground()
{
    for (EnvironmentView *view : std::as_const(m_views)) {
        const bool foreground = m_seen && view == m_view;
        view->console().live.setForeground(foreground);
        if (view->console().hub)
            view->console().hub->setForeground(foreground);
    }
}

} // namespace podium
