// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include <functional>

namespace podium {

/// What runs in the background and is worth telling: one row each, with progress and a way to cancel.
class WorkList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DoneRole = Qt::UserRole + 1, TotalRole, CancellableRole, ShowableRole, PausableRole, PausedRole };

    using QAbstractListModel::QAbstractListModel;

    /// `cancel` may be empty, and so may `show`, which shows more of it. The answer names the work until end().
    int begin(const QString &title, std::function<void()> cancel = {}, std::function<void()> show = {});
    void setProgress(int id, qint64 done, qint64 total); ///< total 0: not known
    /// It can be held: `toggle` pauses it or lets it go on. Which of them it did, setPaused() says.
    void setPausable(int id, std::function<void()> toggle);
    void setPaused(int id, bool on);
    void end(int id); ///< unknown ids are ignored
    void cancel(int row);
    void show(int row) const;
    void togglePause(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Work
    {
        int id;
        QString title;
        int done = 0;
        int total = 0;
        std::function<void()> cancel;
        std::function<void()> show;
        std::function<void()> togglePause = {};
        bool isPaused = false;
    };
    int rowOf(int id) const;

    QList<Work> m_work;
    int m_nextId = 1;
};

} // namespace podium
