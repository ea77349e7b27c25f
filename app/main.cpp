// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/commandline.h"

#include <QApplication>

#include <cstdio>

namespace {

/// Parsed before a display is needed, so that --help works in a terminal without one.
podium::CommandLine parseEarly(int &argc, char **argv)
{
    const QCoreApplication early(argc, argv);
    podium::Application::setNames();
    const auto translators = podium::Application::installTranslations();
    return podium::CommandLine::parse(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    using podium::CommandLine;
    const CommandLine line = parseEarly(argc, argv);
    if (line.action != CommandLine::Action::Run) {
        const bool failed = line.action == CommandLine::Action::Fail;
        std::fputs(line.output.toLocal8Bit().constData(), failed ? stderr : stdout);
        return failed ? 2 : 0;
    }
    QApplication qtApplication(argc, argv);
    podium::Application::setNames();
    podium::Application application(line);
    return application.run();
}
