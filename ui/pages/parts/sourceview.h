// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace podium {

class CodeView;

/// Lines of a definition that belong to one state or to an action of it; both ends inclusive, from 1.
struct StateLines
{
    QString state;
    QString branch; ///< parallel branch, "" when none
    QString action; ///< "" for the whole state
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
    /// The same by name, for an action where it is given; waits until the text was read.
    void showPart(const QString &state, const QString &branch, const QString &action);
    QString stateAt(int line) const; ///< "" outside of states
    int lineOf(const QString &state, const QString &branch = {}, const QString &action = {}) const; ///< 0: not there
    CodeView *code() const { return m_code; }

Q_SIGNALS:
    void stateActivated(const QString &state); ///< the cursor was put into it

private:
    CodeView *m_code;
    QList<StateLines> m_states;
    StateLines m_wanted; ///< to be shown once the lines are known
    bool m_read = false;
    Pending m_reading;
    QString m_shown;
    bool m_following = false;
};

} // namespace podium
