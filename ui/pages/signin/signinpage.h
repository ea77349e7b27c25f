// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"
#include "models/services/sessionservice.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace podium {

class BusyBar;
class DeviceCodePanel;

/// Shown in place of the pages while nobody is signed in: says what to do in each state of the session.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(Console &console, QWidget *parent = nullptr);

Q_SIGNALS:
    void openUrlWanted(const QUrl &url); ///< in the desktop's browser

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Looks
    {
        QString icon;
        QString title;
        QString text;
        QString primary;
        QString secondary;
        QString third;
        bool busy = false;
    };

    void buildLayout();
    void updateState();
    Looks looks() const;
    Looks errorLooks() const;
    void apply(const Looks &looks);
    void updateIcon();
    void updateStorageNote();
    void focusFirst();
    void onPrimary();
    void onSecondary();
    void onThird();

    Console &m_console;
    SessionService &m_session;
    std::optional<Error> m_error;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_environment;
    QLabel *m_title;
    QLabel *m_text;
    BusyBar *m_busy;
    DeviceCodePanel *m_device;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    QPushButton *m_third;
    QLabel *m_hint;
    QLabel *m_storage;
    QPushButton *m_detailsButton;
    QPlainTextEdit *m_details;
};

} // namespace podium
