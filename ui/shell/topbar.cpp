// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/topbar.h"

#include "ui/pages/notifications/notificationbell.h"
#include "ui/shell/actions.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripe = 3;
constexpr int kHeight = 52;

QIcon colorDot(const QColor &color, qreal ratio)
{
    const int pixels = qRound(16 * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(3 * ratio, 3 * ratio, 10 * ratio, 10 * ratio));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

TopBar::TopBar(const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_environment(new QToolButton(this))
    , m_production(new QLabel(tr("PRODUCTION"), this))
    , m_palette(new QPushButton(this))
    , m_bell(new NotificationBell(this))
    , m_user(new QToolButton(this))
    , m_environmentMenu(new QMenu(this))
    , m_userMenu(new QMenu(this))
{
    setObjectName(u"TopBar"_s);
    setFixedHeight(kHeight);
    m_environment->setObjectName(u"EnvironmentButton"_s);
    m_environment->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_environment->setPopupMode(QToolButton::InstantPopup);
    m_environment->setMenu(m_environmentMenu);
    m_environment->setFont(strongFont(font()));
    m_environment->setFocusPolicy(Qt::StrongFocus);
    m_environment->setMaximumWidth(280);
    m_production->setObjectName(u"ProductionMark"_s);
    m_production->setAccessibleName(tr("This is a production environment"));
    m_palette->setObjectName(u"PaletteButton"_s);
    m_palette->setIcon(themedIcon(u"search"_s, Tone::Neutral));
    const QString shortcut = m_actions[u"palette.open"_s]->shortcut().toString(QKeySequence::NativeText);
    m_palette->setText(u" "_s % tr("Search or run a command  (%1)").arg(shortcut));
    m_palette->setAccessibleName(tr("Search or run a command"));
    m_palette->setMinimumWidth(220);
    m_palette->setMaximumWidth(460);
    m_palette->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_palette, &QPushButton::clicked, m_actions[u"palette.open"_s], &QAction::trigger);
    m_user->setObjectName(u"UserButton"_s);
    m_user->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_user->setMenu(m_userMenu);
    m_user->setFocusPolicy(Qt::StrongFocus);
    m_user->setMaximumWidth(240);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::s, kStripe, space::s, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_environment);
    layout->addWidget(m_production, 0, Qt::AlignVCenter);
    layout->addSpacing(space::s);
    layout->addWidget(toolButton(u"go.back"_s));
    layout->addWidget(toolButton(u"go.forward"_s));
    layout->addStretch(1);
    layout->addWidget(m_palette, 4);
    layout->addStretch(1);
    layout->addWidget(toolButton(u"view.refresh"_s));
    layout->addWidget(m_bell);
    layout->addWidget(m_user);
    connect(m_environmentMenu, &QMenu::aboutToShow, this, &TopBar::fillEnvironmentMenu);
    connect(m_userMenu, &QMenu::aboutToShow, this, &TopBar::fillUserMenu);
    fillEnvironmentMenu();
    setSession(nullptr);
    updateEnvironment();
}

QToolButton *TopBar::toolButton(const QString &actionId)
{
    auto *button = new QToolButton(this);
    QAction *action = m_actions[actionId];
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text());
    button->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    return button;
}

void TopBar::setEnvironments(const QList<Environment> &environments, const QString &current)
{
    m_environments = environments;
    m_current = current;
    updateEnvironment();
}

void TopBar::updateEnvironment()
{
    const auto found = std::find_if(m_environments.cbegin(), m_environments.cend(),
                                    [this](const Environment &e) { return e.name == m_current; });
    const bool any = found != m_environments.cend();
    const QString name = any ? escaped(found->name) : tr("No environment");
    m_environment->setText(u' ' % name % u"  "_s); // room between icon and text
    m_environment->setIcon(any ? colorDot(found->color, devicePixelRatioF()) : themedIcon(u"environment"_s));
    m_environment->setAccessibleName(any ? tr("Environment: %1").arg(found->name) : tr("Choose an environment"));
    m_environment->setToolTip(tr("Change the environment (Ctrl+E)"));
    m_production->setVisible(any && found->production);
    update();
}

