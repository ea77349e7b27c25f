// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messagepanel.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextWidth = 460;

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

/// In the middle, as wide as there is room, up to `width`.
QHBoxLayout *centred(QWidget *widget, int width)
{
    constexpr int kAll = 1000; // against the 1 of the room beside it
    widget->setMaximumWidth(width);
    auto *layout = new QHBoxLayout;
    layout->addStretch(1);
    layout->addWidget(widget, kAll);
    layout->addStretch(1);
    return layout;
}

} // namespace

MessagePanel::MessagePanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(makeLabel(this))
    , m_text(makeLabel(this))
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
    , m_detailsButton(new QToolButton(this))
    , m_copyButton(new QToolButton(this))
    , m_details(new QPlainTextEdit(this))
{
    m_icon->setAlignment(Qt::AlignHCenter);
    m_title->setFont(titleFont(font()));
    setMuted(m_text);
    setButtonTone(m_action, Tone::Info);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_detailsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyButton->setText(tr("Copy details"));
    m_copyButton->setIcon(themedIcon(u"copy"_s));
    m_copyButton->setAutoRaise(true);
    m_copyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setReadOnly(true);
    m_details->setFont(monoFont());
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setFixedHeight(140);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_secondAction);
    buttons->addStretch();
    auto *detailButtons = new QHBoxLayout;
    detailButtons->setSpacing(space::s);
    detailButtons->addStretch();
    detailButtons->addWidget(m_detailsButton);
    detailButtons->addWidget(m_copyButton);
    detailButtons->addStretch();

    // Wrapped texts only get the height they need in a column of their own, without alignment.
    auto *column = new QWidget(this);
    auto *texts = new QVBoxLayout(column);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(space::s);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(space::l);
    layout->addLayout(centred(column, kTextWidth));
    layout->addSpacing(space::l);
    layout->addLayout(buttons);
    layout->addSpacing(space::m);
    layout->addLayout(detailButtons);
    layout->addSpacing(space::s);
    layout->addLayout(centred(m_details, kTextWidth + 100));
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto run = m_run)
            run();
    });
    connect(m_secondAction, &QPushButton::clicked, this, [this] {
        if (const auto run = m_runSecond)
            run();
    });
    connect(m_detailsButton, &QToolButton::toggled, this, &MessagePanel::showDetails);
    connect(m_copyButton, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
    setAction({}, {});
    setSecondAction({}, {});
    setDetails({});
}

void MessagePanel::setMessage(Tone tone, const QString &iconName, const QString &title, const QString &text)
{
    m_tone = tone;
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    setDetails({});
    updateIcon();
}

void MessagePanel::setAction(const QString &text, std::function<void()> action)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    m_run = std::move(action);
}

void MessagePanel::setSecondAction(const QString &text, std::function<void()> action)
{
    m_secondAction->setText(text);
    m_secondAction->setVisible(!text.isEmpty());
    m_runSecond = std::move(action);
}

void MessagePanel::setDetails(const QString &details)
{
    m_details->setPlainText(details);
    m_detailsButton->setVisible(!details.isEmpty());
    m_detailsButton->setChecked(false);
    showDetails(false);
}

void MessagePanel::setError(const Error &error, const QString &actionText, std::function<void()> action)
{
    const bool offline = error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
    QStringList parts{error.why, error.remedy};
    parts.removeAll(QString());
    setMessage(offline ? Tone::Warning : Tone::Danger, offline ? u"offline"_s : u"error"_s, error.what,
               parts.join(u'\n'));
    setAction(actionText, std::move(action));
    setSecondAction({}, {});
    setDetails(error.details);
}

void MessagePanel::focusAction()
{
    if (m_action->isVisibleTo(this))
        m_action->setFocus(Qt::OtherFocusReason);
}

void MessagePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    else if (event->type() == QEvent::FontChange)
        m_title->setFont(titleFont(font()));
}

void MessagePanel::updateIcon()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(iconPixmap(m_iconName, 40, toneColor(m_tone, palette()), devicePixelRatioF()));
}

void MessagePanel::showDetails(bool shown)
{
    m_details->setVisible(shown);
    m_copyButton->setVisible(shown);
    m_detailsButton->setIcon(themedIcon(shown ? u"collapse"_s : u"expand"_s));
}

} // namespace podium
