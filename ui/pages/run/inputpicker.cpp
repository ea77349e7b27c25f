// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/run/inputpicker.h"

#include "models/items/itemtexts.h"
#include "ui/pages/run/earlierruns.h"
#include "ui/pages/run/runmemory.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/confirm.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

enum Tab { Presets, Sent, Earlier };

QLabel *emptyHint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setMuted(label);
    return label;
}

QString fileNameOf(QString name)
{
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u' ')
            c = u'-';
    }
    return name.left(60).trimmed() % u".json";
}

} // namespace

InputPicker::InputPicker(Console &console, const QString &workflowId, const SharedJson &schema, RunMemory &memory,
                         const SharedJson &current, TimeText timeText, QWidget *parent)
    : QDialog(parent)
    , m_memory(memory)
    , m_current(current)
    , m_timeText(std::move(timeText))
    , m_tabs(new QTabWidget(this))
    , m_earlier(new EarlierRuns(console, workflowId, schema, m_timeText))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved inputs"));
    resize(860, 560);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(makePresets(), tr("&Presets"));
    m_tabs->addTab(makeSent(), tr("Sent from &here"));
    m_tabs->addTab(m_earlier, tr("&Earlier runs"));
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tabs);
    split->addWidget(makePreview());
    split->setSizes({430, 400});
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_use = buttons->addButton(tr("Fill in the form"), QDialogButtonBox::ActionRole);
    setButtonTone(m_use, Tone::Info);
    // Enter in the name saves, and on a list it uses the row: it is for no button besides.
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(split, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    connect(m_use, &QPushButton::clicked, this, &InputPicker::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InputPicker::follow);
    connect(m_earlier, &EarlierRuns::inputChanged, this, &InputPicker::follow);
    connect(m_earlier, &EarlierRuns::used, this, &InputPicker::use);
    showSent();
    showPresets({});
    if (m_memory.kept().presets.isEmpty() && !m_memory.kept().history.isEmpty())
        m_tabs->setCurrentIndex(Sent);
    tell({});
    follow();
}

QWidget *InputPicker::makePresets()
{
    auto *page = new QWidget;
    m_presets = new QListWidget(page);
    m_presets->setAccessibleName(tr("Presets"));
    m_presets->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_name = new QLineEdit(page);
    m_name->setPlaceholderText(tr("Name of a new preset"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_save = new QPushButton(tr("Save the form"), page);
    m_save->setToolTip(tr("Keeps what the form says now under this name. Passwords are never kept."));
    m_save->setAutoDefault(false);
    auto *saveLine = new QHBoxLayout;
    saveLine->addWidget(m_name, 1);
    saveLine->addWidget(m_save);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::s, 0, 0);
    column->addWidget(m_presets, 1);
    column->addWidget(makePresetButtons());
    column->addLayout(saveLine);
    connect(m_presets, &QListWidget::currentRowChanged, this, &InputPicker::follow);
    connect(m_presets, &QListWidget::itemActivated, this, &InputPicker::use);
    connect(m_presets, &QListWidget::itemChanged, this,
            [this](QListWidgetItem *item) { renamePreset(m_presets->row(item), item->text()); });
    connect(m_name, &QLineEdit::textChanged, this, &InputPicker::follow);
    connect(m_name, &QLineEdit::returnPressed, this, &InputPicker::savePreset);
    connect(m_save, &QPushButton::clicked, this, &InputPicker::savePreset);
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_presets);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &InputPicker::removePreset);
    return page;
}

