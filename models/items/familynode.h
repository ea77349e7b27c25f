// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/familymodel.h"

#include <algorithm>

namespace podium {

struct FamilyModel::Node
{
    Kind kind = Kind::Run;
    WorkflowInstance run;
    QString problem;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    bool asked = false; ///< children are read or being read
    bool answered = false;
    int read = 0; ///< rows of the server that came; where the next page begins
    Pending reading;

    bool isRun() const { return parent && (kind == Kind::Run || kind == Kind::Repeated); }
    int row() const
    {
        const auto &siblings = parent->children;
        const auto it =
            std::find_if(siblings.begin(), siblings.end(), [this](const auto &each) { return each.get() == this; });
        return static_cast<int>(it - siblings.begin());
    }
    Node *childOf(const QString &id) const
    {
        for (const auto &child : children) {
            if (child->isRun() && child->run.id == id)
                return child.get();
        }
        return nullptr;
    }
};

} // namespace podium
