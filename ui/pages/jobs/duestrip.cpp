// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/duestrip.h"

#include "models/core/clock.h"
#include "ui/widgets/displaysettings.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kHeight = 84;
constexpr int kBoxWidth = 84;
} // namespace

DueStrip::DueStrip(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_note(new QLabel)
    , m_area(new QWidget)
{
    setAccessibleName(tr("When jobs fire"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, 0, space::xl, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(makeTop());
    m_area->setFixedHeight(kHeight);
    layout->addWidget(m_area);
    // A burst of changes is one reading.
    m_later.setSingleShot(true);
    m_later.setInterval(1s);
    connect(&m_later, &QTimer::timeout, this, &DueStrip::refresh);
    m_minutes.setInterval(60s); // hours begin, jobs become late
    connect(&m_minutes, &QTimer::timeout, this, &DueStrip::refresh);
    connect(&context.display, &DisplaySettings::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    makeBlocks();
}

QWidget *DueStrip::makeTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    auto *name = new QLabel(tr("When jobs fire"));
    name->setFont(strongFont(name->font()));
    row->addWidget(name);
    row->addSpacing(space::s);
    m_note->setTextFormat(Qt::PlainText);
    setMuted(m_note);
    row->addWidget(m_note, 1);
    auto *group = new QButtonGroup(this);
    const auto scaleButton = [&](const QString &text, const QString &accessible, DueScale scale) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setAccessibleName(accessible);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, scale] {
            setScale(scale);
            Q_EMIT scaleChanged();
        });
        return button;
    };
    m_day = scaleButton(tr("24 hours"), tr("Show the next 24 hours"), DueScale::Day);
    m_week = scaleButton(tr("7 days"), tr("Show the next 7 days"), DueScale::Week);
    m_day->setChecked(true);
    return top;
}

