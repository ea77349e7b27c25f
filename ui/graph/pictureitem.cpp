// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/pictureitem.h"

#include <QStyleOptionGraphicsItem>

namespace podium {

PictureItem::PictureItem(Paint paint)
    : m_paint(std::move(paint))
{
    setFlag(ItemUsesExtendedStyleOption); // tells what is exposed
}

// At the largest zoom still within the whole numbers that scroll bars count in.
QRectF PictureItem::room()
{
    constexpr double kFar = 5e7;
    return {-kFar, -kFar, 2 * kFar, 2 * kFar};
}

void PictureItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    m_paint(*painter, option->exposedRect);
}

} // namespace podium
