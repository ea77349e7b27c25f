// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/documentmap.h"

#include <QSet>

namespace podium {

/// What a definition says not to be told: see checkDefinition().
class Silence
{
public:
    explicit Silence(const DocumentMap &map, const TextPlace &flow);
    bool covers(const QString &rule, qsizetype offset) const;

private:
    struct Order
    {
        ByteRange range;
        QSet<QString> rules;
    };
    void comments(const DocumentMap &map);
    void metadata(const DocumentMap &map, const TextPlace &flow);

    QList<Order> m_orders;
};

} // namespace podium
