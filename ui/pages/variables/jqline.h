// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/json/jqrunner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace podium {

/// A line for a jq expression: applies it to a document as it is typed, says how many results there are or what is
/// wrong, and can be stopped.
class JqLine : public QWidget
{
    Q_OBJECT
public:
    explicit JqLine(QWidget *parent = nullptr);

    void setDocument(const SharedJson &document); ///< an expression is applied anew
    void setLimits(const JqLimits &limits) { m_limits = limits; }
    QLineEdit *field() const { return m_field; }
    QString message() const; ///< what it says about the last expression
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// What the expression makes of the document: its result, or an array where it has several. Null: no expression.
    void filtered(const podium::SharedJson &results);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void showOutcome(const Result<JqOutcome> &outcome);
    void setBusy(bool busy);
    void say(const QString &text, bool failed);

    QLineEdit *m_field;
    QLabel *m_message;
    QToolButton *m_stop;
    QTimer m_delay;
    QTimer m_patience;
    SharedJson m_document;
    JqLimits m_limits;
    Pending m_pending;
    bool m_busy = false;
};

} // namespace podium