QWidget *InputPicker::makePresetButtons()
{
    auto *buttons = new QWidget;
    m_rename = new QPushButton(tr("Rename"), buttons);
    m_rename->setToolTip(tr("Rename the preset (F2)"));
    m_remove = new QPushButton(tr("Delete…"), buttons);
    m_export = new QPushButton(tr("Export…"), buttons);
    auto *import = new QPushButton(tr("Import…"), buttons);
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    for (QPushButton *button : {m_rename, m_remove, m_export, import}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    line->addStretch();
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (m_presets->currentItem())
            m_presets->editItem(m_presets->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &InputPicker::removePreset);
    connect(m_export, &QPushButton::clicked, this, &InputPicker::exportPreset);
    connect(import, &QPushButton::clicked, this, &InputPicker::importPreset);
    return buttons;
}

QWidget *InputPicker::makeSent()
{
    auto *page = new QWidget;
    m_sent = new QListWidget(page);
    m_sent->setAccessibleName(tr("Sent from here"));
    m_openInstance = new QPushButton(tr("Open the instance"), page);
    m_openInstance->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_openInstance);
    line->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::s, 0, 0);
    column->addWidget(m_sent, 1);
    if (m_memory.kept().history.isEmpty())
        column->addWidget(emptyHint(tr("What you start from this form is listed here."), page));
    column->addLayout(line);
    connect(m_sent, &QListWidget::currentRowChanged, this, &InputPicker::follow);
    connect(m_sent, &QListWidget::itemActivated, this, &InputPicker::use);
    connect(m_openInstance, &QPushButton::clicked, this, [this] {
        const SentInput sent = m_memory.kept().history.value(m_sent->currentRow());
        accept();
        Q_EMIT instanceAsked(sent.instanceId);
    });
    return page;
}

QWidget *InputPicker::makePreview()
{
    m_preview = new CodeView(this);
    m_preview->setAccessibleName(tr("Input in front as JSON"));
    m_preview->setProperty("frame", true);
    return m_preview;
}

void InputPicker::showPresets(const QString &current)
{
    m_isFilling = true;
    m_presets->clear();
    for (const InputPreset &preset : m_memory.kept().presets) {
        auto *item = new QListWidgetItem(preset.name, m_presets);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (preset.name == current)
            m_presets->setCurrentItem(item);
    }
    if (!m_presets->currentItem())
        m_presets->setCurrentRow(0);
    m_isFilling = false;
    follow();
}

void InputPicker::showSent()
{
    for (const SentInput &sent : m_memory.kept().history) {
        const QString which = sent.businessKey.isEmpty() ? sent.instanceId.left(8) : singleLine(sent.businessKey, 60);
        m_sent->addItem(tr("%1 · %2").arg(m_timeText(sent.time), which));
    }
    m_sent->setCurrentRow(0);
}

InputPicker::Choice InputPicker::choice() const
{
    const RememberedInputs &kept = m_memory.kept();
    switch (m_tabs->currentIndex()) {
    case Presets: {
        const InputPreset preset = kept.presets.value(m_presets->currentRow());
        return {preset.input, {}, tr("the preset “%1”").arg(preset.name)};
    }
    case Sent: {
        const SentInput sent = kept.history.value(m_sent->currentRow());
        return {sent.input, sent.businessKey, tr("what was sent %1").arg(m_timeText(sent.time))};
    }
    default:
        return {m_earlier->input(), {}, tr("an earlier run: %1").arg(m_earlier->name())};
    }
}

void InputPicker::follow()
{
    if (m_isFilling || !m_use)
        return;
    if (m_tabs->currentIndex() == Earlier)
        m_earlier->read();
    const Choice one = choice();
    m_use->setEnabled(one.input != nullptr);
    m_preview->setCode(one.input ? toBytes(*one.input, 2) : QByteArray(), CodeView::Language::JsonText);
    const RememberedInputs &kept = m_memory.kept();
    const bool hasPreset = kept.presets.value(m_presets->currentRow()).input != nullptr;
    m_rename->setEnabled(hasPreset);
    m_remove->setEnabled(hasPreset);
    m_export->setEnabled(hasPreset);
    const QString name = m_name->text().simplified();
    const bool isKnown = std::any_of(kept.presets.cbegin(), kept.presets.cend(),
                                     [&name](const InputPreset &preset) { return preset.name == name; });
    m_save->setEnabled(!name.isEmpty() && m_current);
    m_save->setText(isKnown ? tr("Replace by the form") : tr("Save the form"));
    m_openInstance->setEnabled(!kept.history.value(m_sent->currentRow()).instanceId.isEmpty());
    if (m_tabs->currentIndex() == Sent && !one.input && m_sent->count() > 0)
        tell(tr("This input was too large to be kept."));
    else if (m_tabs->currentIndex() == Presets && kept.presets.isEmpty())
        tell(tr("There is no preset yet. Give what the form says now a name to keep it as one."));
    else
        tell({});
}

