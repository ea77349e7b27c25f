// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/viewtexts.h"

#include "models/core/clock.h"
#include "ui/widgets/displaysettings.h"

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>

namespace podium {

ItemTexts viewTexts(const DisplaySettings &display, const Clock &clock)
{
    return {[&display, &clock](const QDateTime &utc) { return timeText(utc, display.timeStyle(), clock.now()); },
            [](qint64 ms) { return durationText(ms); }};
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    label->setText(text);
    return label;
}

QLabel *captionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    setMuted(label);
    return label;
}

QTabWidget *detailTabs(const QString &accessibleName, QWidget *parent)
{
    auto *tabs = new QTabWidget(parent);
    tabs->setDocumentMode(true);
    tabs->setUsesScrollButtons(true);
    tabs->setElideMode(Qt::ElideNone);
    tabs->setAccessibleName(accessibleName);
    tabs->tabBar()->setAccessibleName(accessibleName);
    tabs->tabBar()->setDrawBase(false);
    return tabs;
}

} // namespace podium
