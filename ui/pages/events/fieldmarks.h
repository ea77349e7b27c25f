// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

class QLabel;
class QWidget;

namespace podium {

/// The line below a field that says what is wrong with it; hidden while nothing is.
QLabel *problemLabel(QWidget *parent);
/// Says it there, to screen readers, and by the field's frame; "" for nothing.
void showProblem(QWidget *field, QLabel *label, const QString &message);
/// The first message on `pointer`; "" for none.
QString messageAt(const QList<FieldError> &problems, const QString &pointer);

} // namespace podium
