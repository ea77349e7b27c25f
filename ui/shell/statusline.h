// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/livefeed.h"
#include "ui/shell/worklist.h"
#include "ui/widgets/timetext.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace podium {

/// How the live feed is doing, in the words of the status line: "live", "polling every 2 s", "offline, data of 09:41".
QString liveText(const LiveStatus &status, TimeStyle style, const QDateTime &nowUtc);

/// Why it is so, in a sentence or two; "" where there is nothing to say.
QString liveExplanation(const LiveStatus &status);

/// The line at the bottom: connection, passing messages, background work.
class StatusLine : public QFrame
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// How live the data is; `text` from liveText(). Without an environment: an empty text.
    void setLive(const LiveStatus &status, const QString &text);
    void showMessage(const QString &text); ///< for six seconds; plain text
    QString message() const;
    WorkList &work() { return m_work; }

Q_SIGNALS:
    void refreshWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
    void updateWork();
    void showWorkMenu();

    QToolButton *m_live;
    QLabel *m_message;
    QToolButton *m_workButton;
    QProgressBar *m_progress;
    QTimer m_fade;
    QTimer m_workDelay;
    WorkList m_work;
    LiveStatus m_status;
};

} // namespace podium
