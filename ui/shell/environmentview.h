// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"
#include "models/services/sessionservice.h"
#include "ui/pages/navigator.h"
#include "ui/pages/page.h"
#include "ui/shell/history.h"

#include <QPointer>
#include <QWidget>

class QDialog;
class QStackedWidget;

namespace podium {

class Banner;
class SignInPage;
class TabArea;

/// One environment in the window: its pages once somebody is signed in, its sign-in page before. When the session ends
/// by itself everything stays open under a banner.
class EnvironmentView : public QWidget, public Navigator
{
    Q_OBJECT
public:
    EnvironmentView(Console &console, Navigator &window, DisplaySettings &display,
                    const std::vector<PageEntry> &entries, const QJsonObject &state, QWidget *parent = nullptr);

    Console &console() { return m_console; }
    TabArea *tabs() { return m_tabs; } ///< nullptr while nobody is signed in
    bool canGoBack() const { return m_tabs && m_history.canGoBack(); }
    bool canGoForward() const { return m_tabs && m_history.canGoForward(); }
    void goBack() { goTo(m_history.back()); }
    void goForward() { goTo(m_history.forward()); }
    void refresh();

    QJsonObject saveState() const; ///< for the next start: goes into the constructor

    // Navigator, for the pages of this environment
    void open(const Location &location) override; ///< kept for later while nobody is signed in
    void openRun(const QString &workflowId, const QString &version, const SharedJson &input) override;
    void openLink(const QUrl &url) override { m_window.openLink(url); }
    void showMessage(const QString &text) override { m_window.showMessage(text); }
    void showError(const Error &error) override;
    void close(const Location &location) override;
    int beginWork(const QString &title, std::function<void()> cancel) override
    {
        return m_window.beginWork(title, std::move(cancel));
    }
    void setWorkProgress(int work, qint64 done, qint64 total) override { m_window.setWorkProgress(work, done, total); }
    void endWork(int work) override { m_window.endWork(work); }

Q_SIGNALS:
    void changed(); ///< where the user is, or who is signed in

private:
    void onSessionState(SessionService::State state);
    void showPages();
    void dropPages();
    void showExpired();
    void askAgain();
    void goTo(const Location &location);

    Console &m_console;
    Navigator &m_window;
    DisplaySettings &m_display;
    const std::vector<PageEntry> &m_entries;
    Banner *m_sessionBanner;
    Banner *m_errorBanner;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    TabArea *m_tabs = nullptr;
    QPointer<QDialog> m_signInDialog;
    History m_history;
    bool m_travelling = false; ///< Back and Forward are no new steps
    QJsonObject m_state;       ///< used once somebody is signed in
    Location m_wanted;         ///< asked for before the sign-in
};

} // namespace podium
