// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace podium {

/// A question before something is changed. Plain texts.
struct Confirmation
{
    QString title;      ///< "Abort this instance?"
    QString text;       ///< what will happen, and to how many
    QString actionText; ///< the verb: "Abort"
    Tone tone = Tone::Info;
    QString typeToConfirm; ///< production: the word to type first; "" for none
    /// What not doing it is called, where "Cancel" would be the verb itself; "" for "Cancel".
    QString declineText = {};
};

/// Asks without blocking; `accepted` runs when the user agreed, and never after `parent` is gone. Answers the dialog.
QDialog *confirm(QWidget *parent, const Confirmation &confirmation, std::function<void()> accepted);

} // namespace podium
