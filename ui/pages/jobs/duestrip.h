// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/pages/jobs/duebuckets.h"
#include "ui/pages/page.h"

#include <QAbstractButton>
#include <QTimer>

class QLabel;
class QToolButton;

namespace podium {

/// A block of the strip: a bar with its number, or a box for what is late and what comes later.
class DueBlock : public QAbstractButton
{
    Q_OBJECT
public:
    explicit DueBlock(QWidget *parent = nullptr);

    /// `highest` of all bars gives the scale; a negative count is not known.
    void setBucket(const DueBucket &bucket, qint64 count, qint64 highest, bool atLeast);
    const DueBucket &bucket() const { return m_bucket; }
    qint64 count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintBar(QPainter &painter) const;
    void paintBox(QPainter &painter) const;
    QColor tint() const;
    QFont numberFont() const;

    DueBucket m_bucket;
    qint64 m_count = -1;
    qint64 m_highest = 0;
    bool m_atLeast = false;
};

/// When the waiting jobs fire: what is late, the hours of a day or the days of a week, what comes later. Its blocks are
/// switches, of which one at most is on; arrow keys move between them.
class DueStrip : public QWidget
{
    Q_OBJECT
public:
    explicit DueStrip(const PageContext &context, QWidget *parent = nullptr);

    /// Only jobs of this workflow; "" for all. Reads when shown.
    void setWorkflow(const QString &id);
    void refresh();
    void refreshSoon();
    DueScale scale() const { return m_scale; }
    void setScale(DueScale scale);
    /// Puts out the block that is on; emits nothing.
    void clearChoice();
    /// Switches the block on that holds what is late; emits nothing.
    void chooseOverdue();

    QList<DueBlock *> blocks() const { return m_blocks; }
    qint64 overdue() const { return m_counts.counts.value(0, -1); } ///< -1 while not known

Q_SIGNALS:
    void chosen(const podium::DueBucket &bucket);
    void unchosen(); ///< the user put the block out that was on
    void scaleChanged();
    void counted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTop();
    void makeBlocks();
    DueBlock *chosenBlock() const;
    void toggled(DueBlock *block, bool on);
    void showCounts();
    void arrange();

    PageContext m_context;
    DueScale m_scale = DueScale::Day;
    QString m_workflow;
    QLabel *m_note;
    QToolButton *m_day;
    QToolButton *m_week;
    QWidget *m_area;
    QList<DueBlock *> m_blocks;
    QList<DueBucket> m_buckets; ///< of the counts
    DueCounts m_counts;
    Pending m_reading;
    QTimer m_later;
    QTimer m_minutes;
};

} // namespace podium
