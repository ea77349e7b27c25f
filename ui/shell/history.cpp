// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/history.h"

#include <algorithm>

namespace podium {

namespace {
constexpr qsizetype kSteps = 100;
}

void History::visit(const Location &location)
{
    if (!location.isValid() || location == present())
        return;
    m_steps.resize(m_present + 1);
    m_steps << location;
    if (m_steps.size() > kSteps)
        m_steps.removeFirst();
    m_present = m_steps.size() - 1;
}

void History::replace(const Location &from, const Location &to)
{
    std::replace(m_steps.begin(), m_steps.end(), from, to);
}

Location History::back()
{
    return canGoBack() ? m_steps.at(--m_present) : Location();
}

Location History::forward()
{
    return canGoForward() ? m_steps.at(++m_present) : Location();
}

} // namespace podium
