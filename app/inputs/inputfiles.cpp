// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/inputs/inputfiles.h"

#include "app/inputs/inputjson.h"
#include "app/settings/environmentstore.h"
#include "models/core/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 kMostRead = 64 << 20; // bytes

QString notWritten(const QString &path, const QString &why)
{
    return InputFiles::tr("What you fill in is not kept: the file %1 could not be written (%2).")
        .arg(QDir::toNativeSeparators(path), why);
}

QString notRead(const QString &path, const QString &why)
{
    return InputFiles::tr("The file %1 could not be read (%2).").arg(QDir::toNativeSeparators(path), why);
}

/// Answers why it failed; "" when it did not.
QString write(const QString &path, const QByteArray &text)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return notWritten(path, InputFiles::tr("its folder could not be made"));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly) && file.write(text) == text.size() &&
        file.commit())
        return {};
    return notWritten(path, file.errorString());
}

/// The same for a file that is to go.
QString remove(const QString &path)
{
    QFile file(path);
    return file.remove() || !file.exists() ? QString() : notWritten(path, file.errorString());
}

/// What `decode` makes of a file; a default value where there is none, or it cannot be read: then `problem` says why.
template <typename T>
T load(const QString &path, Result<T> (*decode)(QByteArrayView), QString *problem)
{
    QFile file(path);
    if (!file.exists())
        return {};
    QString why;
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = notRead(path, file.errorString());
        return {};
    }
    const QByteArray text = file.read(kMostRead + 1);
    file.close();
    if (text.size() <= kMostRead) {
        Result<T> read = decode(text);
        if (read)
            return std::move(*read);
        why = read.error().why;
    } else {
        why = InputFiles::tr("it is too large");
    }
    // The next one that is written must not destroy what somebody may still be able to read.
    QFile::remove(path + u".unreadable"_s);
    QFile::rename(path, path + u".unreadable"_s);
    *problem = notRead(path, why);
    return {};
}

QString addTo(const QString &path, const SentInput &sent)
{
    QString problem;
    QList<SentInput> history = load<QList<SentInput>>(path, historyFromJson, &problem);
    history.prepend(sent);
    if (sent.input && toBytes(*sent.input).size() > InputFiles::kMostSentInput)
        history.first().input.reset();
    history.resize(qMin<qsizetype>(history.size(), InputFiles::kMostSent));
    QByteArray text = toJson(history);
    while (text.size() > InputFiles::kMostHistory && history.size() > 1) {
        history.removeLast();
        text = toJson(history);
    }
    const QString failed = write(path, text);
    return failed.isEmpty() ? problem : failed;
}

} // namespace

InputFiles::InputFiles(const QString &folder, const QString &environmentName, QObject *parent)
    : InputMemory(parent)
    , m_folder(QDir(folder).filePath(EnvironmentStore::uniqueFileNameFor(environmentName)))
{
    m_worker.setMaxThreadCount(1);
}

InputFiles::~InputFiles()
{
    m_worker.waitForDone();
}

QString InputFiles::folderOf(const QString &workflowId) const
{
    return QDir(m_folder).filePath(EnvironmentStore::uniqueFileNameFor(workflowId));
}

Async<RememberedInputs> InputFiles::read(const QString &workflowId)
{
    return QtConcurrent::run(&m_worker, [this, folder = QDir(folderOf(workflowId))]() -> Result<RememberedInputs> {
        QString problem;
        RememberedInputs all;
        if (const QString path = folder.filePath(u"draft.json"_s); QFileInfo::exists(path)) {
            const auto draft = load<InputDraft>(path, draftFromJson, &problem);
            if (draft.input)
                all.draft = draft;
        }
        all.history = load<QList<SentInput>>(folder.filePath(u"history.json"_s), historyFromJson, &problem);
        all.presets = load<QList<InputPreset>>(folder.filePath(u"presets.json"_s), presetsFromJson, &problem);
        all.key = load<BusinessKeyPlan>(folder.filePath(u"key.json"_s), keyFromJson, &problem);
        if (!problem.isEmpty())
            QMetaObject::invokeMethod(this, [this, problem] { setProblem(problem); });
        return all;
    });
}

/// `work` answers what went wrong, "" for nothing.
void InputFiles::inBackground(const std::function<QString()> &work)
{
    (void)QtConcurrent::run(&m_worker, [this, work] {
        const QString problem = work();
        QMetaObject::invokeMethod(this, [this, problem] { setProblem(problem); });
    });
}

void InputFiles::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    if (!problem.isEmpty())
        qCWarning(logStore, "%s", qUtf8Printable(problem));
    Q_EMIT problemChanged();
}

void InputFiles::keepDraft(const QString &workflowId, const std::optional<InputDraft> &draft)
{
    const QString path = QDir(folderOf(workflowId)).filePath(u"draft.json"_s);
    inBackground([path, draft] { return draft ? write(path, toJson(*draft)) : remove(path); });
}

void InputFiles::addSent(const QString &workflowId, const SentInput &sent)
{
    inBackground([path = QDir(folderOf(workflowId)).filePath(u"history.json"_s), sent] { return addTo(path, sent); });
}

void InputFiles::keepPresets(const QString &workflowId, const QList<InputPreset> &presets)
{
    const QString path = QDir(folderOf(workflowId)).filePath(u"presets.json"_s);
    inBackground([path, presets] { return write(path, toJson(presets)); });
}

void InputFiles::keepKey(const QString &workflowId, const BusinessKeyPlan &key)
{
    const QString path = QDir(folderOf(workflowId)).filePath(u"key.json"_s);
    inBackground([path, key] { return write(path, toJson(key)); });
}

Result<Done> InputFiles::exportPreset(const InputPreset &preset, const QString &path)
{
    const QByteArray text = presetFile(preset);
    QSaveFile file(path); // to be handed on: the permissions are the user's
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Done();
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = tr("The preset “%1” could not be saved.").arg(preset.name);
    error.why = file.errorString();
    error.remedy = tr("Choose another folder, then try again.");
    return error;
}

Result<InputPreset> InputFiles::importPreset(const QString &path)
{
    Error error;
    error.what = tr("The file %1 could not be imported.").arg(QDir::toNativeSeparators(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error.kind = Error::Kind::Storage;
        error.why = file.errorString();
        return error;
    }
    const QByteArray text = file.read(kMostRead + 1);
    error.kind = Error::Kind::Validation;
    error.remedy = tr("Choose a file that was exported from Podium, or any JSON object.");
    if (text.size() > kMostRead) {
        error.why = tr("It is too large.");
        return error;
    }
    Result<InputPreset> preset = presetFromFile(text, QFileInfo(path).completeBaseName());
    if (preset)
        return preset;
    error.why = preset.error().why;
    error.details = preset.error().details;
    return error;
}

} // namespace podium
