// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"

namespace podium {

/// Title, description, default, examples, limits and ui: hints of a schema (see services.md of the project's design for
/// the hints that the Orchestrator's forms use). What is not done becomes field.note.
void readHints(FormField &field, const Json &schema);
/// The choices of "enum", labelled by "enumNames" where they are given. null is left out: `nullable` says it.
QList<FormChoice> readChoices(const Json &schema, bool *nullable);
/// "firstName" → "First name".
QString titleFromKey(const QString &key);
/// A value as one line a user can read.
QString choiceLabel(const Json &value);
/// Property names in the order of "ui:order", else as written.
std::vector<std::string> orderedProperties(const Json &schema);

} // namespace podium
