// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/failuregroups.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace podium {

class AttentionList;
class CountTile;
class FailureReader;
class LiveBanner;
class MessagePanel;
class OverdueReader;
class RangeChoice;
class RunReader;
class RuntimeProbe;
class StateCounts;
class StateView;
class WaitReader;
struct StuckRadar;

/// What needs attention now: failures in groups, runs that take longer than usual, overdue jobs, workflows that cannot
/// run; below it what was done in the chosen time. Every number opens the list behind it. Read again by and by and when
/// the live feed tells of changes, but only while the page is on screen.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    AttentionList *failures() const { return m_failureList; }
    AttentionList *stuck() const { return m_stuckList; }
    AttentionList *overdue() const { return m_overdueList; }
    AttentionList *unavailable() const { return m_unavailableList; }
    AttentionList *loads() const { return m_loadList; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // overviewlayout.cpp
    QWidget *makeTop();
    QWidget *makeTiles();
    QWidget *makeBody();
    void makeFailureFoot();
    void connectReaders();
    void connectLists();
    void arrange();

    void readAll();
    void readSoon();
    void readAgain();
    int nextReading() const; ///< in milliseconds
    void followLive();
    void failed(const Error &error);
    void changed(const QList<WorkflowInstance> &rows);
    void showAll();
    void showTiles();
    void showFailures();
    void showStuck(const StuckRadar &radar);
    void showOthers();
    void showLoads();
    void showVerdict();
    void elideVerdict();
    void watchRows();
    void markSeen();
    Series series() const;
    qint64 allFailed() const; ///< -1 while it is not known
    bool isKnown() const;     ///< everything was read
    QStringList worries() const;

    StateCounts *m_counts;
    FailureReader *m_failures;
    RunReader *m_runs;
    OverdueReader *m_overdue;
    RuntimeProbe *m_runtimes;
    WaitReader *m_waits;

    QLabel *m_verdict;
    QString m_verdictText; ///< whole
    RangeChoice *m_range;
    CountTile *m_failedTile;
    CountTile *m_stuckTile;
    CountTile *m_overdueTile;
    CountTile *m_unavailableTile;
    CountTile *m_suspendedTile;
    CountTile *m_runningTile;
    LiveBanner *m_banner;
    StateView *m_states = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_side = nullptr;
    MessagePanel *m_calm = nullptr;
    AttentionList *m_failureList = nullptr;
    AttentionList *m_stuckList = nullptr;
    AttentionList *m_overdueList = nullptr;
    AttentionList *m_unavailableList = nullptr;
    AttentionList *m_loadList = nullptr;
    QPushButton *m_seenButton;

    std::optional<SeenFailures> m_seen; ///< nothing before the first look
    QSet<QString> m_ended;              ///< workflows of which runs ended since the last reading
    qint64 m_stuckCount = 0;
    bool m_wide = false;
    bool m_read = false; ///< the first showing has read
    bool m_wasOffline = false;
    bool m_roundFailed = false; ///< something could not be read since the last whole reading began
    QElapsedTimer m_sinceRead;
    QTimer m_showLater;
    QTimer m_soon;
    QTimer m_again;
    QTimer m_probeAgain;
    QTimer m_forget;
};

} // namespace podium
