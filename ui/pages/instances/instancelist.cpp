// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancelist.h"

#include "models/items/itemroles.h"
#include "models/services/livefeed.h"
#include "ui/pages/instances/instancedelegate.h"
#include "ui/pages/instances/paintmark.h"
#include "ui/pages/instances/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kNarrowId = 84; ///< px: the start of an id tells instances apart
constexpr int kRoomy = 1000;  ///< px of width from which ids and business keys are shown whole
} // namespace

InstanceList::InstanceList(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new InstanceListModel(context.console.instances, context.console.clock, this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_view);

    m_model->setTexts(viewTexts(context.display, context.console.clock));
    m_view->setAccessibleName(tr("Instances"));
    m_view->setModel(m_model);
    auto *delegate = new InstanceDelegate(m_view);
    delegate->setStateColumn(static_cast<int>(InstanceColumn::State));
    m_view->setItemDelegate(delegate);
    m_view->follow(context.display);
    m_view->setStretchColumn(static_cast<int>(InstanceColumn::Workflow));
    const auto column = [this](InstanceColumn which, int width) { m_view->setColumn(static_cast<int>(which), width); };
    column(InstanceColumn::Workflow, 130);
    column(InstanceColumn::Id, kNarrowId);
    column(InstanceColumn::BusinessKey, 112);
    column(InstanceColumn::State, 124);
    column(InstanceColumn::Started, 108);
    column(InstanceColumn::Duration, 96);
    column(InstanceColumn::LastUpdate, 108);
    m_view->horizontalHeader()->setSortIndicatorShown(true);
    m_view->horizontalHeader()->setSectionsClickable(true);
    updateSortIndicator();

    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const auto query = m_model->query();
        const bool again = static_cast<int>(columnOf(query.order)) == section;
        const bool down = again ? directionOf(query.order) == Qt::AscendingOrder
                                : section == static_cast<int>(InstanceColumn::Started);
        m_model->sort(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_model, &InstanceListModel::queryChanged, this, &InstanceList::updateSortIndicator);
    connect(m_model, &InstanceListModel::phaseChanged, this, &InstanceList::showPhase);
    connect(m_model, &InstanceListModel::countChanged, this, &InstanceList::showPhase);
    connect(m_model, &InstanceListModel::rowsArrived, this, &InstanceList::tellRange);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &InstanceList::tellRange, Qt::QueuedConnection);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &InstanceList::tellRange);
    connect(m_view, &ListView::rowActivated, this, [this](const QModelIndex &index) {
        if (const WorkflowInstance *instance = m_model->instanceAt(index.row()))
            Q_EMIT opened(instance->id);
    });
    connect(m_view, &ListView::rowMenuRequested, this, &InstanceList::fillMenu);
    connect(&context.console.live, &LiveFeed::instancesChanged, m_model, &InstanceListModel::applyLive);
    // A detailed instance that an open tab watches is a row here, too.
    connect(&context.console.live, &LiveFeed::instanceChanged, m_model,
            [this](const WorkflowInstance &instance) { m_model->applyLive({instance}); });
    connect(&context.display, &DisplaySettings::changed, m_model,
            [this] { m_model->setTexts(viewTexts(m_context.display, m_context.console.clock)); });
    tracePaints(m_view, context.console);
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, m_model, &InstanceListModel::tick);
    m_view->viewport()->installEventFilter(this);
}

InstanceList::~InstanceList()
{
    if (m_watching)
        m_context.console.live.unwatchList();
}

void InstanceList::setQuery(const InstanceQuery &query)
{
    InstanceQuery wanted = query;
    if (m_started)
        wanted.order = m_model->query().order; // the user's choice of the header stays
    if (m_started && wanted == m_model->query())
        return;
    m_started = true;
    m_model->setQuery(wanted);
}

void InstanceList::refresh()
{
    if (m_started)
        m_model->refresh();
}

void InstanceList::setEmpty(const Empty &empty)
{
    m_empty = empty;
    showPhase();
}

