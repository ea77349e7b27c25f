// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QDBusVariant;
class QString;

namespace podium {

/// Whether the desktop prefers dark, by the settings portal (org.freedesktop.appearance color-scheme,
/// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html), and until that answers,
/// or without it, by the palette that the desktop's theme gave. Never blocks. UI thread.
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    /// Made before the first applyTheme(), which hides the desktop's palette.
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }
    void setDark(bool dark);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();

    bool m_dark;
};

} // namespace podium
