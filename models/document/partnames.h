// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/documentmap.h"

namespace podium {

/// What the parts of a definition call each other by.
enum class PartKind { State, Function, Event, Error, Retry, Auth };

/// The list of a definition that holds the parts of a kind: "states", "functions"…
QString listOf(PartKind kind);

/// A name in a definition, where it is given or where it is used.
struct PartName
{
    PartKind kind = PartKind::State;
    QString name;
    int node = -1; ///< the scalar, aliases followed
    bool definition = false;
};

/// Every name of a definition, in the order of the text. `flow` is the definition's root: see flowRoot().
QList<PartName> partNames(const TextTree &tree, const TextPlace &flow);
/// The definition within a document: the root, or spec.flow of a SonataFlow resource.
TextPlace flowRoot(const TextTree &tree);

} // namespace podium
