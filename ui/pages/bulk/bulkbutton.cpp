// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/bulk/bulkbutton.h"

#include "ui/pages/bulk/bulkactions.h"
#include "ui/widgets/icons.h"

#include <QLocale>
#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;

BulkButton::BulkButton(BulkActions &actions, QWidget *parent)
    : QToolButton(parent)
    , m_actions(actions)
{
    setIcon(themedIcon(u"more"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    actions.fillMenu(menu);
    setMenu(menu);
    showSelection();
}

void BulkButton::showSelection()
{
    m_actions.takeSelection();
    const int count = m_actions.count();
    setEnabled(count != 0);
    if (count < 0)
        setText(tr("Actions on all"));
    else
        setText(count > 0 ? tr("Actions on %1").arg(QLocale().toString(count)) : tr("Actions"));
    setAccessibleName(count > 0 ? tr("Actions on %n selected instance(s)", nullptr, count)
                                : tr("Actions on selected instances"));
    setToolTip(count != 0 ? QString() : tr("Select instances first."));
}

} // namespace podium
