// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/stepbar.h"

#include "ui/widgets/icons.h"

#include <QEvent>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kItemHeight = 30;
constexpr int kMostTitleWidth = 220;
constexpr int kIconSize = 16;
constexpr int kAroundTitle = kIconSize + 44; ///< icon and paddings

} // namespace

StepBar::StepBar(QWidget *parent)
    : QListWidget(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setSpacing(1);
    setIconSize({kIconSize, kIconSize});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps"));
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isSetting && row >= 0)
            Q_EMIT stepAsked(row);
    });
}

void StepBar::setSteps(const QList<Step> &steps)
{
    if (m_steps == steps)
        return;
    m_isSetting = true;
    const bool isOther = m_steps.size() != steps.size();
    m_steps = steps;
    while (count() > steps.size())
        delete takeItem(count() - 1);
    while (count() < steps.size())
        addItem(QString());
    for (int i = 0; i < count(); ++i)
        fill(i);
    m_isSetting = false;
    if (isOther)
        fit();
}

/// The state is told by an icon and, to who hears it, by words.
void StepBar::fill(int index)
{
    const Step &step = m_steps.at(index);
    QListWidgetItem *one = item(index);
    QIcon icon = themedIcon(u"more"_s);
    QString state = tr("not filled in yet");
    if (step.isReview) {
        icon = themedIcon(u"eye"_s);
        state.clear();
    } else if (step.wrong > 0) {
        icon = themedIcon(u"error"_s, Tone::Danger);
        state = tr("%n fields need attention", nullptr, step.wrong);
    } else if (step.open == 0) {
        icon = themedIcon(u"check"_s, Tone::Success);
        state = tr("complete");
    } else {
        state = tr("%n fields are still to be filled in", nullptr, step.open);
    }
    const QString where = tr("Step %1 of %2: %3").arg(index + 1).arg(m_steps.size()).arg(step.title);
    const QString all = state.isEmpty() ? where : tr("%1, %2").arg(where, state);
    const QString shown = step.isReview ? step.title : tr("%1. %2").arg(index + 1).arg(step.title);
    one->setIcon(icon);
    one->setText(shown);
    one->setToolTip(all.toHtmlEscaped());
    one->setData(Qt::AccessibleTextRole, all);
    const int width = qMin(fontMetrics().horizontalAdvance(shown), kMostTitleWidth) + kAroundTitle;
    one->setSizeHint({width, kItemHeight});
}

void StepBar::setCurrent(int step)
{
    m_isSetting = true;
    setCurrentRow(step);
    m_isSetting = false;
}

QSize StepBar::sizeHint() const
{
    int line = 0;
    int lines = 1;
    const int room = qMax(width(), kMostTitleWidth);
    for (int i = 0; i < count(); ++i) {
        const int wide = item(i)->sizeHint().width() + 2 * spacing();
        if (line > 0 && line + wide > room) {
            ++lines;
            line = 0;
        }
        line += wide;
    }
    return {room, lines * (kItemHeight + 2 * spacing()) + 2 * spacing() + 2 * frameWidth()};
}

void StepBar::fit()
{
    setFixedHeight(sizeHint().height());
}

void StepBar::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    fit();
}

void StepBar::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        for (int i = 0; i < count(); ++i)
            fill(i);
        fit();
    }
}

} // namespace podium
