// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <QString>

namespace podium {

/// "Operation", "Switch"… translated: what a screen reader says beside the title.
QString displayName(GraphNode::Kind kind);
/// An ISO 8601 duration in words of any language, "PT1H30M" → "1 h 30 min"; anything else as it is.
QString durationWords(const QString &iso);
/// An expression without its ${ } and superfluous white space.
QString bareExpression(const QString &expression);
/// At most `length` characters, with an ellipsis; one line.
QString clipped(const QString &text, int length);
/// What an action does, in one short line.
QString actionSubtitle(const Action &action, const WorkflowDocument &document);
/// "Label: text" lines about an action or a state, for tooltip and side panel.
QStringList actionDetails(const Action &action, const WorkflowDocument &document);
QStringList stateDetails(const State &state);
QStringList branchDetails(const Branch &branch);
/// About an event that is waited for or sent: its type, source and correlation, or the file that defines it.
QStringList eventDetails(const QString &name, const WorkflowDocument &document);
/// What of an event's payload is kept; empty when the definition says nothing.
QStringList filterDetails(const EventFilter &filter);
/// About the workflow as a whole: schedule, limits, secrets, where its lists are defined…
QStringList documentDetails(const WorkflowDocument &document);
/// What an end does besides ending, and what goes along with a transition.
QStringList endDetails(const End &end);
QStringList transitionDetails(const Transition &transition);
/// Hashes of what these say in full, which differ where texts do that are shown cut.
size_t textDigest(const Action &action, const WorkflowDocument &document);
size_t textDigest(const State &state);
size_t textDigest(const Outcome &outcome);
size_t textDigest(const WorkflowDocument &document); ///< of its head only
/// When a schedule lets the workflow begin: "every 15 min"; a cron rule as it is.
QString scheduleWords(const QString &schedule);

} // namespace podium
