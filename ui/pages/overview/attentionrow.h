// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/location.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace podium {

/// What a row says, and what opens.
struct RowContent
{
    QString key; ///< what it is about: the same over all updates
    QString icon;
    Tone tone = Tone::Neutral;
    QString title;
    QString detail;
    QString note; ///< second-rank, at the right
    QString number;
    QString unit;  ///< below the number: "failed"
    QString badge; ///< in place of the unit: "3 new"
    QList<qint64> steps;
    QStringList stepNames; ///< "14:00–15:00", one per step
    QString stepUnit;      ///< with %1 for the number: "%1 failed"
    QString spoken;        ///< all of it in a sentence
    Location target;
    QList<Location> stepTargets; ///< one per step

    bool operator==(const RowContent &) const = default;
};

/// A number with what it counts and its course, as one line of a list; opens the list behind it. Left and Right walk
/// through the bars of the course: Enter opens what is behind the one that is chosen, Escape leaves them.
class AttentionRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AttentionRow(QWidget *parent = nullptr);

    void setContent(const RowContent &content);
    const RowContent &content() const { return m_content; }
    /// What it is about went away while the user was at the list: it stays, dimmed, until they are done.
    void setGone(bool gone);
    bool isGone() const { return m_gone; }
    qsizetype chosenStep() const { return m_step; } ///< -1 for none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const podium::Location &location);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont numberFont() const;
    QRect barsArea() const;
    int lineTop() const;
    int textRight() const;
    QString stepText(qsizetype step) const;
    void chooseStep(qsizetype step);
    void openChosen();
    void paintGround(QPainter &painter) const;
    void paintText(QPainter &painter) const;
    void paintNumber(QPainter &painter) const;
    void paintBadge(QPainter &painter, const QRect &place) const;
    void updateName();

    RowContent m_content;
    qsizetype m_step = -1;
    bool m_gone = false;
};

} // namespace podium
