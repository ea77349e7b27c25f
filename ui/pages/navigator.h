// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/core/json.h"
#include "ui/pages/location.h"

#include <QUrl>

#include <functional>

namespace podium {

/// What a page may ask of the window around it. UI thread.
class Navigator
{
public:
    virtual ~Navigator() = default;

    /// Brings the page or tab of `location` to the front; it becomes a step of Back/Forward.
    virtual void open(const Location &location) = 0;
    /// Opens the run form of a workflow with `input` filled in (null: empty).
    virtual void openRun(const QString &workflowId, const QString &version, const SharedJson &input) = 0;
    /// A link that came from a server: http, https and mailto only, after the user saw where it leads.
    virtual void openLink(const QUrl &url) = 0;
    /// A passing, calm confirmation ("Retry accepted"). Plain text.
    virtual void showMessage(const QString &text) = 0;
    /// A failure that belongs to no place on the page. Cancelled errors are ignored.
    virtual void showError(const Error &error) = 0;
    /// Closes the tab of `location`, if it is open.
    virtual void close(const Location &location) = 0;

    /// Work in the background, told in the status line until endWork(), with a way to cancel it there.
    virtual int beginWork(const QString &title, std::function<void()> cancel) = 0;
    virtual void setWorkProgress(int work, qint64 done, qint64 total) = 0; ///< total 0: not known
    virtual void endWork(int work) = 0;                                    ///< unknown ones are ignored
};

} // namespace podium