void InstanceList::selectId(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void InstanceList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_watching, true))
        m_context.console.live.watchList();
    m_ticks.start();
    const auto id = static_cast<int>(InstanceColumn::Id);
    const auto key = static_cast<int>(InstanceColumn::BusinessKey);
    // Unless the user, or the page around, gave the columns other widths.
    if (width() >= kRoomy && m_view->columnWidth(id) == kNarrowId && !m_view->isColumnHidden(key)) {
        m_view->setColumn(id, 280);
        m_view->setColumn(key, 180);
    }
    tellRange();
}

void InstanceList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (std::exchange(m_watching, false))
        m_context.console.live.unwatchList();
    watchRows(0, -1);
    m_ticks.stop();
}

bool InstanceList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        tellRange();
    } else if (event->type() == QEvent::Paint && m_awaitingPaint && m_model->instanceAt(0)) {
        m_awaitingPaint = false;
        // Once this paint is through.
        QTimer::singleShot(0, this, &InstanceList::rowsPainted);
    }
    return QWidget::eventFilter(watched, event);
}

void InstanceList::tellRange()
{
    const int height = m_view->viewport()->height();
    const int first = qMax(0, m_view->rowAt(0));
    int last = m_view->rowAt(height - 1);
    if (last < 0)
        last = first + height / qMax(1, m_view->verticalHeader()->defaultSectionSize());
    m_model->showRange(first, last);
    watchRows(first, last);
}

/// An instance that fails does not move the feed's watermark: the feed has to know which ones are looked at.
void InstanceList::watchRows(int first, int last)
{
    QStringList open;
    for (int row = first; m_watching && row <= last; ++row) {
        const WorkflowInstance *instance = m_model->instanceAt(row);
        if (instance && !instance->isSettled())
            open << instance->id;
    }
    if (open == m_openRows)
        return;
    m_openRows = open;
    m_context.console.live.watchRows(this, open);
}

void InstanceList::showPhase()
{
    switch (m_model->phase()) {
    case InstanceListModel::Phase::Idle:
        break;
    case InstanceListModel::Phase::Loading:
        m_states->showLoading(tr("Reading instances…"));
        break;
    case InstanceListModel::Phase::Failed:
        m_states->showError(m_model->error(), [this] { m_model->refresh(); });
        break;
    case InstanceListModel::Phase::Ready:
        if (m_model->rowCount() == 0)
            m_states->showEmpty(u"instance"_s, m_empty.title.isEmpty() ? tr("No instances") : m_empty.title,
                                m_empty.hint, m_empty.actionText, m_empty.action);
        else
            m_states->showContent();
        break;
    }
}

/// New rows above what is shown push it down: scroll with them, so that the eye keeps its place. At the very top the
/// new ones shall be seen.
void InstanceList::rowsInserted(int first, int last)
{
    QScrollBar *bar = m_view->verticalScrollBar();
    const int height = m_view->verticalHeader()->defaultSectionSize();
    if (bar->value() == 0 || first * height > bar->value())
        return;
    const int wanted = bar->value() + (last - first + 1) * height;
    m_view->updateGeometry();
    bar->setMaximum(qMax(bar->maximum(), wanted)); // the view corrects it with its next layout
    bar->setValue(wanted);
}

void InstanceList::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const WorkflowInstance *instance = m_model->instanceAt(index.row());
    if (!instance)
        return;
    const QString id = instance->id;
    const Location workflow{u"workflow"_s, instance->workflowId, instance->version};
    menu->addAction(themedIcon(u"instance"_s), tr("Open"), this, [this, id] { Q_EMIT opened(id); });
    menu->addAction(themedIcon(u"workflow"_s), tr("Open its workflow"), this,
                    [this, workflow] { m_context.navigator.open(workflow); });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy id"), this, [id] { QGuiApplication::clipboard()->setText(id); });
}

void InstanceList::updateSortIndicator()
{
    const auto order = m_model->query().order;
    m_view->horizontalHeader()->setSortIndicator(static_cast<int>(columnOf(order)), directionOf(order));
}

} // namespace podium
