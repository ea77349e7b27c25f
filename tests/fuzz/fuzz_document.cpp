// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a text that is edited: places, edits of its structure, and what is said about it. What is said of an
// edit must be true: it fits the text, it is undone to the same bytes, and the text after it can be read.
#include "models/diagnostics/checker.h"
#include "models/document/workfloweditor.h"

#include <cstddef>
#include <cstdint>

namespace {

void mustHold(bool truth)
{
    if (!truth)
        __builtin_trap();
}

void tryEdit(const podium::Result<podium::TextEdit> &edit, const QByteArray &text)
{
    if (!edit)
        return;
    QByteArray changed = text;
    mustHold(edit->applyTo(changed));
    const podium::Result<podium::TextTree> tree = podium::TextTree::parse(changed);
    mustHold(tree && tree->fault().message.isEmpty());
    mustHold(edit->inverse().applyTo(changed));
    mustHold(changed == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 4 || size > 16 * 1024)
        return 0;
    const auto chosen = static_cast<unsigned>(data[0] | data[1] << 8);
    const unsigned what = data[2];
    const QByteArray bytes(reinterpret_cast<const char *>(data + 3), static_cast<qsizetype>(size - 3));
    const auto document = podium::Document::open(bytes);
    if (!document)
        return 0;
    mustHold((*document)->bytes() == bytes);
    const podium::SharedReading reading = (*document)->reading();
    for (const podium::Diagnostic &found : podium::checkDefinition(reading))
        mustHold(found.span.isValid() && found.span.begin <= found.span.end);
    if (!reading->tree)
        return 0;
    const podium::TextTree &tree = *reading->tree;
    const int node = static_cast<int>(chosen % static_cast<unsigned>(tree.size()));
    const podium::StructureEditor editor(tree);
    const podium::DocumentPath path = editor.map().pathOf(node);
    const podium::Json value{{"name", "x: #"}, {"list", podium::Json::array({1, "two\nlines\n"})}};
    const QString name = QStringLiteral("new");
    switch (what % 8) {
    case 0:
        tryEdit(editor.set(path, value), tree.text());
        break;
    case 1:
        tryEdit(editor.set(path, "some: \"text\"\n"), tree.text());
        break;
    case 2:
        tryEdit(editor.insertMember(path, name, value, static_cast<int>(what / 8)), tree.text());
        break;
    case 3:
        tryEdit(editor.insertItem(path, value, static_cast<int>(what / 8)), tree.text());
        break;
    case 4:
        tryEdit(editor.remove(path), tree.text());
        break;
    case 5:
        tryEdit(editor.renameMember(path, name), tree.text());
        break;
    case 6:
        tryEdit(editor.move(path, static_cast<int>(what / 8 % 4), static_cast<int>(what / 32)), tree.text());
        break;
    default:
        tryEdit(what & 8 ? editor.wrapInList(path) : editor.wrapInMember(path, name), tree.text());
        break;
    }
    return 0;
}
