// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/desktop.h"

// Gives the interface's meta object one home.
#include "moc_desktop.cpp"
