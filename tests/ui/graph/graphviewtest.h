// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"

#include <QObject>
#include <QTest>

#include <memory>

namespace podium {

/// What the tests of the graph's view share: one on the screen, with its graph drawn.
class GraphViewTest : public QObject
{
    Q_OBJECT
protected:
    void show(const QByteArray &source, const QSize &size)
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(size);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_canvas = m_view->findChild<GraphCanvas *>();
        m_view->setDefinition(source);
        QTRY_VERIFY(m_canvas->picture());
    }

    std::unique_ptr<GraphView> m_view;
    GraphCanvas *m_canvas = nullptr;
};

} // namespace podium
