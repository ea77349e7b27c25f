// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/location.h"

#include <QList>

namespace podium {

/// The way the user came: Back and Forward of a browser. Keeps the last 100 steps.
class History
{
public:
    /// A new step after the present one; what was ahead is forgotten. The place where the user is already is no step.
    void visit(const Location &location);
    /// What was at `from` is at `to` now: no step of its own.
    void replace(const Location &from, const Location &to);
    bool canGoBack() const { return m_present > 0; }
    bool canGoForward() const { return m_present + 1 < m_steps.size(); }
    Location back();    ///< the new present; invalid where there is none
    Location forward(); ///< likewise
    Location present() const { return m_steps.value(m_present); }

private:
    QList<Location> m_steps;
    qsizetype m_present = -1;
};

} // namespace podium
