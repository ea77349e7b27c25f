// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/inputmemory.h"
#include "tests/fakes/fakereplies.h"

#include <QHash>

namespace podium {

/// Keeps inputs until it is destroyed; the files of exported presets in memory.
class FakeInputs : public InputMemory
{
    Q_OBJECT
public:
    using InputMemory::InputMemory;

    Async<RememberedInputs> read(const QString &workflowId) override
    {
        return reads.reply<RememberedInputs>(kept.value(workflowId));
    }
    void keepDraft(const QString &workflowId, const std::optional<InputDraft> &draft) override
    {
        kept[workflowId].draft = draft;
    }
    void addSent(const QString &workflowId, const SentInput &sent) override { kept[workflowId].history.prepend(sent); }
    void keepPresets(const QString &workflowId, const QList<InputPreset> &presets) override
    {
        kept[workflowId].presets = presets;
    }
    void keepKey(const QString &workflowId, const BusinessKeyPlan &key) override { kept[workflowId].key = key; }
    Result<Done> exportPreset(const InputPreset &preset, const QString &path) override
    {
        files.insert(path, preset);
        return Done();
    }
    Result<InputPreset> importPreset(const QString &path) override
    {
        if (files.contains(path))
            return files.value(path);
        Error error;
        error.kind = Error::Kind::Validation;
        error.what = QStringLiteral("The file could not be imported.");
        return error;
    }
    QString problem() const override { return m_problem; }

    void setProblem(const QString &text)
    {
        m_problem = text;
        Q_EMIT problemChanged();
    }

    QHash<QString, RememberedInputs> kept; ///< by workflow
    QHash<QString, InputPreset> files;     ///< by path
    FakeReplies reads;

private:
    QString m_problem;
};

} // namespace podium
