// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationpanel.h"

#include "models/notifications/hubservice.h"
#include "models/notifications/notificationlistmodel.h"
#include "ui/pages/notifications/notificationactions.h"
#include "ui/pages/notifications/notificationdelegate.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShown = 8;
}

NotificationPanel::NotificationPanel(Console &console, Navigator &navigator, DisplaySettings &display, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_console(console)
    , m_navigator(navigator)
    , m_model(new NotificationListModel(*console.notifications, this))
    , m_actions(new NotificationActions(console, navigator, *m_model, parent, this))
    , m_view(new QListView)
    , m_states(new StateView(m_view))
    , m_markAll(new QPushButton(tr("Mark all as read")))
{
    setFrameShape(QFrame::StyledPanel);
    setFixedSize(400, 480);
    m_model->setMaximum(kShown);
    m_model->setTexts(viewTexts(display, console.clock));
    m_view->setModel(m_model);
    m_view->setModelColumn(NotificationListModel::TitleColumn);
    m_view->setItemDelegate(new NotificationLineDelegate(m_view));
    m_view->setAccessibleName(tr("Latest notifications"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    auto *title = new QLabel(tr("Notifications"));
    title->setFont(strongFont(title->font()));
    title->setContentsMargins(space::m, space::m, space::m, space::s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_states, 1);
    layout->addWidget(makeFooter(navigator));
    connect(m_view, &QListView::clicked, this, &NotificationPanel::openCurrent);
    connect(m_view, &QListView::activated, this, &NotificationPanel::openCurrent);
    connect(m_model, &PagedModel::phaseChanged, this, &NotificationPanel::update);
    connect(m_model, &PagedModel::countChanged, this, &NotificationPanel::update);
    connect(console.notifications, &NotificationCentre::unreadChanged, this, &NotificationPanel::update);
    m_model->setQuery({});
    update();
    m_view->setFocus();
}

QWidget *NotificationPanel::makeFooter(Navigator &navigator)
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::m, space::s, space::m, space::m);
    auto *all = new QPushButton(tr("Show all"));
    setButtonTone(all, Tone::Info);
    row->addWidget(m_markAll);
    row->addStretch(1);
    row->addWidget(all);
    connect(m_markAll, &QPushButton::clicked, m_actions, &NotificationActions::markAllRead);
    connect(all, &QPushButton::clicked, this, [this, &navigator] {
        close();
        navigator.open(Location{u"notifications"_s, {}, {}});
    });
    return footer;
}

void NotificationPanel::openCurrent()
{
    const Notification *found = m_model->notificationAt(m_view->currentIndex().row());
    if (!found)
        return;
    const Notification notification = *found;
    close();
    if (m_actions->canOpen(notification)) {
        m_actions->open(notification);
    } else {
        m_actions->setRead({notification}, true);
        m_navigator.open(
            Location{u"notifications"_s, {}, {}, u"notification="_s + NotificationListModel::keyOf(notification)});
    }
}

void NotificationPanel::update()
{
    m_markAll->setEnabled(m_console.notifications->unread() > 0);
    switch (m_model->phase()) {
    case PagedModel::Phase::Idle:
    case PagedModel::Phase::Loading:
        return m_states->showLoading(tr("Reading notifications…"));
    case PagedModel::Phase::Failed:
        return m_states->showError(m_model->error(), [this] { m_model->refresh(); });
    case PagedModel::Phase::Ready:
        break;
    }
    const bool signedOut = m_console.hub && m_console.hub->state() != HubService::State::SignedIn;
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else if (signedOut)
        m_states->showEmpty(u"notification"_s, tr("Not signed in at the hub"),
                            tr("The page of all notifications helps."));
    else
        m_states->showEmpty(u"notification"_s, tr("Nothing new"), {});
}

} // namespace podium
