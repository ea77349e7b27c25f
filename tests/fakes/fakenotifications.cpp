// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakenotifications.h"

// Gives the meta object one home.
#include "moc_fakenotifications.cpp"
