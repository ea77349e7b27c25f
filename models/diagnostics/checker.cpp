// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/checker.h"

#include "models/diagnostics/check.h"
#include "models/diagnostics/silence.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::Checker)
};

constexpr int kMaxDiagnostics = 2000;

const QList<Rule> &rules()
{
    static const QList<Rule> all =
        specificationRules() + referenceRules() + runtimeRules() + flowRules() + expressionRules() + fileRules();
    return all;
}

const char *const kUnreadableTitle = QT_TRANSLATE_NOOP("podium::Rules", "Files that are text"); // told by who opens
const char *const kSyntaxTitle = QT_TRANSLATE_NOOP("podium::Rules", "Text that can be read");

Diagnostic syntaxFault(const TextTree::Fault &fault)
{
    Diagnostic found;
    found.rule = u"syntax"_s;
    found.severity = Severity::Error;
    found.message = Texts::tr("The text cannot be read from here on: %1").arg(fault.message);
    found.span = fault.span.isValid() ? fault.span : SourceSpan{1, 1, 1, 1, 0, 0};
    return found;
}

/// The parser tells line and column only.
void place(SourceSpan &span, const QByteArray &text)
{
    if (span.begin != 0)
        return;
    qsizetype at = 0;
    for (int line = 1; line < span.line && at >= 0; ++line) {
        at = text.indexOf('\n', at) + 1;
        if (at == 0)
            at = text.size();
    }
    span.begin = span.end = std::min(at + span.column - 1, text.size());
}

} // namespace

QList<RuleInfo> diagnosticRules()
{
    const auto title = [](const char *text) { return QCoreApplication::translate("podium::Rules", text); };
    QList<RuleInfo> list{{u"unreadable"_s, Severity::Error, title(kUnreadableTitle)},
                         {u"syntax"_s, Severity::Error, title(kSyntaxTitle)}};
    for (const Rule &rule : rules())
        list.append({QString::fromLatin1(rule.id), rule.severity, title(rule.title)});
    return list;
}

QList<Diagnostic> checkDefinition(const SharedReading &reading, const CheckOptions &options)
{
    if (!reading->isWhole()) {
        Diagnostic fault = syntaxFault(reading->fault);
        if (reading->tree)
            place(fault.span, reading->tree->text());
        return {fault};
    }
    Check check(*reading, options);
    if (!check.flow.isMapping()) {
        return {syntaxFault({Texts::tr("it is text, but not a workflow: there are no named parts in it."), {}})};
    }
    const Silence silence(*reading->map, check.flow);
    QList<Diagnostic> all;
    for (const Rule &rule : rules()) {
        if (check.cancelled())
            return {};
        rule.check(check);
        QList<Diagnostic> found = check.take(QString::fromLatin1(rule.id), rule.severity);
        found.removeIf([&silence](const Diagnostic &one) { return silence.covers(one.rule, one.span.begin); });
        all += found;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Diagnostic &a, const Diagnostic &b) { return a.span.begin < b.span.begin; });
    if (all.size() > kMaxDiagnostics)
        all.resize(kMaxDiagnostics);
    return all;
}

Async<QList<Diagnostic>> checkLater(const SharedReading &reading, CheckOptions options)
{
    AsyncSource<QList<Diagnostic>> source;
    options.cancelled = [source] { return source.isCanceled(); };
    (void)QtConcurrent::run([source, reading, options = std::move(options)]() mutable {
        source.finish(checkDefinition(reading, options));
        options.cancelled = {}; // the last copy of the source goes with it
    });
    return source.future();
}

QList<Diagnostic> diagnosticsIn(const QList<Diagnostic> &all, ByteRange range)
{
    QList<Diagnostic> inside;
    for (const Diagnostic &one : all) {
        if (one.span.begin <= range.end && one.span.end >= range.begin)
            inside.append(one);
    }
    return inside;
}

} // namespace podium
