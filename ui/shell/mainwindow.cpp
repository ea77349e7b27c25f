// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "models/core/clock.h"
#include "models/core/trace.h"
#include "models/items/bulklistmodel.h"
#include "models/services/environmentservice.h"
#include "models/services/livefeed.h"
#include "ui/shell/bulkwork.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/environmentstack.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/palettesource.h"
#include "ui/shell/railviews.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/themesheet.h"
#include "ui/workspace/workspaceview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kCompactBelow = 900;
const QString kWorkspace = u"workspace"_s;
} // namespace

MainWindow::MainWindow(ConsoleProvider &consoles, EnvironmentService &environments, WorkspaceService &workspace,
                       const std::vector<PageEntry> &pages, Tracer &tracer, QWidget *parent)
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
    buildLayout(workspace);
    checkChoices();
    m_workspace->restoreState(m_state.workspaceState());

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
    qApp->installEventFilter(this);
    m_state.restoreGeometry(this);
    updateChrome();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    // Pages use the display settings and services until they are gone.
    m_stack->disconnect(this);
    delete m_stack;
}

void MainWindow::buildLayout(WorkspaceService &workspace)
{
    auto *central = new QWidget(this);
    m_topBar = new TopBar(m_actions, central);
    m_rail = new NavigationRail(m_pages, central);
    m_railViews = std::make_unique<RailViews>(*m_rail, *this);
    m_banner = new Banner(central);
    m_stack = new EnvironmentStack(m_consoles, m_environments, m_state, m_pages, *this, m_display, central);
    m_status = new StatusLine(central);
    m_palette = new CommandPalette(central);
    for (QWidget *part : std::initializer_list<QWidget *>{m_topBar, m_rail, m_banner, m_status, m_palette})
        wearTheme(part);
    m_paletteSource = std::make_unique<PaletteSource>(m_actions, m_pages, m_status->work(), *this);
    m_palette->setSource([this] { return m_paletteSource->items(); });
    m_palette->setTextSource([this](const QString &text) { return m_paletteSource->itemsFor(text); });

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(makeAreas(workspace), 1);
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
    connect(m_stack->welcome(), &WelcomePage::addWanted, this, [this] { editEnvironments(true); });
    connect(m_stack->welcome(), &WelcomePage::importWanted, this, &MainWindow::importEnvironment);
    connect(m_stack->welcome(), &WelcomePage::helpWanted, this, [this] { openHelp(); });
    connect(m_stack, &EnvironmentStack::viewAdded, this, &MainWindow::followBulks);
    connect(m_stack, &EnvironmentStack::viewChanged, this, &MainWindow::onViewChanged);
    connect(m_stack, &EnvironmentStack::liveChanged, this, &MainWindow::updateLive);
    connect(m_stack, &EnvironmentStack::contentChanged, this, [this] {
        updateChrome();
        saveSoon();
    });
    connect(m_paletteSource.get(), &PaletteSource::changed, this, [this] {
        if (m_palette->isVisible())
            m_palette->reload();
    });
}

EnvironmentView *MainWindow::currentView() const
{
    return m_stack->view();
}

void MainWindow::openEnvironment(const QString &name)
{
    if (m_stack->openEnvironment(name))
        return showWorkspace(false);
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = tr("The environment “%1” could not be opened.").arg(name);
    error.why = tr("There is no environment of this name.");
    showError(error);
}

void MainWindow::onViewChanged()
{
    EnvironmentView *view = currentView();
    m_paletteSource->setView(view);
    if (view && m_wanted.isValid())
        view->open(std::exchange(m_wanted, {}));
    updateChrome();
}

void MainWindow::followBulks(EnvironmentView *view)
{
    auto *work = new BulkWork(view->console(), m_status->work(), *view, view);
    connect(work, &BulkWork::interrupted, view, [this, view](const BulkReport &report) {
        const QString about = bulkTitle(report.verb, static_cast<int>(report.items.size()));
        m_banner->setMessage(Tone::Warning,
                             tr("Podium was closed before this was through: %1 (%2). Nothing goes on by itself.")
                                 .arg(about, view->console().environment.name),
                             tr("Show the report"), [view = QPointer(view), id = report.id] {
                                 if (view)
                                     view->open({u"bulk"_s, id, {}});
                             });
    });
    work->findInterrupted();
}

