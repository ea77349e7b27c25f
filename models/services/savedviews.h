// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/services/instanceservice.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace podium {

/// A filter of the instance list under a name, with how the list looks.
struct SavedView
{
    QString name; ///< unique, not empty
    QString line; ///< the filter, see filterFromLine()
    InstanceQuery::Order order = InstanceQuery::Order::StartDescending;
    QJsonObject columns; ///< as the list saves them; empty for the default

    /// What the view lists; nothing where the line is no filter.
    std::optional<InstanceQuery> query() const;
    bool operator==(const SavedView &) const = default;
};

/// The saved views of one environment, in the order of the user. UI thread.
class SavedViews : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 100;
    static constexpr int kLongestName = 60;

    using QObject::QObject;

    virtual QList<SavedView> views() const = 0;
    /// All of them. Kind::Storage when they cannot be kept: then nothing has changed.
    virtual Result<Done> setViews(const QList<SavedView> &views) = 0;

    int indexOf(const QString &name) const; ///< -1 for none
    /// Adds a view, or replaces the one of its name.
    Result<Done> put(const SavedView &view);
    Result<Done> rename(int index, const QString &name); ///< Kind::Conflict when another one has it
    Result<Done> remove(int index);
    Result<Done> move(int from, int to);

Q_SIGNALS:
    void changed();
};

} // namespace podium
