// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"
#include "models/services/console.h"
#include "models/services/sessionservice.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace podium {

class Actions;
class DisplaySettings;
class Navigator;
class NotificationBell;

/// The bar at the top: environment with its colour and production mark, Back and Forward, the search field that opens
/// the command palette, and the user's menu.
class TopBar : public QFrame
{
    Q_OBJECT
public:
    explicit TopBar(const Actions &actions, QWidget *parent = nullptr);

    /// `current` "" for none.
    void setEnvironments(const QList<Environment> &environments, const QString &current);
    /// Whose menu and notifications it shows; nullptr for none.
    void setConsole(Console *console, Navigator &navigator, DisplaySettings &display);
    NotificationBell *bell() const { return m_bell; }
    void openEnvironmentMenu();
    void openUserMenu();

Q_SIGNALS:
    void environmentChosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setSession(const SessionService *session);
    QToolButton *toolButton(const QString &actionId);
    void fillUserMenu();
    void fillEnvironmentMenu();
    void updateEnvironment();

    const Actions &m_actions;
    const SessionService *m_session = nullptr;
    QList<Environment> m_environments;
    QString m_current;
    QToolButton *m_environment;
    QLabel *m_production;
    QPushButton *m_palette;
    NotificationBell *m_bell;
    QToolButton *m_user;
    QMenu *m_environmentMenu;
    QMenu *m_userMenu;
};

} // namespace podium
