// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

namespace podium {

struct WorkflowInstance;

/// What failures that have the same cause share: the workflow, the node and the message without what differs from run
/// to run.
struct FailureKey
{
    QString workflowId;
    QString nodeDefinitionId; ///< "" where the server does not tell the node
    QString pattern;          ///< normalisedMessage()

    bool operator==(const FailureKey &) const = default;
};

size_t qHash(const FailureKey &key, size_t seed = 0);

/// Of the error that the instance holds; its state does not matter.
FailureKey failureKeyOf(const WorkflowInstance &instance);

/// A message of a service as one line of at most 300 characters, with "<time>", "<id>", "<host>", "<value>" (quoted
/// texts) and "<n>" (numbers) in place of what differs between two failures of the same kind. HTTP statuses stay: 404
/// and 503 are not the same failure. Without the frames of a stack trace. Any text, any thread.
QString normalisedMessage(const QString &message);

/// The longest part of a message that similar ones share word for word, at most 120 characters and within one line:
/// what a server can search for. Without quotes, backslashes and "*", which searches give a meaning; "" where a message
/// has no part of at least 4 characters.
QString searchablePart(const QString &message);

} // namespace podium
