// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/jsonfile.h"
#include "models/core/result.h"
#include "models/watch/watchrule.h"

#include <QJsonArray>
#include <QList>
#include <QObject>

namespace podium {

/// The watch rules of one environment, in the order they were made, kept in one file: {"rules":[…]}. A file that cannot
/// be read is left alone: nothing is saved over it. What a later version of Podium wrote is kept as it is. UI thread.
class WatchRules : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 200;

    /// "" keeps them in memory only.
    explicit WatchRules(const QString &path, QObject *parent = nullptr);

    const QList<WatchRule> &rules() const { return m_rules; }
    const WatchRule *find(const QString &id) const; ///< nullptr for none
    bool hasActive() const;                         ///< any that is to be looked after
    /// Why the rules were not read, translated plain text; "" when all is well.
    QString problem() const;

    /// Adds a rule, or replaces the one of its id. Kind::Validation for one that cannot be watched, Kind::Storage when
    /// it cannot be kept: then nothing has changed.
    Result<Done> put(const WatchRule &rule);
    Result<Done> remove(const QString &id);
    Result<Done> setPaused(const QString &id, bool paused);
    void setDone(const QString &id);                                 ///< what cannot be kept is found out again
    Result<Done> mute(const QString &id, const QDateTime &untilUtc); ///< an invalid time ends it

Q_SIGNALS:
    void changed();

private:
    void read();
    Result<Done> keep(const QList<WatchRule> &rules);
    qsizetype indexOf(const QString &id) const;

    JsonFile m_file;
    QList<WatchRule> m_rules;
    QJsonArray m_foreign; ///< entries this version does not understand
    QString m_unreadable;
};

/// What a file of any bytes holds; the entries that are no rules go to `foreign`.
QList<WatchRule> rulesFromJson(const QJsonArray &entries, QJsonArray *foreign);

} // namespace podium
