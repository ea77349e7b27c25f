// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/pagedlist.h"

#include "ui/widgets/stateview.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace podium {

using namespace std::chrono_literals;

PagedList::PagedList(PagedModel *model, const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_texts(texts)
    , m_view(new ListView)
    , m_states(new StateView(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_view);
    m_view->setAccessibleName(texts.name);
    m_view->setModel(model);
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, [this] { tick(); });
}

void PagedList::start()
{
    connect(m_model, &PagedModel::phaseChanged, this, &PagedList::showPhase);
    connect(m_model, &PagedModel::countChanged, this, &PagedList::showPhase);
    connect(m_model, &PagedModel::rowsArrived, this, &PagedList::tellRange);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PagedList::tellRange, Qt::QueuedConnection);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &PagedList::tellRange);
    m_view->viewport()->installEventFilter(this);
}

void PagedList::setEmpty(const Empty &empty)
{
    m_empty = empty;
    showPhase();
}

void PagedList::refresh()
{
    m_model->refresh();
}

void PagedList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_watching, true))
        watch(true);
    m_ticks.start();
    tellRange();
}

void PagedList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (std::exchange(m_watching, false))
        watch(false);
    m_ticks.stop();
}

bool PagedList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        tellRange();
    } else if (event->type() == QEvent::Paint && m_awaitingPaint && m_model->hasRow(0)) {
        m_awaitingPaint = false;
        // Once this paint is through.
        QTimer::singleShot(0, this, &PagedList::rowsPainted);
    }
    return QWidget::eventFilter(watched, event);
}

void PagedList::tellRange()
{
    const int height = m_view->viewport()->height();
    const int first = qMax(0, m_view->rowAt(0));
    int last = m_view->rowAt(height - 1);
    if (last < 0)
        last = first + height / qMax(1, m_view->verticalHeader()->defaultSectionSize());
    rangeShown(first, last);
}

void PagedList::showPhase()
{
    switch (m_model->phase()) {
    case PagedModel::Phase::Idle:
        break;
    case PagedModel::Phase::Loading:
        m_states->showLoading(m_texts.loading);
        break;
    case PagedModel::Phase::Failed:
        m_states->showError(m_model->error(), [this] { m_model->refresh(); });
        break;
    case PagedModel::Phase::Ready:
        if (m_model->rowCount() == 0)
            m_states->showEmpty(m_texts.icon, m_empty.title.isEmpty() ? m_texts.none : m_empty.title, m_empty.hint,
                                m_empty.actionText, m_empty.action);
        else
            m_states->showContent();
        break;
    }
}

/// New rows above what is shown push it down: scroll with them, so that the eye keeps its place. At the very top the
/// new ones shall be seen.
void PagedList::rowsInserted(int first, int last)
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

} // namespace podium
