// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/bulkreport.h"

#include "models/domain/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostItems = 100'000; // no plan is as long: a file that says so is not ours
constexpr qsizetype kMostLine = 64 << 10;
constexpr qsizetype kMostLines = 10'000'000; // of a file that runs were started from

constexpr Words<BatchOutcome, 5> kOutcomeWords{{
    {BatchOutcome::NotTried, "notTried"},
    {BatchOutcome::Done, "done"},
    {BatchOutcome::Unconfirmed, "unconfirmed"},
    {BatchOutcome::Failed, "failed"},
    {BatchOutcome::Skipped, "skipped"},
}};

constexpr Words<BulkVerb, 5> kVerbWords{{
    {BulkVerb::Retry, "retry"},
    {BulkVerb::Skip, "skip"},
    {BulkVerb::Abort, "abort"},
    {BulkVerb::Rerun, "rerun"},
    {BulkVerb::Start, "start"},
}};

QString translated(const char *text)
{
    return QCoreApplication::translate("BulkReport", text);
}

std::string textOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

QDateTime timeAt(const Json &object, const char *key)
{
    return QDateTime::fromString(stringAt(object, key), Qt::ISODateWithMs).toUTC();
}

void put(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = text.toStdString();
}

QByteArray lineOf(const Json &object)
{
    return toBytes(object) + '\n';
}

/// -1 where there is none.
qsizetype indexAt(const Json &object, const char *key, qsizetype below)
{
    const Json *value = memberAt(object, key);
    if (!value || !value->is_number_unsigned())
        return -1;
    const auto index = value->get<quint64>();
    return index < static_cast<quint64>(below) ? static_cast<qsizetype>(index) : -1;
}

void readPlanned(BulkReport &report, const Json &line)
{
    // In their order: a hole would be an item that nobody knows.
    if (indexAt(line, "plan", kMostItems) != report.items.size())
        return;
    BulkItem item;
    item.instance.id = stringAt(line, "id");
    item.instance.workflowId = stringAt(line, "workflow");
    item.instance.workflowName = stringAt(line, "name");
    item.instance.version = stringAt(line, "version");
    item.instance.businessKey = stringAt(line, "businessKey");
    item.instance.state = instanceStateFromWord(stringAt(line, "state"));
    item.line = static_cast<int>(qMax<qsizetype>(0, indexAt(line, "line", kMostLines)));
    report.items << item;
}

void readOutcome(BulkReport &report, const Json &line)
{
    const qsizetype index = indexAt(line, "item", report.items.size());
    const auto outcome = valueOf(kOutcomeWords, stringAt(line, "outcome"));
    if (index < 0 || !outcome)
        return;
    BulkItem &item = report.items[index];
    item.outcome = *outcome;
    item.reason = stringAt(line, "reason");
    item.newInstanceId = stringAt(line, "newInstance");
    if (report.verb == BulkVerb::Start)
        item.instance.id = item.newInstanceId;
    item.at = timeAt(line, "at");
    if (memberAt(line, "state"))
        item.instance.state = instanceStateFromWord(stringAt(line, "state"));
}

bool readHead(BulkReport &report, const Json &line)
{
    const auto verb = bulkVerbFromWord(stringAt(line, "verb"));
    report.id = stringAt(line, "bulk");
    report.begun = timeAt(line, "begun");
    report.user = stringAt(line, "user");
    report.about = stringAt(line, "about");
    if (verb)
        report.verb = *verb;
    return verb && !report.id.isEmpty() && report.begun.isValid();
}

} // namespace

QString displayName(BatchOutcome outcome)
{
    switch (outcome) {
    case BatchOutcome::NotTried:
        return translated(QT_TRANSLATE_NOOP("BulkReport", "Not tried"));
    case BatchOutcome::Done:
        return translated(QT_TRANSLATE_NOOP("BulkReport", "Done"));
    case BatchOutcome::Unconfirmed:
        return translated(QT_TRANSLATE_NOOP("BulkReport", "Unconfirmed"));
    case BatchOutcome::Failed:
        return translated(QT_TRANSLATE_NOOP("BulkReport", "Failed"));
    case BatchOutcome::Skipped:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("BulkReport", "Left alone"));
}

