// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"
#include "ui/pages/location.h"
#include "ui/pages/navigator.h"

#include <QIcon>
#include <QJsonObject>
#include <QWidget>

#include <functional>

namespace podium {

class DisplaySettings;

/// What every page gets. References outlive the page.
struct PageContext
{
    Console &console;
    Navigator &navigator;
    DisplaySettings &display; ///< time style and density: follow changed()
};

/// One page of the window: a list page that the navigation rail shows, or a detail page in a tab.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    Location location() const { return m_location; }
    virtual QString title() const = 0;    ///< plain text for tab and window
    virtual QString iconName() const = 0; ///< name for themedIcon(), e.g. "workflow"

    /// Reads everything again (F5); keeps selection and scroll position.
    virtual void refresh() = 0;
    /// The window was asked for this page with another part or filter of it, such as "instances:state=ERROR".
    virtual void go(const Location &location) { Q_UNUSED(location) }
    /// Points at Location::part. Parts of the page that know what is meant follow partWanted(); those that come to be
    /// later look here.
    void showPart(const QString &part);
    QString wantedPart() const { return m_part; }
    /// What the page is to be filled with when another one opens it (the input of a run); most have no use for it.
    virtual void setInput(const SharedJson &input) { Q_UNUSED(input) }
    /// Columns, splitters, filters, selected inner tab. Kept between starts.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &state) { Q_UNUSED(state) }
    /// Called after the session is signed in (again): read what could not be read.
    virtual void signedIn() { refresh(); }

Q_SIGNALS:
    void titleChanged();
    void partWanted(const QString &part);

protected:
    /// The page shows something else now, by what the user chose on it; its tab and the history follow.
    void setLocation(const Location &location);
    Console &console() const { return m_context.console; }
    Navigator &navigator() const { return m_context.navigator; }
    DisplaySettings &display() const { return m_context.display; }
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
    Location m_location;
    QString m_part;
};

/// One entry of the page registry (ui/shell/pageregistry.cpp): a new page is one folder and one line there.
struct PageEntry
{
    QString kind; ///< Location::kind it serves
    /// Name on the navigation rail, translated; empty for detail pages, which open as tabs.
    std::function<QString()> railName;
    QString iconName;
    std::function<Page *(const PageContext &, const Location &, QWidget *parent)> make;
};

} // namespace podium
