// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <array>
#include <map>

class QLabel;

namespace podium {

class CountTile;
class InstanceList;
class LiveBanner;
class StateView;

/// Whether anything is wrong, at a glance: counts by state, what failed, what runs, what cannot run.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;

    InstanceList *failed() const { return m_failed; }
    InstanceList *running() const { return m_running; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTiles();
    QWidget *makeLists();
    QWidget *makePanel(const QString &title, InstanceList *list, InstanceState state);
    InstanceList *makeList(InstanceState state);
    void readCounts();
    void readOverdue();
    void showCounts();
    void probeWorkflows();
    void probeNext();
    void showVerdict();

    struct Count
    {
        InstanceState state;
        CountTile *tile = nullptr;
        std::optional<qint64> value;
        bool open = false; ///< at least so many: the server does not count
        Pending pending;
    };

    std::array<Count, 4> m_counts;
    QLabel *m_verdict;
    CountTile *m_overdue;
    CountTile *m_unavailable;
    LiveBanner *m_banner;
    InstanceList *m_failed;
    InstanceList *m_running;
    std::map<qsizetype, Pending> m_probes; ///< under way
    Pending m_listing;
    Pending m_overdueReading;
    qint64 m_overdueCount = 0;
    QList<WorkflowDefinition> m_definitions;
    qsizetype m_nextProbe = 0;
    int m_unavailableCount = 0;
    int m_unavailableSoFar = 0;
    QTimer m_countLater;
    QTimer m_probeAgain;
    bool m_read = false;
};

} // namespace podium
