// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/partnames.h"
#include "models/document/structureeditor.h"

namespace podium {

/// Changes of a workflow in the words of workflows, as changes of its text: what the graph editor does. Answers and
/// errors as StructureEditor's; parts are found by name. A SonataFlow resource is edited within its spec.flow.
class WorkflowEditor
{
    Q_DECLARE_TR_FUNCTIONS(podium::WorkflowEditor)
public:
    /// Where control goes from: a place that has `transition` or `end`.
    struct EdgeEnd
    {
        QString state;
        /// Within the state: {} for its own, {"dataConditions", 0}, {"defaultCondition"}, {"onErrors", 1}…
        DocumentPath place;
    };

    explicit WorkflowEditor(const TextTree &tree);

    const StructureEditor &structure() const { return m_editor; }
    DocumentPath pathOf(PartKind kind, const QString &name) const; ///< empty where there is none

    Result<TextEdit> addState(const Json &state, const QString &after = {}) const; ///< at the end with ""
    /// With all that leads to it: transitions to it become ends.
    Result<TextEdit> removeState(const QString &name) const;
    /// A copy right behind the state; the text and its comments are copied, only the name differs.
    Result<TextEdit> duplicateState(const QString &name, const QString &copy) const;
    /// Makes or redirects the way out; an end gives way.
    Result<TextEdit> setTransition(const EdgeEnd &from, const QString &to) const;
    Result<TextEdit> setEnd(const EdgeEnd &from) const;
    /// `state`, whose own way out is set to where the edge led, comes in between.
    Result<TextEdit> insertOnEdge(const EdgeEnd &edge, Json state) const;
    Result<TextEdit> addAction(const QString &state, const Json &action, int position = -1) const;
    /// With every reference to it.
    Result<TextEdit> rename(PartKind kind, const QString &name, const QString &to) const;

private:
    TextPlace placeAt(const DocumentPath &path) const;
    Result<DocumentPath> stateAt(const QString &name) const;
    Result<TextEdit> redirect(const DocumentPath &place, const Json &transition) const;
    static Error missing(const QString &why);

    const TextTree &m_tree;
    StructureEditor m_editor;
    TextPlace m_flow;
    DocumentPath m_root;
};

} // namespace podium
