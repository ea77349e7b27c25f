// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/heat.h"
#include "models/graph/overlay.h"
#include "ui/graph/graphpicture.h"

#include <QScrollArea>
#include <QStringList>

#include <optional>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace podium {

/// All about one node: what it is, what the run did there, what leads to it and where it leads. The transitions are
/// buttons. Every text of the definition or the server is shown as plain text.
class GraphDetails : public QScrollArea
{
    Q_OBJECT
public:
    explicit GraphDetails(QWidget *parent = nullptr);

    /// node: of the whole; -1 for none.
    void setNode(const SharedWhole &whole, int node);
    void setOverlay(const std::optional<NodeOverlay> &overlay); ///< keeps what the keyboard is on
    void setHeat(const std::optional<NodeHeat> &heat, int runs);
    void setRuns(const QStringList &outcomes); ///< of run A and run B; empty where they are not compared

Q_SIGNALS:
    void linkActivated(int node, int edge); ///< of the whole

private:
    void rebuild();
    void addHeading(QVBoxLayout *column);
    void addFacts(QVBoxLayout *column);
    void addLines(QVBoxLayout *column);
    void addLinks(QVBoxLayout *column, const QString &title, bool outgoing);
    void updateFacts();
    void addRunFacts(QFormLayout *form) const;
    void addHeatFacts(QFormLayout *form) const;

    SharedWhole m_whole;
    int m_node = -1;
    std::optional<NodeOverlay> m_overlay;
    std::optional<NodeHeat> m_heat;
    QStringList m_outcomes;
    int m_runs = 0; ///< that the heat was counted of
    QWidget *m_facts = nullptr;
};

} // namespace podium
