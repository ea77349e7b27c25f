// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

#include <functional>

namespace podium {

class Banner;
class StateView;

/// A page could not be read (again): over what it shows already, else in the place of it.
void showReadFailure(const Error &error, bool showsSomething, Banner *banner, StateView *states,
                     const std::function<void()> &retry);

} // namespace podium
