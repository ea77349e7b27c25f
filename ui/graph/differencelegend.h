// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphlegend.h"

namespace podium {

/// What the marks of a comparison mean.
class DifferenceLegend : public GraphLegend
{
    Q_OBJECT
public:
    explicit DifferenceLegend(QWidget *parent = nullptr);

protected:
    void paintSample(QPainter &painter, int index, int x) override;
};

} // namespace podium
