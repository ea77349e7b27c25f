// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/activechoices.h"
#include "models/form/activeprops.h"
#include "models/form/activetemplate.h"

#include <QObject>
#include <QTimer>

namespace podium {

/// Answers that one form has had, so that a field that is made again does not ask again. UI thread.
class ActiveMemory
{
public:
    const ActiveAnswer *find(const QByteArray &key) const;
    void keep(const QByteArray &key, const ActiveAnswer &answer);

private:
    QHash<QByteArray, ActiveAnswer> m_answers;
};

/// What one field asks, and when: once its values are there, and again when one of its triggers changes, a moment after
/// the last change. A newer question drops the answer of the older one. Selectors are worked out on a worker thread.
/// UI thread; destroying it cancels what is under way.
class ActiveFetch : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,    ///< not asked yet
        Waiting, ///< for missing()
        Asking,
        Answered,
        Failed, ///< see error()
    };
    static constexpr int kDelayMs = 350; ///< after the last change of a trigger

    /// The references outlive it.
    ActiveFetch(FormDataService &service, ActiveMemory &memory, const ActiveProps &props, QObject *parent = nullptr);

    /// The values of the form are these now.
    void follow(const ActiveValues &values);
    void askAgain(); ///< by the user

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const ActiveAnswer &answer() const { return m_answer; }
    QStringList missing() const { return m_missing; } ///< keys without a value
    bool hasAllTriggers() const;                      ///< none of them is empty
    int attempt() const { return m_attempt; }         ///< from 1; more where it tries again by itself
    QString origin() const;                           ///< host and port that are asked
    /// The name under which an answer holds the whole body, where no selector "value" picks a part of it.
    static QString wholeBody() { return QStringLiteral("\n"); }

Q_SIGNALS:
    void stateChanged();
    void triggered(); ///< one of the triggers changed, after the first time
    void answered();

private:
    void ask(bool again);
    void send();
    void received(const Result<ActiveAnswer> &result);
    void setState(State state);
    Json triggerValues() const;
    std::optional<FormDataRequest> request();

    FormDataService &m_service;
    ActiveMemory &m_memory;
    ActiveProps m_props;
    ActiveValues m_values;
    std::optional<Json> m_triggers; ///< as of the last question
    State m_state = State::Idle;
    Error m_error;
    ActiveAnswer m_answer;
    QStringList m_missing;
    FormDataRequest m_request;
    QTimer m_delay;
    QTimer m_retry;
    Pending m_pending;
    int m_attempt = 1;
};

/// A question with its templates filled in; nothing while keys of its address are `missing`.
std::optional<FormDataRequest> filledRequest(const ActiveRequest &request, const ActiveValues &values,
                                             QStringList *missing);
/// Works out all selectors on the body of an answer. Any thread.
ActiveAnswer selected(const ActiveProps &props, const SharedJson &body, const SharedJson &current);

} // namespace podium
