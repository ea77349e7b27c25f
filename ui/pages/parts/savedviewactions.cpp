// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/savedviewactions.h"

#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

SavedViewActions::SavedViewActions(SavedViews &views, QWidget *parent, Failed failed)
    : m_views(views)
    , m_parent(parent)
    , m_failed(std::move(failed))
{
}

void SavedViewActions::told(const Result<Done> &result) const
{
    if (!result)
        m_failed(result.error());
}

void SavedViewActions::askName(const QString &title, const QString &name,
                               const std::function<void(const QString &)> &named) const
{
    auto *dialog = new QInputDialog(m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(SavedViews::tr("Name of the view"));
    dialog->setTextValue(name);
    if (auto *field = dialog->findChild<QLineEdit *>()) {
        field->setMaxLength(SavedViews::kLongestName);
        field->setAccessibleName(dialog->labelText());
    }
    QObject::connect(dialog, &QInputDialog::textValueSelected, m_parent, [named](const QString &text) {
        if (!text.simplified().isEmpty())
            named(text);
    });
    dialog->open();
}

void SavedViewActions::rename(int index) const
{
    const QString before = m_views.views().value(index).name;
    if (before.isEmpty())
        return;
    askName(SavedViews::tr("Rename the view"), before,
            [*this, before](const QString &name) { told(m_views.rename(m_views.indexOf(before), name)); });
}

void SavedViewActions::remove(int index) const
{
    const QString name = m_views.views().value(index).name;
    if (name.isEmpty())
        return;
    confirm(m_parent,
            {SavedViews::tr("Delete the view “%1”?").arg(name),
             SavedViews::tr("The instances it lists are not touched."),
             SavedViews::tr("Delete"),
             Tone::Danger,
             {}},
            [*this, name] { told(m_views.remove(m_views.indexOf(name))); });
}

void SavedViewActions::move(int index, int by) const
{
    told(m_views.move(index, index + by));
}

void SavedViewActions::fill(QMenu *menu, int index) const
{
    menu->addAction(themedIcon(u"edit"_s), SavedViews::tr("Rename…"), m_parent, [*this, index] { rename(index); });
    menu->addAction(themedIcon(u"up"_s), SavedViews::tr("Move up"), m_parent, [*this, index] { move(index, -1); })
        ->setEnabled(index > 0);
    menu->addAction(themedIcon(u"down"_s), SavedViews::tr("Move down"), m_parent, [*this, index] { move(index, 1); })
        ->setEnabled(index < m_views.views().size() - 1);
    menu->addAction(themedIcon(u"remove"_s), SavedViews::tr("Delete…"), m_parent, [*this, index] { remove(index); });
}

Location locationOf(const SavedView &view)
{
    return {u"instances"_s, u"view="_s % QString::fromUtf8(QUrl::toPercentEncoding(view.name)), {}};
}

} // namespace podium
