// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/definitionactions.h"

#include "models/document/workfloweditor.h"
#include "models/workspace/textoffsets.h"
#include "ui/widgets/banner.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTextCursor>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

DefinitionActions::DefinitionActions(CodeEditor &editor, Banner &banner, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_banner(banner)
{
    editor.addCommand(tr("Go to the definition"), QKeySequence(Qt::Key_F12), [this] { goToDefinition(); });
    editor.addCommand(tr("Rename with all references…"), QKeySequence(Qt::Key_F2), [this] { rename(); });
    editor.addCommand(tr("Mend the problem…"), QKeySequence(u"Alt+Return"_s), [this] { showFixes(); });
}

std::optional<DefinitionActions::Now> DefinitionActions::readNow() const
{
    if (!m_checked.isDefinition)
        return {};
    Now now{readText(m_editor.text().toUtf8(), 0), {}};
    if (!now.reading->isWhole())
        return {};
    now.names = partNames(*now.reading->tree, flowRoot(*now.reading->tree));
    return now;
}

std::optional<PartName> DefinitionActions::nameAtCursor(const Now &now) const
{
    const qsizetype at = TextOffsets(m_editor.text()).byteAt(m_editor.textCursor().position());
    for (const PartName &each : now.names) {
        const ByteRange extent = now.reading->map->extent(each.node);
        if (at >= extent.begin && at <= extent.end)
            return each;
    }
    return {};
}

void DefinitionActions::goToDefinition()
{
    const auto now = readNow();
    const auto name = now ? nameAtCursor(*now) : std::nullopt;
    if (!name)
        return;
    for (const PartName &each : now->names) {
        if (!each.definition || each.kind != name->kind || each.name != name->name)
            continue;
        const TextOffsets offsets(m_editor.text());
        const ByteRange extent = now->reading->map->extent(each.node);
        return m_editor.select(offsets.unitAt(extent.begin), offsets.unitAt(extent.end));
    }
    m_banner.setMessage(Tone::Info, tr("“%1” is not defined in this file.").arg(name->name));
}

void DefinitionActions::rename()
{
    const auto now = readNow();
    const auto name = now ? nameAtCursor(*now) : std::nullopt;
    if (!name) {
        m_banner.setMessage(Tone::Info, now ? tr("Put the cursor on the name of a state, function, event or error.")
                                            : tr("The text has to be without faults before a part is renamed."));
        return;
    }
    auto *dialog = new QInputDialog(&m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("New name, here and wherever it is referred to:"));
    dialog->setTextValue(name->name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, kind = name->kind, old = name->name](const QString &to) { renameTo(kind, old, to); });
    dialog->open();
}

void DefinitionActions::renameTo(PartKind kind, const QString &name, const QString &to)
{
    const auto now = readNow();
    if (!now || to == name)
        return;
    const Result<TextEdit> edit = WorkflowEditor(*now->reading->tree).rename(kind, name, to);
    if (edit)
        apply(m_editor, *edit);
    else
        m_banner.setError(edit.error());
    m_editor.setFocus(Qt::OtherFocusReason);
}

void DefinitionActions::showFixes()
{
    const qsizetype at = m_editor.textCursor().position();
    const int line = m_editor.textCursor().blockNumber() + 1;
    auto *menu = new QMenu(&m_editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CheckedText::Problem &problem : std::as_const(m_checked.problems)) {
        if (problem.line != line && (at < problem.mark.begin || at > problem.mark.end))
            continue;
        for (const QuickFix &fix : problem.fixes) {
            QString text = fix.label;
            menu->addAction(text.replace(u'&', u"&&"_s), this, [this, fix] { runFix(fix); });
        }
    }
    if (menu->isEmpty())
        menu->addAction(tr("There is nothing that Podium could mend here."))->setEnabled(false);
    menu->popup(m_editor.viewport()->mapToGlobal(m_editor.cursorRect().bottomLeft()));
}

void DefinitionActions::runFix(const QuickFix &fix)
{
    const SharedReading reading = readText(m_editor.text().toUtf8(), 0);
    if (!reading->tree)
        return;
    const Result<TextEdit> edit = fix.make(*reading->tree);
    if (edit)
        apply(m_editor, *edit);
    else
        m_banner.setError(edit.error());
}

void DefinitionActions::apply(CodeEditor &editor, const TextEdit &edit)
{
    const TextOffsets offsets(editor.text());
    const bool fits = std::all_of(edit.patches.cbegin(), edit.patches.cend(), [&](const TextPatch &patch) {
        return offsets.utf8().mid(patch.offset, patch.removed.size()) == patch.removed;
    });
    if (!fits)
        return;
    QTextCursor cursor(editor.document());
    cursor.beginEditBlock();
    for (auto patch = edit.patches.crbegin(); patch != edit.patches.crend(); ++patch) {
        cursor.setPosition(static_cast<int>(offsets.unitAt(patch->offset)));
        cursor.setPosition(static_cast<int>(offsets.unitAt(patch->offset + patch->removed.size())),
                           QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromUtf8(patch->inserted));
    }
    cursor.endEditBlock();
}

} // namespace podium
