// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/navigator.h"

#include <QList>
#include <QStringList>

namespace podium {

/// Remembers what a page asked of the window.
class FakeNavigator : public Navigator
{
public:
    struct Run
    {
        QString workflowId;
        QString version;
        SharedJson input;
    };

    void open(const Location &location) override { opened << location; }
    void openRun(const QString &workflowId, const QString &version, const SharedJson &input) override
    {
        runs << Run{workflowId, version, input};
    }
    void openLink(const QUrl &url) override { links << url; }
    void showMessage(const QString &text) override { messages << text; }
    void showError(const Error &error) override { errors << error; }
    void close(const Location &location) override { closed << location; }

    QList<Location> opened;
    QList<Run> runs;
    QList<QUrl> links;
    QStringList messages;
    QList<Error> errors;
    QList<Location> closed;
};

} // namespace podium
