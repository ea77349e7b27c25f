// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings/environmentstore.h"

#include "models/core/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxFileBytes = 1 << 20; // a thousand times what an environment needs
constexpr qsizetype kMaxFileName = 40;

Error failure(Error::Kind kind, const QString &what, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = what;
    error.why = why;
    error.remedy = remedy;
    return error;
}

Error unreadable(const QString &path, const QString &why, const QString &details = {})
{
    Error error =
        failure(Error::Kind::Storage,
                EnvironmentStore::tr("The environment file %1 could not be read.").arg(QDir::toNativeSeparators(path)),
                why, EnvironmentStore::tr("Correct the file, or export the environment again where it works."));
    error.details = details;
    return error;
}

Error unknown(const QString &name)
{
    return failure(Error::Kind::NotFound, EnvironmentStore::tr("The environment “%1” was not found.").arg(name),
                   EnvironmentStore::tr("It may have been removed or renamed meanwhile."), {});
}

Error unusable(const Environment &environment, const QList<FieldError> &problems)
{
    Error error = failure(Error::Kind::Validation,
                          EnvironmentStore::tr("The environment “%1” cannot be used as it is.").arg(environment.name),
                          problems.constFirst().message, EnvironmentStore::tr("Correct the marked fields."));
    error.fields = problems;
    for (const FieldError &problem : problems)
        error.details += problem.pointer % u": "_s % problem.message % u'\n';
    return error;
}

Result<Environment> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    const QByteArray text = file.read(kMaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    if (text.size() > kMaxFileBytes)
        return unreadable(path, EnvironmentStore::tr("It is too large to be an environment."));
    Result<Environment> environment = environmentFromJson(text);
    if (!environment) {
        const Error &cause = environment.error();
        return unreadable(path, QString(cause.what % u' ' % cause.why).trimmed(), cause.details);
    }
    environment->name = environment->name.simplified();
    return environment;
}

Result<Done> writeFile(const QString &path, const Environment &environment)
{
    QSaveFile file(path);
    const QByteArray text = toJson(environment);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Done();
    return failure(Error::Kind::Storage,
                   EnvironmentStore::tr("The file %1 could not be written.").arg(QDir::toNativeSeparators(path)),
                   file.errorString(),
                   EnvironmentStore::tr("Check the folder's permissions and free space, then try again."));
}

} // namespace

EnvironmentStore::EnvironmentStore(const QString &folder, Tester tester, QObject *parent)
    : EnvironmentService(parent)
    , m_folder(folder)
    , m_tester(std::move(tester))
{
    reload();
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &EnvironmentStore::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &EnvironmentStore::reload);
}

QList<Environment> EnvironmentStore::environments() const
{
    QList<Environment> list;
    for (const Entry &entry : m_entries)
        list << entry.environment;
    return list;
}

QList<EnvironmentStore::Entry> EnvironmentStore::readFolder(QList<Error> &problems) const
{
    QList<Entry> entries;
    problems.clear();
    const QDir folder(m_folder);
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files | QDir::Hidden, QDir::Name)) {
        const QString path = folder.filePath(file);
        Result<Environment> read = readFile(path);
        if (!read) {
            problems << read.error();
        } else if (read->name.isEmpty()) {
            problems << unreadable(path, tr("It gives the environment no name."));
        } else if (std::any_of(entries.cbegin(), entries.cend(),
                               [&](auto &e) { return e.environment.name == read->name; })) {
            problems << unreadable(path, tr("Another file describes an environment “%1” already.").arg(read->name));
        } else {
            entries << Entry{std::move(*read), file};
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        const int order = QString::localeAwareCompare(a.environment.name, b.environment.name);
        return order != 0 ? order < 0 : a.environment.name < b.environment.name;
    });
    return entries;
}

void EnvironmentStore::reload()
{
    QList<Error> problems;
    QList<Entry> entries = readFolder(problems);
    QStringList texts;
    for (const Error &problem : std::as_const(problems))
        texts << problem.text();
    const bool hasNewProblems = texts != m_problemTexts;
    if (hasNewProblems) {
        for (const QString &text : std::as_const(texts))
            qCWarning(logStore, "%s", qUtf8Printable(text));
    }
    const bool isNews = hasNewProblems || entries != m_entries;
    m_entries = std::move(entries);
    m_problems = std::move(problems);
    m_problemTexts = texts;
    watch();
    if (isNews)
        Q_EMIT changed();
}

std::optional<Error> EnvironmentStore::problem() const
{
    if (m_problems.isEmpty())
        return std::nullopt;
    if (m_problems.size() == 1)
        return m_problems.constFirst();
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = tr("%1 environment files could not be used.").arg(m_problems.size());
    error.why = tr("The details name each file and what is wrong with it.");
    QStringList lines;
    for (const Error &problem : m_problems)
        lines << problem.text() % (problem.details.isEmpty() ? QString() : QString(u'\n' % problem.details));
    error.details = lines.join(u"\n\n"_s);
    return error;
}