void InputPicker::use()
{
    const Choice one = choice();
    if (!one.input)
        return;
    accept();
    Q_EMIT chosen(one);
}

void InputPicker::savePreset()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty() || !m_current)
        return;
    m_memory.keepPresets(withPreset(m_memory.kept().presets, {name, m_current}));
    m_name->clear();
    showPresets(name);
}

void InputPicker::renamePreset(int row, const QString &name)
{
    if (m_isFilling)
        return;
    QList<InputPreset> presets = m_memory.kept().presets;
    const QString clean = name.simplified();
    const QString before = presets.value(row).name;
    const bool isTaken = std::any_of(presets.cbegin(), presets.cend(),
                                     [&clean](const InputPreset &preset) { return preset.name == clean; });
    if (clean.isEmpty() || (isTaken && clean != before)) {
        showPresets(before);
        return tell(clean.isEmpty() ? tr("A preset needs a name.")
                                    : tr("Another preset is called “%1” already.").arg(clean));
    }
    InputPreset renamed = presets.takeAt(row);
    renamed.name = clean;
    m_memory.keepPresets(withPreset(presets, renamed));
    // The list is in the middle of an edit.
    QMetaObject::invokeMethod(
        this, [this, clean] { showPresets(clean); }, Qt::QueuedConnection);
}

void InputPicker::removePreset()
{
    const InputPreset preset = m_memory.kept().presets.value(m_presets->currentRow());
    if (!preset.input)
        return;
    Confirmation question;
    question.title = tr("Delete this preset?");
    question.text = tr("The preset “%1” will be gone.").arg(preset.name);
    question.actionText = tr("Delete");
    question.tone = Tone::Danger;
    confirm(this, question, [this, name = preset.name] {
        QList<InputPreset> presets = m_memory.kept().presets;
        presets.removeIf([&name](const InputPreset &other) { return other.name == name; });
        m_memory.keepPresets(presets);
        showPresets({});
    });
}

void InputPicker::exportPreset()
{
    const InputPreset preset = m_memory.kept().presets.value(m_presets->currentRow());
    auto *dialog = new QFileDialog(this, tr("Export the preset"), {}, tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(fileNameOf(preset.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, preset](const QString &path) {
        const Result<Done> done = m_memory.service().exportPreset(preset, path);
        tell(done ? tr("Exported.") : done.error().text());
    });
    dialog->open();
}

void InputPicker::importPreset()
{
    auto *dialog = new QFileDialog(this, tr("Import a preset"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        Result<InputPreset> preset = m_memory.service().importPreset(path);
        if (!preset)
            return tell(preset.error().text());
        // A stranger's file may hold what must not be kept here; and it takes nothing's place.
        InputPreset own{preset->name, m_memory.storable(*preset->input)};
        const auto &known = m_memory.kept().presets;
        for (int i = 2; std::any_of(known.cbegin(), known.cend(), [&own](auto &one) { return one.name == own.name; });
             ++i)
            own.name = tr("%1 (%2)").arg(preset->name).arg(i);
        m_memory.keepPresets(withPreset(known, own));
        showPresets(own.name);
    });
    dialog->open();
}

void InputPicker::tell(const QString &problem)
{
    const QString text = problem.isEmpty() ? m_memory.service().problem() : problem;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace podium
