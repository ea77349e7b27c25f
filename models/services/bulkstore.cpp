// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/bulkstore.h"

// Gives the interface's meta object one home.
#include "moc_bulkstore.cpp"
