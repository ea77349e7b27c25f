// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"

#include <QFrame>

class QToolButton;

namespace podium {

/// One condition of the filter: Enter or Space edits it, Del takes it away, the arrow keys go to its neighbours.
class ConditionChip : public QFrame
{
    Q_OBJECT
public:
    /// `problem` says why the server does not know it; "" when it does.
    ConditionChip(const InstanceCondition &condition, const QString &problem, QWidget *parent = nullptr);

    QToolButton *button() const { return m_text; }

Q_SIGNALS:
    void editWanted();
    void removeWanted();
    void stepWanted(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *m_text;
};

} // namespace podium
