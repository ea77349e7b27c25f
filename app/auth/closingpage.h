// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

#include <QByteArray>

namespace podium {

/// The page that the browser shows when its part of the sign-in is over. Translated plain text; escaped when it is
/// made.
struct ClosingPage
{
    enum class Mood { Good, Bad, Calm };

    Mood mood = Mood::Calm;
    QString title;
    QString text;

    static ClosingPage signedIn();
    static ClosingPage failed(const Error &error);
    static ClosingPage answeredAlready(); ///< a reload, or a second answer
    static ClosingPage notOurs();         ///< an answer to another sign-in, or no answer at all
    static ClosingPage givenUp();         ///< cancelled in Podium meanwhile

    /// One self-contained document: no script, nothing loaded, light and dark.
    QByteArray toHtml() const;
};

} // namespace podium
