// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace podium {

/// What was typed into a run form and not sent yet.
struct InputDraft
{
    QDateTime time; ///< UTC, of the last change
    QString businessKey;
    SharedJson input;
};

/// An input that a run was started with.
struct SentInput
{
    QDateTime time; ///< UTC
    QString businessKey;
    QString version; ///< of the workflow
    QString instanceId;
    SharedJson input; ///< null where it was too large to be kept
};

/// An input with a name, to be used again.
struct InputPreset
{
    QString name;
    SharedJson input;
};

/// How business keys of a workflow are made, see expandBusinessKey().
struct BusinessKeyPlan
{
    QString pattern; ///< "" for none
    qint64 next = 1; ///< what {n} stands for in the next key
    bool operator==(const BusinessKeyPlan &) const = default;
};

/// All that is kept for the run form of one workflow.
struct RememberedInputs
{
    std::optional<InputDraft> draft;
    QList<SentInput> history;   ///< newest first
    QList<InputPreset> presets; ///< by name
    BusinessKeyPlan key;
};

/// Keeps inputs of the workflows of one environment. Who gives them has taken the secrets out (withoutSecrets()): what
/// comes in here is written. UI thread; files are written in the background, in the order of the calls.
class InputMemory : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reads what is kept for a workflow. Never fails: what cannot be read is left out, and problem() says so.
    virtual Async<RememberedInputs> read(const QString &workflowId) = 0;

    /// Takes the place of the draft there was; nothing: sent or discarded.
    virtual void keepDraft(const QString &workflowId, const std::optional<InputDraft> &draft) = 0;
    virtual void addSent(const QString &workflowId, const SentInput &sent) = 0;
    /// In the place of all presets of the workflow.
    virtual void keepPresets(const QString &workflowId, const QList<InputPreset> &presets) = 0;
    virtual void keepKey(const QString &workflowId, const BusinessKeyPlan &key) = 0;

    /// A preset as a file to hand on. Kind::Storage with the reason when it cannot be written or read, Kind::Validation
    /// for a file that is none. Not in the background.
    virtual Result<Done> exportPreset(const InputPreset &preset, const QString &path) = 0;
    virtual Result<InputPreset> importPreset(const QString &path) = 0;

    /// Why something could not be kept or read, translated plain text; "" when all is well.
    virtual QString problem() const = 0;

Q_SIGNALS:
    void problemChanged();
};

/// The presets with `preset` among them, in the place of one of the same name, sorted by name.
QList<InputPreset> withPreset(QList<InputPreset> presets, const InputPreset &preset);

} // namespace podium
