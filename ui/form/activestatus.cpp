// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activestatus.h"

#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

ActiveStatus::ActiveStatus(const QString &field, QWidget *parent)
    : QWidget(parent)
    , m_busy(new BusyBar(this))
    , m_text(new QLabel(this))
    , m_retry(new QToolButton(this))
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.92);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(small);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setMinimumHeight(m_text->fontMetrics().height());
    m_text->setAccessibleName(tr("State of %1").arg(field));
    m_retry->setIcon(themedIcon(u"retry"_s));
    m_retry->setText(tr("Try again"));
    m_retry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_retry->setFont(small);
    m_retry->setAutoRaise(true);
    m_retry->setFocusPolicy(Qt::TabFocus);
    m_retry->setAccessibleName(tr("Try again: %1").arg(field));
    m_retry->hide();
    connect(m_retry, &QToolButton::clicked, this, &ActiveStatus::retryAsked);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_text, 1, Qt::AlignVCenter);
    line->addWidget(m_retry, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_busy);
    column->addLayout(line);
    color();
}

void ActiveStatus::show(const QString &text, Tone tone, bool isBusy)
{
    m_busy->setBusy(isBusy);
    if (m_text->text() != text)
        m_text->setText(text);
    if (std::exchange(m_tone, tone) != tone)
        color();
}

void ActiveStatus::setRetry(bool possible)
{
    if (m_retry->isHidden() != possible)
        return;
    m_retry->setVisible(possible);
}

QString ActiveStatus::text() const
{
    return m_text->text();
}

void ActiveStatus::color()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_tone == Tone::Neutral ? mutedColor(palette()) : toneColor(m_tone, palette()));
    m_text->setPalette(colors);
}

void ActiveStatus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        color();
    QWidget::changeEvent(event);
}

} // namespace podium
