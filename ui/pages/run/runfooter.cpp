// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/runfooter.h"

#include "ui/widgets/busybar.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

void keepPlace(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

} // namespace

RunFooter::RunFooter(QWidget *parent)
    : QWidget(parent)
    , m_busy(new BusyBar(this))
    , m_progress(new QLabel(this))
    , m_cancel(new QPushButton(tr("Stop waiting"), this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(tr("&Next"), this))
    , m_start(new QPushButton(this))
{
    setMuted(m_progress);
    m_back->setToolTip(tr("To the step before (Alt+Page Up)"));
    m_next->setToolTip(tr("To the next step (Alt+Page Down)"));
    // The window has a “Back” of its own, and the line above a “Next”.
    m_back->setAccessibleName(tr("Previous step"));
    m_next->setAccessibleName(tr("Next step"));
    setButtonTone(m_start, Tone::Info);
    keepPlace(m_cancel);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::xl, space::m, space::xl, space::m);
    line->setSpacing(space::s);
    line->addWidget(m_progress, 1);
    for (QWidget *widget : QList<QWidget *>{m_cancel, m_back, m_next, m_start})
        line->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_busy);
    column->addLayout(line);
    connect(m_cancel, &QPushButton::clicked, this, &RunFooter::stopAsked);
    connect(m_back, &QPushButton::clicked, this, &RunFooter::backAsked);
    connect(m_next, &QPushButton::clicked, this, &RunFooter::nextAsked);
    connect(m_start, &QPushButton::clicked, this, &RunFooter::startAsked);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_progress->setText(tr("Starting… %n s. The answer comes when the run first waits or ends.", nullptr,
                               static_cast<int>(m_since.elapsed() / 1000)));
    });
    setStarting(false);
}

void RunFooter::setSteps(Steps steps)
{
    m_steps = steps;
    update();
}

void RunFooter::setReady(bool ready)
{
    m_isReady = ready;
    update();
}

void RunFooter::setStarting(bool starting)
{
    m_busy->setBusy(starting);
    if (starting) {
        m_since.start();
        m_tick.start();
        m_progress->setText(tr("Starting…"));
    } else {
        m_tick.stop();
        m_progress->clear();
    }
    update();
}

void RunFooter::update()
{
    const bool isReview = m_steps == Steps::Review;
    const bool isOnTheWay = m_steps == Steps::First || m_steps == Steps::Between;
    m_cancel->setVisible(isStarting());
    m_back->setVisible(m_steps != Steps::None);
    m_back->setEnabled(m_steps == Steps::Between || isReview);
    m_next->setVisible(m_steps != Steps::None);
    m_next->setEnabled(isOnTheWay);
    m_start->setText(isOnTheWay ? tr("Review") : tr("Start run"));
    m_start->setToolTip(isOnTheWay ? tr("See what will be sent, then start the run (Ctrl+Return)")
                                   : tr("Start the run with this input (Ctrl+Return)"));
    m_start->setEnabled(m_isReady && !isStarting());
}

} // namespace podium
