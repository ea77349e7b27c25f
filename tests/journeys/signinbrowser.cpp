// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/auth/keycloaklogin.h"

#include <QCoreApplication>
#include <QTimer>

/// Stands in for the desktop's browser ($BROWSER): opens the address, fills the real login form of Keycloak with
/// PODIUM_TEST_USER and PODIUM_TEST_PASSWORD, and follows it back to Podium.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    podium::KeycloakLogin login(podium::sandboxIssuer(), qEnvironmentVariable("PODIUM_TEST_USER"),
                                qEnvironmentVariable("PODIUM_TEST_PASSWORD"));
    QObject::connect(&login, &podium::KeycloakLogin::finished, &application, &QCoreApplication::quit);
    QTimer::singleShot(30000, &application, [] { QCoreApplication::exit(1); });
    login.visit(QUrl(arguments.at(1)));
    return QCoreApplication::exec();
}
