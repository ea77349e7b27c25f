// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/validatereport.h"

#include "models/core/json.h"
#include "models/diagnostics/checker.h"

#include <QFileInfo>
#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Words of the formats, not of the user: never translated.
const char *wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Information:
        break;
    }
    return "note";
}

struct Region
{
    int line = 1;
    int column = 1;
    int endLine = 1;
    int endColumn = 1;
};

int columnAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype begin = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    return static_cast<int>(QString::fromUtf8(text.mid(begin, offset - begin)).toUcs4().size()) + 1;
}

Region regionOf(const FileFindings &file, const SourceSpan &span)
{
    const qsizetype begin = std::min(span.begin, file.text.size());
    const qsizetype end = std::clamp(span.end, begin, file.text.size());
    const QByteArrayView view(file.text);
    Region region;
    region.line = static_cast<int>(view.first(begin).count('\n')) + 1;
    region.column = columnAt(file.text, begin);
    region.endLine = region.line + static_cast<int>(view.sliced(begin, end - begin).count('\n'));
    region.endColumn = columnAt(file.text, end);
    return region;
}

QByteArray asText(const QList<FileFindings> &files)
{
    QByteArray text;
    for (const FileFindings &file : files) {
        for (const Diagnostic &one : file.diagnostics) {
            const Region at = regionOf(file, one.span);
            text += u"%1:%2:%3: "_s.arg(file.path).arg(at.line).arg(at.column).toUtf8() + wordOf(one.severity) + ": " +
                    one.message.simplified().toUtf8() + " [" + one.rule.toUtf8() + "]\n";
        }
    }
    return text;
}

QByteArray asJson(const QList<FileFindings> &files)
{
    Json list = Json::array();
    for (const FileFindings &file : files) {
        Json findings = Json::array();
        for (const Diagnostic &one : file.diagnostics) {
            const Region at = regionOf(file, one.span);
            findings.push_back({{"rule", one.rule.toStdString()},
                                {"severity", wordOf(one.severity)},
                                {"message", one.message.toStdString()},
                                {"line", at.line},
                                {"column", at.column},
                                {"endLine", at.endLine},
                                {"endColumn", at.endColumn}});
        }
        list.push_back({{"path", file.path.toStdString()}, {"findings", std::move(findings)}});
    }
    const Json report{{"files", std::move(list)},
                      {"errors", countOf(files, Severity::Error)},
                      {"warnings", countOf(files, Severity::Warning)},
                      {"notes", countOf(files, Severity::Information)}};
    return toBytes(report, 2) + '\n';
}

Json sarifResult(const FileFindings &file, const Diagnostic &one)
{
    const Region at = regionOf(file, one.span);
    const bool absolute = QFileInfo(file.path).isAbsolute();
    const QByteArray uri =
        absolute ? QUrl::fromLocalFile(file.path).toEncoded() : QUrl::toPercentEncoding(file.path, "/");
    const Json region{
        {"startLine", at.line}, {"startColumn", at.column}, {"endLine", at.endLine}, {"endColumn", at.endColumn}};
    const Json place{{"artifactLocation", {{"uri", uri.toStdString()}}}, {"region", region}};
    return {{"ruleId", one.rule.toStdString()},
            {"level", wordOf(one.severity)},
            {"message", {{"text", one.message.toStdString()}}},
            {"locations", Json::array({Json{{"physicalLocation", place}}})}};
}

QByteArray asSarif(const QList<FileFindings> &files)
{
    Json rules = Json::array();
    const QList<RuleInfo> known = diagnosticRules();
    for (const RuleInfo &rule : known) {
        rules.push_back({{"id", rule.id.toStdString()},
                         {"shortDescription", {{"text", rule.title.toStdString()}}},
                         {"defaultConfiguration", {{"level", wordOf(rule.severity)}}}});
    }
    Json results = Json::array();
    for (const FileFindings &file : files) {
        for (const Diagnostic &one : file.diagnostics)
            results.push_back(sarifResult(file, one));
    }
    const Json driver{{"name", "podium"}, {"version", PODIUM_VERSION}, {"rules", std::move(rules)}};
    const Json run{
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    const Json report{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({run})}};
    return toBytes(report, 2) + '\n';
}

QByteArray escaped(const QString &text, bool property)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    if (property)
        bytes.replace(':', "%3A").replace(',', "%2C");
    return bytes;
}

QByteArray asGitHub(const QList<FileFindings> &files)
{
    QByteArray text;
    for (const FileFindings &file : files) {
        for (const Diagnostic &one : file.diagnostics) {
            const Region at = regionOf(file, one.span);
            const QByteArray word = one.severity == Severity::Information ? "notice" : wordOf(one.severity);
            text += "::" + word + " file=" + escaped(file.path, true) + ",line=" + QByteArray::number(at.line) +
                    ",endLine=" + QByteArray::number(at.endLine) + ",col=" + QByteArray::number(at.column) +
                    ",endColumn=" + QByteArray::number(at.endColumn) + ",title=" + escaped(one.rule, true) +
                    "::" + escaped(one.message, false) + '\n';
        }
    }
    return text;
}

} // namespace

int countOf(const QList<FileFindings> &files, Severity severity)
{
    int count = 0;
    for (const FileFindings &file : files) {
        for (const Diagnostic &one : file.diagnostics)
            count += one.severity == severity ? 1 : 0;
    }
    return count;
}

QByteArray validateReport(const QList<FileFindings> &files, ValidateRequest::Format format)
{
    switch (format) {
    case ValidateRequest::Format::JsonText:
        return asJson(files);
    case ValidateRequest::Format::Sarif:
        return asSarif(files);
    case ValidateRequest::Format::GitHub:
        return asGitHub(files);
    case ValidateRequest::Format::Text:
        break;
    }
    return asText(files);
}

} // namespace podium
