// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace podium {

/// A row of samples with their names below a graph. In a narrow view they move together before the last one is cut.
class GraphLegend : public QWidget
{
    Q_OBJECT
public:
    /// names: translated; gap: in pixels behind each, where there is room.
    GraphLegend(const QStringList &names, int gap, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    static constexpr int kSample = 34; ///< width of a sample

    /// index: of the name; x: where the sample begins.
    virtual void paintSample(QPainter &painter, int index, int x) = 0;
    void paintEvent(QPaintEvent *event) final;

private:
    QStringList m_names;
    int m_gap;
};

} // namespace podium
