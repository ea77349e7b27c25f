// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphreplaybar.h"

#include "ui/graph/replayslider.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestWait = 1000; ///< ms that playing stays at one moment
constexpr qint64 kMomentWait = 600;   ///< ms for a moment, where each takes as long
constexpr qint64 kFrame = 33;         ///< ms; what happens within one is shown at once

} // namespace

GraphReplayBar::GraphReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_timeText([](const QDateTime &utc) { return timeText(utc, TimeStyle::Local, utc); })
    , m_slider(new ReplaySlider)
{
    setAccessibleName(tr("Replay of the run"));
    setFocusProxy(m_slider);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::xs, space::m, space::s);
    column->setSpacing(0);
    column->addWidget(m_slider);
    column->addWidget(makeControls());
    m_slider->setTextOf([this](int stop) { return textOf(stop); });
    connect(m_slider, &QAbstractSlider::valueChanged, this, [this](int stop) {
        pause();
        goTo(stop);
    });
    connect(m_slider, &QAbstractSlider::sliderReleased, this, [this] {
        if (std::exchange(m_spanWaits, false))
            applySpan();
    });
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, [this] {
        goTo(m_target);
        planNext();
    });
    updateTexts();
}

QWidget *GraphReplayBar::makeControls()
{
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_back = addButton(controls, u"step-back"_s, tr("To the moment before (Left)"));
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    m_play = addButton(controls, u"run"_s, {});
    connect(m_play, &QToolButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
    m_forward = addButton(controls, u"step-forward"_s, tr("To the next moment (Right)"));
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    m_speed = new QComboBox;
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it plays. No wait takes longer than a second."));
    m_speed->addItem(tr("Steps", "speed of a replay: one moment after the other"), int(Speed::Moments));
    for (const Speed speed : {Speed::Real, Speed::Tenfold, Speed::Sixtyfold})
        m_speed->addItem(tr("%1×", "speed of a replay").arg(int(speed)), int(speed));
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (isPlaying())
            planNext();
    });
    row->addSpacing(space::xs);
    row->addWidget(m_speed);
    row->addSpacing(space::s);
    m_clock = new QLabel;
    m_clock->setTextFormat(Qt::PlainText);
    m_clock->setFont(strongFont(m_clock->font()));
    m_clock->setAccessibleName(tr("Time shown"));
    row->addWidget(m_clock);
    row->addSpacing(space::xs);
    m_offset = new QLabel;
    m_offset->setTextFormat(Qt::PlainText);
    m_offset->setAccessibleName(tr("Since the start"));
    setMuted(m_offset);
    row->addWidget(m_offset);
    row->addStretch(1);
    m_now = new QPushButton(themedIcon(u"live"_s), tr("Now"));
    m_now->setToolTip(tr("Back to the run as it is now"));
    connect(m_now, &QPushButton::clicked, this, &GraphReplayBar::goLive);
    row->addWidget(m_now);
    row->addSpacing(space::xs);
    m_close = addButton(controls, u"close"_s, tr("Leave the replay (Esc)"));
    connect(m_close, &QToolButton::clicked, this, &GraphReplayBar::closeRequested);
    return controls;
}

QToolButton *GraphReplayBar::addButton(QWidget *row, const QString &icon, const QString &text)
{
    QToolButton *button = iconButton(icon, text, row);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the slider
    row->layout()->addWidget(button);
    return button;
}

// ---- time ----

void GraphReplayBar::setSpan(const ReplaySpan &span)
{
    m_span = span;
    if (m_slider->isSliderDown())
        m_spanWaits = true; // nothing moves away under the mouse
    else
        applySpan();
}

void GraphReplayBar::applySpan()
{
    const ReplayScale scale(m_span);
    m_slider->setScale(scale, m_time.isValid() ? scale.stopAt(m_time) : scale.last());
    if (scale.count() == 0)
        goLive();
    else if (isPlaying())
        planNext();
    updateTexts();
}

void GraphReplayBar::goTo(int stop)
{
    const QDateTime time = m_slider->scale().stops().value(stop);
    if (!time.isValid() || time == m_time)
        return;
    m_time = time;
    m_slider->setLive(false);
    m_slider->setStop(stop);
    updateTexts();
    Q_EMIT timeChanged(m_time);
}

void GraphReplayBar::showAt(const QDateTime &time)
{
    pause();
    goTo(m_slider->scale().stopAt(time));
}

void GraphReplayBar::goLive()
{
    pause();
    m_slider->setStop(m_slider->scale().last());
    m_slider->setLive(true);
    if (!m_time.isValid())
        return;
    const bool hadFocus = m_now->hasFocus();
    m_time = {};
    updateTexts();
    if (hadFocus)
        m_slider->setFocus(); // the button is of no use now
    Q_EMIT timeChanged(m_time);
}

void GraphReplayBar::step(int by)
{
    pause();
    goTo(qBound(0, m_slider->value() + by, m_slider->scale().last()));
}

// ---- playing ----

