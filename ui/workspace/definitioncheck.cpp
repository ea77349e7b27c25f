// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/definitioncheck.h"

#include "models/document/outline.h"
#include "models/workspace/textoffsets.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tone::Danger;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Information:
        break;
    }
    return Tone::Info;
}

bool isStructured(const QString &name)
{
    return name.endsWith(".yaml"_L1, Qt::CaseInsensitive) || name.endsWith(".yml"_L1, Qt::CaseInsensitive) ||
           name.endsWith(".json"_L1, Qt::CaseInsensitive);
}

/// What a definition is called, or what has states: of a schema or a specification the rules would be nonsense.
bool isDefinition(const QString &name, const Reading &reading)
{
    if (name.contains(".sw."_L1, Qt::CaseInsensitive))
        return true;
    return reading.tree && flowRoot(*reading.tree)["states"_L1].isSequence();
}

CheckedText::Problem problemOf(const Diagnostic &found, const QString &text, const TextOffsets &offsets)
{
    const qsizetype begin = offsets.unitAt(found.span.begin);
    qsizetype end = offsets.unitAt(found.span.end);
    // One of many lines is marked on its first.
    if (const qsizetype lineEnd = text.indexOf(u'\n', begin); lineEnd >= 0)
        end = qMin(end, lineEnd);
    return {{begin, qMax(end, begin + 1), toneOf(found.severity), found.message},
            qMax(found.span.line, 1),
            found.rule,
            found.fixes};
}

QList<CheckedText::Part> partsOf(const DocumentMap &map, const TextOffsets &offsets)
{
    QList<CheckedText::Part> parts;
    const QList<OutlineEntry> outline = outlineOf(map);
    for (const OutlineEntry &entry : outline) {
        const SourceSpan whole = map.spanOf(entry.whole);
        // The end of whole lines is the start of the next one.
        const int last = whole.endColumn <= 1 ? whole.endLine - 1 : whole.endLine;
        parts << CheckedText::Part{entry.kind,
                                   entry.name,
                                   entry.type,
                                   offsets.unitAt(entry.place.begin),
                                   offsets.unitAt(entry.place.end),
                                   whole.line,
                                   qMax(last, whole.line)};
    }
    return parts;
}

CheckedText check(const TextToCheck &subject, const std::function<bool()> &cancelled)
{
    CheckedText checked;
    if (!isStructured(subject.name))
        return checked;
    const TextOffsets offsets(subject.text);
    checked.reading = readText(offsets.utf8(), 0);
    checked.isDefinition = isDefinition(subject.name, *checked.reading);
    if (!checked.isDefinition) {
        if (const TextTree::Fault &fault = checked.reading->fault; !fault.message.isEmpty())
            checked.problems << problemOf({{}, Severity::Error, fault.message, fault.span, {}}, subject.text, offsets);
        return checked;
    }
    const CheckOptions options{subject.path, subject.jqWorker, subject.jqKnown, cancelled};
    const QList<Diagnostic> all = checkDefinition(checked.reading, options);
    for (const Diagnostic &each : all)
        checked.problems << problemOf(each, subject.text, offsets);
    if (checked.reading->map)
        checked.parts = partsOf(*checked.reading->map, offsets);
    return checked;
}

} // namespace

Async<CheckedText> checkText(const TextToCheck &subject)
{
    AsyncSource<CheckedText> source;
    (void)QtConcurrent::run([source, subject] {
        if (!source.isCanceled())
            source.finish(check(subject, [&source] { return source.isCanceled(); }));
    });
    return source.future();
}

} // namespace podium
