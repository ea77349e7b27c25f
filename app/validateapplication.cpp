// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/validateapplication.h"

#include "app/definitionfile.h"
#include "models/diagnostics/checker.h"
#include "models/document/document.h"
#include "models/document/partnames.h"
#include "models/json/jqrunner.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtConcurrentMap>

#include <cstdio>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ValidateApplication)
};

void complain(const QString &text)
{
    std::fputs((text % u'\n').toLocal8Bit().constData(), stderr);
}

/// Other YAML and JSON lies beside definitions: schemas, specifications of services. Files that are named like
/// definitions are, of the others those that have states or are SonataFlow resources.
bool isDefinition(const QString &path)
{
    static const QRegularExpression named(u"\\.sw\\.(ya?ml|json)$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression perhaps(u"\\.(ya?ml|json)$"_s, QRegularExpression::CaseInsensitiveOption);
    if (named.match(path).hasMatch())
        return true;
    if (!perhaps.match(path).hasMatch() || QFileInfo(path).size() > Document::kMaxSize)
        return false;
    const Result<QByteArray> content = definitionContent(path, Document::kMaxSize);
    if (!content || !content->contains("states"))
        return false;
    const Result<TextTree> tree = TextTree::parse(*content);
    return tree && flowRoot(*tree)["states"_L1].isSequence();
}

QList<Diagnostic> unreadable(const Error &error)
{
    Diagnostic found;
    found.rule = u"unreadable"_s;
    found.severity = Severity::Error;
    found.message = error.text();
    found.span = {1, 1, 1, 1, 0, 0};
    return {found};
}

FileFindings check(const QString &path)
{
    FileFindings findings{path, {}, {}};
    const Result<QByteArray> content = definitionContent(path, Document::kMaxSize);
    if (!content) {
        findings.diagnostics = unreadable(content.error());
        return findings;
    }
    const Result<std::unique_ptr<Document>> document = Document::open(*content);
    if (!document) {
        findings.diagnostics = unreadable(document.error());
        return findings;
    }
    findings.text = (*document)->text();
    CheckOptions options;
    options.file = path;
    options.jqWorker = jqWorkerPath();
    findings.diagnostics = checkDefinition((*document)->reading(), options);
    return findings;
}

} // namespace

ValidateApplication::ValidateApplication(ValidateRequest request)
    : m_request(std::move(request))
{
}

QStringList ValidateApplication::filesOf(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        if (!QFileInfo::exists(path)) {
            complain(u"podium: "_s % path % u": "_s % Texts::tr("There is no such file."));
            m_missing = true;
            return {};
        }
        return {path};
    }
    QStringList files;
    QDirIterator found(path, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    files.removeIf([](const QString &file) { return !isDefinition(file); });
    files.sort();
    if (files.isEmpty()) {
        complain(u"podium: "_s % path % u": "_s % Texts::tr("There are no workflow definitions in this folder."));
        m_missing = true;
    }
    return files;
}

int ValidateApplication::run()
{
    QStringList files;
    for (const QString &path : m_request.paths)
        files += filesOf(path);
    files.removeDuplicates();
    const QList<FileFindings> findings = QtConcurrent::blockingMapped(files, check);
    const QByteArray report = validateReport(findings, m_request.format);
    std::fwrite(report.constData(), 1, static_cast<std::size_t>(report.size()), stdout);
    const int errors = countOf(findings, Severity::Error);
    const int warnings = countOf(findings, Severity::Warning);
    const int notes = countOf(findings, Severity::Information);
    complain(Texts::tr("%n file(s)", nullptr, static_cast<int>(files.size())) % u": "_s %
             Texts::tr("%n error(s)", nullptr, errors) % u", "_s % Texts::tr("%n warning(s)", nullptr, warnings) %
             u", "_s % Texts::tr("%n note(s)", nullptr, notes));
    const bool fails = errors > 0 || (warnings > 0 && m_request.failOn == Severity::Warning);
    return fails || m_missing || std::fflush(stdout) != 0 ? 1 : 0;
}

} // namespace podium
