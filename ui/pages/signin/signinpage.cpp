// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/signin/signinpage.h"

#include "ui/pages/signin/devicecodepanel.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

using State = SessionService::State;

namespace {

constexpr int kWidth = 480;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

SignInPage::SignInPage(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_session(console.session)
{
    buildLayout();
    connect(&m_session, &SessionService::signInHinted, this, [this](const Error &hint) {
        m_hint->setText(hint.text());
        m_hint->show();
    });
    connect(&m_session, &SessionService::stateChanged, this, [this](State state) {
        // A new attempt takes the old failure away; falling back to SignedOut does not.
        if (state != State::SignedOut && state != State::Expired)
            m_error.reset();
        updateState();
    });
    connect(&m_session, &SessionService::signInFailed, this, [this](const Error &error) {
        if (!error.isCancelled())
            m_error = error;
        updateState();
    });
    connect(&m_session, &SessionService::storageChanged, this, &SignInPage::updateStorageNote);
    connect(m_primary, &QPushButton::clicked, this, &SignInPage::onPrimary);
    connect(m_secondary, &QPushButton::clicked, this, &SignInPage::onSecondary);
    connect(m_third, &QPushButton::clicked, this, &SignInPage::onThird);
    connect(m_device, &DeviceCodePanel::openUrlWanted, this, &SignInPage::openUrlWanted);
    updateState();
}

void SignInPage::buildLayout()
{
    auto *card = new QWidget;
    m_icon = new QLabel(card);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_environment = textLabel(card);
    m_environment->setText(m_console.environment.name);
    setMuted(m_environment);
    m_title = textLabel(card);
    m_title->setFont(titleFont(font()));
    m_text = textLabel(card);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    setMuted(m_text);
    m_busy = new BusyBar(card);
    m_device = new DeviceCodePanel(m_console.clock, card);
    m_primary = new QPushButton(card);
    setButtonTone(m_primary, Tone::Info);
    m_secondary = new QPushButton(card);
    m_third = new QPushButton(card);
    m_hint = textLabel(card);
    m_hint->hide();
    m_storage = textLabel(card);
    setMuted(m_storage);
    m_detailsButton = new QPushButton(tr("Details"), card);
    m_detailsButton->setFlat(true);
    m_detailsButton->setCheckable(true);
    m_details = new QPlainTextEdit(card);
    m_details->setReadOnly(true);
    m_details->setProperty("frame", true);
    m_details->setFont(monoFont());
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details of the failure"));
    m_details->setFixedHeight(120);
    m_details->hide();
    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    for (QPushButton *button : {m_primary, m_secondary, m_third})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(card);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(space::l);
    column->addWidget(m_environment);
    column->addSpacing(space::xs);
    column->addWidget(m_title);
    column->addSpacing(space::s);
    column->addWidget(m_text);
    column->addSpacing(space::m);
    column->addWidget(m_busy);
    column->addWidget(m_device);
    column->addSpacing(space::m);
    column->addLayout(buttons);
    column->addSpacing(space::l);
    column->addWidget(m_hint);
    column->addWidget(m_detailsButton, 0, Qt::AlignHCenter);
    column->addWidget(m_details);
    column->addSpacing(space::s);
    column->addWidget(m_storage);
    column->addStretch(3);
    card->setFixedWidth(kWidth);

    auto *holder = new QWidget;
    auto *centre = new QHBoxLayout(holder);
    centre->addStretch();
    centre->addWidget(card);
    centre->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(holder);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

SignInPage::Looks SignInPage::errorLooks() const
{
    QStringList parts{m_error->why, m_error->remedy};
    parts.removeAll(QString());
    return {m_error->isTransient() ? u"offline"_s : u"error"_s,
            m_error->what,
            parts.join(u'\n'),
            tr("Try again"),
            tr("Sign in with a code"),
            {},
            false};
}

SignInPage::Looks SignInPage::looks() const
{
    const QString host = m_console.environment.issuer.host();
    switch (m_session.state()) {
    case State::SignedOut:
    case State::Expired:
        if (m_error)
            return errorLooks();
        return {u"sign-in"_s,
                m_session.state() == State::Expired ? tr("Your session ended") : tr("Sign in"),
                tr("Podium opens the sign-in page of %1 in your browser, and goes on here once you are signed in.")
                    .arg(host),
                tr("Sign in"),
                tr("Sign in with a code"),
                {},
                false};
    case State::Restoring:
        return {u"key"_s, tr("One moment"), tr("Podium continues your last session."), {}, {}, {}, true};
    case State::WaitingBrowser:
        return {u"browser"_s,
                tr("Continue in your browser"),
                tr("Sign in on the page of %1 that just opened. Podium goes on by itself.").arg(host),
                tr("Open again"),
                tr("Copy link"),
                tr("Cancel"),
                true};
    case State::WaitingDevice:
        return {
            u"device"_s,
            tr("Enter this code"),
            tr("Open the address on any device, or scan the code with a phone, and confirm that you are signing in."),
            {},
            {},
            tr("Cancel"),
            true};
    case State::SigningIn:
        return {u"key"_s, tr("Signing in"), tr("Podium fetches your session from %1.").arg(host), {}, {}, {}, true};
    case State::SigningOut:
        return {u"sign-out"_s, tr("Signing out"), tr("Podium ends your session at %1.").arg(host), {}, {}, {}, true};
    case State::SignedIn:
        break;
    }
    return {u"check"_s, tr("Signed in"), {}, {}, {}, {}, false};
}

void SignInPage::updateState()
{
    const State state = m_session.state();
    apply(looks());
    m_device->setVisible(state == State::WaitingDevice);
    if (state == State::WaitingDevice)
        m_device->setCode(m_session.deviceCode());
    m_hint->hide();
    updateStorageNote();
    focusFirst();
}

void SignInPage::apply(const Looks &looks)
{
    m_iconName = looks.icon;
    updateIcon();
    m_title->setText(looks.title);
    m_text->setText(looks.text);
    m_text->setVisible(!looks.text.isEmpty());
    m_busy->setBusy(looks.busy);
    const auto label = [](QPushButton *button, const QString &text) {
        button->setText(text);
        button->setVisible(!text.isEmpty());
    };
    label(m_primary, looks.primary);
    label(m_secondary, looks.secondary);
    label(m_third, looks.third);
    const QString details = m_error ? m_error->details : QString();
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    m_details->setPlainText(details);
    setAccessibleName(looks.title);
    setAccessibleDescription(looks.text);
}

void SignInPage::updateIcon()
{
    const bool failed = m_error.has_value();
    const Tone tone = !failed ? Tone::Info : m_error->isTransient() ? Tone::Warning : Tone::Danger;
    m_icon->setPixmap(iconPixmap(m_iconName, 40, toneColor(tone, palette()), devicePixelRatioF()));
}

void SignInPage::updateStorageNote()
{
    const TokenStorage storage = m_session.storage();
    const State state = m_session.state();
    const bool idle = state == State::SignedOut || state == State::Expired;
    m_storage->setVisible(idle && !storage.persistent && !storage.reason.isEmpty());
    m_storage->setText(tr("Your session will last until Podium closes. %1").arg(storage.reason));
}

void SignInPage::focusFirst()
{
    if (!isVisible())
        return;
    for (QPushButton *button : {m_primary, m_third}) {
        if (button->isVisibleTo(this)) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SignInPage::onPrimary()
{
    if (m_session.state() == State::WaitingBrowser)
        Q_EMIT openUrlWanted(m_session.signInUrl());
    else
        m_session.signIn();
}

void SignInPage::onSecondary()
{
    if (m_session.state() == State::WaitingBrowser) {
        QGuiApplication::clipboard()->setText(m_session.signInUrl().toString(QUrl::FullyEncoded));
        m_secondary->setText(tr("Copied"));
    } else {
        m_session.signInWithDevice();
    }
}

void SignInPage::onThird()
{
    m_session.cancelSignIn();
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusFirst();
}

} // namespace podium
