// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/notificationlist.h"

#include "ui/pages/notifications/notificationdelegate.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"

#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;
using Model = NotificationListModel;

namespace {
constexpr int kRoomy = 1000; ///< px of width from which there is room for the description
}

NotificationList::NotificationList(const PageContext &context, QWidget *parent)
    : NotificationList(context, new NotificationListModel(*context.console.notifications), parent)
{
}

NotificationList::NotificationList(const PageContext &context, NotificationListModel *model, QWidget *parent)
    : PagedList(model, {tr("Notifications"), u"notification"_s, tr("Reading notifications…"), tr("No notifications")},
                parent)
    , m_context(context)
    , m_model(model)
{
    m_model->setParent(this);
    m_model->setTexts(viewTexts(context.display, context.console.clock));
    makeColumns();
    start();
    connect(view(), &ListView::rowActivated, this, [this](const QModelIndex &index) {
        if (const Notification *found = m_model->notificationAt(index.row()))
            Q_EMIT opened(*found);
    });
    connect(view(), &ListView::rowMenuRequested, this, &NotificationList::menuWanted);
    const auto tell = [this] { Q_EMIT selectionChanged(); };
    connect(view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, tell);
    connect(view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, tell);
    connect(m_model, &QAbstractItemModel::dataChanged, this, tell);
    connect(m_model, &QAbstractItemModel::modelReset, this, tell);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, tell);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, tell);
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
}

void NotificationList::makeColumns()
{
    view()->setItemDelegate(new NotificationDelegate(view()));
    view()->follow(m_context.display);
    view()->setStretchColumn(Model::TitleColumn);
    view()->setColumn(Model::SeverityColumn, 104);
    view()->setColumn(Model::TitleColumn, 180);
    view()->setColumn(Model::DescriptionColumn, 260, false);
    view()->setColumn(Model::TopicColumn, 96);
    view()->setColumn(Model::SourceColumn, 120);
    view()->setColumn(Model::TimeColumn, 140);
    view()->setColumn(Model::SavedColumn, 76);
}

void NotificationList::restoreColumns(const QJsonObject &state)
{
    view()->restoreState(state);
    m_columnsAreSet = m_columnsAreSet || !state.isEmpty();
}

void NotificationList::resizeEvent(QResizeEvent *event)
{
    PagedList::resizeEvent(event);
    if (!m_columnsAreSet) // by the user
        view()->setColumnHidden(Model::DescriptionColumn, width() < kRoomy);
}

QList<Notification> NotificationList::selected() const
{
    QList<Notification> found;
    const QItemSelection selection = view()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        // All of fifty thousand is one range: only what is in memory can be told.
        for (int row = range.top(); row <= range.bottom() && found.size() < PagedModel::kWindow; ++row) {
            if (const Notification *notification = range.left() == 0 ? m_model->notificationAt(row) : nullptr)
                found << *notification;
        }
    }
    return found;
}

const Notification *NotificationList::current() const
{
    const QModelIndex index = view()->currentIndex();
    return index.isValid() ? m_model->notificationAt(index.row()) : nullptr;
}

void NotificationList::select(const QString &key)
{
    if (const int row = m_model->rowOf(key); row >= 0)
        view()->selectRow(row);
}

} // namespace podium
