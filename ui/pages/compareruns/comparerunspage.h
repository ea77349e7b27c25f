// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/compareruns/runcomparer.h"
#include "ui/pages/compareruns/runsides.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <array>
#include <optional>

namespace podium {

class Banner;
class CompareRunsView;
class LiveBanner;
class RunCard;
class StateView;

/// Two runs of one workflow: the paths they took, how long they were where, what they were given and what they hold.
class CompareRunsPage : public Page
{
    Q_OBJECT
public:
    CompareRunsPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~CompareRunsPage() override;

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    const RunSides &sides() const { return m_sides; }
    CompareRunsView *view() const { return m_view; }
    RunCard *card(int side) const { return m_cards[static_cast<std::size_t>(side)]; }
    StateView *stateView() const { return m_states; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Side : std::size_t { A, B };
    static constexpr std::array kSides{A, B};

    QWidget *makeHeader();
    void setSides(const RunSides &sides);
    void begin();
    void readRun(Side side);
    void runArrived(Side side, const WorkflowInstance &run);
    void showFault(Side side, const Error &error);
    void readDefinitions();
    void readDefinition(Side side);
    void definitionArrived(Side side, const RunDefinition &definition);
    void showRuns();
    void showCards();
    void showNote();
    void chooseRun(Side side);
    bool fits() const; ///< both are read, and can be compared
    bool sameVersion() const;
    void watch(bool on);
    void tick();
    const QString &idOf(Side side) const { return side == A ? m_sides.a : m_sides.b; }

    RunSides m_sides;
    std::array<std::optional<WorkflowInstance>, 2> m_runs;
    std::array<std::optional<RunDefinition>, 2> m_definitions;
    std::array<Pending, 2> m_readings;
    std::array<Pending, 2> m_readingDefinitions;
    bool m_hasContent = false;
    QStringList m_watched;
    RunComparer m_comparer;
    QTimer m_ticks;
    std::array<RunCard *, 2> m_cards{};
    LiveBanner *m_banner;
    Banner *m_note;
    CompareRunsView *m_view;
    StateView *m_states;
};

} // namespace podium
