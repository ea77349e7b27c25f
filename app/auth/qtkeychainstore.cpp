// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/qtkeychainstore.h"

#include "models/core/logging.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString serviceName()
{
    return u"podium"_s;
}

Error keychainError(const QString &why, const QString &details = {})
{
    Error error;
    error.kind = Error::Kind::Keychain;
    error.what = QtKeychainStore::tr("The desktop's keychain could not be used.");
    error.why = why;
    error.remedy = QtKeychainStore::tr(
        "You stay signed in until Podium closes. To be signed in again at the next start, unlock or "
        "install the desktop's keychain (for example GNOME Keyring or KWallet).");
    error.details = redacted(details);
    return error;
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return keychainError(QtKeychainStore::tr("The keychain is locked, and was not unlocked for Podium."),
                             job.errorString());
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return keychainError(QtKeychainStore::tr("This desktop has no keychain service."), job.errorString());
    default:
        return keychainError(QtKeychainStore::tr("The keychain service does not work or is not there."),
                             job.errorString());
    }
}

} // namespace

QtKeychainStore::QtKeychainStore(QObject *parent)
    : QObject(parent)
{
}

/// `outcome` makes the answer of a job that ended well, or found no entry.
template <typename T, typename Outcome>
Async<T> QtKeychainStore::run(QKeychain::Job *job, const QString &key, Outcome outcome)
{
    const AsyncSource<T> source;
    job->setKey(key);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [source, outcome](QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound)
            source.finish(outcome(done));
        else
            source.finish(errorOf(*done));
    });
    // The job itself cannot be stopped: it goes on waiting for the user, and its late outcome is not heard.
    QTimer::singleShot(m_timeoutMs, job,
                       [source] { source.finish(keychainError(tr("The keychain is locked, or does not answer."))); });
    job->start();
    return source.future();
}

Async<QByteArray> QtKeychainStore::read(const QString &key)
{
    return run<QByteArray>(new QKeychain::ReadPasswordJob(serviceName()), key, [](QKeychain::Job *job) {
        return Result<QByteArray>(static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData());
    });
}

Async<Done> QtKeychainStore::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(QString::fromUtf8(secret));
    return run<Done>(job, key, [](QKeychain::Job *) { return Result<Done>(Done{}); });
}

Async<Done> QtKeychainStore::remove(const QString &key)
{
    return run<Done>(new QKeychain::DeletePasswordJob(serviceName()), key,
                     [](QKeychain::Job *) { return Result<Done>(Done{}); });
}

} // namespace podium
