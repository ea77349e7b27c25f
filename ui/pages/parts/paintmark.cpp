// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/paintmark.h"

#include "models/core/trace.h"
#include "models/services/console.h"
#include "models/services/livefeed.h"
#include "ui/widgets/listview.h"

#include <QEvent>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class PaintMark : public QObject
{
public:
    PaintMark(ListView *view, const Console &console)
        : QObject(view)
        , m_view(view)
        , m_tracer(console.tracer)
    {
        const QAbstractItemModel *model = view->model();
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { change(first.row(), last.row()); });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this] { m_isChanged = true; });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { m_isChanged = true; });
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] { m_isChanged = true; });
        // The model has heard of the update by now: what did not change anything to be seen brings no paint.
        const auto updated = [this] {
            m_isAwaited = m_isAwaited || (m_isChanged && m_view->isVisible());
            m_isChanged = false;
        };
        connect(&console.live, &LiveFeed::instancesChanged, this, updated);
        connect(&console.live, &LiveFeed::instanceChanged, this, updated);
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_isChanged = false;
            if (std::exchange(m_isAwaited, false)) // once this paint is through
                QTimer::singleShot(0, this, [this] {
                    m_tracer.mark("live update painted", {{u"list"_s, m_view->accessibleName()}});
                });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void change(int first, int last)
    {
        const int top = m_view->rowAt(0);
        const int bottom = m_view->rowAt(m_view->viewport()->height() - 1);
        m_isChanged = m_isChanged || (top >= 0 && last >= top && (bottom < 0 || first <= bottom));
    }

    ListView *m_view;
    Tracer &m_tracer;
    bool m_isChanged = false; ///< since the last paint or update
    bool m_isAwaited = false;
};

} // namespace

void tracePaints(ListView *view, const Console &console)
{
    if (console.tracer.isOn())
        new PaintMark(view, console);
}

} // namespace podium
