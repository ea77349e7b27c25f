// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stateview.h"

#include "ui/widgets/busybar.h"
#include "ui/widgets/messagepanel.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace podium {

using namespace std::chrono_literals;

StateView::StateView(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_loading(new QWidget(this))
    , m_loadingText(new QLabel(m_loading))
    , m_message(new MessagePanel)
    , m_stack(new QStackedLayout(this))
{
    m_loadingText->setTextFormat(Qt::PlainText);
    m_loadingText->setAlignment(Qt::AlignHCenter);
    setMuted(m_loadingText);
    auto *bar = new BusyBar(m_loading);
    bar->setFixedWidth(160);
    bar->setBusy(true);
    auto *layout = new QVBoxLayout(m_loading);
    layout->addStretch(2);
    layout->addWidget(m_loadingText);
    layout->addSpacing(space::s);
    layout->addWidget(bar, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    // In a low place the message scrolls instead of forcing the window to grow.
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_message);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(content);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(scroll);

    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_loading); });
}

void StateView::present(Shown shown, QWidget *page)
{
    m_shown = shown;
    m_delay.stop();
    QWidget *const focused = focusWidget();
    const bool hadFocus = focused && focused->hasFocus();
    m_stack->setCurrentWidget(page);
    if (!hadFocus)
        return;
    if (shown == Shown::Content)
        m_content->setFocus(Qt::OtherFocusReason);
    else
        m_message->focusAction();
}

void StateView::showContent()
{
    present(Shown::Content, m_content);
}

void StateView::showLoading(const QString &text)
{
    m_loadingText->setText(text);
    if (m_shown == Shown::Loading)
        return;
    m_shown = Shown::Loading;
    m_delay.start();
}

void StateView::showEmpty(const QString &iconName, const QString &title, const QString &hint, const QString &actionText,
                          std::function<void()> action)
{
    m_message->setMessage(Tone::Neutral, iconName, title, hint);
    m_message->setAction(actionText, std::move(action));
    present(Shown::Empty, m_stack->widget(2));
}

void StateView::showError(const Error &error, std::function<void()> retry)
{
    if (error.isCancelled())
        return;
    // Named first: the order in which arguments are made is open, and the last one empties `retry`.
    const QString actionText = retry ? tr("Try again") : QString();
    m_message->setError(error, actionText, std::move(retry));
    present(Shown::Error, m_stack->widget(2));
}

} // namespace podium
