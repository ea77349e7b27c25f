// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/hubmenu.h"

#include "ui/pages/notifications/hubsettingsdialog.h"
#include "ui/widgets/icons.h"

#include <QInputDialog>
#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;
using State = HubService::State;

HubMenu::HubMenu(HubService &hub, QWidget *parent)
    : QToolButton(parent)
    , m_hub(hub)
{
    setIcon(themedIcon(u"settings"_s));
    setToolTip(tr("The hub: settings and sign-in"));
    setAccessibleName(tr("Hub"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &HubMenu::fill);
    fill();
}

void HubMenu::fill()
{
    menu()->clear();
    const bool signedIn = m_hub.state() == State::SignedIn;
    if (signedIn) {
        QString name = m_hub.user();
        menu()->addAction(tr("At the hub as %1").arg(name.replace(u'&', u"&&"_s)))->setEnabled(false);
        if (!m_hub.storage().persistent)
            menu()->addAction(tr("Signed in until Podium closes"))->setEnabled(false);
        menu()->addSeparator();
    }
    QAction *settings =
        menu()->addAction(themedIcon(u"settings"_s), tr("What you are told…"), this, &HubMenu::openSettings);
    settings->setEnabled(signedIn);
    menu()->addSeparator();
    if (m_hub.state() == State::WaitingBrowser)
        menu()->addAction(themedIcon(u"close"_s), tr("Give up the sign-in"), &m_hub, &HubService::cancelSignIn);
    else if (!signedIn || m_hub.user().endsWith("/guest"_L1))
        menu()->addAction(themedIcon(u"sign-in"_s), tr("Sign in at the hub"), this, [this] {
            if (m_hub.state() == State::SignedIn)
                m_hub.signOut(); // as the guest
            m_hub.signIn();
        });
    menu()->addAction(themedIcon(u"key"_s), tr("Use a token of the hub…"), this, &HubMenu::askToken);
    if (signedIn)
        menu()->addAction(themedIcon(u"sign-out"_s), tr("Sign out of the hub"), &m_hub, &HubService::signOut);
}

void HubMenu::askToken()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Use a token of the hub"));
    dialog->setLabelText(
        tr("A user token, copied from the hub. It is kept in this desktop's keychain, and only the hub "
           "gets it."));
    dialog->setTextEchoMode(QLineEdit::Password);
    dialog->setOkButtonText(tr("Use it"));
    connect(dialog, &QInputDialog::textValueSelected, &m_hub, &HubService::useToken);
    dialog->open();
}

void HubMenu::openSettings()
{
    auto *dialog = new HubSettingsDialog(m_hub, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace podium
