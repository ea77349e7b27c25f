// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/auth/qtkeychainstore.h"
#include "app/connection/connectiontester.h"
#include "app/consoles.h"
#include "app/desktopapplication.h"
#include "app/environmentconsole.h"
#include "app/settings/environmentstore.h"
#include "app/settings/singleinstance.h"
#include "app/stallwatch.h"
#include "app/terminationsignals.h"
#include "app/workspace/workspacefiles.h"
#include "models/core/logging.h"
#include "models/services/sessionservice.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageregistry.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QStandardPaths>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

void Application::setNames()
{
    QCoreApplication::setOrganizationName(u"podium"_s);
    QCoreApplication::setApplicationName(u"podium"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PODIUM_VERSION));
}

std::vector<std::unique_ptr<QTranslator>> Application::installTranslations()
{
    // English goes through a translation too: it holds the plural forms.
    std::vector<std::unique_ptr<QTranslator>> translators;
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(locale, u"podium"_s, u"_"_s, u":/i18n"_s) &&
            QCoreApplication::installTranslator(translator.get()))
            translators.push_back(std::move(translator));
    }
    return translators;
}

Application::Application(const CommandLine &line)
    : m_line(line)
    , m_translators(installTranslations())
    , m_tracer(line.traceFile.isEmpty() ? std::make_unique<Tracer>() : std::make_unique<Tracer>(line.traceFile))
    , m_instance(std::make_unique<SingleInstance>())
{
    m_tracer->mark("process start");
    QNetworkProxyFactory::setUseSystemConfiguration(true);
#ifndef QT_NO_DEBUG
    new StallWatch(*m_tracer, this);
#endif
}

Application::~Application() = default;

int Application::run()
{
    if (m_instance->handOver(m_line.forHandOver()))
        return 0;
    show();
    TerminationSignals endOfSession;
    connect(&endOfSession, &TerminationSignals::requested, m_window.get(), [this] {
        if (m_window->close())
            QApplication::quit();
    });
    const int code = QApplication::exec();
    finishTrace();
    return code;
}

void Application::show()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    m_keychain = std::make_unique<QtKeychainStore>();
    const auto tester = [this](const Environment &environment, ConnectionCheck::Service service) {
        // A token only where the session belongs to exactly these settings.
        EnvironmentConsole *open = m_consoles->existing(environment);
        return m_tester->check(environment, service, open ? &open->tokens() : nullptr);
    };
    m_tester = std::make_unique<ConnectionTester>(*m_tracer);
    m_environments = std::make_unique<EnvironmentStore>(config % u"/environments"_s, tester);
    const EnvironmentConsole::Folders folders{data, config};
    m_desktop = std::make_unique<DesktopApplication>(config, m_clock);
    m_consoles =
        std::make_unique<Consoles>(*m_environments, *m_keychain, folders, m_desktop->desktop(), m_clock, *m_tracer);
    m_workspace = std::make_unique<WorkspaceFiles>(data);
    m_window = std::make_unique<MainWindow>(*m_consoles, *m_environments, *m_workspace, pageRegistry(), *m_tracer);
    m_desktop->surround(*m_consoles, *m_environments, *m_window);

    connect(m_instance.get(), &SingleInstance::received, this, [this](const QStringList &arguments) {
        const CommandLine line = CommandLine::parse(arguments);
        follow(line);
        if (!line.minimized)
            m_desktop->showWindow();
    });
    m_instance->listen();
    if (m_line.minimized)
        m_desktop->startMinimized();
    else
        m_window->show();
    if (const auto problem = m_environments->problem())
        m_window->showError(*problem);
    follow(m_line);
}

void Application::follow(const CommandLine &line)
{
    if (line.action != CommandLine::Action::Run)
        return;
    const QString name = line.environment.isEmpty() ? QString() : environmentFor(line.environment);
    if (!name.isEmpty())
        m_window->openEnvironment(name);
    if (!name.isEmpty() && line.signIn)
        signInTo(name);
    if (const Location location = Location::fromText(line.open); location.isValid())
        m_window->open(location);
    for (const QString &file : line.files)
        m_window->openFile(file);
}

void Application::signInTo(const QString &environment)
{
    Console *console = m_consoles->console(environment);
    if (!console)
        return;
    SessionService *session = &console->session;
    const auto signInWhereNeeded = [session](SessionService::State state) {
        if (state == SessionService::State::SignedOut || state == SessionService::State::Expired)
            session->signIn();
    };
    if (session->state() == SessionService::State::Restoring)
        connect(session, &SessionService::stateChanged, this, signInWhereNeeded, Qt::SingleShotConnection);
    else
        signInWhereNeeded(session->state());
}

QString Application::environmentFor(const QString &nameOrFile)
{
    const QList<Environment> known = m_environments->environments();
    const bool isName =
        std::any_of(known.cbegin(), known.cend(), [&](const Environment &e) { return e.name == nameOrFile; });
    if (isName)
        return nameOrFile;
    if (QFileInfo(nameOrFile).isFile()) {
        const Result<Environment> imported = m_environments->importFile(nameOrFile);
        if (imported)
            return imported->name;
        m_window->showError(imported.error());
        return {};
    }
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = tr("The environment “%1” could not be opened.").arg(nameOrFile);
    error.why = tr("No environment has this name, and there is no such file.");
    error.remedy = tr("Choose one of the environments in the window, or add it.");
    m_window->showError(error);
    return {};
}

void Application::finishTrace()
{
    QString problem;
    if (!m_tracer->finish(&problem))
        qCWarning(logApp, "The trace could not be written: %s", qUtf8Printable(problem));
}

} // namespace podium
