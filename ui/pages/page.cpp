// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/page.h"

namespace podium {

Page::Page(const PageContext &context, const Location &location, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_location(location)
{
    m_location.part.clear();
}

void Page::showPart(const QString &part)
{
    m_part = part;
    Q_EMIT partWanted(part);
}

void Page::setLocation(const Location &location)
{
    if (location == m_location)
        return;
    m_location = location;
    Q_EMIT titleChanged();
}

} // namespace podium
