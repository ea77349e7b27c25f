// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/listheader.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

ListHeader::ListHeader(const QString &title, QLabel *count, int bottomMargin, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(space::xl, space::l, space::xl, bottomMargin);
    m_row->setSpacing(space::m);
    auto *name = new QLabel(title);
    name->setFont(titleFont(name->font()));
    m_row->addWidget(name, 0, Qt::AlignBaseline);
    m_row->addWidget(count, 0, Qt::AlignBaseline);
    m_row->addStretch(1);
}

void ListHeader::add(QWidget *widget)
{
    m_row->addWidget(widget);
}

QToolButton *ListHeader::addReload()
{
    auto *reload = new QToolButton;
    reload->setIcon(themedIcon(u"refresh"_s));
    reload->setToolTip(tr("Read again (F5)"));
    reload->setAccessibleName(tr("Read again"));
    add(reload);
    return reload;
}

void focusOnFind(QWidget *page, QWidget *field)
{
    auto *find = new QAction(page);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(find, &QAction::triggered, field, [field] { field->setFocus(Qt::ShortcutFocusReason); });
    page->addAction(find);
}

} // namespace podium
