// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/navigator.h"

#include <QHash>
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
    int beginWork(const QString &title, std::function<void()> cancel) override
    {
        works.insert(++lastWork, {title, std::move(cancel), 0, 0});
        return lastWork;
    }
    void setWorkProgress(int work, qint64 done, qint64 total) override
    {
        if (works.contains(work)) {
            works[work].done = done;
            works[work].total = total;
        }
    }
    void endWork(int work) override { works.remove(work); }

    struct Work
    {
        QString title;
        std::function<void()> cancel;
        qint64 done = 0;
        qint64 total = 0;
    };
    QHash<int, Work> works; ///< what is under way
    int lastWork = 0;
    QList<Location> opened;
    QList<Run> runs;
    QList<QUrl> links;
    QStringList messages;
    QList<Error> errors;
    QList<Location> closed;
};

} // namespace podium
