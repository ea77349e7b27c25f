// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/rescheduledialog.h"

#include "ui/widgets/chiprow.h"
#include "ui/widgets/theme.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array kSteps{0, 60, 5 * 60, 15 * 60, 3600}; ///< s from now; then comes tomorrow
constexpr int kMostYears = 10;                             ///< further away it is a slip of the hand

QLabel *plain(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

} // namespace

RescheduleDialog::RescheduleDialog(const QList<Job> &jobs, const QString &about, TimeStyle style, const Clock &clock,
                                   QWidget *parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_style(style)
    , m_count(static_cast<int>(jobs.size()))
    , m_outcome(plain({}))
{
    const QString title = m_count == 1 ? tr("Reschedule this job") : tr("Reschedule %n job(s)", nullptr, m_count);
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::s);
    QLabel *heading = plain(title);
    heading->setFont(titleFont(font()));
    layout->addWidget(heading);
    layout->addWidget(plain(about));
    const QDateTime due = m_count == 1 ? jobs.constFirst().expirationTime : QDateTime();
    if (due.isValid()) {
        QLabel *now = plain(tr("Due %1").arg(timeText(due, style, clock.now())));
        setMuted(now);
        layout->addWidget(now);
    }
    layout->addSpacing(space::s);
    layout->addWidget(makeChoices());
    layout->addWidget(makePicker(due > clock.now() ? due : clock.now().addSecs(kSteps.at(3))));
    m_outcome->setMinimumHeight(2 * fontMetrics().height()); // nothing moves when it takes two lines
    m_outcome->setAlignment(Qt::AlignTop);
    layout->addWidget(m_outcome);

    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("Reschedule"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setButtonTone(m_accept, Tone::Info);
    m_accept->setDefault(true);
    layout->addSpacing(space::s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Time goes on while the dialog is open.
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, &RescheduleDialog::tell);
    m_ticks.start();
    m_picker->setFocus();
    tell();
}

QWidget *RescheduleDialog::makeChoices()
{
    m_choices = new ChipRow(tr("From now"), ChipRow::Choice::AtMostOne);
    for (const QString &name : {tr("Now"), tr("In 1 min"), tr("In 5 min"), tr("In 15 min"), tr("In 1 h")})
        m_choices->addChip(name, {}, Tone::Neutral);
    m_choices->addChip(tr("Tomorrow, same time"), {}, Tone::Neutral);
    connect(m_choices, &ChipRow::changed, this, &RescheduleDialog::choose);
    return m_choices;
}

QWidget *RescheduleDialog::makePicker(const QDateTime &first)
{
    m_picker = new QDateTimeEdit;
    m_picker->setTimeSpec(m_style == TimeStyle::Utc ? Qt::UTC : Qt::LocalTime);
    m_picker->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_picker->setCalendarPopup(true);
    m_picker->setDateTime(m_style == TimeStyle::Utc ? first.toUTC() : first.toLocalTime());
    m_picker->setMinimumWidth(190);
    m_zone = plain({});
    setMuted(m_zone);
    auto *label = new QLabel(tr("&Fires at"));
    label->setBuddy(m_picker);
    connect(m_picker, &QDateTimeEdit::dateTimeChanged, this, &RescheduleDialog::pickedByHand);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(label);
    layout->addWidget(m_picker);
    layout->addWidget(m_zone, 1);
    return row;
}

/// Of the time that is picked: in summer it is another one.
QString RescheduleDialog::zoneText() const
{
    if (m_style == TimeStyle::Utc)
        return tr("UTC");
    const QDateTime picked = m_picker->dateTime();
    const int offset = picked.offsetFromUtc() / 60;
    const QString shift = u"UTC%1%2:%3"_s.arg(offset < 0 ? u"−"_s : u"+"_s)
                              .arg(qAbs(offset) / 60, 2, 10, QLatin1Char('0'))
                              .arg(qAbs(offset) % 60, 2, 10, QLatin1Char('0'));
    return tr("%1 (%2)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId()), shift);
}

QDateTime RescheduleDialog::chosenStep(int index) const
{
    const QDateTime now = m_clock.now();
    if (index < static_cast<int>(kSteps.size()))
        return now.addSecs(kSteps.at(static_cast<std::size_t>(index)));
    // By the calendar: a day with a change of the clock has 23 or 25 hours.
    return m_style == TimeStyle::Utc ? now.addDays(1) : now.toLocalTime().addDays(1).toUTC();
}

QDateTime RescheduleDialog::when() const
{
    const QList<int> chosen = m_choices->checked();
    return chosen.isEmpty() ? m_picker->dateTime().toUTC() : chosenStep(chosen.constFirst());
}

bool RescheduleDialog::isAtOnce() const
{
    return when() <= m_clock.now();
}

void RescheduleDialog::choose()
{
    const QList<int> chosen = m_choices->checked();
    if (!chosen.isEmpty()) {
        const QSignalBlocker quiet(m_picker);
        const QDateTime step = chosenStep(chosen.constFirst());
        m_picker->setDateTime(m_style == TimeStyle::Utc ? step.toUTC() : step.toLocalTime());
    }
    tell();
}

void RescheduleDialog::pickedByHand()
{
    m_choices->setChecked({});
    tell();
}

void RescheduleDialog::tell()
{
    m_zone->setText(zoneText());
    m_picker->setAccessibleName(tr("Fires at, %1").arg(m_zone->text()));
    const QDateTime time = when();
    const QDateTime now = m_clock.now();
    const bool tooFar = time > now.addYears(kMostYears);
    QString text;
    if (tooFar)
        text = tr("This is more than %n year(s) away: pick an earlier time.", nullptr, kMostYears);
    else if (time <= now)
        text = m_count == 1 ? tr("This time has come already: the job fires at once.")
                            : tr("This time has come already: the jobs fire at once.");
    else
        text = m_count == 1 ? tr("It fires in %1.").arg(durationText(now.msecsTo(time)))
                            : tr("All of them fire in %1.").arg(durationText(now.msecsTo(time)));
    m_outcome->setText(text);
    m_accept->setEnabled(!tooFar);
    m_accept->setToolTip(tooFar ? text : QString());
    m_accept->setAccessibleDescription(text);
}

} // namespace podium
