// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/keys.h"

#include <QComboBox>
#include <QKeySequence>
#include <QTest>

namespace podium {

namespace {
constexpr int kMostTabs = 80;
}

bool tabTo(const QString &name)
{
    for (int i = 0; i < kMostTabs && focused(); ++i) {
        if (isFocused(name))
            return true;
        QTest::keyClick(focused(), Qt::Key_Tab);
    }
    qWarning("Tab does not lead to “%s”.", qUtf8Printable(name));
    return false;
}

bool press(const char *keys)
{
    QTest::keySequence(focused() ? focused() : QApplication::activeWindow(), QKeySequence(QString::fromUtf8(keys)));
    QTest::qWait(20);
    return true;
}

bool typeInto(const QString &field, const QString &text)
{
    if (!tabTo(field))
        return false;
    // A list that is not edited takes every key for a letter to look for.
    if (const auto *list = qobject_cast<const QComboBox *>(focused()); !list || list->isEditable())
        QTest::keySequence(focused(), QKeySequence::SelectAll);
    QTest::keyClicks(focused(), text);
    return true;
}

} // namespace podium
