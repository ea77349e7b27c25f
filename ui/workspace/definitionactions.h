// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/partnames.h"
#include "models/document/textpatch.h"
#include "ui/workspace/definitioncheck.h"

#include <QObject>

#include <optional>

namespace podium {

class Banner;

/// What can be done to a definition in its editor because it is one: go to a name's definition, rename a part with
/// everything that refers to it, mend a problem. Each is one step of the editor's history.
class DefinitionActions : public QObject
{
    Q_OBJECT
public:
    DefinitionActions(CodeEditor &editor, Banner &banner, QObject *parent = nullptr);

    /// What is known of the text; it may be a little behind.
    void setChecked(const CheckedText &checked) { m_checked = checked; }

    void goToDefinition();
    void rename();
    void showFixes();

    /// In one step; nothing where the edit is of another text.
    static void apply(CodeEditor &editor, const TextEdit &edit);

private:
    /// The text as it is now, read; nothing where it is broken or no definition.
    struct Now
    {
        SharedReading reading;
        QList<PartName> names;
    };
    std::optional<Now> readNow() const;
    std::optional<PartName> nameAtCursor(const Now &now) const;
    void renameTo(PartKind kind, const QString &name, const QString &to);
    void runFix(const QuickFix &fix);

    CodeEditor &m_editor;
    Banner &m_banner;
    CheckedText m_checked;
};

} // namespace podium
