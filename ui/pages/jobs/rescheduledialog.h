// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"
#include "models/domain/job.h"
#include "ui/widgets/timetext.h"

#include <QDialog>
#include <QList>
#include <QTimer>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace podium {

class ChipRow;

/// Asks when jobs shall fire: a time in the zone that the user reads times in, or a step from now. Does not block; the
/// answer is when() once it is accepted.
class RescheduleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `about` names the jobs, plain text.
    RescheduleDialog(const QList<Job> &jobs, const QString &about, TimeStyle style, const Clock &clock,
                     QWidget *parent = nullptr);

    /// In UTC. A step from now counts from the moment of the question: reading the dialog does not use it up.
    QDateTime when() const;
    bool isAtOnce() const; ///< that time has come already

    QDateTimeEdit *picker() const { return m_picker; }
    ChipRow *choices() const { return m_choices; }

private:
    QWidget *makeChoices();
    QWidget *makePicker(const QDateTime &first);
    QDateTime chosenStep(int index) const;
    void choose();
    void pickedByHand();
    void tell();
    QString zoneText() const;

    const Clock &m_clock;
    TimeStyle m_style;
    int m_count;
    ChipRow *m_choices;
    QDateTimeEdit *m_picker;
    QLabel *m_zone;
    QLabel *m_outcome;
    QPushButton *m_accept;
    QTimer m_ticks;
};

} // namespace podium
