// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace podium {

/// The message of a failure apart from the stack traces of Java in it.
struct FoldedStack
{
    QString message; ///< what is left without the frames, causes ("Caused by: …") included
    int frames = 0;  ///< 0: there is no stack; `message` is the text as it was
};

/// Takes "\tat com.example.A.b(A.java:1)" and "... 12 more" for frames. Any text, any thread.
FoldedStack foldStack(const QString &text);

} // namespace podium
