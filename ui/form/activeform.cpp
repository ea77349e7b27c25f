// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activeform.h"

#include "ui/form/activeeditor.h"

namespace podium {

ActiveForm::ActiveForm(FormDataService &service, std::function<Json()> value, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_value(std::move(value))
{
    m_values.current = std::make_shared<const Json>(Json::object());
}

void ActiveForm::add(ActiveEditor *editor)
{
    m_editors << editor;
}

void ActiveForm::remove(ActiveEditor *editor)
{
    m_editors.removeOne(editor);
}

void ActiveForm::reset()
{
    m_memory = {};
    m_tokenHeaders.clear();
    m_updates = 0;
}

void ActiveForm::follow()
{
    if (m_editors.isEmpty())
        return;
    m_values.current = std::make_shared<const Json>(m_value());
    m_values.facts = m_service.facts();
    const QList<ActiveEditor *> editors = m_editors; // an answer from memory may bring other fields
    for (ActiveEditor *editor : editors) {
        if (m_editors.contains(editor))
            editor->follow(m_values);
    }
}

void ActiveForm::prefill(const std::function<void()> &fill)
{
    const Json before = m_value();
    fill();
    const Json after = m_value();
    if (before != after)
        Q_EMIT prefilled(before, after);
}

bool ActiveForm::validate(const std::function<void()> &done)
{
    QList<ActiveEditor *> checking;
    for (ActiveEditor *editor : std::as_const(m_editors)) {
        if (editor->hasServerCheck())
            checking << editor;
    }
    const int round = ++m_round;
    if (checking.isEmpty())
        return false;
    m_values.current = std::make_shared<const Json>(m_value());
    m_checksLeft = static_cast<int>(checking.size());
    for (ActiveEditor *editor : std::as_const(checking)) {
        editor->validate(m_values, [this, round, done] {
            if (round != m_round || --m_checksLeft > 0)
                return;
            Q_EMIT messagesChanged();
            if (done)
                done();
        });
    }
    return true;
}

void ActiveForm::setTokenHeader(const QString &name, bool wanted)
{
    m_tokenHeaders.removeAll(name);
    if (wanted)
        m_tokenHeaders << name;
}

bool ActiveForm::takeParts(const Json &parts)
{
    if (m_updates >= kMostUpdates)
        return false;
    ++m_updates;
    Q_EMIT partsArrived(parts);
    return true;
}

} // namespace podium
