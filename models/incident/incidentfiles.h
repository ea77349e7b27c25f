// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/incident/redaction.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace podium {

/// What can go into an incident bundle.
enum class IncidentPart { Instance, Nodes, Variables, Definition, Graph, Jobs, Start };
inline constexpr int kIncidentParts = 7;
QString displayName(IncidentPart part); ///< translated

/// All that is known about an instance. What could not be read is left empty.
struct IncidentSources
{
    WorkflowInstance instance; ///< detailed
    WorkflowSource source;
    QByteArray graph; ///< SVG
    std::optional<QList<Job>> jobs;
    QUrl start; ///< where the run was started, after the rules of the environment
    QString environment;
    QDateTime madeAt; ///< UTC
};

struct IncidentFile
{
    QString name; ///< within the bundle, of ASCII letters, digits, ".", "_" and "-"
    QByteArray content;
};

/// Whether there is anything to put into a part.
bool hasPart(const IncidentSources &sources, IncidentPart part);

/// The files of a bundle with a README.txt in front that says what they are; `redaction` was made of
/// `sources.instance.variables`, and is applied to every file. Nothing when cancelled. Any thread.
QList<IncidentFile> incidentFiles(const IncidentSources &sources, const QList<IncidentPart> &parts,
                                  const Redaction &redaction, const std::function<bool()> &cancelled = {});

/// A line for a shell that starts a run like this one; the token is a placeholder. `input` null: {}.
QByteArray startCommand(const QUrl &start, const SharedJson &input);

/// "incident-order-9b2d6c1e.zip"
QString incidentFileName(const WorkflowInstance &instance);

} // namespace podium
