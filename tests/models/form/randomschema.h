// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QRandomGenerator>

namespace podium {

/// Schemas of draft 7 with every keyword that a form knows, the same one for the same seed. Each can be satisfied.
class RandomSchema
{
public:
    explicit RandomSchema(quint32 seed)
        : m_random(seed)
    {
    }

    Json make(); ///< an object with up to eight members and definitions to refer to

private:
    Json part(int depth);
    Json text();
    Json number();
    Json choice();
    Json list(int depth);
    Json object(int depth);
    Json map(int depth);
    Json alternatives(int depth);
    void addConditions(Json &object);
    void describe(Json &schema);
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool often() { return below(2) == 0; }
    bool seldom() { return below(6) == 0; }

    QRandomGenerator m_random;
};

} // namespace podium