void TopBar::setConsole(Console *console, Navigator &navigator, DisplaySettings &display)
{
    setSession(console ? &console->session : nullptr);
    m_bell->setConsole(console, &navigator, &display);
}

void TopBar::setSession(const SessionService *session)
{
    m_session = session;
    const bool known = session && !session->user().displayName.isEmpty();
    const QString name = known ? escaped(session->user().displayName) : QString();
    m_user->setText(known ? QString(u' ' % name % u"  "_s) : QString());
    m_user->setToolButtonStyle(known ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_user->setIcon(themedIcon(known ? u"user"_s : u"menu"_s));
    m_user->setAccessibleName(known ? tr("Menu of %1").arg(session->user().displayName) : tr("Menu"));
    m_user->setToolTip(tr("Menu (F10)"));
    fillUserMenu();
}

void TopBar::openEnvironmentMenu()
{
    m_environment->showMenu();
}

void TopBar::openUserMenu()
{
    m_user->showMenu();
}

void TopBar::fillEnvironmentMenu()
{
    m_environmentMenu->clear();
    for (const Environment &environment : std::as_const(m_environments)) {
        QString name = escaped(environment.name);
        if (environment.production)
            name += u"   "_s % tr("(production)");
        QAction *action = m_environmentMenu->addAction(colorDot(environment.color, devicePixelRatioF()), name);
        if (environment.name == m_current) {
            QFont strong = strongFont(font());
            action->setFont(strong);
        }
        connect(action, &QAction::triggered, this,
                [this, chosen = environment.name] { Q_EMIT environmentChosen(chosen); });
    }
    if (!m_environments.isEmpty())
        m_environmentMenu->addSeparator();
    m_environmentMenu->addAction(m_actions[u"environments.edit"_s]);
}

void TopBar::fillUserMenu()
{
    m_userMenu->clear();
    const bool known = m_session && !m_session->user().displayName.isEmpty();
    if (known) {
        const User user = m_session->user();
        const auto addNote = [this](const QString &text) { m_userMenu->addAction(escaped(text))->setEnabled(false); };
        addNote(user.username.isEmpty() ? user.displayName : tr("Signed in as %1").arg(user.username));
        const QStringList roles = user.roles.mid(0, 8);
        addNote(roles.isEmpty() ? tr("No roles") : tr("Roles: %1").arg(roles.join(u", "_s)));
        if (!m_session->storage().persistent)
            addNote(tr("Signed in until Podium closes"));
        m_userMenu->addSeparator();
    }
    const auto submenu = [this](const QString &title, const QString &iconName, const QStringList &ids) {
        QMenu *menu = m_userMenu->addMenu(themedIcon(iconName), title);
        for (const QString &id : ids)
            menu->addAction(m_actions[id]);
    };
    submenu(tr("Times"), u"clock"_s, {u"time.local"_s, u"time.utc"_s, u"time.relative"_s});
    submenu(tr("Appearance"), u"sun"_s, {u"theme.system"_s, u"theme.light"_s, u"theme.dark"_s});
    submenu(tr("Rows"), u"menu"_s, {u"density.comfortable"_s, u"density.compact"_s});
    m_userMenu->addAction(m_actions[u"environments.edit"_s]);
    if (known)
        m_userMenu->addAction(m_actions[u"journal.open"_s]);
    m_userMenu->addAction(m_actions[u"bulks.open"_s]);
    m_userMenu->addAction(m_actions[u"watch.open"_s]);
    m_userMenu->addSeparator();
    for (const QString &id : {u"help.open"_s, u"help.shortcuts"_s, u"help.about"_s})
        m_userMenu->addAction(m_actions[id]);
    m_userMenu->addSeparator();
    if (known)
        m_userMenu->addAction(m_actions[u"session.signOut"_s]);
    m_userMenu->addAction(m_actions[u"app.quit"_s]);
}

void TopBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const auto found = std::find_if(m_environments.cbegin(), m_environments.cend(),
                                    [this](const Environment &e) { return e.name == m_current; });
    if (found == m_environments.cend())
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, width(), kStripe, found->color);
}

void TopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateEnvironment();
}

} // namespace podium