void MainWindow::updateChrome()
{
    EnvironmentView *view = currentView();
    TabArea *tabs = view ? view->tabs() : nullptr;
    const bool isOffline = isWorkspaceShown();
    const Page *page = tabs && !isOffline ? tabs->currentPage() : nullptr;
    const QString environment = view ? view->console().environment.name : QString();
    m_topBar->setEnvironments(m_environments.environments(), environment);
    m_topBar->setConsole(tabs ? &view->console() : nullptr, *this, m_display);
    m_rail->setPagesEnabled(tabs);
    m_railViews->setView(tabs ? view : nullptr);
    m_rail->setCurrent(isOffline ? kWorkspace : tabs ? tabs->current().kind : QString());
    m_actions[u"go.back"_s]->setEnabled(view && view->canGoBack() && !isOffline);
    m_actions[u"go.forward"_s]->setEnabled(view && view->canGoForward() && !isOffline);
    m_actions[u"view.refresh"_s]->setEnabled(page);
    for (const QString &id : {u"tab.close"_s, u"tab.closeOthers"_s, u"tab.next"_s, u"tab.previous"_s, u"tab.reopen"_s})
        m_actions[id]->setEnabled(tabs && !isOffline);
    m_actions[u"tab.close"_s]->setEnabled(tabs || isOffline);
    for (const QString &id : {u"session.signOut"_s, u"journal.open"_s, u"bulks.open"_s, u"watch.open"_s})
        m_actions[id]->setEnabled(tabs);
    QStringList parts{page ? page->title() : QString(), isOffline ? workspaceTitle() : environment, tr("Podium")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(u" – "_s));
    updateLive();
}

void MainWindow::updateLive()
{
    EnvironmentView *view = currentView();
    if (!view || !view->tabs()) {
        m_liveTick.stop();
        return m_status->setLive({}, {});
    }
    Console &console = view->console();
    const LiveStatus status = console.live.status();
    m_status->setLive(status, liveText(status, m_display.timeStyle(), console.clock.now()));
    // "Offline, data of 3 min ago" grows older by itself.
    if (status.mode == LiveStatus::Mode::Offline && m_display.timeStyle() == TimeStyle::Relative)
        m_liveTick.start();
    else
        m_liveTick.stop();
}

void MainWindow::updateSeen()
{
    m_stack->setSeen(isVisible() && !isMinimized());
}

void MainWindow::applyScheme()
{
    const Scheme system = m_systemScheme.isDark() ? Scheme::Dark : Scheme::Light;
    const Scheme wanted = m_display.scheme() == Scheme::System ? system : m_display.scheme();
    const bool dark = isDark(QApplication::palette());
    if (!std::exchange(m_isThemed, true) || dark != (wanted == Scheme::Dark))
        applyTheme(*qApp, wanted);
}

void MainWindow::saveSoon()
{
    // Never put off what is due: changes may keep coming.
    if (m_started && !m_saveDelay.isActive())
        m_saveDelay.start();
}

void MainWindow::save()
{
    m_saveDelay.stop();
    m_state.saveGeometry(*this);
    m_state.saveDisplay(m_display);
    m_state.setWorkspaceState(m_workspace->saveState());
    m_stack->save();
}

void MainWindow::open(const Location &location)
{
    showWorkspace(location.kind == kWorkspace);
    if (location.kind == kWorkspace)
        return;
    EnvironmentView *view = currentView();
    if (view)
        view->open(location);
    else
        m_wanted = location;
}

void MainWindow::openRun(const QString &workflowId, const QString &version, const SharedJson &input)
{
    if (currentView())
        currentView()->openRun(workflowId, version, input);
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
    if (currentView())
        currentView()->close(location);
}

int MainWindow::beginWork(const QString &title, std::function<void()> cancel)
{
    return m_status->work().begin(title, std::move(cancel));
}

void MainWindow::setWorkProgress(int work, qint64 done, qint64 total)
{
    m_status->work().setProgress(work, done, total);
}

void MainWindow::endWork(int work)
{
    m_status->work().end(work);
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
        updateSeen();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateSeen();
    // Later, so that what the command line asks for comes first.
    if (!std::exchange(m_started, true))
        QMetaObject::invokeMethod(m_stack, &EnvironmentStack::openLast, Qt::QueuedConnection);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateSeen();
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
    // A dialog of no part of the window would stay bare.
    if (event->type() == QEvent::Polish && watched != this && watched->isWidgetType())
        wearThemeAsWindow(static_cast<QWidget *>(watched));
    if (event->type() != QEvent::MouseButtonPress || !currentView())
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
