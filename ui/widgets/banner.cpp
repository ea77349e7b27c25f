// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString iconName(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"check"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"error"_s;
    case Tone::Neutral:
    case Tone::Info:
        break;
    }
    return u"info"_s;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_detailsButton(new QPushButton(tr("Details"), this))
    , m_close(iconButton(u"close"_s, tr("Close this message"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::xs, space::s, space::xs);
    layout->setSpacing(space::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_detailsButton);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    setMinimumHeight(40);

    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto run = m_run)
            run();
    });
    connect(m_detailsButton, &QPushButton::clicked, this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Details"), m_details, QMessageBox::Close, this);
        box->setTextFormat(Qt::PlainText);
        box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void Banner::setMessage(Tone tone, const QString &text, const QString &actionText, std::function<void()> action)
{
    present(tone, text, {}, actionText, std::move(action));
}

void Banner::setError(const Error &error, const QString &actionText, std::function<void()> action)
{
    if (error.isCancelled())
        return clear();
    present(Tone::Danger, error.text(), error.details, actionText, std::move(action));
}

void Banner::clear()
{
    m_run = {};
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::present(Tone tone, const QString &text, const QString &details, const QString &actionText,
                     std::function<void()> action)
{
    m_tone = tone;
    m_details = details;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_detailsButton->setVisible(!details.isEmpty());
    m_run = std::move(action);
    setAccessibleName(text);
    updateIcon();
    show();
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneFill(m_tone, palette()));
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void Banner::updateIcon()
{
    m_icon->setPixmap(iconPixmap(iconName(m_tone), 16, toneColor(m_tone, palette()), devicePixelRatioF()));
}

} // namespace podium
