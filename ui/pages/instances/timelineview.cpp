// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/timelineview.h"

#include "models/items/itemroles.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/timetext.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(TimelineRow::Status status)
{
    switch (status) {
    case TimelineRow::Status::Running:
        return Tone::Info;
    case TimelineRow::Status::Waiting:
        return Tone::Warning;
    case TimelineRow::Status::Done:
        return Tone::Success;
    case TimelineRow::Status::Failed:
        return Tone::Danger;
    case TimelineRow::Status::Stopped:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(TimelineRow::Status status)
{
    switch (status) {
    case TimelineRow::Status::Running:
        return u"run"_s;
    case TimelineRow::Status::Waiting:
        return u"clock"_s;
    case TimelineRow::Status::Done:
        return u"check"_s;
    case TimelineRow::Status::Failed:
        return u"error"_s;
    case TimelineRow::Status::Stopped:
        break;
    }
    return u"remove"_s;
}

} // namespace

TimelineDelegate::TimelineDelegate(const NodeTimelineModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != NodeTimelineModel::BarColumn && index.column() != NodeTimelineModel::NodeColumn)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.column() == NodeTimelineModel::BarColumn)
        paintBar(painter, option, m_model.rowAt(index.row()));
    else
        paintNode(painter, option, index);
    painter->restore();
}

void TimelineDelegate::paintNode(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int kIcon = 14;
    const TimelineRow &row = m_model.rowAt(index.row());
    QRect rect = option.rect.adjusted(space::s, 0, -space::s, 0);
    const QRect icon(rect.x(), rect.center().y() - kIcon / 2, kIcon, kIcon);
    paintIcon(painter, icon, iconOf(row.status), toneColor(toneOf(row.status), option.palette));
    rect.setLeft(icon.right() + space::s);
    const QFontMetrics metrics(option.font);
    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    const QString subtitle = index.data(NodeTimelineModel::SubtitleRole).toString();
    rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + space::s);
    if (subtitle.isEmpty() || rect.width() < 40)
        return;
    painter->setPen(mutedColor(option.palette));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(subtitle, Qt::ElideRight, rect.width()));
}

void TimelineDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, const TimelineRow &row) const
{
    const QRectF area = option.rect.adjusted(space::s, 0, -space::s, 0);
    painter->setPen(QPen(lineColor(option.palette), 1));
    painter->drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    if (!row.timed)
        return;
    constexpr double kHeight = 10;
    constexpr double kLeast = 3; // a node of no time is still there
    const double scale = m_model.span() > 0 ? area.width() / double(m_model.span()) : 0;
    const double width = qMax(kLeast, double(row.to - row.from) * scale);
    const double left = qMin(area.left() + double(row.from) * scale, area.right() - width);
    const QRectF bar(left, area.center().y() - kHeight / 2, width, kHeight);
    QColor color = toneColor(toneOf(row.status), option.palette);
    painter->setPen(Qt::NoPen);
    if (row.waits) {
        // Waiting is not work: an outline with hatching.
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawRoundedRect(bar, 3, 3);
        painter->setPen(QPen(color, 1));
        painter->setBrush(QBrush(color, Qt::BDiagPattern));
        painter->drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        return;
    }
    painter->setBrush(color);
    painter->drawRoundedRect(bar, 3, 3);
}

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
    , m_model(new NodeTimelineModel(this))
    , m_view(new ListView)
    , m_states(new StateView(m_view))
    , m_summary(captionLabel({}))
    , m_internal(new QCheckBox(tr("Show internal nodes")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::m, space::s, space::m, space::s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addWidget(m_summary, 1);
    m_internal->setToolTip(tr("Nodes that the compiler of the runtime added"));
    bar->addWidget(m_internal);
    layout->addLayout(bar);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_view);

    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Nodes over time"));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setItemDelegate(new TimelineDelegate(*m_model, m_view));
    m_view->setStretchColumn(NodeTimelineModel::BarColumn); // first: the widths are laid out against it
    m_view->setColumn(NodeTimelineModel::NodeColumn, 200);
    m_view->setColumn(NodeTimelineModel::TypeColumn, 120, false);
    m_view->setColumn(NodeTimelineModel::StatusColumn, 90, false);
    m_view->setColumn(NodeTimelineModel::OffsetColumn, 92, false);
    m_view->setColumn(NodeTimelineModel::DurationColumn, 76);
    m_view->setColumn(NodeTimelineModel::BarColumn, 120);
    connect(m_internal, &QCheckBox::toggled, this, [this](bool on) {
        m_model->setShowInternal(on);
        updateSummary();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_selecting && current.isValid())
                    Q_EMIT stateSelected(m_model->rowAt(current.row()).stateName);
            });
    updateSummary();
}

void TimelineView::updateSummary()
{
    const int count = m_model->rowCount();
    if (count == 0) {
        m_summary->clear();
        m_states->showEmpty(u"clock"_s, tr("No node was reached yet"), tr("What the instance does appears here."));
        return;
    }
    m_states->showContent();
    QString text = tr("%n node(s) in %1", nullptr, count).arg(durationText(m_model->span()));
    if (m_model->waitingTime() > 0)
        text += u" · "_s + tr("%1 of it waiting").arg(durationText(m_model->waitingTime()));
    m_summary->setText(text);
}

void TimelineView::selectRow(int row)
{
    m_selecting = true;
    if (row < 0) {
        m_view->clearSelection();
    } else if (m_view->currentIndex().row() != row || !m_view->selectionModel()->hasSelection()) {
        m_view->selectRow(row);
        m_view->scrollTo(m_model->index(row, 0));
    }
    m_selecting = false;
}

void TimelineView::selectState(const QString &stateName)
{
    const QModelIndex current = m_view->currentIndex();
    // Another visit of the same state stays selected.
    if (!stateName.isEmpty() && current.isValid() && m_view->selectionModel()->hasSelection() &&
        m_model->rowAt(current.row()).stateName == stateName)
        return;
    selectRow(m_model->rowOfState(stateName));
}

void TimelineView::selectDefinition(const QString &definitionId)
{
    selectRow(m_model->rowOfDefinition(definitionId));
}

} // namespace podium
