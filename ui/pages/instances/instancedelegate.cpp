// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancedelegate.h"

#include "models/domain/workflowdefinition.h"
#include "models/items/itemroles.h"
#include "ui/widgets/jobtones.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/statebadge.h"

#include <QApplication>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

static_assert(int(ItemColumnKeyRole) == int(ColumnKeyRole) && int(ItemExportRole) == int(ExportRole),
              "the models answer the roles that ListView asks for");

namespace {

struct Pill
{
    Tone tone;
    QString icon;
};

Pill pillOf(Availability::State state)
{
    switch (state) {
    case Availability::State::Available:
        return {Tone::Success, u"check"_s};
    case Availability::State::Unavailable:
        return {Tone::Warning, u"warning"_s};
    case Availability::State::Unknown:
    case Availability::State::Checking:
        break;
    }
    return {Tone::Neutral, u"clock"_s};
}

} // namespace

bool InstanceDelegate::paintPill(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Pill pill{Tone::Neutral, {}};
    const QVariant state = index.column() == m_stateColumn ? index.data(StateRole) : QVariant();
    const QVariant availability = index.data(AvailabilityRole);
    const QVariant job = index.column() == m_stateColumn ? index.data(JobStatusRole) : QVariant();
    if (state.isValid()) {
        const auto value = static_cast<InstanceState>(state.toInt());
        pill = {toneOf(value), iconOf(value)};
    } else if (availability.isValid()) {
        const auto value = static_cast<Availability::State>(availability.toInt());
        if (value == Availability::State::Unknown)
            return false;
        pill = pillOf(value);
    } else if (job.isValid()) {
        const auto value = static_cast<JobStatus>(job.toInt());
        pill = {toneOf(value), iconOf(value)};
        if (index.data(JobOverdueRole).toBool())
            pill = {Tone::Warning, u"warning"_s};
    } else {
        return false;
    }
    const QRect cell = option.rect.adjusted(space::s, 0, -space::s, 0);
    paintBadge(painter, cell, option.palette, option.font, pill.tone, pill.icon, index.data().toString());
    return true;
}

void InstanceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant loaded = index.data(LoadedRole);
    const bool onItsWay = loaded.isValid() && !loaded.toBool();
    const bool pill = index.column() == m_stateColumn || index.data(AvailabilityRole).isValid();
    if (!onItsWay && !pill)
        return QStyledItemDelegate::paint(painter, option, index);

    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    if (onItsWay) {
        const int height = option.fontMetrics.xHeight();
        const int width = qMin(option.rect.width() - 3 * space::s, 60 + (index.row() * 37 + index.column() * 53) % 60);
        QColor color = option.palette.color(QPalette::Text);
        color.setAlphaF(0.08f);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        const QRectF bar(option.rect.x() + space::s, option.rect.center().y() - height / 2.0, width, height);
        painter->drawRoundedRect(bar, height / 2.0, height / 2.0);
        painter->restore();
    } else if (!paintPill(painter, option, index)) {
        background.text = text;
        style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    }
}

} // namespace podium