void DueStrip::makeBlocks()
{
    const bool inUtc = m_context.display.timeStyle() == TimeStyle::Utc;
    m_buckets = dueBuckets(m_scale, m_context.console.clock.now(), inUtc);
    const DueBlock *chosen = chosenBlock();
    const bool isOverdue = chosen && chosen->bucket().kind == DueBucket::Kind::Overdue;
    const bool isLost = chosen && !isOverdue; // an hour is no block of a week
    qDeleteAll(m_blocks);
    m_blocks.clear();
    m_counts = {};
    for (const DueBucket &bucket : std::as_const(m_buckets)) {
        auto *block = new DueBlock(m_area);
        block->setBucket(bucket, -1, 0, false);
        block->setFocusPolicy(m_blocks.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
        connect(block, &QAbstractButton::toggled, this, [this, block](bool on) { toggled(block, on); });
        m_blocks << block;
        block->setVisible(true);
    }
    arrange();
    if (isOverdue)
        chooseOverdue();
    if (isLost)
        Q_EMIT unchosen();
}

DueBlock *DueStrip::chosenBlock() const
{
    const auto found = std::find_if(m_blocks.cbegin(), m_blocks.cend(), [](auto *block) { return block->isChecked(); });
    return found == m_blocks.cend() ? nullptr : *found;
}

void DueStrip::setScale(DueScale scale)
{
    (scale == DueScale::Day ? m_day : m_week)->setChecked(true);
    if (std::exchange(m_scale, scale) == scale)
        return;
    makeBlocks();
    if (isVisible())
        refresh();
}

void DueStrip::setWorkflow(const QString &id)
{
    if (std::exchange(m_workflow, id) != id && isVisible())
        refresh();
}

void DueStrip::refreshSoon()
{
    if (isVisible() && !m_later.isActive())
        m_later.start();
}

void DueStrip::refresh()
{
    m_later.stop();
    JobQuery query;
    query.statuses = {JobStatus::Scheduled};
    if (!m_workflow.isEmpty())
        query.workflowIds = {m_workflow};
    const bool inUtc = m_context.display.timeStyle() == TimeStyle::Utc;
    const QList<DueBucket> buckets = dueBuckets(m_scale, m_context.console.clock.now(), inUtc);
    QList<DueRange> ranges;
    for (const DueBucket &bucket : buckets)
        ranges << bucket.range;
    m_reading =
        deliver(m_context.console.jobs.countDue(query, ranges), this, [this, buckets](const Result<DueCounts> &counts) {
            if (!counts) {
                if (!counts.error().isCancelled() && m_counts.counts.isEmpty())
                    m_note->setText(tr("The numbers could not be read."));
                return; // older numbers stay: the banner says that they are old
            }
            m_buckets = buckets;
            m_counts = *counts;
            showCounts();
            Q_EMIT counted();
        });
}

void DueStrip::showCounts()
{
    qint64 highest = 0;
    for (qsizetype i = 0; i < m_buckets.size(); ++i) {
        if (m_buckets.at(i).kind == DueBucket::Kind::Span)
            highest = qMax(highest, m_counts.counts.value(i));
    }
    const DueBlock *chosen = chosenBlock();
    const QDateTime chosenEnd = chosen ? chosen->bucket().range.before : QDateTime();
    const bool isSpan = chosen && chosen->bucket().kind == DueBucket::Kind::Span;
    for (qsizetype i = 0; i < m_blocks.size() && i < m_buckets.size(); ++i)
        m_blocks.at(i)->setBucket(m_buckets.at(i), m_counts.counts.value(i), highest, m_counts.capped && i > 0);
    // As time goes on the hours move one block to the left: the choice goes with its hour.
    for (DueBlock *block : std::as_const(m_blocks)) {
        const QSignalBlocker quiet(block);
        if (isSpan)
            block->setChecked(block->bucket().range.before == chosenEnd);
    }
    const bool none = std::all_of(m_counts.counts.cbegin(), m_counts.counts.cend(), [](qint64 n) { return n == 0; });
    if (m_counts.capped)
        m_note->setText(tr("This server does not count: only the jobs that fire next are in these numbers."));
    else
        m_note->setText(none ? tr("No job waits to fire.") : QString());
}

void DueStrip::toggled(DueBlock *block, bool on)
{
    if (!on)
        return Q_EMIT unchosen();
    for (DueBlock *other : std::as_const(m_blocks)) {
        const QSignalBlocker quiet(other);
        other->setChecked(other == block);
        other->setFocusPolicy(other == block ? Qt::StrongFocus : Qt::ClickFocus);
    }
    Q_EMIT chosen(block->bucket());
}

void DueStrip::clearChoice()
{
    for (DueBlock *block : std::as_const(m_blocks)) {
        const QSignalBlocker quiet(block);
        block->setChecked(false);
    }
}

void DueStrip::chooseOverdue()
{
    clearChoice();
    const QSignalBlocker quiet(m_blocks.constFirst());
    m_blocks.constFirst()->setChecked(true);
}

void DueStrip::arrange()
{
    // What is late and what comes later have words below them, hours only two digits.
    const int gap = m_scale == DueScale::Day ? 2 : space::s;
    const auto spans = static_cast<int>(m_blocks.size()) - 2;
    const int room = m_area->width() - 2 * (kBoxWidth + space::m) - (spans - 1) * gap;
    int x = 0;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const bool isBox = m_blocks.at(i)->bucket().kind != DueBucket::Kind::Span;
        const auto at = static_cast<int>(i) - 1;
        // Rounded edges, not rounded widths: the last one ends where the room ends.
        const int width = isBox ? kBoxWidth : room * (at + 1) / spans - room * at / spans;
        if (i == m_blocks.size() - 1)
            x = m_area->width() - kBoxWidth;
        m_blocks.at(i)->setGeometry(x, 0, qMax(8, width), kHeight);
        x += width + (isBox ? space::m : gap);
    }
}

void DueStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    arrange();
}

void DueStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minutes.start();
    refresh();
}

void DueStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minutes.stop();
    m_later.stop();
}

void DueStrip::keyPressEvent(QKeyEvent *event)
{
    const auto focused =
        std::find_if(m_blocks.cbegin(), m_blocks.cend(), [](auto *block) { return block->hasFocus(); });
    if (focused == m_blocks.cend())
        return QWidget::keyPressEvent(event);
    const qsizetype at = focused - m_blocks.cbegin();
    qsizetype wanted = at;
    switch (event->key()) {
    case Qt::Key_Left:
        wanted = at - 1;
        break;
    case Qt::Key_Right:
        wanted = at + 1;
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = m_blocks.size() - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_blocks.at(at)->click();
    default:
        return QWidget::keyPressEvent(event);
    }
    wanted = qBound<qsizetype>(0, wanted, m_blocks.size() - 1);
    // Tab leads to one block of the strip only: the last one that was visited.
    for (DueBlock *block : std::as_const(m_blocks))
        block->setFocusPolicy(block == m_blocks.at(wanted) ? Qt::StrongFocus : Qt::ClickFocus);
    m_blocks.at(wanted)->setFocus(Qt::TabFocusReason);
}

} // namespace podium
