// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/activefetch.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace podium {

class ActiveEditor;
struct UpdatedSchema;

/// What the fields of one form that ask servers have in common: whom they ask, what the form says just now, and what
/// has been answered. UI thread.
class ActiveForm : public QObject
{
    Q_OBJECT
public:
    /// More updates of the schema than this without the user doing anything are a circle.
    static constexpr int kMostUpdates = 20;

    /// `value` reads the form.
    ActiveForm(FormDataService &service, std::function<Json()> value, QObject *parent = nullptr);

    FormDataService &service() const { return m_service; }
    ActiveMemory &memory() { return m_memory; }
    const ActiveValues &values() const { return m_values; }

    void add(ActiveEditor *editor);
    void remove(ActiveEditor *editor);
    /// Another schema came: what was answered for the last one is forgotten.
    void reset();
    /// The form says something else, or has other fields.
    void follow();
    /// Fills in what a server answered: what was typed is not among it.
    void prefill(const std::function<void()> &fill);
    /// Asks the servers that check fields, then calls `done`; false, and nothing called, where there are none. A later
    /// call takes the place of an earlier one.
    bool validate(const std::function<void()> &done);
    void noteUserEdit() { m_updates = 0; }
    /// Headers in which the user wants the own token to go to the workflow.
    QStringList tokenHeaders() const { return m_tokenHeaders; }
    void setTokenHeader(const QString &name, bool wanted);
    /// The parts of the schema that an answer brings. False: refused, because there is no end to it.
    bool takeParts(const Json &parts);

Q_SIGNALS:
    void prefilled(const podium::Json &before, const podium::Json &after);
    void partsArrived(const podium::Json &parts);
    void messagesChanged(); ///< what the servers' checks say

private:
    FormDataService &m_service;
    std::function<Json()> m_value;
    ActiveMemory m_memory;
    ActiveValues m_values;
    QList<ActiveEditor *> m_editors;
    QStringList m_tokenHeaders;
    int m_updates = 0;
    int m_round = 0; ///< of validate()
    int m_checksLeft = 0;
};

} // namespace podium
