// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace podium {

class FormView;
class JsonPane;

/// The same input as fields and as text, two-way: an edit of one shows in the other, the field with the keyboard is
/// marked in the text, and the one with the cursor of the text in the form. For the life of both.
void linkFormAndText(FormView *form, JsonPane *text);

} // namespace podium
