// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "models/core/clock.h"
#include "models/core/trace.h"
#include "models/services/environmentservice.h"
#include "models/services/livefeed.h"
#include "ui/environments/environmentdialog.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/palettesource.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kCompactBelow = 900;
}

MainWindow::MainWindow(ConsoleProvider &consoles, EnvironmentService &environments, const std::vector<PageEntry> &pages,
                       Tracer &tracer, QWidget *parent)
    : QMainWindow(parent)
    , m_consoles(consoles)
    , m_environments(environments)
    , m_pages(pages)
    , m_tracer(tracer)
    , m_actions(this)
{
    setWindowIcon(applicationIcon());
    setMinimumSize(720, 480);
    m_state.restoreDisplay(m_display);
    applyScheme();
    createActions();
    buildLayout();
    checkChoices();

    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(3s);
    connect(&m_saveDelay, &QTimer::timeout, this, &MainWindow::save);
    m_liveTick.setInterval(10s);
    connect(&m_liveTick, &QTimer::timeout, this, &MainWindow::updateLive);
    connect(&m_systemScheme, &SystemScheme::changed, this, &MainWindow::applyScheme);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        applyScheme();
        checkChoices();
        updateLive();
        saveSoon();
    });
    connect(&m_environments, &EnvironmentService::changed, this, &MainWindow::onEnvironmentsChanged);
    qApp->installEventFilter(this);
    m_state.restoreGeometry(this);
    updateChrome();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    // Pages use the display settings and services until they are gone.
    qDeleteAll(std::exchange(m_views, {}));
}

void MainWindow::buildLayout()
{
    auto *central = new QWidget(this);
    m_topBar = new TopBar(m_actions, central);
    m_rail = new NavigationRail(m_pages, central);
    m_banner = new Banner(central);
    m_stack = new QStackedWidget(central);
    m_welcome = new WelcomePage(m_stack);
    m_stack->addWidget(m_welcome);
    m_status = new StatusLine(central);
    m_palette = new CommandPalette(central);
    m_paletteSource = std::make_unique<PaletteSource>(m_actions, m_pages, m_status->work(), *this);
    m_palette->setSource([this] { return m_paletteSource->items(); });
    m_palette->setTextSource([this](const QString &text) { return m_paletteSource->itemsFor(text); });

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);

    connect(m_topBar, &TopBar::environmentChosen, this, &MainWindow::openEnvironment);
    connect(m_rail, &NavigationRail::chosen, this, [this](const QString &kind) { open({kind, {}, {}}); });
    connect(m_status, &StatusLine::refreshWanted, m_actions[u"view.refresh"_s], &QAction::trigger);
    connect(m_welcome, &WelcomePage::addWanted, this, [this] { editEnvironments(true); });
    connect(m_welcome, &WelcomePage::importWanted, this, &MainWindow::importEnvironment);
    connect(m_welcome, &WelcomePage::helpWanted, this, [this] { openHelp(); });
    connect(m_paletteSource.get(), &PaletteSource::changed, this, [this] {
        if (m_palette->isVisible())
            m_palette->reload();
    });
}

void MainWindow::openFirstEnvironment()
{
    if (m_view)
        return;
    const QList<Environment> known = m_environments.environments();
    if (known.isEmpty())
        return updateChrome();
    const QString last = m_state.lastEnvironment();
    const bool exists = std::any_of(known.cbegin(), known.cend(), [&](const auto &e) { return e.name == last; });
    openEnvironment(exists ? last : known.constFirst().name);
}

void MainWindow::openEnvironment(const QString &name)
{
    EnvironmentView *view = m_views.value(name);
    if (!view) {
        Console *console = m_consoles.console(name);
        if (!console) {
            Error error;
            error.kind = Error::Kind::NotFound;
            error.what = tr("The environment “%1” could not be opened.").arg(name);
            error.why = tr("There is no environment of this name.");
            return showError(error);
        }
        view = new EnvironmentView(*console, *this, m_display, m_pages, m_state.environmentState(name), m_stack);
        m_views.insert(name, view);
        m_stack->addWidget(view);
        connect(view, &EnvironmentView::changed, this, [this, view] {
            if (view == m_view)
                updateChrome();
            saveSoon();
        });
        connect(&console->session, &SessionService::storageChanged, this, &MainWindow::updateChrome);
        connect(&console->live, &LiveFeed::statusChanged, this, &MainWindow::updateLive);
        if (console->session.state() == SessionService::State::SignedOut)
            console->session.restore();
    }
    m_state.setLastEnvironment(name);
    showView(view);
}

void MainWindow::showView(EnvironmentView *view)
{
    m_view = view;
    m_paletteSource->setView(view);
    m_stack->setCurrentWidget(view ? static_cast<QWidget *>(view) : m_welcome);
    if (view) {
        if (const Location wanted = std::exchange(m_wanted, {}); wanted.isValid())
            view->open(wanted);
    }
    updateForeground();
    updateChrome();
}

void MainWindow::onEnvironmentsChanged()
{
    const QString current = m_view ? m_view->console().environment.name : QString();
    const QStringList open = m_views.keys();
    for (const QString &name : open) {
        // An environment that was edited has new services; the old ones go when control returns to the event loop.
        if (m_consoles.console(name) != &m_views.value(name)->console())
            removeView(name);
    }
    if (m_view)
        return updateChrome();
    if (!current.isEmpty() && m_consoles.console(current))
        return openEnvironment(current);
    showView(nullptr);
    openFirstEnvironment();
}

