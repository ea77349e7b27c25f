// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/attentionrow.h"

#include "ui/pages/overview/stepbars.h"
#include "ui/widgets/icons.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kIcon = 16;
constexpr int kNumberWidth = 84;
constexpr int kBarsWidth = 320;
constexpr int kBarsHeight = 24;
constexpr int kNarrow = 460; ///< below it the bars have no room
constexpr int kLineGap = 3;
} // namespace

AttentionRow::AttentionRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &AttentionRow::openChosen);
}

void AttentionRow::setContent(const RowContent &content)
{
    m_gone = false;
    if (m_content.steps.size() != content.steps.size())
        m_step = -1;
    if (m_content.steps.isEmpty() != content.steps.isEmpty())
        updateGeometry();
    m_content = content;
    updateName();
    update();
}

void AttentionRow::setGone(bool gone)
{
    m_gone = gone;
    updateName();
    update();
}

QString AttentionRow::stepText(qsizetype step) const
{
    const QString number = m_content.stepUnit.arg(QLocale().toString(m_content.steps.value(step)));
    return tr("%1: %2", "time: number").arg(m_content.stepNames.value(step), number);
}

void AttentionRow::updateName()
{
    QString name = m_content.spoken;
    if (m_gone)
        name = tr("No longer there: %1").arg(name);
    if (m_step >= 0)
        name = stepText(m_step) % u". "_s % name;
    setAccessibleName(name);
    if (!m_content.steps.isEmpty())
        setAccessibleDescription(tr("Left and Right walk through the bars, Enter opens the list."));
}

QFont AttentionRow::numberFont() const
{
    QFont number = strongFont(font());
    number.setPointSizeF(font().pointSizeF() * 1.3);
    return number;
}

QSize AttentionRow::sizeHint() const
{
    const int first = QFontMetrics(strongFont(font())).height();
    const int upper = m_content.steps.isEmpty() ? first : qMax(first, kBarsHeight);
    return {480, upper + kLineGap + fontMetrics().height() + 2 * space::s};
}

QSize AttentionRow::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

/// Where the two lines of text begin.
int AttentionRow::lineTop() const
{
    return (height() - QFontMetrics(strongFont(font())).height() - kLineGap - fontMetrics().height()) / 2;
}

int AttentionRow::textRight() const
{
    int right = width() - space::m - kNumberWidth - space::m;
    if (!barsArea().isEmpty())
        right = barsArea().left() - space::l;
    return right;
}

QRect AttentionRow::barsArea() const
{
    if (m_content.steps.isEmpty() || width() < kNarrow)
        return {};
    const int right = width() - space::m - kNumberWidth - space::m;
    const int wide = qMin(kBarsWidth, width() / 4);
    const int lower = m_content.note.isEmpty() ? 0 : fontMetrics().height() + kLineGap;
    return {right - wide, space::s, wide, height() - 2 * space::s - lower};
}

void AttentionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (m_gone)
        painter.setOpacity(0.5);
    paintText(painter);
    if (const QRect bars = barsArea(); !bars.isEmpty())
        StepBars(bars, m_content.steps).paint(&painter, palette(), m_content.tone, m_step);
    paintNumber(painter);
}

void AttentionRow::paintGround(QPainter &painter) const
{
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (!hasFocus() && !underMouse())
        return;
    QColor veil = palette().color(QPalette::Text);
    veil.setAlphaF(isDown() ? 0.08f : underMouse() ? 0.04f : 0.0f);
    painter.setBrush(veil);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(ground, 6, 6);
}

