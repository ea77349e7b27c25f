// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/tokens.h"
#include "models/core/error.h"

#include <QObject>

namespace podium {

/// One attempt to sign in, by whatever way, from its start to verified tokens. Ends with exactly one of succeeded() and
/// failed(), or silently after cancel(). Destroying it cancels it. UI thread.
class SignInFlow : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0; ///< once; every signal comes later, never from within
    virtual void cancel() = 0;

Q_SIGNALS:
    void succeeded(const podium::SignedIn &signedIn);
    void failed(const podium::Error &error);
    void hinted(const podium::Error &hint);
};

} // namespace podium