void MainWindow::removeView(const QString &name)
{
    EnvironmentView *view = m_views.take(name);
    m_state.setEnvironmentState(name, view->saveState());
    if (view == m_view) {
        m_view = nullptr;
        m_paletteSource->setView(nullptr);
    }
    m_stack->removeWidget(view);
    delete view;
}

void MainWindow::updateChrome()
{
    TabArea *tabs = m_view ? m_view->tabs() : nullptr;
    const Page *page = tabs ? tabs->currentPage() : nullptr;
    const QString environment = m_view ? m_view->console().environment.name : QString();
    m_topBar->setEnvironments(m_environments.environments(), environment);
    m_topBar->setSession(tabs ? &m_view->console().session : nullptr);
    m_rail->setVisible(tabs);
    m_rail->setCurrent(tabs ? tabs->current().kind : QString());
    m_actions[u"go.back"_s]->setEnabled(m_view && m_view->canGoBack());
    m_actions[u"go.forward"_s]->setEnabled(m_view && m_view->canGoForward());
    m_actions[u"view.refresh"_s]->setEnabled(page);
    for (const QString &id : {u"tab.close"_s, u"tab.closeOthers"_s, u"tab.next"_s, u"tab.previous"_s, u"tab.reopen"_s})
        m_actions[id]->setEnabled(tabs);
    m_actions[u"session.signOut"_s]->setEnabled(tabs);
    QStringList parts{page ? page->title() : QString(), environment, tr("Podium")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(u" – "_s));
    updateLive();
}

void MainWindow::updateLive()
{
    if (!m_view || !m_view->tabs()) {
        m_liveTick.stop();
        return m_status->setLive({}, {});
    }
    Console &console = m_view->console();
    const LiveStatus status = console.live.status();
    m_status->setLive(status, liveText(status, m_display.timeStyle(), console.clock.now()));
    // "Offline, data of 3 min ago" grows older by itself.
    if (status.mode == LiveStatus::Mode::Offline && m_display.timeStyle() == TimeStyle::Relative)
        m_liveTick.start();
    else
        m_liveTick.stop();
}

void MainWindow::updateForeground()
{
    const bool seen = isVisible() && !isMinimized();
    for (EnvironmentView *view : std::as_const(m_views))
        view->console().live.setForeground(seen && view == m_view);
}

void MainWindow::applyScheme()
{
    const Scheme system = m_systemScheme.isDark() ? Scheme::Dark : Scheme::Light;
    const Scheme wanted = m_display.scheme() == Scheme::System ? system : m_display.scheme();
    const bool dark = isDark(QApplication::palette());
    // A style sheet is costly to apply again: only when it is another one.
    if (qApp->styleSheet().isEmpty() || dark != (wanted == Scheme::Dark))
        applyTheme(*qApp, wanted);
}

void MainWindow::saveSoon()
{
    if (m_started)
        m_saveDelay.start();
}

void MainWindow::save()
{
    m_saveDelay.stop();
    m_state.saveGeometry(*this);
    m_state.saveDisplay(m_display);
    for (EnvironmentView *view : std::as_const(m_views))
        m_state.setEnvironmentState(view->console().environment.name, view->saveState());
}

void MainWindow::open(const Location &location)
{
    if (m_view)
        m_view->open(location);
    else
        m_wanted = location;
}

void MainWindow::openRun(const QString &workflowId, const QString &version, const SharedJson &input)
{
    if (m_view)
        m_view->openRun(workflowId, version, input);
}

void MainWindow::openLink(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || (scheme != "https"_L1 && scheme != "http"_L1 && scheme != "mailto"_L1))
        return;
    const QString address = QString::fromUtf8(url.toEncoded());
    confirm(this, {tr("Open this link?"), tr("It leads out of Podium:\n\n%1").arg(address), tr("Open"), Tone::Info, {}},
            [url] { QDesktopServices::openUrl(url); });
}

void MainWindow::showMessage(const QString &text)
{
    m_status->showMessage(text);
}

void MainWindow::showError(const Error &error)
{
    if (!error.isCancelled())
        m_banner->setError(error);
}

void MainWindow::close(const Location &location)
{
    if (m_view)
        m_view->close(location);
}

void MainWindow::editEnvironments(bool add)
{
    if (!m_environmentDialog) {
        m_environmentDialog = new EnvironmentDialog(m_environments, this);
        m_environmentDialog->setAttribute(Qt::WA_DeleteOnClose);
        if (m_view)
            m_environmentDialog->select(m_view->console().environment.name);
    }
    m_environmentDialog->open();
    if (add)
        m_environmentDialog->addEnvironment();
}

void MainWindow::importEnvironment()
{
    auto *dialog = new QFileDialog(this, tr("Import an environment"), {}, tr("Environments (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<Environment> imported = m_environments.importFile(path);
        if (imported)
            openEnvironment(imported->name);
        else
            showError(imported.error());
    });
    dialog->open();
}

void MainWindow::openHelp(const QString &page)
{
    auto *help = new HelpDialog(this);
    connect(help, &HelpDialog::linkActivated, this, &MainWindow::openLink);
    if (!page.isEmpty())
        help->openPage(page);
    help->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateForeground();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateForeground();
    // Later, so that what the command line asks for comes first.
    if (!std::exchange(m_started, true))
        QMetaObject::invokeMethod(this, &MainWindow::openFirstEnvironment, Qt::QueuedConnection);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateForeground();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCompact(width() < kCompactBelow);
    saveSoon();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        m_tracer.mark("window shown");
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !m_view)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != this)
        return false;
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    if (button != Qt::BackButton && button != Qt::ForwardButton)
        return false;
    m_actions[button == Qt::BackButton ? u"go.back"_s : u"go.forward"_s]->trigger();
    return true;
}

} // namespace podium
