// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/savedviewsmenu.h"

#include "ui/watch/watchmenu.h"
#include "ui/widgets/icons.h"

#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;

SavedViewsMenu::SavedViewsMenu(const PageContext &context, std::function<SavedView()> shown, QWidget *parent)
    : QToolButton(parent)
    , m_context(context)
    , m_shown(std::move(shown))
    , m_actions(context.console.views, this, [this](const Error &error) { m_context.navigator.showError(error); })
    , m_menu(new QMenu(this))
{
    setText(tr("Views"));
    setIcon(themedIcon(u"star"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(m_menu);
    setToolTip(tr("Saved filters with their columns and order"));
    setAccessibleName(tr("Saved views"));
    connect(m_menu, &QMenu::aboutToShow, this, &SavedViewsMenu::fill);
}

void SavedViewsMenu::fill()
{
    for (QMenu *old : m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    m_menu->clear();
    const SavedView shown = m_shown();
    const QList<SavedView> views = m_context.console.views.views();
    for (const SavedView &view : views) {
        QString text = view.name;
        QAction *open = m_menu->addAction(text.replace(u'&', u"&&"_s), this, [this, view] { Q_EMIT chosen(view); });
        open->setCheckable(true);
        open->setChecked(view.name == shown.name);
    }
    m_menu->addSeparator();
    const int current = m_context.console.views.indexOf(shown.name);
    if (current >= 0) {
        QString text = tr("Save over “%1”").arg(shown.name);
        m_menu
            ->addAction(themedIcon(u"save"_s), text.replace(u'&', u"&&"_s), this, [this, shown] { saveAs(shown.name); })
            ->setEnabled(views.at(current) != shown);
    }
    m_menu->addAction(themedIcon(u"add"_s), tr("Save as a view…"), this, [this] {
        m_actions.askName(tr("Save as a view"), {}, [this](const QString &name) { saveAs(name); });
    });
    m_menu->addAction(themedIcon(u"eye"_s), tr("Watch this…"), this, [this, shown, current, views] {
        SavedView watched = shown;
        if (current < 0 || views.at(current).line != shown.line)
            watched.name.clear(); // the filter was changed: that is what is seen
        watchView(m_context, watched, this);
    });
    if (views.isEmpty())
        return;
    QMenu *edit = m_menu->addMenu(themedIcon(u"edit"_s), tr("Edit views"));
    for (int i = 0; i < views.size(); ++i) {
        QString text = views.at(i).name;
        m_actions.fill(edit->addMenu(text.replace(u'&', u"&&"_s)), i);
    }
}

void SavedViewsMenu::saveAs(const QString &name)
{
    SavedView view = m_shown();
    view.name = name.simplified();
    if (const Result<Done> kept = m_context.console.views.put(view); !kept)
        return m_context.navigator.showError(kept.error());
    Q_EMIT saved(view.name);
}

} // namespace podium
