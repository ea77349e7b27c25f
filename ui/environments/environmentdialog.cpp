// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/environments/environmentdialog.h"

#include "ui/environments/colordot.h"
#include "ui/environments/environmenteditor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/icons.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIdRole = Qt::UserRole;

} // namespace

EnvironmentDialog::EnvironmentDialog(EnvironmentService &service, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_banner(new Banner(this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_none(new QWidget(m_stack))
{
    setObjectName(u"EnvironmentDialog"_s);
    setWindowTitle(tr("Environments"));
    auto *hint = new QLabel(tr("Add an environment, or import the file a colleague exported."), m_none);
    hint->setAlignment(Qt::AlignCenter);
    setMuted(hint);
    auto *noneLayout = new QVBoxLayout(m_none);
    noneLayout->addWidget(hint);
    m_stack->addWidget(m_none);
    m_stack->setObjectName(u"Surface"_s);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    right->addWidget(buildButtons());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildList());
    layout->addLayout(right, 1);
    resize(920, 680);
    load();
    connect(m_list, &QListWidget::currentItemChanged, this, &EnvironmentDialog::onCurrentChanged);
    m_list->setCurrentRow(0);
    onCurrentChanged();
}

QToolButton *EnvironmentDialog::listButton(const QString &iconName, const QString &text,
                                           void (EnvironmentDialog::*run)())
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(iconName));
    button->setIconSize({16, 16});
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, run);
    return button;
}

QWidget *EnvironmentDialog::buildList()
{
    auto *side = new QWidget(this);
    m_list->setObjectName(u"SideList"_s);
    m_list->setAccessibleName(tr("Environments"));
    m_list->setIconSize({16, 16});
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::s, space::xs, space::s, space::s);
    buttons->setSpacing(space::xs);
    buttons->addWidget(listButton(u"add"_s, tr("Add"), &EnvironmentDialog::add));
    m_duplicate = listButton(u"copy"_s, tr("Duplicate"), &EnvironmentDialog::duplicate);
    m_remove = listButton(u"remove"_s, tr("Remove"), &EnvironmentDialog::remove);
    m_export = listButton(u"export"_s, tr("Export…"), &EnvironmentDialog::chooseExport);
    buttons->addWidget(m_duplicate);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(listButton(u"import"_s, tr("Import…"), &EnvironmentDialog::chooseImport));
    buttons->addWidget(m_export);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    side->setFixedWidth(240);
    return side;
}

QWidget *EnvironmentDialog::buildButtons()
{
    auto *bar = new QWidget(this);
    m_save = new QPushButton(tr("Save"), bar);
    setButtonTone(m_save, Tone::Info);
    m_revert = new QPushButton(tr("Revert"), bar);
    auto *close = new QPushButton(tr("Close"), bar);
    // Enter in a field must neither save nor close by surprise.
    for (QPushButton *button : {m_save, m_revert, close})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::xl, space::m, space::l, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_save);
    layout->addWidget(m_revert);
    layout->addStretch();
    layout->addWidget(close);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentDialog::save);
    connect(m_revert, &QPushButton::clicked, this, &EnvironmentDialog::revert);
    connect(close, &QPushButton::clicked, this, &EnvironmentDialog::reject);
    return bar;
}

void EnvironmentDialog::load()
{
    for (const Environment &environment : m_service.environments())
        addItem(environment, environment.name);
}

QListWidgetItem *EnvironmentDialog::addItem(const Environment &environment, const QString &storedName)
{
    auto *editor = new EnvironmentEditor(m_service);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidget(editor);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(scroll);
    editor->setEnvironment(environment);
    auto *item = new QListWidgetItem(m_list);
    const int id = m_nextId++;
    item->setData(kIdRole, id);
    m_entries.insert(id, {storedName, editor, scroll});
    updateItem(item);
    connect(editor, &EnvironmentEditor::edited, this, [this, item] {
        updateItem(item);
        updateButtons();
    });
    return item;
}

EnvironmentDialog::Entry &EnvironmentDialog::entryOf(const QListWidgetItem *item)
{
    return m_entries[item->data(kIdRole).toInt()];
}

EnvironmentDialog::Entry *EnvironmentDialog::current()
{
    return m_list->currentItem() ? &entryOf(m_list->currentItem()) : nullptr;
}

void EnvironmentDialog::updateItem(QListWidgetItem *item)
{
    const Entry &entry = entryOf(item);
    const Environment environment = entry.editor->environment();
    const QString name = environment.name.isEmpty() ? tr("New environment") : environment.name;
    const bool open = entry.storedName.isEmpty() || entry.editor->isChanged();
    item->setText(open ? tr("%1 •", "an environment with changes that are not saved").arg(name) : name);
    item->setToolTip(open ? tr("Not saved yet") : QString());
    item->setIcon(colorDot(environment.color, devicePixelRatioF()));
}

void EnvironmentDialog::onCurrentChanged()
{
    const Entry *entry = current();
    m_stack->setCurrentWidget(entry ? entry->page : m_none);
    m_banner->clear();
    updateButtons();
}

void EnvironmentDialog::updateButtons()
{
    const Entry *entry = current();
    const bool changed = entry && (entry->storedName.isEmpty() || entry->editor->isChanged());
    m_save->setEnabled(changed);
    m_revert->setEnabled(changed && !entry->storedName.isEmpty());
    m_duplicate->setEnabled(entry);
    m_remove->setEnabled(entry);
    m_export->setEnabled(entry && !entry->storedName.isEmpty());
}

