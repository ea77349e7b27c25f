// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include <functional>

namespace podium {

/// One thing the command palette can do.
struct PaletteItem
{
    QString id;       ///< stable: "action:refresh", "workflow:greet"
    QString title;    ///< what is matched
    QString category; ///< "Action", "Workflow"…, translated
    QString hint;     ///< at the right: a shortcut, a version
    QString iconName;
    std::function<void()> run;
    int bonus = 0; ///< added to the score of a match
};

/// The items that match what was typed, best first. Recently run ones lead while nothing is typed.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { CategoryRole = Qt::UserRole + 1, HintRole, IconRole, MatchRole, IdRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<PaletteItem> &items);
    void setQuery(const QString &query);
    /// Notes that it was run, and answers what to do.
    std::function<void()> use(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Match
    {
        qsizetype item;
        int score;
        QVariantList positions;
    };
    void rank();

    QList<PaletteItem> m_items;
    QList<Match> m_matches;
    QString m_query;
    QStringList m_recent; ///< ids, the last one first
};

} // namespace podium
