// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/documenttabbar.h"

#include "ui/widgets/icons.h"

#include <QMouseEvent>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidest = 260;
constexpr int kNarrowest = 132;
constexpr int kHeight = 38;
} // namespace

DocumentTabBar::DocumentTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setObjectName(u"DocumentTabs"_s);
    setAccessibleName(tr("Open tabs"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setIconSize({16, 16});
    setUsesScrollButtons(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void DocumentTabBar::setTitle(int index, const QString &title)
{
    QString text = title;
    setTabText(index, text.replace(u'&', u"&&"_s));
    setTabToolTip(index, title.toHtmlEscaped());
    if (QWidget *button = tabButton(index, RightSide))
        button->setAccessibleName(tr("Close %1").arg(title));
}

void DocumentTabBar::addCloseButton(int index)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(u"close"_s));
    button->setIconSize({12, 12});
    button->setFixedSize(20, 20);
    button->setAutoRaise(true);
    // Ctrl+W does it by keyboard: no stop of its own for every tab.
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(tr("Close (Ctrl+W)"));
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, RightSide) == button)
                return Q_EMIT closeWanted(i);
        }
    });
    setTabButton(index, RightSide, button);
}

void DocumentTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        if (const int index = tabAt(event->pos()); index >= 0)
            Q_EMIT closeWanted(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

QSize DocumentTabBar::tabSizeHint(int index) const
{
    const QSize size = QTabBar::tabSizeHint(index);
    return {qMin(size.width(), kWidest), kHeight};
}

QSize DocumentTabBar::minimumTabSizeHint(int index) const
{
    // Names stay readable: with more tabs than fit, the bar scrolls.
    const QSize size = tabSizeHint(index);
    return {qMin(size.width(), kNarrowest), size.height()};
}

} // namespace podium
