// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusline.h"

#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString secondsText(int ms)
{
    return QLocale().toString(ms / 1000.0, 'f', ms % 1000 == 0 ? 0 : 1);
}

} // namespace

QString liveText(const LiveStatus &status, TimeStyle style, const QDateTime &nowUtc)
{
    switch (status.mode) {
    case LiveStatus::Mode::Idle:
        return StatusLine::tr("Not watching");
    case LiveStatus::Mode::Pushed:
        return StatusLine::tr("Live");
    case LiveStatus::Mode::Polling:
        return StatusLine::tr("Polling every %1 s").arg(secondsText(status.intervalMs));
    case LiveStatus::Mode::Offline:
        break;
    }
    if (!status.lastAnswer.isValid())
        return StatusLine::tr("Offline, no data yet");
    return StatusLine::tr("Offline, data of %1").arg(timeText(status.lastAnswer, style, nowUtc));
}

QString liveExplanation(const LiveStatus &status)
{
    switch (status.mode) {
    case LiveStatus::Mode::Pushed:
        return StatusLine::tr("The server tells changes by itself. Podium also looks every %1 s, to be sure.")
            .arg(secondsText(status.intervalMs));
    case LiveStatus::Mode::Polling:
        return status.reason.isEmpty() ? QString() : StatusLine::tr("Podium asks for changes: %1").arg(status.reason);
    case LiveStatus::Mode::Idle:
    case LiveStatus::Mode::Offline:
        break;
    }
    return status.problem;
}

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_live(new QToolButton(this))
    , m_message(new QLabel(this))
    , m_workButton(new QToolButton(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"StatusLine"_s);
    setAccessibleName(tr("Status"));
    m_live->setAutoRaise(true);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_live->setIconSize({16, 16});
    m_live->hide();
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumWidth(10);
    m_workButton->setAutoRaise(true);
    m_workButton->setToolTip(tr("Background work"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(96);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::s, 1, space::s, 0);
    layout->setSpacing(space::m);
    layout->addWidget(m_live);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_workButton);
    layout->addWidget(m_progress);
    setFixedHeight(32);

    m_fade.setSingleShot(true);
    m_fade.setInterval(6s);
    connect(&m_fade, &QTimer::timeout, m_message, &QLabel::clear);
    // Work that ends at once is not worth a flicker.
    m_workDelay.setSingleShot(true);
    m_workDelay.setInterval(300ms);
    connect(&m_workDelay, &QTimer::timeout, this, &StatusLine::updateWork);
    connect(&m_work, &WorkList::rowsInserted, this, [this] { m_workDelay.start(); });
    connect(&m_work, &WorkList::rowsRemoved, this, &StatusLine::updateWork);
    connect(&m_work, &WorkList::dataChanged, this, [this] {
        if (!m_workDelay.isActive())
            updateWork();
    });
    connect(m_live, &QToolButton::clicked, this, &StatusLine::refreshWanted);
    connect(m_workButton, &QToolButton::clicked, this, &StatusLine::showWorkMenu);
    updateWork();
}

void StatusLine::setLive(const LiveStatus &status, const QString &text)
{
    m_status = status;
    m_live->setVisible(!text.isEmpty());
    m_live->setText(u' ' % text); // room between icon and text
    m_live->setAccessibleName(tr("%1. Refresh now").arg(text));
    const QString explanation = liveExplanation(status);
    m_live->setAccessibleDescription(explanation);
    const QString first = explanation.isEmpty() ? QString() : explanation % u'\n';
    m_live->setToolTip(QString(first % tr("Click to refresh now (F5)")).toHtmlEscaped());
    updateIcon();
}

void StatusLine::showMessage(const QString &text)
{
    m_message->setText(text);
    m_fade.start();
}

QString StatusLine::message() const
{
    return m_message->text();
}

void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void StatusLine::updateIcon()
{
    switch (m_status.mode) {
    case LiveStatus::Mode::Offline:
        return m_live->setIcon(themedIcon(u"offline"_s, Tone::Warning));
    case LiveStatus::Mode::Idle:
        return m_live->setIcon(themedIcon(u"pause"_s, Tone::Neutral));
    case LiveStatus::Mode::Polling:
    case LiveStatus::Mode::Pushed:
        break;
    }
    m_live->setIcon(themedIcon(u"live"_s, Tone::Success));
}

void StatusLine::updateWork()
{
    const int count = m_work.rowCount();
    m_workButton->setVisible(count > 0);
    m_progress->setVisible(count > 0);
    if (count == 0)
        return;
    const QModelIndex first = m_work.index(0);
    QString text = count == 1 ? first.data().toString() : tr("%n task(s) running", nullptr, count);
    if (count == 1 && first.data(WorkList::PausedRole).toBool())
        text = tr("Paused: %1").arg(text);
    m_workButton->setText(text);
    m_workButton->setAccessibleName(text);
    const int total = first.data(WorkList::TotalRole).toInt();
    m_progress->setRange(0, count == 1 ? total : 0);
    m_progress->setValue(first.data(WorkList::DoneRole).toInt());
    m_progress->setAccessibleName(text);
}

void StatusLine::showWorkMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int row = 0; row < m_work.rowCount(); ++row) {
        const QPersistentModelIndex index = m_work.index(row);
        if (index.data(WorkList::ShowableRole).toBool())
            menu->addAction(themedIcon(u"eye"_s), tr("Show: %1").arg(index.data().toString()), this,
                            [this, index] { m_work.show(index.row()); });
        if (index.data(WorkList::PausableRole).toBool()) {
            const bool isPaused = index.data(WorkList::PausedRole).toBool();
            const QString text = isPaused ? tr("Resume: %1") : tr("Pause: %1");
            menu->addAction(themedIcon(isPaused ? u"run"_s : u"pause"_s), text.arg(index.data().toString()), this,
                            [this, index] { m_work.togglePause(index.row()); });
        }
        QAction *action = menu->addAction(themedIcon(u"close"_s), tr("Cancel: %1").arg(index.data().toString()));
        action->setEnabled(index.data(WorkList::CancellableRole).toBool());
        connect(action, &QAction::triggered, this, [this, index] { m_work.cancel(index.row()); });
    }
    menu->popup(m_workButton->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace podium