/// The folder tells of files that come and go, only the files tell of what an editor writes into them.
void EnvironmentStore::watch()
{
    const QDir folder(m_folder);
    QStringList paths;
    if (folder.exists()) {
        paths << m_folder;
        for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files | QDir::Hidden))
            paths << folder.filePath(file);
    }
    QStringList watched = m_watcher.directories() + m_watcher.files();
    for (const QString &path : std::as_const(paths))
        watched.removeAll(path);
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

const EnvironmentStore::Entry *EnvironmentStore::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&](const Entry &entry) { return entry.environment.name == name; });
    return found == m_entries.cend() ? nullptr : &*found;
}

Result<Done> EnvironmentStore::save(const QString &previousName, const Environment &environment)
{
    Environment clean = environment;
    clean.name = environment.name.simplified();
    if (const QList<FieldError> problems = clean.problems(); !problems.isEmpty())
        return unusable(clean, problems);
    const Entry *replaced = previousName.isEmpty() ? nullptr : find(previousName);
    if (!previousName.isEmpty() && !replaced)
        return unknown(previousName);
    if (clean.name != previousName && find(clean.name)) {
        Error error =
            failure(Error::Kind::Conflict, tr("The environment could not be saved."),
                    tr("Another environment is called “%1” already.").arg(clean.name), tr("Choose another name."));
        error.fields << FieldError{u"/name"_s, error.why};
        return error;
    }
    return write(clean, replaced);
}

Result<Done> EnvironmentStore::write(const Environment &environment, const Entry *replaced)
{
    if (!QDir().mkpath(m_folder)) {
        return failure(Error::Kind::Storage, tr("The environment could not be saved."),
                       tr("The folder %1 could not be made.").arg(QDir::toNativeSeparators(m_folder)),
                       tr("Check its permissions, then try again."));
    }
    const QString oldFile = replaced ? replaced->file : QString();
    const QString newFile = freeFileName(environment.name, oldFile);
    const QDir folder(m_folder);
    if (const Result<Done> written = writeFile(folder.filePath(newFile), environment); !written)
        return written.error();
    // The new file is safe: only now may the old one go.
    if (!oldFile.isEmpty() && oldFile != newFile && !QFile::remove(folder.filePath(oldFile)))
        qCWarning(logStore, "The file %s could not be removed after its environment was renamed",
                  qUtf8Printable(oldFile));
    reload();
    return Done();
}

QString EnvironmentStore::fileNameFor(const QString &environmentName)
{
    QString name;
    for (const QChar c : environmentName.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            name += c;
        else if (!c.isMark() && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
        if (name.size() == kMaxFileName)
            break;
    }
    if (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"environment"_s : name;
}

QString EnvironmentStore::uniqueFileNameFor(const QString &environmentName)
{
    const QByteArray hash = QCryptographicHash::hash(environmentName.toUtf8(), QCryptographicHash::Sha256).toHex();
    return fileNameFor(environmentName) % u'-' % QString::fromLatin1(hash.first(12));
}

/// The file it has already, if that still fits its name; else one that does not exist, whatever it may hold.
QString EnvironmentStore::freeFileName(const QString &environmentName, const QString &ownFile) const
{
    const QDir folder(m_folder);
    const QString base = fileNameFor(environmentName);
    for (int i = 1;; ++i) {
        const QString file = base % (i == 1 ? QString() : u"-%1"_s.arg(i)) % u".json";
        if (file == ownFile || !QFileInfo::exists(folder.filePath(file)))
            return file;
    }
}

Result<Done> EnvironmentStore::remove(const QString &name)
{
    const Entry *entry = find(name);
    if (!entry)
        return unknown(name);
    QFile file(QDir(m_folder).filePath(entry->file));
    if (!file.remove() && file.exists()) {
        return failure(Error::Kind::Storage, tr("The environment “%1” could not be removed.").arg(name),
                       file.errorString(),
                       tr("Check the permissions of the folder %1.").arg(QDir::toNativeSeparators(m_folder)));
    }
    reload();
    return Done();
}

Result<Environment> EnvironmentStore::importFile(const QString &path)
{
    Result<Environment> read = readFile(path);
    if (!read)
        return read;
    if (const QList<FieldError> problems = read->problems(); !problems.isEmpty())
        return unusable(*read, problems);
    if (const Result<Done> saved = write(*read, find(read->name)); !saved)
        return saved.error();
    return read;
}

Result<Done> EnvironmentStore::exportFile(const QString &name, const QString &path)
{
    const Entry *entry = find(name);
    return entry ? writeFile(path, entry->environment) : Result<Done>(unknown(name));
}

Async<ConnectionCheck> EnvironmentStore::check(const Environment &environment, ConnectionCheck::Service service)
{
    if (m_tester)
        return m_tester(environment, service);
    return ready<ConnectionCheck>(ConnectionCheck{service, ConnectionCheck::Outcome::Skipped, {}, {}, {}});
}

} // namespace podium
