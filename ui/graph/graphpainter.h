// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphheat.h"
#include "ui/graph/graphpicture.h"
#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"

#include <QStaticText>

#include <array>

class QPainter;
class QPen;

namespace podium {

/// Paints a GraphPicture with an overlay: shared by the canvas, the minimap and the export. It keeps the texts it has
/// measured, so it lives as long as its picture is shown. UI thread, unless it
/// paints for a file.
class GraphPainter
{
public:
    struct Look
    {
        int selected = -1; ///< index of a node
        int hovered = -1;
        int edge = -1;        ///< selected instead of all those of the node
        bool focused = false; ///< the selection has the keyboard
        double zoom = 1;
        double pixelRatio = 1;
        bool picture = false; ///< for a file or paper: icons as vectors, nothing to click on; any thread
    };

    void setPicture(SharedPicture picture);
    void setStyle(const GraphStyle &style);
    void setOverlay(GraphOverlay overlay); ///< cheap: nothing is measured again
    void setHeat(SharedHeat heat);         ///< colours by many runs instead of by type; null for none
    void setRuns(SharedRunMarks runs);     ///< two runs instead of one; null for none
    void setMatches(QSet<int> nodes, QSet<int> edges); ///< what a search found
    const GraphOverlay &overlay() const { return m_overlay; }
    const SharedHeat &heat() const { return m_heat; }
    const SharedRunMarks &runs() const { return m_runs; }
    const HeatMark *heatOf(const GraphNode &node) const; ///< null without heat
    const GraphStyle &style() const { return m_style; }

    /// What many runs or two did at a node, as sentences; "" where only one run is shown.
    QString figuresOf(const GraphNode &node) const;

    /// Everything that `area` of the scene shows, background included. The painter is in scene units.
    void paint(QPainter &painter, const QRectF &area, const Look &look);
    /// Boxes and lines as plain shapes: for a minimap.
    void paintSketch(QPainter &painter, double zoom);

    /// What is drawn outside of a node's rectangle: ring, halo, state.
    static constexpr double kMargin = 40;
    /// Levels of detail, by zoom: everything; titles only, in larger letters; shapes in the colour of their type.
    static constexpr double kTextZoom = 0.5;
    static constexpr double kFineZoom = 0.2;

private:
    struct Texts
    {
        QStaticText title;
        QStaticText subtitle;
    };

    void paintDots(QPainter &painter, const QRectF &area) const;
    void paintEdges(QPainter &painter, const QRectF &area, const Look &look);
    void paintEdge(QPainter &painter, int edge, const Look &look, bool strong);
    void paintLabel(QPainter &painter, int edge);
    void paintNode(QPainter &painter, int node, const Look &look);
    void paintTerminal(QPainter &painter, const GraphNode &node, const QRectF &rect, const NodeOverlay *state,
                       const Look &look);
    void paintShape(QPainter &painter, const GraphNode &node, const QRectF &rect, const NodeOverlay *state,
                    const Look &look);
    void paintDecoration(QPainter &painter, const GraphNode &node, const QRectF &rect);
    void paintTexts(QPainter &painter, int node, const QRectF &rect, const Look &look);
    void paintRow(QPainter &painter, int node, const QRectF &rect, const NodeOverlay *state, const Look &look);
    void paintState(QPainter &painter, const QRectF &rect, const NodeOverlay &state, const Look &look);
    void paintRing(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look);
    void paintBigTitle(QPainter &painter, int node, const QRectF &rect, const Look &look);
    void paintFold(QPainter &painter, int node, const Look &look);
    void paintBranchFold(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look);
    void paintMatch(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look);
    double paintBadges(QPainter &painter, const GraphNode &node, double right, double centerY, const Look &look);
    void icon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color, const Look &look) const;
    const Texts &texts(int node, double titleWidth, double subtitleWidth);
    const NodeOverlay *stateOf(const GraphNode &node) const;
    bool dimmed(int node, const NodeOverlay *state) const; ///< not reached by any run looked at, or the same in both versions
    QColor farColor(int node, const NodeOverlay *state, double share) const; ///< where there is no room for more
    void applyHeat(const GraphNode &node, QColor &fill, QPen &pen) const;
    void paintHeat(QPainter &painter, const GraphNode &node, const QRectF &rect, const Look &look);
    double paintRowHeat(QPainter &painter, const GraphNode &node, const QRectF &rect, double right);
    void paintSketchNode(QPainter &painter, int node, double zoom);

    SharedPicture m_picture;
    GraphStyle m_style;
    GraphOverlay m_overlay;
    SharedHeat m_heat;
    SharedRunMarks m_runs;
    QSet<int> m_matches;
    QSet<int> m_edgeMatches;
    std::vector<std::unique_ptr<Texts>> m_texts;
    std::vector<std::array<QStaticText, 3>> m_labels;    ///< lines of an edge's label
    std::array<std::vector<QStaticText>, 2> m_bigTitles; ///< for small zooms, see paintBigTitle()
};

/// The outline of a node: its shape tells the type apart.
QPainterPath nodeShape(const GraphNode &node, const QRectF &rect);
/// "1.2 s", "×3", "2 retries": what the state mark of a node says; "" when the icon says it all.
QString stateText(const NodeOverlay &state);

} // namespace podium
