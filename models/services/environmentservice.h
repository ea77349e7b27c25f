// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/environment.h"

#include <QObject>

namespace podium {

/// What "Test connection" found about one service.
struct ConnectionCheck {
    enum class Service { Issuer, DataIndex, Runtime, JobService, Notifications } service = Service::Issuer;
    enum class Outcome { Ok, Warning, Failed, Skipped } outcome = Outcome::Skipped;
    QString summary; ///< translated: "Reachable, token accepted, version 10.1"
    QString remedy;  ///< translated, "" when nothing is to be done
    QString details;
};

/// The environments the user knows, kept as one JSON file each in the config folder. UI thread.
class EnvironmentService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QList<Environment> environments() const = 0; ///< by name
    virtual Result<Done> save(const QString &previousName, const Environment &environment) = 0; ///< "" to add
    virtual Result<Done> remove(const QString &name) = 0;
    virtual Result<Environment> importFile(const QString &path) = 0; ///< saved under its name; replaces one of that name
    virtual Result<Done> exportFile(const QString &name, const QString &path) = 0;
    /// Asks one service of an environment that need not be saved yet. A token is used where its session is signed in.
    virtual Async<ConnectionCheck> check(const Environment &environment, ConnectionCheck::Service service) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace podium
