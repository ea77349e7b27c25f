// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationspage.h"

#include "models/notifications/hubservice.h"
#include "ui/pages/notifications/hubbar.h"
#include "ui/pages/notifications/hubmenu.h"
#include "ui/pages/notifications/notificationactions.h"
#include "ui/pages/notifications/notificationdetail.h"
#include "ui/pages/notifications/notificationfilterbar.h"
#include "ui/pages/notifications/notificationlist.h"
#include "ui/pages/parts/listheader.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timetext.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

NotificationsPage::NotificationsPage(const PageContext &context, const Location &location, QWidget *parent)
    : Page(context, location, parent)
    , m_count(captionLabel({}))
    , m_markAll(new QPushButton(themedIcon(u"check"_s), tr("Mark all as read")))
    , m_filters(new NotificationFilterBar(*context.console.notifications))
    , m_busy(new BusyBar)
    , m_banner(new Banner)
    , m_list(new NotificationList(context))
    , m_actions(new NotificationActions(context.console, context.navigator, *m_list->model(), this, this))
    , m_detail(new NotificationDetail(context.console, context.display, *m_actions))
    , m_splitter(new QSplitter(Qt::Vertical))
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({480, 200});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_filters);
    layout->addWidget(m_busy);
    if (context.console.hub)
        layout->addWidget(new HubBar(*context.console.hub, this));
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_list);
    focusOnFind(this, m_filters->search());
    connectParts();
    setEmptyText();
}

QWidget *NotificationsPage::makeHeader()
{
    auto *header = new ListHeader(title(), m_count, space::s);
    m_count->setAccessibleName(tr("Number of notifications"));
    m_markAll->setToolTip(tr("Everything that the filters show"));
    header->add(m_markAll);
    if (console().hub)
        header->add(new HubMenu(*console().hub));
    connect(header->addReload(), &QToolButton::clicked, this, &NotificationsPage::refresh);
    connect(m_markAll, &QPushButton::clicked, m_actions, &NotificationActions::markAllRead);
    return header;
}

void NotificationsPage::connectParts()
{
    NotificationListModel *model = m_list->model();
    connect(model, &PagedModel::countChanged, this, &NotificationsPage::updateCount);
    connect(model, &PagedModel::phaseChanged, this, &NotificationsPage::updateCount);
    connect(model, &PagedModel::rowsArrived, m_banner, &Banner::clear);
    connect(model, &PagedModel::rowsArrived, this, &NotificationsPage::selectWanted);
    connect(model, &PagedModel::readFailed, this,
            [this](const Error &error) { m_banner->setError(error, tr("Try again"), [this] { refresh(); }); });
    connect(console().notifications, &NotificationCentre::unreadChanged, this, &NotificationsPage::updateCount);
    connect(m_filters, &NotificationFilterBar::changed, this, &NotificationsPage::applyFilters);
    connect(m_list, &NotificationList::selectionChanged, this,
            [this] { m_detail->showThese(m_list->selected(), m_list->current()); });
    connect(m_list, &NotificationList::opened, m_actions, &NotificationActions::open);
    connect(m_list, &NotificationList::menuWanted, this, [this](QMenu *menu) {
        const QList<Notification> selected = m_list->selected();
        if (selected.size() == 1 && m_actions->canOpen(selected.constFirst()))
            menu->addAction(themedIcon(u"link"_s), m_actions->openText(selected.constFirst()), m_actions,
                            [this, one = selected.constFirst()] { m_actions->open(one); });
        menu->addAction(themedIcon(u"check"_s), tr("Mark as read"), m_actions,
                        [this, selected] { m_actions->setRead(selected, true); });
        menu->addAction(tr("Mark as unread"), m_actions, [this, selected] { m_actions->setRead(selected, false); });
        menu->addAction(themedIcon(u"star"_s), tr("Save"), m_actions,
                        [this, selected] { m_actions->setSaved(selected, true); });
        menu->addAction(tr("Unsave"), m_actions, [this, selected] { m_actions->setSaved(selected, false); });
    });
    connect(this, &Page::partWanted, this, &NotificationsPage::selectWanted);
    if (HubService *hub = console().hub) {
        connect(hub, &HubService::liveChanged, this, &NotificationsPage::updateCount);
        connect(hub, &HubService::stateChanged, this, [this] {
            setEmptyText();
            m_filters->readTopics();
        });
    }
}

