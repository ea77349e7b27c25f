// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowstate.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QMainWindow>
#include <QScreen>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &environment)
{
    // Names may hold slashes, which QSettings would read as groups.
    return u"environments/"_s % QString::fromLatin1(environment.toUtf8().toHex());
}

template <typename Value>
Value bounded(const QSettings &settings, const QString &key, Value last)
{
    bool ok = false;
    const int value = settings.value(key).toInt(&ok);
    return ok && value >= 0 && value <= int(last) ? Value(value) : Value(0);
}

} // namespace

void WindowState::restoreGeometry(QMainWindow *window) const
{
    if (window->restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray()))
        return;
    const QSize available = QGuiApplication::primaryScreen()->availableSize();
    window->resize(QSize(1400, 900).boundedTo(available));
}

void WindowState::saveGeometry(const QMainWindow &window)
{
    m_settings.setValue(u"window/geometry"_s, window.saveGeometry());
}

void WindowState::restoreDisplay(DisplaySettings &display) const
{
    display.setTimeStyle(bounded(m_settings, u"display/timeStyle"_s, TimeStyle::Relative));
    display.setScheme(bounded(m_settings, u"display/scheme"_s, Scheme::Dark));
    display.setDensity(bounded(m_settings, u"display/density"_s, Density::Compact));
}

void WindowState::saveDisplay(const DisplaySettings &display)
{
    m_settings.setValue(u"display/timeStyle"_s, int(display.timeStyle()));
    m_settings.setValue(u"display/scheme"_s, int(display.scheme()));
    m_settings.setValue(u"display/density"_s, int(display.density()));
}

QString WindowState::lastEnvironment() const
{
    return m_settings.value(u"window/environment"_s).toString();
}

void WindowState::setLastEnvironment(const QString &name)
{
    m_settings.setValue(u"window/environment"_s, name);
}

QJsonObject WindowState::environmentState(const QString &name) const
{
    return QJsonDocument::fromJson(m_settings.value(keyOf(name)).toByteArray()).object();
}

QJsonObject WindowState::workspaceState() const
{
    return QJsonDocument::fromJson(m_settings.value("workspace"_L1).toByteArray()).object();
}

void WindowState::setWorkspaceState(const QJsonObject &state)
{
    m_settings.setValue("workspace"_L1, QJsonDocument(state).toJson(QJsonDocument::Compact));
}

void WindowState::setEnvironmentState(const QString &name, const QJsonObject &state)
{
    m_settings.setValue(keyOf(name), QJsonDocument(state).toJson(QJsonDocument::Compact));
}

} // namespace podium