GraphReplayBar::Speed GraphReplayBar::speed() const
{
    return Speed(m_speed->currentData().toInt());
}

void GraphReplayBar::setSpeed(Speed speed)
{
    if (const int index = m_speed->findData(int(speed)); index >= 0)
        m_speed->setCurrentIndex(index);
}

qint64 GraphReplayBar::waitAt(const ReplayScale &scale, int stop, Speed speed)
{
    if (speed == Speed::Moments)
        return kMomentWait;
    return qMin(scale.gap(stop + 1) / int(speed), kLongestWait);
}

void GraphReplayBar::play()
{
    if (m_slider->scale().count() < 2)
        return;
    if (!m_time.isValid() || m_slider->value() >= m_slider->scale().last())
        goTo(0); // from the start again
    planNext();
}

void GraphReplayBar::planNext()
{
    const ReplayScale &scale = m_slider->scale();
    m_target = m_slider->value();
    qint64 wait = 0;
    while (m_target < scale.last() && wait < kFrame)
        wait += waitAt(scale, m_target++, speed());
    if (m_target == m_slider->value())
        m_next.stop();
    else
        m_next.start(int(wait));
    showPlaying();
}

void GraphReplayBar::pause()
{
    m_next.stop();
    showPlaying();
}

void GraphReplayBar::showPlaying()
{
    const QString name = isPlaying() ? tr("Pause (Space)") : tr("Play (Space)");
    m_play->setIcon(themedIcon(isPlaying() ? u"pause"_s : u"run"_s));
    m_play->setToolTip(name);
    m_play->setAccessibleName(name);
}

// ---- texts ----

void GraphReplayBar::setTimeText(std::function<QString(const QDateTime &)> text)
{
    m_timeText = std::move(text);
    updateTexts();
}

QString GraphReplayBar::textOf(int stop) const
{
    const ReplayScale &scale = m_slider->scale();
    const QDateTime time = scale.stops().value(stop);
    if (!time.isValid())
        return {};
    QStringList parts{m_timeText(time), tr("%1 after the start").arg(durationText(scale.begin().msecsTo(time))),
                      tr("moment %1 of %n", nullptr, scale.count()).arg(stop + 1)};
    if (scale.isShortened(stop))
        parts << tr("after a wait of %1").arg(durationText(scale.gap(stop)));
    return parts.join(u" \u00B7 "_s);
}

void GraphReplayBar::updateTexts()
{
    const ReplayScale &scale = m_slider->scale();
    const int stop = m_slider->value();
    const bool past = m_time.isValid();
    const bool some = scale.count() > 0;
    m_clock->setText(past ? m_timeText(m_time) : tr("Now"));
    m_clock->setToolTip(timeToolTip(m_time));
    m_offset->setText(!some  ? QString()
                      : past ? tr("+%1", "since the start").arg(durationText(scale.begin().msecsTo(m_time)))
                             : tr("%n moment(s)", nullptr, scale.count()));
    m_slider->setEnabled(scale.count() > 1);
    m_slider->setAccessibleDescription(past ? textOf(stop) : tr("The run as it is now"));
    m_back->setEnabled(some && stop > 0);
    m_forward->setEnabled(past && stop < scale.last());
    m_play->setEnabled(scale.count() > 1);
    m_speed->setEnabled(scale.count() > 1);
    m_now->setEnabled(past);
    m_now->setToolTip(past ? tr("Back to the run as it is now") : tr("This is the run as it is now"));
    fitTexts();
    showPlaying();
}

// Where there is no room for both, the time; where there is none for that either, the time since the start: the graph
// itself says the other one.
void GraphReplayBar::fitTexts()
{
    int room = width() - 2 * space::m - 4 * space::xs - space::s - 12; // less what lies between the parts
    for (const QWidget *part :
         {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_play), static_cast<QWidget *>(m_forward),
          static_cast<QWidget *>(m_speed), static_cast<QWidget *>(m_now), static_cast<QWidget *>(m_close)})
        room -= part->sizeHint().width();
    const int clock = m_clock->sizeHint().width();
    const bool clockFits = !m_time.isValid() || clock <= room;
    m_clock->setVisible(clockFits);
    m_offset->setVisible(!clockFits || clock + m_offset->sizeHint().width() <= room);
}

// ---- events ----

void GraphReplayBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return Q_EMIT closeRequested();
    case Qt::Key_Space:
        if (m_play->isEnabled())
            isPlaying() ? pause() : play();
        return;
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return m_forward->isEnabled() ? step(1) : void();
    case Qt::Key_Home:
        return step(-m_slider->scale().count());
    case Qt::Key_End:
        return m_time.isValid() ? step(m_slider->scale().count()) : void();
    default:
        QWidget::keyPressEvent(event);
    }
}

// A replay nobody sees does not play on.
void GraphReplayBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    pause();
}

void GraphReplayBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

void GraphReplayBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(QRect(0, 0, width(), 1), lineColor(palette()));
}

} // namespace podium
