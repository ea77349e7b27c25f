// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktopapplication.h"

#include "app/backgroundwatch.h"
#include "app/consoles.h"
#include "app/desktop/autostartfile.h"
#include "app/desktop/dbusnotifier.h"
#include "models/core/clock.h"
#include "models/notices/alertsettings.h"
#include "models/notices/desktopalerts.h"
#include "models/notices/noticestore.h"
#include "models/services/instanceservice.h"
#include "models/watch/firing.h"
#include "models/watch/watchrules.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/trayicon.h"

#include <QApplication>
#include <QDBusConnection>
#include <QStandardPaths>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMuteMs = 3'600'000;
}

DesktopApplication::DesktopApplication(const QString &configFolder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(std::make_unique<AlertSettings>(configFolder % u"/notifications.json"_s))
    , m_notifier(std::make_unique<DBusNotifier>(QDBusConnection::sessionBus()))
    , m_autostart(std::make_unique<AutostartFile>(
          QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) % u"/autostart"_s,
          QCoreApplication::applicationFilePath()))
    , m_desktop(std::make_unique<Desktop>(Desktop{*m_settings, *m_notifier, *m_autostart}))
    , m_alerts(std::make_unique<DesktopAlerts>(*m_settings, *m_notifier, clock))
    , m_tray(std::make_unique<TrayIcon>())
{
    connect(m_alerts.get(), &DesktopAlerts::openWanted, this, &DesktopApplication::open);
    connect(m_alerts.get(), &DesktopAlerts::retryWanted, this, &DesktopApplication::retry);
    connect(m_alerts.get(), &DesktopAlerts::muteWanted, this, &DesktopApplication::mute);
    connect(m_alerts.get(), &DesktopAlerts::unreadChanged, m_tray.get(), &TrayIcon::setUnread);
    connect(m_tray.get(), &TrayIcon::openWanted, this, &DesktopApplication::showWindow);
    connect(m_tray.get(), &TrayIcon::notificationsWanted, this, [this] { open({}, u"notifications"_s); });
    connect(m_tray.get(), &TrayIcon::silenceWanted, this, &DesktopApplication::silence);
    connect(m_tray.get(), &TrayIcon::quitWanted, this, &DesktopApplication::quit);
    connect(m_settings.get(), &AlertSettings::changed, this, &DesktopApplication::applySettings);
}

DesktopApplication::~DesktopApplication() = default;

void DesktopApplication::surround(Consoles &consoles, EnvironmentService &environments, MainWindow &window)
{
    m_consoles = &consoles;
    m_window = &window;
    connect(&consoles, &Consoles::made, this, [this](Console *console) { follow(*console); });
    m_background = std::make_unique<BackgroundWatch>(consoles, environments);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (m_settings->values().keepsRunning && !m_tray->isThere())
            QApplication::quit();
    });
    applySettings();
}

void DesktopApplication::follow(Console &console)
{
    if (!console.notices)
        return;
    AlertSource source;
    source.environment = console.environment.name;
    source.isProduction = console.environment.production;
    source.service = console.notices;
    source.isWatched = true;
    source.isMuted = [rules = console.watch, clock = &m_clock](const Notification &notice) {
        const WatchRule *rule = rules ? rules->find(NoticeStore::groupOf(notice)) : nullptr;
        return rule && rule->isMuted(clock->now());
    };
    source.isRetryable = isOfFailedInstance;
    m_alerts->follow(source);
}

void DesktopApplication::showWindow()
{
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void DesktopApplication::startMinimized()
{
    if (!m_tray->isThere())
        m_window->showMinimized();
}

void DesktopApplication::open(const QString &environment, const QString &target)
{
    showWindow();
    if (!environment.isEmpty())
        m_window->openEnvironment(environment);
    if (const Location location = Location::fromText(target); location.isValid())
        m_window->open(location);
}

/// The instance as it is now: it may be repaired already.
void DesktopApplication::retry(const QString &environment, const QString &instanceId)
{
    Console *console = m_consoles->console(environment);
    if (!console)
        return;
    const auto failed = [this, environment, instanceId](const Error &error) {
        open(environment, u"instance:"_s % instanceId);
        m_window->showError(error);
    };
    InstanceService &instances = console->instances;
    deliverTo(this, instances.instance(instanceId), [this, failed, &instances](const Result<WorkflowInstance> &read) {
        if (!read)
            return failed(read.error());
        if (read->state != InstanceState::Error)
            return;
        deliverTo(this, instances.retry(*read), [failed](const Result<Done> &done) {
            if (!done)
                failed(done.error());
        });
    });
}

void DesktopApplication::mute(const QString &environment, const QString &ruleId)
{
    Console *console = m_consoles->console(environment);
    if (!console || !console->watch)
        return;
    if (const Result<Done> kept = console->watch->mute(ruleId, m_clock.now().addMSecs(kMuteMs)); !kept)
        m_window->showError(kept.error());
}

void DesktopApplication::applySettings()
{
    const AlertSettings::Values &values = m_settings->values();
    m_tray->setShown(values.inTray);
    m_tray->setSilent(values.silentUntil.isValid() && m_clock.now() < values.silentUntil);
    QApplication::setQuitOnLastWindowClosed(!(values.keepsRunning && values.inTray));
}

void DesktopApplication::silence(bool silent)
{
    AlertSettings::Values values = m_settings->values();
    values.silentUntil = silent ? m_clock.now().addMSecs(kMuteMs) : QDateTime();
    if (const Result<Done> kept = m_settings->setValues(values); !kept)
        m_window->showError(kept.error());
}

void DesktopApplication::quit()
{
    if (m_window->QWidget::close())
        QApplication::quit();
}

} // namespace podium
