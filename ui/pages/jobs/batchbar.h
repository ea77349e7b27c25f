// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace podium {

class JobActions;

/// How far an action on many jobs is, and a way to stop it. Hidden while none runs.
class BatchBar : public QWidget
{
    Q_OBJECT
public:
    explicit BatchBar(JobActions &actions, QWidget *parent = nullptr);

private:
    void follow();

    JobActions &m_actions;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace podium