QString wordOf(BatchOutcome outcome)
{
    return wordIn(kOutcomeWords, outcome);
}

QString wordOf(BulkVerb verb)
{
    return wordIn(kVerbWords, verb);
}

std::optional<BulkVerb> bulkVerbFromWord(const QString &word)
{
    return valueOf(kVerbWords, word);
}

QString whyNot(BulkVerb verb, InstanceState state)
{
    switch (verb) {
    case BulkVerb::Retry:
    case BulkVerb::Skip:
        return state == InstanceState::Error ? QString()
                                             : translated(QT_TRANSLATE_NOOP("BulkReport", "It has not failed."));
    case BulkVerb::Abort:
        return isFinal(state) ? translated(QT_TRANSLATE_NOOP("BulkReport", "It is over.")) : QString();
    case BulkVerb::Rerun:
    case BulkVerb::Start:
        break;
    }
    return {};
}

int BulkReport::countOf(BatchOutcome outcome) const
{
    return static_cast<int>(std::count_if(items.cbegin(), items.cend(),
                                          [outcome](const BulkItem &item) { return item.outcome == outcome; }));
}

bool BulkReport::isResumable() const
{
    return countOf(BatchOutcome::NotTried) > 0 || (!ended.isValid() && countOf(BatchOutcome::Unconfirmed) > 0);
}

QByteArray bulkPlanLines(const BulkReport &report)
{
    Json head = Json::object();
    put(head, "bulk", report.id);
    put(head, "verb", wordOf(report.verb));
    head["begun"] = textOf(report.begun);
    put(head, "user", report.user);
    put(head, "about", report.about);
    QByteArray lines = lineOf(head);
    for (qsizetype i = 0; i < report.items.size(); ++i) {
        const WorkflowInstance &instance = report.items.at(i).instance;
        Json line = Json::object();
        line["plan"] = static_cast<quint64>(i);
        put(line, "id", instance.id);
        put(line, "workflow", instance.workflowId);
        put(line, "name", instance.workflowName);
        put(line, "version", instance.version);
        put(line, "businessKey", instance.businessKey);
        put(line, "state", wordOf(instance.state));
        if (report.items.at(i).line > 0)
            line["line"] = static_cast<quint64>(report.items.at(i).line);
        lines += lineOf(line);
    }
    return lines;
}

QByteArray bulkItemLine(int index, const BulkItem &item)
{
    Json line = Json::object();
    line["item"] = static_cast<quint64>(index);
    put(line, "outcome", wordOf(item.outcome));
    line["at"] = textOf(item.at);
    put(line, "state", wordOf(item.instance.state));
    put(line, "reason", item.reason);
    put(line, "newInstance", item.newInstanceId);
    return lineOf(line);
}

QByteArray bulkEndLine(const QDateTime &at)
{
    return lineOf(Json{{"ended", textOf(at)}});
}

QByteArray bulkResumedLine(const QDateTime &at, const QString &user)
{
    return lineOf(Json{{"resumed", textOf(at)}, {"user", user.toStdString()}});
}

std::optional<BulkReport> bulkReportFromLines(QByteArrayView text)
{
    BulkReport report;
    bool hasHead = false;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const QByteArrayView bytes = text.sliced(from, (end < 0 ? text.size() : end) - from);
        from = end < 0 ? text.size() : end + 1;
        const Result<Json> line =
            bytes.isEmpty() || bytes.size() > kMostLine ? Result<Json>(Error()) : parseJson(bytes);
        const bool isObject = line && line->is_object();
        if (!hasHead) {
            if (!isObject || !readHead(report, *line))
                return {};
            hasHead = true;
        } else if (isObject && memberAt(*line, "plan")) {
            readPlanned(report, *line);
        } else if (isObject && memberAt(*line, "item")) {
            readOutcome(report, *line);
        } else if (isObject && memberAt(*line, "ended")) {
            report.ended = timeAt(*line, "ended");
        } else if (isObject && memberAt(*line, "resumed")) {
            report.ended = {};
        }
    }
    return hasHead ? std::optional(report) : std::nullopt;
}

} // namespace podium
