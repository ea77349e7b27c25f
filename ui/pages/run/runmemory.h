// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/inputmemory.h"

#include <QTimer>

namespace podium {

/// What is remembered for one run form. Keeps the draft up to date, at most kDelayMs after a change, and takes the
/// secrets out of everything before it is kept. UI thread.
class RunMemory : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDelayMs = 600;
    /// The draft as it is now, with the secrets; nothing while there is none.
    using Source = std::function<std::optional<InputDraft>()>;

    RunMemory(InputMemory &memory, const QString &workflowId, Source draft, QObject *parent = nullptr);
    ~RunMemory() override; ///< keeps what is still to be kept

    Async<RememberedInputs> read() { return m_memory.read(m_workflowId); }
    /// What was read; from here on the draft is followed. `schema` tells what is secret; null for none.
    void start(const RememberedInputs &kept, const SharedJson &schema);
    /// The schema changed while the form was filled in.
    void setSchema(const SharedJson &schema) { m_schema = schema; }
    const RememberedInputs &kept() const { return m_kept; }
    SharedJson storable(const Json &input) const; ///< without secrets

    void noteChange(); ///< the draft may be another one
    void flush();      ///< keeps it now
    void discard();    ///< there is none any more
    void addSent(SentInput sent);
    void keepPresets(const QList<InputPreset> &presets);
    void keepKey(const BusinessKeyPlan &key);
    InputMemory &service() const { return m_memory; }

private:
    void keep();

    InputMemory &m_memory;
    QString m_workflowId;
    Source m_draft;
    RememberedInputs m_kept;
    SharedJson m_schema;
    QTimer m_delay;
    Pending m_cleaning;
    bool m_isStarted = false;
    bool m_isDue = false; ///< the kept draft is not the present one
};

} // namespace podium
