// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace podium {

class CodeView;

/// Lines of a definition that belong to one state; both ends inclusive, from 1.
struct StateLines
{
    QString state;
    int first = 0;
    int last = 0;
};

/// The deployed text of a workflow, linked with the states of its graph.
class SourceView : public QWidget
{
    Q_OBJECT
public:
    explicit SourceView(QWidget *parent = nullptr);

    void setSource(const QByteArray &text, const QString &fileName);
    /// Marks and shows the lines of a state; "" unmarks. Emits nothing.
    void showState(const QString &state, int line);
    QString stateAt(int line) const; ///< "" outside of states
    CodeView *code() const { return m_code; }

Q_SIGNALS:
    void stateActivated(const QString &state); ///< the cursor was put into it

private:
    CodeView *m_code;
    QList<StateLines> m_states;
    Pending m_reading;
    QString m_shown;
    bool m_following = false;
};

} // namespace podium
