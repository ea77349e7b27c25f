// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphlegend.h"

namespace podium {

/// What the marks of two runs on a graph mean.
class RunLegend : public GraphLegend
{
    Q_OBJECT
public:
    explicit RunLegend(QWidget *parent = nullptr);

protected:
    void paintSample(QPainter &painter, int index, int x) override;
};

} // namespace podium