QString NotificationsPage::title() const
{
    return tr("Notifications");
}

QString NotificationsPage::iconName() const
{
    return u"notification"_s;
}

void NotificationsPage::refresh()
{
    if (!m_shown)
        return;
    if (console().hub)
        console().hub->reconnect();
    console().notifications->refreshUnread();
    m_list->refresh();
    m_filters->readTopics();
}

void NotificationsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_shown, true))
        return;
    applyFilters(); // not before: the state of the last start may bring other filters, and one request is enough
    m_filters->readTopics();
}

void NotificationsPage::applyFilters()
{
    setEmptyText();
    if (!m_shown)
        return;
    const NotificationListModel *model = m_list->model();
    const bool same = model->phase() != PagedModel::Phase::Idle && model->query() == m_filters->query() &&
                      model->from() == m_filters->from();
    if (!same)
        m_list->model()->setQuery(m_filters->query(), m_filters->from());
}

void NotificationsPage::setEmptyText()
{
    using State = HubService::State;
    HubService *hub = console().hub;
    if (!m_filters->isEmpty())
        m_list->setEmpty({tr("Nothing matches the filters"), tr("No notification has all of what the filters ask for."),
                          tr("Clear filters"), [this] {
                              m_filters->clear();
                              applyFilters();
                              m_list->setFocus();
                          }});
    else if (hub && hub->state() == State::Connecting)
        m_list->setEmpty({tr("Connecting to the hub…"), {}, {}, {}});
    else if (hub && hub->state() != State::SignedIn)
        m_list->setEmpty({tr("Not signed in at the hub"), tr("Its notifications come once you are."),
                          hub->state() == State::WaitingBrowser ? QString() : tr("Sign in at the hub"),
                          [hub] { hub->signIn(); }});
    else if (!hub && console().notifications->origins().isEmpty())
        m_list->setEmpty(
            {tr("This environment has no hub"),
             tr("Enter the address of its Developer Hub in the environment to see its notifications here."),
             {},
             {}});
    else
        m_list->setEmpty({tr("Nothing new"), tr("What you are told is listed here."), {}, {}});
}

void NotificationsPage::updateCount()
{
    const qint64 unread = console().notifications->unread();
    const QString all = m_list->model()->countText();
    QString text = unread > 0 && !all.isEmpty() ? tr("%1, %n unread", nullptr, static_cast<int>(unread)).arg(all) : all;
    const LiveStatus live = console().hub ? console().hub->live() : LiveStatus();
    if (live.mode == LiveStatus::Mode::Pushed)
        text = tr("%1 · live", "of the hub: told at once").arg(text);
    else if (live.mode == LiveStatus::Mode::Polling)
        text = tr("%1 · read every %2").arg(text, durationText(live.intervalMs));
    m_count->setText(text);
    m_markAll->setEnabled(m_list->model()->rowCount() > 0 && unread > 0);
    m_busy->setBusy(m_list->model()->phase() == PagedModel::Phase::Loading);
}

void NotificationsPage::selectWanted()
{
    static const QString kPrefix = u"notification="_s;
    if (wantedPart().startsWith(kPrefix) && !m_list->view()->selectionModel()->hasSelection())
        m_list->select(wantedPart().mid(kPrefix.size()));
}

QJsonObject NotificationsPage::saveState() const
{
    QJsonObject state = m_filters->saveState();
    state.insert(u"list"_s, m_list->view()->saveState());
    state.insert(u"splitter"_s, QString::fromLatin1(m_splitter->saveState().toBase64()));
    return state;
}

void NotificationsPage::restoreState(const QJsonObject &state)
{
    m_list->restoreColumns(state.value("list"_L1).toObject());
    m_splitter->restoreState(QByteArray::fromBase64(state.value("splitter"_L1).toString().toLatin1()));
    m_filters->restoreState(state);
    applyFilters();
}

} // namespace podium
