// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The numbers the graph has to hold: layout of 1,000 states within 16 ms and 10,000 within 100 ms, a frame of 10,000
// nodes within 16 ms, an overlay of 100 changed states within 8 ms. Run it from the bench preset: ./bench_graph -median
// 9
#include "models/graph/overlay.h"
#include "tests/models/graph/syntheticgraphs.h"
#include "ui/graph/graphpainter.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class BenchGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layout_data()
    {
        QTest::addColumn<int>("states");
        for (const int states : {100, 1000, 10'000, 100'000})
            QTest::addRow("%d states", states) << states;
    }

    void layout()
    {
        QFETCH(int, states);
        const GraphModel model = syntheticGraph(states);
        QBENCHMARK
        {
            const GraphLayout result = layoutGraph(model);
            QVERIFY(!result.nodes.isEmpty());
        }
    }

    void paintFrame_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::newRow("all of it") << 0.0;
        QTest::newRow("titles") << 0.35;
        QTest::newRow("readable") << 1.0;
    }

    void paintFrame()
    {
        QFETCH(double, zoom);
        const Result<SharedPicture> picture = makePicture(syntheticGraph(10'000), {}, {});
        QVERIFY(picture.ok());
        GraphPainter painter;
        painter.setStyle(GraphStyle(QGuiApplication::palette(), QGuiApplication::font()));
        painter.setPicture(*picture);
        QImage image(1400, 900, QImage::Format_RGB32);
        const QRectF bounds = (*picture)->layout.bounds;
        GraphPainter::Look look;
        look.zoom = zoom > 0 ? zoom : std::max(0.02, std::min(1400 / bounds.width(), 900 / bounds.height()));
        const QRectF area(bounds.center() - QPointF(700, 450) / look.zoom, QSizeF(1400, 900) / look.zoom);
        const auto frame = [&] {
            QPainter target(&image);
            target.scale(look.zoom, look.zoom);
            target.translate(-area.topLeft());
            painter.paint(target, area, look);
        };
        frame(); // texts and icons are measured once
        QBENCHMARK
        {
            frame();
        }
    }

    void overlay()
    {
        const GraphModel model = syntheticGraph(1000);
        QList<NodeDefinition> definitions;
        WorkflowInstance instance;
        instance.state = InstanceState::Active;
        QDateTime time = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        for (int i = 0; i < 100; ++i) {
            NodeDefinition definition;
            definition.id = definition.uniqueId = QString::number(i);
            definition.name = definition.state = u"State %1"_s.arg(i);
            definition.type = u"ActionNode"_s;
            definitions.append(definition);
            NodeInstance node;
            node.id = node.definitionId = definition.id;
            node.type = definition.type;
            node.enter = time = time.addMSecs(5);
            node.exit = time.addMSecs(4);
            instance.nodes.append(node);
        }
        QBENCHMARK
        {
            const GraphOverlay result = overlayFor(model, definitions, instance);
            Q_UNUSED(result)
        }
    }
};

QTEST_MAIN(BenchGraph)
#include "bench_graph.moc"
