// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"
#include "models/domain/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace podium {

class QrCode;

/// The code of a device sign-in, large, with its address, a QR code and the time that is left.
class DeviceCodePanel : public QWidget
{
    Q_OBJECT
public:
    explicit DeviceCodePanel(const Clock &clock, QWidget *parent = nullptr);

    void setCode(const DeviceCode &code);

Q_SIGNALS:
    void openUrlWanted(const QUrl &url);

private:
    void updateCountdown();

    const Clock &m_clock;
    DeviceCode m_code;
    QrCode *m_qr;
    QLabel *m_userCode;
    QPushButton *m_link;
    QLabel *m_countdown;
    QTimer m_tick;
};

} // namespace podium
