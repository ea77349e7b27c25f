// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/duestrip.h"
#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kIcon = 14;
}

DueBlock::DueBlock(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
}

void DueBlock::setBucket(const DueBucket &bucket, qint64 count, qint64 highest, bool atLeast)
{
    m_bucket = bucket;
    m_count = count;
    m_highest = highest;
    m_atLeast = atLeast;
    QString number =
        count < 0 ? tr("not known yet") : tr("%n job(s)", nullptr, int(qMin<qint64>(count, 1'000'000'000)));
    if (count >= 0 && atLeast)
        number = tr("at least %1").arg(number);
    const QString name = tr("%1: %2").arg(bucket.name, number);
    setAccessibleName(name);
    setToolTip(name.toHtmlEscaped());
    update();
}

QSize DueBlock::sizeHint() const
{
    return {40, 84};
}

QFont DueBlock::numberFont() const
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    return small;
}

QColor DueBlock::tint() const
{
    if (m_bucket.kind == DueBucket::Kind::Overdue)
        return toneColor(m_count > 0 ? Tone::Warning : Tone::Neutral, palette());
    return toneColor(m_bucket.kind == DueBucket::Kind::Span ? Tone::Info : Tone::Neutral, palette());
}

void DueBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || underMouse() || hasFocus()) {
        QColor veil = palette().color(isChecked() ? QPalette::Highlight : QPalette::Text);
        veil.setAlphaF(isChecked() ? 0.18f : underMouse() ? 0.05f : 0.0f);
        painter.setBrush(veil);
        const bool isRinged = isChecked() || hasFocus();
        painter.setPen(isRinged ? QPen(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1) : QPen(Qt::NoPen));
        painter.drawRoundedRect(ground, 4, 4);
    }
    if (m_bucket.kind == DueBucket::Kind::Span)
        paintBar(painter);
    else
        paintBox(painter);
}

void DueBlock::paintBar(QPainter &painter) const
{
    painter.setFont(numberFont());
    const int line = painter.fontMetrics().height();
    const int base = height() - line - space::xs;
    painter.setPen(mutedColor(palette()));
    painter.drawText(QRect(0, base + 2, width(), line), Qt::AlignCenter | Qt::TextSingleLine, m_bucket.label);
    painter.fillRect(QRectF(1, base, width() - 2, 1), lineColor(palette()));
    if (m_count <= 0)
        return;
    const int room = base - line - space::xs;
    // The smallest is still to be seen.
    const qreal tall = qMax(2.0, double(room) * double(m_count) / double(qMax<qint64>(1, m_highest)));
    const qreal wide = qMin<qreal>(width() - 4, 44);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint());
    painter.drawRoundedRect(QRectF((width() - wide) / 2, base - tall, wide, tall), 2, 2);
    painter.setPen(palette().color(QPalette::Text));
    const QString number = shortCount(m_count) + (m_atLeast ? u"+"_s : QString());
    painter.drawText(QRectF(-4, base - tall - line, width() + 8, line), Qt::AlignCenter | Qt::TextSingleLine, number);
}

void DueBlock::paintBox(QPainter &painter) const
{
    const bool isLoud = m_bucket.kind == DueBucket::Kind::Overdue && m_count > 0;
    const QRectF box = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    painter.setPen(QPen(isLoud ? tint() : lineColor(palette()), 1));
    painter.setBrush(isLoud ? toneFill(Tone::Warning, palette()) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 4, 4);
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 1.4);
    big.setWeight(QFont::DemiBold);
    painter.setFont(big);
    painter.setPen(m_count > 0 ? (isLoud ? tint() : palette().color(QPalette::Text)) : mutedColor(palette()));
    const QString number = m_count < 0    ? u"–"_s
                           : m_count == 0 ? u"0"_s
                                          : shortCount(m_count) + (m_atLeast ? u"+"_s : QString());
    const QRect inner = rect().adjusted(space::xs, space::m, -space::xs, -space::m);
    painter.drawText(inner, Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine, number);
    painter.setFont(numberFont());
    painter.setPen(isLoud ? tint() : mutedColor(palette()));
    const QString label = m_bucket.label;
    const int text = painter.fontMetrics().horizontalAdvance(label);
    const int icon = isLoud ? kIcon + space::xs : 0;
    const int x = (width() - text - icon) / 2;
    const int line = painter.fontMetrics().height();
    const QRect below(x + icon, inner.bottom() - line + 1, text + 2, line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label);
    if (isLoud)
        paintIcon(&painter, QRect(x, below.center().y() - kIcon / 2, kIcon, kIcon), u"warning"_s, tint());
}

/// A button would take these keys to go to what lies nearest on the screen.
void DueBlock::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return event->ignore();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void DueBlock::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void DueBlock::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace podium
