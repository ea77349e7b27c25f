// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGraphicsItem>

#include <functional>

namespace podium {

/// The whole picture as one item of the scene. What the exposed part of it shows, and in which detail, the GraphPainter
/// finds out by itself: an item per node would cost 10,000 nodes a frame each, and know nothing that it does not.
class PictureItem : public QGraphicsItem
{
public:
    using Paint = std::function<void(QPainter &painter, const QRectF &exposed)>;

    explicit PictureItem(Paint paint);

    /// Room for the picture and for all that can be panned around it; larger than any graph. In scene units.
    static QRectF room();

    QRectF boundingRect() const override { return room(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Paint m_paint;
};

} // namespace podium
