// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/viewbutton.h"

#include "models/items/itemtexts.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIndent = 36; ///< below the name of the page
constexpr int kHeight = 28;

/// "950", "1.2k", "3.4M": the rail is narrow; the whole number is in the tool tip.
QString shortNumber(qint64 count)
{
    const QLocale locale;
    if (count < 10'000)
        return locale.toString(count);
    if (count < 1'000'000)
        return locale.toString(double(count) / 1e3, 'f', count < 100'000 ? 1 : 0) % u'k';
    return locale.toString(double(count) / 1e6, 'f', 1) % u'M';
}

} // namespace

ViewButton::ViewButton(const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCount({});
}

void ViewButton::setCount(std::optional<qint64> count)
{
    m_count = count ? shortNumber(*count) : QString();
    const QString all = count ? tr("%1: %2 instances").arg(m_name, QLocale().toString(*count)) : m_name;
    setAccessibleName(tr("View %1").arg(all));
    setToolTip(plainToolTip(all));
    update();
}

QSize ViewButton::sizeHint() const
{
    return {kIndent + 100, qMax(kHeight, fontMetrics().height() + space::s)};
}

void ViewButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    QRect rest = rect().adjusted(kIndent, 0, -space::s, 0);
    painter.setPen(isDown() || underMouse() ? palette().color(QPalette::WindowText) : mutedColor(palette()));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_count);
    if (!m_count.isEmpty())
        rest.setRight(rest.right() - fontMetrics().horizontalAdvance(m_count) - space::s);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, rest.width()));
}

void ViewButton::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_F2)
        Q_EMIT renameWanted();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted();
    else if (alt && event->key() == Qt::Key_Up)
        Q_EMIT moveWanted(-1);
    else if (alt && event->key() == Qt::Key_Down)
        Q_EMIT moveWanted(1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore(); // the rail goes on
    else
        QToolButton::keyPressEvent(event);
}

} // namespace podium
