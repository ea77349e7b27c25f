// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace podium {

class Application;

/// A user at a desk: Podium as it ships, in a real window, with folders of its own, signed in by a browser that fills
/// in the real Keycloak's form. Finds controls as a user does: by what they are called.
class Desk
{
public:
    Desk();
    ~Desk();

    /// Starts Podium with these arguments (program name excluded). Who signs in: `user` / `password`.
    void start(const QStringList &arguments);
    /// The same on the sandbox as its environment, with further arguments. The sign-in is still to come.
    void startOnSandbox(const QStringList &arguments = {});
    void stop(); ///< closes the window as a user would
    void signInAs(const QString &user);

    QMainWindow *window() const;
    QString configFolder() const { return m_home.filePath(QStringLiteral("config")); }

    /// The visible widget whose accessible name, text or object name is `name`, in the window or in a dialog in front.
    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        for (QWidget *root : roots()) {
            const QList<T *> candidates = root->findChildren<T *>();
            for (T *candidate : candidates) {
                if (candidate->isVisible() && isCalled(candidate, name))
                    return candidate;
            }
        }
        return nullptr;
    }

    /// Waits until it is there and enabled, then clicks in its middle.
    bool click(const QString &name, int timeoutMs = 10000);
    bool type(const QString &field, const QString &text);
    bool choose(const QString &field, const QString &option); ///< in a drop-down list or a group of buttons
    /// Opens the row of a list that shows `text`, as a double click does.
    bool openRow(const QString &list, const QString &text, int timeoutMs = 20000);
    bool openTab(const QString &name);        ///< an inner tab of the page in front
    bool seesText(const QString &text) const; ///< any visible label, button, badge or editor says so
    bool waitFor(const std::function<bool()> &condition, int timeoutMs = 20000) const;

    /// Saves the window as a user sees it: NAME-SIZE-SCHEME.png for both sizes and both colour schemes.
    void screenshots(const QString &name);
    void screenshot(const QString &name);

private:
    static bool isCalled(const QWidget *widget, const QString &name);
    static QList<QWidget *> roots();

    QTemporaryDir m_home;
    std::unique_ptr<Application> m_application;
};

/// Text of the sandbox tool's answer; empty when the sandbox does not run.
QByteArray sandbox(const QStringList &arguments);
/// Of the full one where the environment variable PODIUM_SANDBOX is "full".
bool sandboxRuns();
QByteArray sandboxEnvironment(); ///< as Podium imports it
/// Breaks or repairs one of the services that the sandbox's workflows call.
bool setHealthy(const QString &service, bool healthy);

} // namespace podium
