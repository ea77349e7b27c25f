// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/inputmemory.h"

#include <QThreadPool>

namespace podium {

/// Keeps the inputs of one environment as JSON files, a folder for each workflow: FOLDER/ENVIRONMENT/WORKFLOW/
/// {draft,history,presets,key}.json, readable by their owner only. A file is written as a whole or not at all, so a
/// kill or a full disk leaves the former one. One that cannot be understood is set aside as NAME.unreadable.
class InputFiles : public InputMemory
{
    Q_OBJECT
public:
    static constexpr int kMostSent = 50;                   ///< runs of a workflow
    static constexpr qsizetype kMostSentInput = 256 << 10; ///< bytes; a larger input is not kept in the history
    static constexpr qsizetype kMostHistory = 2 << 20;     ///< bytes of one workflow; the oldest go first

    InputFiles(const QString &folder, const QString &environmentName, QObject *parent = nullptr);
    ~InputFiles() override; ///< waits until everything is written

    Async<RememberedInputs> read(const QString &workflowId) override;
    void keepDraft(const QString &workflowId, const std::optional<InputDraft> &draft) override;
    void addSent(const QString &workflowId, const SentInput &sent) override;
    void keepPresets(const QString &workflowId, const QList<InputPreset> &presets) override;
    void keepKey(const QString &workflowId, const BusinessKeyPlan &key) override;
    Result<Done> exportPreset(const InputPreset &preset, const QString &path) override;
    Result<InputPreset> importPreset(const QString &path) override;
    QString problem() const override { return m_problem; }

    QString folderOf(const QString &workflowId) const;

private:
    void inBackground(const std::function<QString()> &work);
    void setProblem(const QString &problem);

    QString m_folder;
    QString m_problem;
    QThreadPool m_worker; ///< one thread: first come, first written
};

} // namespace podium