void AttentionRow::paintText(QPainter &painter) const
{
    const QFont strong = strongFont(font());
    const int first = QFontMetrics(strong).height();
    const int left = space::m + kIcon + space::s;
    const int above = lineTop();
    const QRect icon(space::m, above + (first - kIcon) / 2, kIcon, kIcon);
    paintIcon(&painter, icon, m_content.icon, toneColor(m_content.tone, palette()));

    const QRect upper(left, above, textRight() - left, first);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(strong).elidedText(m_content.title, Qt::ElideRight, upper.width()));

    // Without bars the note takes its room from the second line.
    const QRect bars = barsArea();
    const int line = fontMetrics().height();
    const int top = upper.bottom() + 1 + kLineGap;
    const int noteWidth = m_content.note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_content.note) + 1;
    const int noteRight = width() - space::m - kNumberWidth - space::m;
    const int noteLeft = bars.isEmpty() ? qMax(left + 120, noteRight - noteWidth) : bars.left() - space::s;
    const int detailRight = bars.isEmpty() && noteWidth > 0 ? noteLeft - space::m : textRight();
    painter.setFont(font());
    painter.setPen(mutedColor(palette()));
    painter.drawText(QRect(left, top, detailRight - left, line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_content.detail, Qt::ElideRight, detailRight - left));
    if (noteWidth > 0) {
        const int noteTop = bars.isEmpty() ? top : bars.bottom() + 1 + kLineGap;
        const QRect note(noteLeft, noteTop, noteRight - noteLeft, line);
        painter.drawText(note, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(m_content.note, Qt::ElideRight, note.width()));
    }
}

void AttentionRow::paintNumber(QPainter &painter) const
{
    const int first = QFontMetrics(strongFont(font())).height();
    const QRect upper(width() - space::m - kNumberWidth, lineTop() - 2, kNumberWidth, first + 2);
    painter.setFont(numberFont());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_content.number);
    painter.setFont(font());
    const QRect lower(upper.left(), lineTop() + first + kLineGap, kNumberWidth, fontMetrics().height());
    if (!m_content.badge.isEmpty())
        return paintBadge(painter, lower);
    painter.setPen(mutedColor(palette()));
    painter.drawText(lower, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_content.unit, Qt::ElideRight, kNumberWidth));
}

void AttentionRow::paintBadge(QPainter &painter, const QRect &place) const
{
    const int wide = qMin(place.width(), fontMetrics().horizontalAdvance(m_content.badge) + 2 * space::s);
    const QRect pill(place.right() - wide + 1, place.top() - 1, wide, place.height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFill(m_content.tone, palette()));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.setPen(toneColor(m_content.tone, palette()));
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, m_content.badge);
}

void AttentionRow::chooseStep(qsizetype step)
{
    const qsizetype wanted = m_content.steps.isEmpty() ? -1 : qBound<qsizetype>(-1, step, m_content.steps.size() - 1);
    if (std::exchange(m_step, wanted) == wanted)
        return;
    updateName();
    update();
    if (hasFocus() && m_step >= 0)
        QToolTip::showText(mapToGlobal(barsArea().bottomLeft()), stepText(m_step).toHtmlEscaped(), this);
}

void AttentionRow::openChosen()
{
    Q_EMIT opened(m_step >= 0 ? m_content.stepTargets.value(m_step, m_content.target) : m_content.target);
}

void AttentionRow::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_content.steps.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left: // the newest bar is the first one of interest
        return chooseStep(m_step < 0 ? last : qMax<qsizetype>(0, m_step - 1));
    case Qt::Key_Right:
        return chooseStep(m_step < 0 ? 0 : m_step + 1);
    case Qt::Key_Escape:
        if (m_step < 0)
            return event->ignore();
        return chooseStep(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openChosen();
    case Qt::Key_Up: // a button would go to what lies nearest on the screen: the list knows the next row
    case Qt::Key_Down:
        return event->ignore();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void AttentionRow::mouseMoveEvent(QMouseEvent *event)
{
    QAbstractButton::mouseMoveEvent(event);
    chooseStep(StepBars(barsArea(), m_content.steps).at(event->position()));
}

void AttentionRow::mouseReleaseEvent(QMouseEvent *event)
{
    chooseStep(StepBars(barsArea(), m_content.steps).at(event->position()));
    QAbstractButton::mouseReleaseEvent(event);
}

void AttentionRow::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    chooseStep(-1);
}

void AttentionRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AttentionRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    chooseStep(-1);
    update();
}

bool AttentionRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype step = StepBars(barsArea(), m_content.steps).at(help->pos());
    // A text of a server is never markup.
    QToolTip::showText(help->globalPos(), (step >= 0 ? stepText(step) : m_content.spoken).toHtmlEscaped(), this);
    return true;
}

} // namespace podium
