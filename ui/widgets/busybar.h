// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace podium {

/// Thin indeterminate progress under a header. Always keeps its 2 px, so that nothing moves when work starts or ends.
class BusyBar : public QWidget
{
    Q_OBJECT
public:
    explicit BusyBar(QWidget *parent = nullptr);

    void setBusy(bool busy); ///< shown only after 150 ms
    bool isBusy() const { return m_busy; }
    QSize sizeHint() const override { return {40, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_busy = false;
    QTimer m_delay;
    QTimer m_animation;
    QElapsedTimer m_clock;
};

} // namespace podium
