// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/hubservice.h"

// Gives the interfaces' meta objects one home.
#include "moc_hubservice.cpp"
