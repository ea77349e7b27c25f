// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/environmentview.h"

#include "models/services/livefeed.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesheet.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using State = SessionService::State;

EnvironmentView::EnvironmentView(Console &console, Navigator &window, DisplaySettings &display,
                                 const std::vector<PageEntry> &entries, const QJsonObject &state, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_window(window)
    , m_display(display)
    , m_entries(entries)
    , m_sessionBanner(new Banner(this))
    , m_errorBanner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_signIn(new SignInPage(console, m_stack))
    , m_state(state)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_sessionBanner, m_errorBanner, m_signIn})
        wearTheme(part);
    m_sessionBanner->setClosable(false);
    m_stack->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sessionBanner);
    layout->addWidget(m_errorBanner);
    layout->addWidget(m_stack, 1);
    connect(m_signIn, &SignInPage::openUrlWanted, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(&console.session, &SessionService::stateChanged, this, &EnvironmentView::onSessionState);
    onSessionState(console.session.state());
}

void EnvironmentView::onSessionState(State state)
{
    switch (state) {
    case State::SignedIn:
        showPages();
        break;
    case State::SignedOut:
        dropPages();
        break;
    case State::Expired:
        if (m_tabs)
            showExpired();
        break;
    case State::Restoring:
    case State::WaitingBrowser:
    case State::WaitingDevice:
    case State::SigningIn:
    case State::SigningOut:
        break;
    }
    Q_EMIT changed();
}

void EnvironmentView::showPages()
{
    m_sessionBanner->clear();
    if (m_signInDialog)
        m_signInDialog->accept();
    if (m_tabs) {
        for (Page *page : m_tabs->pages())
            page->signedIn();
        return;
    }
    m_tabs = new TabArea({m_console, *this, m_display}, m_entries, m_stack);
    m_stack->addWidget(m_tabs);
    connect(m_tabs, &TabArea::currentChanged, this, [this](const Location &location) {
        if (!m_travelling)
            m_history.visit(location);
        Q_EMIT changed();
    });
    connect(m_tabs, &TabArea::moved, this,
            [this](const Location &from, const Location &to) { m_history.replace(from, to); });
    m_tabs->restoreState(std::exchange(m_state, {}));
    m_stack->setCurrentWidget(m_tabs);
    if (const Location wanted = std::exchange(m_wanted, {}); wanted.isValid())
        open(wanted);
    if (Page *page = m_tabs->currentPage())
        page->setFocus(Qt::OtherFocusReason);
}

void EnvironmentView::dropPages()
{
    m_sessionBanner->clear();
    m_errorBanner->clear();
    m_stack->setCurrentWidget(m_signIn);
    if (!m_tabs)
        return;
    // The next one to sign in may see less: nothing of this session stays on screen, only where it was.
    m_state = m_tabs->saveState();
    m_stack->removeWidget(m_tabs);
    delete std::exchange(m_tabs, nullptr);
    m_history = {};
}

void EnvironmentView::showExpired()
{
    m_sessionBanner->setMessage(Tone::Warning, tr("Your session ended. What you see stays, but is no longer updated."),
                                tr("Sign in again"), [this] { askAgain(); });
}

void EnvironmentView::askAgain()
{
    if (!m_signInDialog) {
        m_signInDialog = new QDialog(this);
        m_signInDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_signInDialog->setWindowTitle(tr("Sign in again"));
        auto *page = new SignInPage(m_console, m_signInDialog);
        connect(page, &SignInPage::openUrlWanted, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
        auto *layout = new QVBoxLayout(m_signInDialog);
        layout->addWidget(page);
        m_signInDialog->resize(560, 480);
        connect(m_signInDialog, &QDialog::rejected, &m_console.session, [this] {
            const State state = m_console.session.state();
            if (state == State::WaitingBrowser || state == State::WaitingDevice)
                m_console.session.cancelSignIn();
        });
    }
    m_signInDialog->open();
    m_console.session.signIn();
}

void EnvironmentView::goTo(const Location &location)
{
    if (!m_tabs || !location.isValid())
        return;
    {
        const QScopedValueRollback<bool> travelling(m_travelling, true);
        m_tabs->open(location);
    }
    Q_EMIT changed();
}

void EnvironmentView::refresh()
{
    m_console.live.refreshNow();
    if (Page *page = m_tabs ? m_tabs->currentPage() : nullptr)
        page->refresh();
}

QJsonObject EnvironmentView::saveState() const
{
    return m_tabs ? m_tabs->saveState() : m_state;
}

void EnvironmentView::open(const Location &location)
{
    if (!m_tabs) {
        m_wanted = location;
        return;
    }
    if (Page *page = m_tabs->open(location)) {
        // The control that led here may be gone or disabled, and then the focus is somewhere in the window.
        const QWidget *focused = QApplication::focusWidget();
        if (page->location() == location && !(focused && page->isAncestorOf(focused)))
            page->setFocus(Qt::OtherFocusReason);
        return;
    }
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = tr("“%1” could not be opened.").arg(location.toText());
    error.why = tr("This version of Podium has no page for it.");
    showError(error);
}

void EnvironmentView::openRun(const QString &workflowId, const QString &version, const SharedJson &input)
{
    open({u"run"_s, workflowId, version});
    if (Page *page = m_tabs ? m_tabs->currentPage() : nullptr; page && input)
        page->setInput(input);
}

void EnvironmentView::showError(const Error &error)
{
    if (!error.isCancelled())
        m_errorBanner->setError(error);
}

void EnvironmentView::close(const Location &location)
{
    if (m_tabs)
        m_tabs->close(location);
}

} // namespace podium
