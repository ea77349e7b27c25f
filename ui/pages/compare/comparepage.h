// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/compare/comparedtexts.h"
#include "ui/pages/compare/comparesides.h"
#include "ui/pages/page.h"

#include <array>
#include <optional>

namespace podium {

class Banner;
class CompareBar;
class CompareView;
class LiveBanner;
class StateView;

/// Two versions of a workflow, or a version and a local file, as one graph and as one text.
class ComparePage : public Page
{
    Q_OBJECT
public:
    ComparePage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~ComparePage() override;

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    const CompareSides &sides() const { return m_sides; }
    CompareBar *bar() const { return m_bar; }
    CompareView *view() const { return m_view; }

private:
    enum Side { Older, Newer };

    void addSteps();
    void readVersions();
    void versionsArrived(const Result<QList<WorkflowDefinition>> &list);
    void setSides(const CompareSides &sides);
    void showSides();
    void chooseFile(bool older);
    void readSides();
    Async<QByteArray> readSide(const CompareSide &side);
    void sideArrived(Side side, const Result<QByteArray> &text);
    void showFault(Side side, const Error &error);
    void showOnlyVersion();
    void showSummary();
    void showPosition();
    const CompareSide &sideOf(Side side) const { return side == Older ? m_sides.older : m_sides.newer; }

    CompareSides m_sides;
    QString m_name; ///< of the workflow, once it is known
    std::array<std::optional<QByteArray>, 2> m_texts;
    std::array<QByteArray, 2> m_compared; ///< what is shown
    bool m_hasContent = false;            ///< of these sides
    SharedComparison m_graph;
    SharedTextDifference m_text;
    std::optional<Error> m_graphError;

    Pending m_readingVersions;
    std::array<Pending, 2> m_readings;
    TextComparison m_comparison;
    CompareBar *m_bar;
    LiveBanner *m_banner;
    Banner *m_note;
    CompareView *m_view;
    StateView *m_states;
};

} // namespace podium
