// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/rendercommand.h"
#include "ui/graph/graphstyle.h"

#include <QTranslator>

#include <cstdio>
#include <memory>
#include <vector>

class QApplication;

namespace podium {

/// `podium render`: what Application is for the window. One definition after the other; a wrong one stops none of the
/// others.
class RenderApplication
{
public:
    RenderApplication(QApplication &application, RenderRequest request);

    /// The exit code: 1 when a definition was wrong or a picture could not be written.
    int run();

private:
    bool draw(const RenderJob &job);

    const RenderRequest m_request;
    const std::vector<std::unique_ptr<QTranslator>> m_translators;
    GraphStyle m_style;
    LayoutOptions m_layout;
};

} // namespace podium
