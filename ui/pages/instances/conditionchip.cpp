// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/conditionchip.h"

#include "models/filter/filterline.h"
#include "models/filter/filtertexts.h"
#include "models/items/itemtexts.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

ConditionChip::ConditionChip(const InstanceCondition &condition, const QString &problem, QWidget *parent)
    : QFrame(parent)
    , m_text(new QToolButton)
{
    setObjectName(u"ConditionChip"_s);
    const QString text = describe(condition);
    // An ampersand of a server is no mnemonic.
    m_text->setText(QString(text).replace(u'&', u"&&"_s));
    m_text->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_text->setIcon(problem.isEmpty() ? themedIcon(iconOf(condition.field)) : themedIcon(u"warning"_s, Tone::Warning));
    m_text->setIconSize({14, 14});
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_text->setAccessibleName(tr("Condition %1").arg(text));
    m_text->setAccessibleDescription(problem.isEmpty() ? tr("Enter edits it, Delete takes it away.") : problem);
    m_text->setToolTip(plainToolTip(problem.isEmpty() ? toLine(condition) : problem));
    m_text->installEventFilter(this);
    QToolButton *remove = iconButton(u"close"_s, tr("Take away (Del)"), this);
    remove->setAccessibleName(tr("Take away: %1").arg(text));
    remove->setFocusPolicy(Qt::NoFocus);
    remove->setIconSize({12, 12});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_text);
    row->addWidget(remove);
    setFocusProxy(m_text);
    connect(m_text, &QToolButton::clicked, this, &ConditionChip::editWanted);
    connect(remove, &QToolButton::clicked, this, &ConditionChip::removeWanted);
}

bool ConditionChip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeWanted();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT editWanted();
        return true;
    case Qt::Key_Left:
        Q_EMIT stepWanted(-1);
        return true;
    case Qt::Key_Right:
        Q_EMIT stepWanted(1);
        return true;
    default:
        return false;
    }
}

} // namespace podium
