// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/document/documentmap.h"
#include "models/document/textpatch.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace podium {

/// A text that was read: tree and places, or why it could not be read to its end.
struct Reading
{
    int revision = 0;             ///< of the document whose text it is
    std::optional<TextTree> tree; ///< of broken text what comes before the fault; empty where there is nothing at all
    std::optional<DocumentMap> map;
    TextTree::Fault fault; ///< no message: the text is whole
    bool isWhole() const { return tree && fault.message.isEmpty(); }
};
using SharedReading = std::shared_ptr<const Reading>;

/// Any thread. Cost: some 10 ms for 5,000 lines.
SharedReading readText(const QByteArray &text, int revision);

/// A definition that is edited. Its text is the truth; tree and graph are readings of it. Text editor and graph editor
/// share it with its history: both change it by apply(), and hear what the other did by edited().
///
/// After a change the reading is behind the text until somebody brings a new one: readNow() where it is needed at once,
/// or readText() on a worker and accept(). While text is broken, lastWhole() is the last reading without a fault, and
/// present() says where its places are now.
///
/// UI thread, except for readText().
class Document : public QObject
{
    Q_OBJECT
public:
    /// Largest file that is opened, in bytes.
    static constexpr qsizetype kMaxSize = 16 * 1024 * 1024;

    /// The bytes of a file. Kind::Validation for what is no UTF-8 text (with what it seems to be instead) or too large;
    /// text that is no YAML is opened, and broken. A byte order mark is kept, but not part of the text.
    static Result<std::unique_ptr<Document>> open(const QByteArray &bytes);

    const QByteArray &text() const { return m_text; }
    QByteArray bytes() const; ///< what is saved: as opened, plus the changes
    int revision() const { return m_revision; }
    QUndoStack &history() { return m_history; }

    /// As one step of the history; typing at one place is joined with the step before. False, and nothing done, where
    /// the edit is of another text.
    bool apply(const TextEdit &edit);

    const SharedReading &reading() const { return m_reading; } ///< the newest, maybe of an older revision
    const SharedReading &lastWhole() const { return m_whole; } ///< null before there was one
    const SharedReading &readNow();
    void accept(const SharedReading &reading); ///< one that is older than what is there is left out
    /// Where a place of lastWhole() is now; nothing where it was changed away.
    std::optional<ByteRange> present(ByteRange range) const;

Q_SIGNALS:
    void edited(const podium::TextEdit &edit); ///< done, undone or redone
    void readingChanged();

private:
    friend class EditStep;
    Document() = default;
    void change(const TextEdit &edit);

    QByteArray m_text;
    bool m_byteOrderMark = false;
    int m_revision = 0;
    QUndoStack m_history;
    SharedReading m_reading;
    SharedReading m_whole;
    QList<std::pair<int, TextEdit>> m_sinceWhole; ///< with the revision that each led to
};

} // namespace podium
