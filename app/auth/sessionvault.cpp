// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/sessionvault.h"

#include "models/core/json.h"
#include "models/core/logging.h"

namespace podium {

using namespace Qt::StringLiterals;

SessionVault::SessionVault(KeychainStore &keychain, const QUrl &issuer, const QString &clientId, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_issuer(issuer.toString())
    , m_clientId(clientId)
    , m_key(m_issuer % u' ' % m_clientId)
{
}

Async<std::optional<StoredSession>> SessionVault::load()
{
    const AsyncSource<std::optional<StoredSession>> source;
    auto pending = std::make_shared<Pending>();
    *pending = deliver(m_keychain.read(m_key), this, [this, source](const Result<QByteArray> &secret) {
        if (!secret) {
            note(secret.error(), false);
            return source.finish(std::optional<StoredSession>());
        }
        source.finish(sessionFrom(*secret));
    });
    source.onCancel(this, [pending] { pending->cancel(); });
    return source.future();
}

void SessionVault::save(const StoredSession &session)
{
    const Json object{{"version", 1},
                      {"issuer", m_issuer.toStdString()},
                      {"clientId", m_clientId.toStdString()},
                      {"subject", session.subject.toStdString()},
                      {"refreshToken", session.refreshToken.toStdString()}};
    m_next = toBytes(object);
    writeNext();
}

void SessionVault::clear()
{
    m_next = QByteArray();
    writeNext();
}

void SessionVault::writeNext()
{
    if (m_writing || !m_next)
        return;
    m_writing = true;
    const QByteArray secret = *std::exchange(m_next, std::nullopt);
    const bool holds = !secret.isEmpty();
    deliverTo(this, holds ? m_keychain.write(m_key, secret) : m_keychain.remove(m_key),
              [this, holds](const Result<Done> &outcome) {
                  m_writing = false;
                  note(outcome, holds);
                  writeNext();
              });
}

std::optional<StoredSession> SessionVault::sessionFrom(const QByteArray &secret) const
{
    if (secret.isEmpty())
        return std::nullopt;
    const auto parsed = parseJson(secret);
    if (!parsed || stringAt(*parsed, "issuer") != m_issuer || stringAt(*parsed, "clientId") != m_clientId) {
        qCWarning(logAuth) << "The keychain entry of this environment is not a session of Podium: it is not used";
        return std::nullopt;
    }
    StoredSession session{stringAt(*parsed, "refreshToken"), stringAt(*parsed, "subject")};
    if (session.refreshToken.isEmpty())
        return std::nullopt;
    return session;
}

void SessionVault::note(const Result<Done> &outcome, bool holds)
{
    TokenStorage storage;
    storage.persistent = outcome.ok() && holds;
    if (!outcome) {
        storage.reason = outcome.error().why;
        qCInfo(logAuth) << "The keychain is not used:" << storage.reason << outcome.error().details;
    }
    if (storage.persistent == m_storage.persistent && storage.reason == m_storage.reason)
        return;
    m_storage = storage;
    Q_EMIT storageChanged();
}

} // namespace podium
