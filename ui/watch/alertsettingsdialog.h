// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/desktop.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTimeEdit;
class QVBoxLayout;

namespace podium {

class Banner;

/// How Podium tells outside of its window: messages of the desktop, quiet hours, the tray, the start with the session.
/// What this desktop cannot do is said, and the in-window list holds everything all the same. Does not block.
class AlertSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `hasTray`: whether the desktop shows icons of programs.
    AlertSettingsDialog(Desktop &desktop, bool hasTray, QWidget *parent = nullptr);

    void accept() override;

private:
    void makeDesktop(QVBoxLayout *layout);
    void makeQuiet(QVBoxLayout *layout);
    void makeTray(QVBoxLayout *layout);
    QLabel *addNote(QVBoxLayout *layout);
    void tell();

    Desktop &m_desktop;
    bool m_hasTray;
    Banner *m_banner;
    QCheckBox *m_onDesktop;
    QLabel *m_desktopNote;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QCheckBox *m_critical;
    QCheckBox *m_tray;
    QCheckBox *m_keep;
    QLabel *m_trayNote;
    QCheckBox *m_autostart;
};

} // namespace podium
