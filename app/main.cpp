// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/commandline.h"
#include "app/renderapplication.h"
#include "app/validateapplication.h"

#include <QApplication>
#include <QLoggingCategory>

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

/// On a platform without a screen, and without the options of Qt: all arguments are the command's own.
int render(char **argv, const podium::RenderRequest &request)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt misses on a machine without a desktop is no message of this command.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    int count = 1;
    QApplication qtApplication(count, argv);
    podium::Application::setNames();
    return podium::RenderApplication(qtApplication, request).run();
}

/// Neither a screen nor the options of Qt.
int validate(char **argv, const podium::ValidateRequest &request)
{
    int count = 1;
    const QCoreApplication qtApplication(count, argv);
    podium::Application::setNames();
    const auto translators = podium::Application::installTranslations();
    return podium::ValidateApplication(request).run();
}

} // namespace

int main(int argc, char **argv)
{
    using podium::CommandLine;
    const CommandLine line = parseEarly(argc, argv);
    if (line.action == CommandLine::Action::Render)
        return render(argv, line.render);
    if (line.action == CommandLine::Action::Validate)
        return validate(argv, line.validate);
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
