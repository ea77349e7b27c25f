// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/themesheet.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/themecolors.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace podium {

namespace {

/// What one part wears.
class ThemeSheet : public QObject
{
public:
    explicit ThemeSheet(QWidget *part)
        : QObject(part)
        , m_part(part)
    {
        part->installEventFilter(this);
        dress();
    }

    bool isStale() const { return m_part->isVisible() && m_dark != isDark(QApplication::palette()); }

    void dress()
    {
        const bool dark = isDark(QApplication::palette());
        if (m_dark == dark)
            return;
        m_dark = dark;
        // Bare first: from one sheet to the next Qt hands the palette of each widget down to all below it, which took
        // ten times as long.
        m_part->setStyleSheet({});
        m_part->setStyleSheet(themeStyleSheet(dark));
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_part;
    std::optional<bool> m_dark;
};

/// Dresses the parts of one window that are to be seen, one in each turn of the event loop; the window shows when all
/// are done. Qt tells only the window of a new palette: what has a style sheet is left out.
class ThemeQueue : public QObject
{
public:
    static ThemeQueue *of(const QWidget *part)
    {
        QWidget *window = part->window();
        for (QObject *child : window->children()) {
            if (auto *queue = dynamic_cast<ThemeQueue *>(child))
                return queue;
        }
        return new ThemeQueue(window);
    }

    void watch(ThemeSheet *sheet)
    {
        if (!m_sheets.contains(sheet))
            m_sheets.append(sheet);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange && !m_turn.isActive()) {
            m_window->setUpdatesEnabled(false);
            m_turn.start();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    explicit ThemeQueue(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
        window->installEventFilter(this);
        connect(&m_turn, &QTimer::timeout, this, &ThemeQueue::takeTurn);
    }

    void takeTurn()
    {
        m_sheets.removeAll(nullptr);
        for (ThemeSheet *sheet : std::as_const(m_sheets)) {
            if (sheet->isStale())
                return sheet->dress();
        }
        m_turn.stop();
        m_window->setUpdatesEnabled(true);
    }

    QWidget *m_window;
    QList<QPointer<ThemeSheet>> m_sheets;
    QTimer m_turn;
};

bool ThemeSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        dress();
        ThemeQueue::of(m_part)->watch(this);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace

void wearTheme(QWidget *part)
{
    new ThemeSheet(part);
}

void wearThemeAsWindow(QWidget *widget)
{
    // A tool tip looks for itself what the widget wears that it is of.
    if (!widget->isWindow() || widget->windowType() == Qt::ToolTip || qobject_cast<QMainWindow *>(widget))
        return;
    for (const QWidget *around = widget; around; around = around->parentWidget()) {
        if (!around->styleSheet().isEmpty())
            return;
    }
    wearTheme(widget);
}

} // namespace podium
