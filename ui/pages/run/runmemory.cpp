// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/runmemory.h"

#include "models/form/secrets.h"

namespace podium {

namespace {

InputDraft storableDraft(InputDraft draft, const SharedJson &schema, const std::optional<InputDraft> &kept)
{
    draft.input = std::make_shared<const Json>(withoutSecrets(schema, *draft.input).value_or(Json::object()));
    // One that was only brought back keeps its time.
    const bool isSame = kept && kept->businessKey == draft.businessKey && *kept->input == *draft.input;
    return isSame ? *kept : draft;
}

} // namespace

RunMemory::RunMemory(InputMemory &memory, const QString &workflowId, Source draft, QObject *parent)
    : QObject(parent)
    , m_memory(memory)
    , m_workflowId(workflowId)
    , m_draft(std::move(draft))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RunMemory::keep);
}

RunMemory::~RunMemory() = default;

void RunMemory::start(const RememberedInputs &kept, const SharedJson &schema)
{
    m_kept = kept;
    m_schema = schema;
    m_isStarted = true;
}

SharedJson RunMemory::storable(const Json &input) const
{
    return std::make_shared<const Json>(withoutSecrets(m_schema, input).value_or(Json::object()));
}

void RunMemory::noteChange()
{
    if (!m_isStarted)
        return;
    m_isDue = true;
    if (!m_delay.isActive()) // changes may keep coming: never put it off
        m_delay.start();
}

/// In the background: the input may be large.
void RunMemory::keep()
{
    const std::optional<InputDraft> draft = m_draft();
    if (!draft)
        return discard();
    const auto work = [schema = m_schema, draft = *draft, kept = m_kept.draft]() -> Result<InputDraft> {
        return storableDraft(draft, schema, kept);
    };
    m_cleaning = deliver(runOnWorker<InputDraft>(work), this, [this](const Result<InputDraft> &clean) {
        if (!clean)
            return;
        m_isDue = m_delay.isActive(); // it changed meanwhile
        m_kept.draft = *clean;
        m_memory.keepDraft(m_workflowId, *clean);
    });
}

void RunMemory::flush()
{
    m_delay.stop();
    if (!m_isDue)
        return;
    const std::optional<InputDraft> draft = m_draft();
    if (!draft)
        return discard();
    m_cleaning.cancel();
    m_isDue = false;
    m_kept.draft = storableDraft(*draft, m_schema, m_kept.draft);
    m_memory.keepDraft(m_workflowId, m_kept.draft);
}

void RunMemory::discard()
{
    m_delay.stop();
    m_cleaning.cancel();
    m_isDue = false;
    m_kept.draft.reset();
    m_memory.keepDraft(m_workflowId, std::nullopt);
}

void RunMemory::addSent(SentInput sent)
{
    sent.input = sent.input ? storable(*sent.input) : nullptr;
    m_kept.history.prepend(sent);
    m_memory.addSent(m_workflowId, sent);
}

void RunMemory::keepPresets(const QList<InputPreset> &presets)
{
    m_kept.presets = presets;
    m_memory.keepPresets(m_workflowId, presets);
}

void RunMemory::keepKey(const BusinessKeyPlan &key)
{
    m_kept.key = key;
    m_memory.keepKey(m_workflowId, key);
}

} // namespace podium