bool EnvironmentDialog::saveItem(QListWidgetItem *item)
{
    Entry &entry = entryOf(item);
    m_list->setCurrentItem(item);
    if (!entry.editor->check())
        return false;
    const Environment environment = entry.editor->environment();
    for (const Entry &other : std::as_const(m_entries)) {
        if (other.editor != entry.editor && !other.storedName.isEmpty() && other.storedName == environment.name) {
            entry.editor->showProblem(u"/name"_s, tr("Another environment has this name."));
            entry.editor->focusName();
            return false;
        }
    }
    const Result<Done> saved = m_service.save(entry.storedName, environment);
    if (!saved) {
        m_banner->setError(saved.error());
        return false;
    }
    m_banner->clear();
    entry.storedName = environment.name;
    entry.editor->setEnvironment(environment);
    updateItem(item);
    updateButtons();
    return true;
}

void EnvironmentDialog::save()
{
    if (m_list->currentItem())
        saveItem(m_list->currentItem());
}

void EnvironmentDialog::revert()
{
    if (Entry *entry = current())
        entry->editor->revert();
}

QString EnvironmentDialog::freeName(const QString &wanted) const
{
    const auto taken = [this](const QString &name) {
        return std::any_of(m_entries.cbegin(), m_entries.cend(),
                           [&](const Entry &entry) { return entry.editor->environment().name == name; });
    };
    QString name = wanted;
    for (int i = 2; taken(name); ++i)
        name = tr("%1 %2", "a name with a number to set it apart").arg(wanted).arg(i);
    return name;
}

void EnvironmentDialog::select(const QString &name)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (entryOf(m_list->item(row)).storedName == name)
            m_list->setCurrentRow(row);
    }
}

void EnvironmentDialog::addEnvironment()
{
    Environment environment;
    environment.name = freeName(tr("New environment"));
    QListWidgetItem *item = addItem(environment, {});
    m_list->setCurrentItem(item);
    entryOf(item).editor->focusName();
}

void EnvironmentDialog::add()
{
    addEnvironment();
}

void EnvironmentDialog::duplicate()
{
    const Entry *entry = current();
    if (!entry)
        return;
    Environment environment = entry->editor->environment();
    environment.name = freeName(tr("Copy of %1").arg(environment.name));
    QListWidgetItem *item = addItem(environment, {});
    m_list->setCurrentItem(item);
    entryOf(item).editor->focusName();
}

void EnvironmentDialog::remove()
{
    const Entry *entry = current();
    if (!entry)
        return;
    const QString name = entry->editor->environment().name;
    const QString text = tr("Podium forgets this environment and closes its pages. Nothing changes on the servers.");
    confirm(this, {tr("Remove “%1”?").arg(name), text, tr("Remove"), Tone::Danger, {}}, [this] { removeCurrent(); });
}

void EnvironmentDialog::removeCurrent()
{
    QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const Entry entry = entryOf(item);
    if (!entry.storedName.isEmpty()) {
        const Result<Done> removed = m_service.remove(entry.storedName);
        if (!removed)
            return m_banner->setError(removed.error());
    }
    m_entries.remove(item->data(kIdRole).toInt());
    delete item;
    m_stack->removeWidget(entry.page);
    entry.page->deleteLater();
    onCurrentChanged();
}

void EnvironmentDialog::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import an environment"), {}, tr("Environments (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EnvironmentDialog::importFile);
    dialog->open();
}

void EnvironmentDialog::importFile(const QString &path)
{
    const Result<Environment> imported = m_service.importFile(path);
    if (!imported)
        return m_banner->setError(imported.error());
    for (int row = 0; row < m_list->count(); ++row) {
        Entry &entry = entryOf(m_list->item(row));
        if (entry.storedName != imported->name)
            continue;
        entry.editor->setEnvironment(*imported);
        updateItem(m_list->item(row));
        m_list->setCurrentRow(row);
        return updateButtons();
    }
    m_list->setCurrentItem(addItem(*imported, imported->name));
}

void EnvironmentDialog::chooseExport()
{
    const Entry *entry = current();
    if (!entry)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the environment"), entry->storedName % u".json"_s,
                                   tr("Environments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name = entry->storedName](const QString &path) {
        const Result<Done> exported = m_service.exportFile(name, path);
        if (exported)
            m_banner->setMessage(Tone::Success, tr("Exported to %1.").arg(path));
        else
            m_banner->setError(exported.error());
    });
    dialog->open();
}

QList<QListWidgetItem *> EnvironmentDialog::changedItems()
{
    QList<QListWidgetItem *> items;
    for (int row = 0; row < m_list->count(); ++row) {
        const Entry &entry = entryOf(m_list->item(row));
        if (entry.storedName.isEmpty() || entry.editor->isChanged())
            items << m_list->item(row);
    }
    return items;
}

void EnvironmentDialog::reject()
{
    const auto count = int(changedItems().size());
    if (count == 0)
        return QDialog::reject();
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Environments"),
                                tr("%n environment(s) have changes that are not saved.", nullptr, count),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"UnsavedQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Discard)
            return QDialog::reject();
        if (answer != QMessageBox::Save)
            return;
        for (QListWidgetItem *item : changedItems()) {
            if (!saveItem(item))
                return;
        }
        QDialog::reject();
    });
    box->open();
}

} // namespace podium
