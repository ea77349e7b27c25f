// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/domain/workflowdefinition.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace podium {

class SourceView;
class StateView;

/// The text of the definition that a run was started from. It is taken in when it is first looked at.
class InstanceSource : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceSource(QWidget *parent = nullptr);

    void setSource(const WorkflowSource &source);
    void setError(const Error &error, std::function<void()> retry);
    /// Marks and shows a state or an action of it; "" for none. Emits nothing.
    void showPart(const QString &state, const QString &branch, const QString &action);
    SourceView *view() const { return m_view; }

Q_SIGNALS:
    void stateActivated(const QString &state); ///< the cursor was put into it

protected:
    void showEvent(QShowEvent *event) override;

private:
    SourceView *m_view;
    StateView *m_states;
    std::optional<WorkflowSource> m_waiting; ///< not looked at yet
    QByteArray m_text;
};

} // namespace podium
