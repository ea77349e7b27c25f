// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace podium {

class BusyBar;

/// The line under a field that asks a server: what it is doing, what came of it, and a button to try again. Its place
/// is kept free, so that nothing moves when it says something short.
class ActiveStatus : public QWidget
{
    Q_OBJECT
public:
    /// `field` is the title of the field, for screen readers.
    ActiveStatus(const QString &field, QWidget *parent);

    void show(const QString &text, Tone tone, bool isBusy);
    void setRetry(bool possible); ///< whether the button is there
    QString text() const;

Q_SIGNALS:
    void retryAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void color();

    BusyBar *m_busy;
    QLabel *m_text;
    QToolButton *m_retry;
    Tone m_tone = Tone::Neutral;
};

} // namespace podium
