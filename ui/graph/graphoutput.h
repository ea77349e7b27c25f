// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/error.h"
#include "ui/graph/graphexport.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace podium {

/// Gets the graph out: files, clipboard, printer. Asks where to, paints on a worker, tells how it went.
class GraphOutput : public QObject
{
    Q_OBJECT
public:
    /// image: what to paint, at the moment of asking; without a picture nothing happens.
    GraphOutput(std::function<GraphImage()> image, QWidget *window);

    void fillMenu(QMenu *menu);
    void save(PictureFormat format, double scale = 1);
    void copy();
    void print();

Q_SIGNALS:
    void failed(const podium::Error &error);
    void done(const QString &what); ///< "Copied": for the user
    void busyChanged(bool busy);

private:
    void run(std::function<Result<Done>()> work, const QString &what);

    std::function<GraphImage()> m_image;
    QWidget *m_window;
    Pending m_pending;
};

} // namespace podium
