// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/unsavedtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::UnsavedText)
};

} // namespace

// A line of JSON with what it is, then the text as it is: a damaged head still leaves a text to be read by hand.
QByteArray UnsavedText::toBytes() const
{
    const QJsonObject head{{u"id"_s, id},
                           {u"path"_s, path},
                           {u"name"_s, name},
                           {u"base"_s, QString::fromLatin1(base)},
                           {u"time"_s, time.toUTC().toString(Qt::ISODateWithMs)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + text.toUtf8();
}

Result<UnsavedText> UnsavedText::fromBytes(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonDocument head = QJsonDocument::fromJson(bytes.left(qMax<qsizetype>(end, 0)));
    UnsavedText unsaved;
    unsaved.id = head[u"id"_s].toString();
    if (end < 0 || unsaved.id.isEmpty()) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.what = Texts::tr("An unsaved text of an earlier time could not be read.");
        error.why = Texts::tr("Its first line does not say what it is.");
        return error;
    }
    unsaved.path = head[u"path"_s].toString();
    unsaved.name = head[u"name"_s].toString();
    unsaved.base = head[u"base"_s].toString().toLatin1();
    unsaved.time = QDateTime::fromString(head[u"time"_s].toString(), Qt::ISODateWithMs);
    unsaved.text = QString::fromUtf8(bytes.mid(end + 1));
    return unsaved;
}

QByteArray fingerprint(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace podium
