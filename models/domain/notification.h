// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/words.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace podium {

/// Something that a user is told: by the notifications backend of the hub, or by Podium itself.
struct Notification
{
    enum class Severity { Critical, High, Normal, Low };
    enum class Origin {
        Hub,   ///< Backstage's notifications backend
        Podium ///< own watch rules, bulk work, sign-in
    };

    QString id; ///< unique within its origin
    Origin origin = Origin::Hub;
    QString title; ///< plain text from a server: one line is not promised
    QString description;
    QString link;  ///< as the server wrote it: not to be opened before it was checked
    QString topic; ///< of the hub, or the kind of watch rule
    QString scope;
    QString source; ///< who sent it, in the hub's words ("plugin:orchestrator"), or the name of the watch rule
    Severity severity = Severity::Normal;
    bool broadcast = false; ///< to all, not to this user
    QDateTime created;      ///< UTC
    QDateTime read;         ///< UTC; invalid while unread
    QDateTime saved;        ///< UTC; invalid when not kept
    QString environment;    ///< its name
    /// What it is about, where Podium knows: the target of "open", as `--open` takes it ("instance:ID").
    QString target;

    bool operator==(const Notification &) const = default;
};

/// As files and the hub write them.
inline constexpr Words<Notification::Severity, 4> kSeverityWords{{{Notification::Severity::Critical, "critical"},
                                                                  {Notification::Severity::High, "high"},
                                                                  {Notification::Severity::Normal, "normal"},
                                                                  {Notification::Severity::Low, "low"}}};

} // namespace podium

Q_DECLARE_METATYPE(podium::Notification)
