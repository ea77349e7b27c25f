// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/idlabel.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kButton = 24;
}

IdLabel::IdLabel(QWidget *parent)
    : QWidget(parent)
    , m_copy(new QToolButton(this))
{
    setFont(monoFont());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_copy->setIcon(themedIcon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setIconSize({16, 16});
    m_copy->setFixedSize(kButton, kButton);
    m_copy->setToolTip(tr("Copy"));
    connect(m_copy, &QToolButton::clicked, this, &IdLabel::copy);
    setId({});
}

void IdLabel::setId(const QString &id)
{
    m_id = id;
    setAccessibleName(id);
    m_copy->setAccessibleName(tr("Copy %1").arg(id));
    m_copy->setVisible(!id.isEmpty());
    setToolTip(id.toHtmlEscaped());
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

void IdLabel::copy()
{
    QGuiApplication::clipboard()->setText(m_id);
}

QSize IdLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_id) + space::xs + kButton + 1, kButton};
}

QSize IdLabel::minimumSizeHint() const
{
    const int shortest = fontMetrics().horizontalAdvance(u"00000000…"_s);
    return {qMin(shortest + space::xs + kButton, sizeHint().width()), kButton};
}

void IdLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect text = rect().adjusted(0, 0, -(space::xs + kButton), 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_id, Qt::ElideMiddle, text.width()));
}

void IdLabel::resizeEvent(QResizeEvent *)
{
    const int shown = qMin(fontMetrics().horizontalAdvance(m_id) + 1, width() - kButton - space::xs);
    m_copy->move(shown + space::xs, (height() - kButton) / 2);
}

} // namespace podium
