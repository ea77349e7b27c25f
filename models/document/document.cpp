// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUndoCommand>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kMark = "\xEF\xBB\xBF";

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::Document)
};

Error unopened(const QString &why, const QString &remedy)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = Texts::tr("The file cannot be opened as text.");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// Why bytes are no text that can be edited; nothing where they are.
std::optional<Error> encodingFault(const QByteArray &bytes)
{
    const QString save = Texts::tr("Save it as UTF-8 with another program, then open it again.");
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return unopened(Texts::tr("It is written in UTF-16."), save);
    const bool control = std::any_of(bytes.cbegin(), bytes.cend(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    if (control)
        return unopened(Texts::tr("It holds bytes that are no text."),
                        Texts::tr("Check that the file is a workflow definition in YAML or JSON."));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString ignored = decoder(bytes);
    if (decoder.hasError())
        return unopened(Texts::tr("It is not written in UTF-8."), save);
    return std::nullopt;
}

} // namespace

/// Keys typed one after the other are one step, as in text editors.
class EditStep : public QUndoCommand
{
public:
    EditStep(Document *document, TextEdit edit)
        : QUndoCommand(edit.label)
        , m_document(document)
        , m_edit(std::move(edit))
    {
    }

    void redo() override { m_document->change(m_edit); }
    void undo() override { m_document->change(m_edit.inverse()); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *command) override
    {
        const TextEdit &next = static_cast<const EditStep *>(command)->m_edit;
        if (m_edit.patches.size() != 1 || next.patches.size() != 1 || !m_edit.label.isEmpty() || !next.label.isEmpty())
            return false;
        TextPatch &mine = m_edit.patches.first();
        const TextPatch &more = next.patches.first();
        const bool typed = more.removed.isEmpty() && !more.inserted.contains('\n') &&
                           more.offset == mine.offset + mine.inserted.size();
        if (!typed || mine.inserted.endsWith(' ') != more.inserted.startsWith(' '))
            return false;
        mine.inserted += more.inserted;
        return true;
    }

private:
    Document *m_document;
    TextEdit m_edit;
};

SharedReading readText(const QByteArray &text, int revision)
{
    auto reading = std::make_shared<Reading>();
    reading->revision = revision;
    Result<TextTree> tree = TextTree::parse(text);
    if (!tree) {
        reading->fault = {tree.error().why, {1, 1, 1, 1, 0, 0}};
        return reading;
    }
    reading->tree = std::move(*tree);
    reading->fault = reading->tree->fault();
    reading->map.emplace(*reading->tree);
    return reading;
}

Result<std::unique_ptr<Document>> Document::open(const QByteArray &bytes)
{
    if (bytes.size() > kMaxSize) {
        return unopened(Texts::tr("It is larger than %1 MB.").arg(kMaxSize / 1024 / 1024),
                        Texts::tr("Check that the file is a workflow definition in YAML or JSON."));
    }
    if (std::optional<Error> fault = encodingFault(bytes))
        return *fault;
    std::unique_ptr<Document> document(new Document);
    document->m_byteOrderMark = bytes.startsWith(kMark);
    document->m_text = document->m_byteOrderMark ? bytes.mid(kMark.size()) : bytes;
    document->readNow();
    return document;
}

QByteArray Document::bytes() const
{
    return m_byteOrderMark ? kMark + m_text : m_text;
}

bool Document::apply(const TextEdit &edit)
{
    QByteArray copy = m_text;
    if (!edit.applyTo(copy))
        return false;
    if (!edit.isEmpty())
        m_history.push(new EditStep(this, edit));
    return true;
}

void Document::change(const TextEdit &edit)
{
    if (!edit.applyTo(m_text))
        return;
    ++m_revision;
    m_sinceWhole.append({m_revision, edit});
    Q_EMIT edited(edit);
}

const SharedReading &Document::readNow()
{
    if (!m_reading || m_reading->revision != m_revision)
        accept(readText(m_text, m_revision));
    return m_reading;
}

void Document::accept(const SharedReading &reading)
{
    if (m_reading && reading->revision < m_reading->revision)
        return;
    m_reading = reading;
    if (reading->isWhole()) {
        m_whole = reading;
        m_sinceWhole.removeIf([&reading](const auto &step) { return step.first <= reading->revision; });
    }
    Q_EMIT readingChanged();
}

std::optional<ByteRange> Document::present(ByteRange range) const
{
    for (const auto &[revision, edit] : m_sinceWhole) {
        const ByteRange moved{edit.mapped(range.begin, true), edit.mapped(range.end)};
        if (moved.end < moved.begin || (moved.size() == 0 && range.size() > 0))
            return std::nullopt;
        range = moved;
    }
    return range;
}

} // namespace podium
