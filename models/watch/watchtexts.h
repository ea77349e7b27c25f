// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/watch/watchrule.h"

namespace podium {

/// How a rule is called: its name, else what it looks for in a sentence. Translated; may hold text of a server.
QString ruleTitle(const WatchRule &rule);
/// What it looks for in a sentence, whatever its name is.
QString ruleSentence(const WatchRule &rule);
/// "A workflow fails": the kind by itself.
QString kindText(WatchRule::Kind kind);
/// "90 s", "5 min", "2 h", "3 d": in the largest unit that divides it.
QString spanText(qint64 milliseconds);
/// "12 instances of Order failed": what many firings of a rule are together.
QString groupTitle(const WatchRule &rule, qsizetype count);
QString moreText(qsizetype count); ///< "and 7 more"

} // namespace podium
