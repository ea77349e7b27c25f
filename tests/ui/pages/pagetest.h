// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemroles.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "ui/pages/page.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace podium {

/// What every page test needs: a made-up console and window.
struct PageTest
{
    explicit PageTest(const QString &environment = QStringLiteral("Local sandbox"))
        : fake(environment)
    {
    }

    FakeConsole fake;
    FakeNavigator navigator;
    DisplaySettings display;
    PageContext context{fake.console, navigator, display};

    template <typename P>
    std::unique_ptr<P> open(const Location &location)
    {
        auto page = std::make_unique<P>(context, location);
        page->resize(1100, 760);
        page->show();
        return page;
    }

    /// Of the generated instances, the newest in a state.
    WorkflowInstance newest(InstanceState state) const
    {
        for (int i = 0;; ++i) {
            const WorkflowInstance row = fakeInstance(i, fake.clock.now());
            if (row.state == state)
                return fake.instances.current(row.id);
        }
    }

    /// The texts of all labels that are to be seen.
    static QString visibleText(const QWidget *page)
    {
        QString text;
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + QLatin1Char('\n');
        }
        for (const QAbstractButton *button : page->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                text += button->text() + QLatin1Char('\n');
        }
        return text;
    }

    /// A control without a name says nothing to a screen reader.
    static QStringList namelessControls(const QWidget *page)
    {
        QStringList names;
        for (const QWidget *widget : page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()) &&
                (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget) || button ||
                 widget->inherits("QAbstractItemView")))
                names << QString::fromLatin1(widget->metaObject()->className());
        }
        return names;
    }

    template <typename B>
    static B *buttonWithText(const QWidget *page, const QString &text)
    {
        for (B *button : page->findChildren<B *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
};

} // namespace podium
