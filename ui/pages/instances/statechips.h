// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QList>
#include <QWidget>

class QToolButton;

namespace podium {

/// One switch per state; none on means any. Arrow keys move between them, Space switches.
class StateChips : public QWidget
{
    Q_OBJECT
public:
    explicit StateChips(QWidget *parent = nullptr);

    QList<InstanceState> states() const;
    void setStates(const QList<InstanceState> &states); ///< emits nothing

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<QToolButton *> m_chips;
};

} // namespace podium
