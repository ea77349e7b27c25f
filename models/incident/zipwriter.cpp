// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/incident/zipwriter.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <archive.h>
#include <archive_entry.h>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(IncidentBundle)
};

constexpr qsizetype kPiece = 256 * 1024;

struct FreeArchive
{
    void operator()(archive *writer) const { archive_write_free(writer); }
};
struct FreeEntry
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

la_ssize_t writeTo(archive *, void *file, const void *bytes, size_t size)
{
    return static_cast<QSaveFile *>(file)->write(static_cast<const char *>(bytes), static_cast<qint64>(size));
}

Error notWritten(const QString &why, const QString &details = {})
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = Texts::tr("The incident bundle was not saved.");
    error.why = why;
    error.remedy = Texts::tr("Choose another folder.");
    error.details = details;
    return error;
}

class Zip
{
public:
    Zip(QSaveFile &file, const QDateTime &time)
        : m_file(file)
        , m_time(time)
        , m_archive(archive_write_new())
    {
    }

    Result<Done> open()
    {
        if (m_archive && archive_write_set_format_zip(m_archive.get()) == ARCHIVE_OK &&
            archive_write_set_bytes_in_last_block(m_archive.get(), 1) == ARCHIVE_OK &&
            archive_write_open(m_archive.get(), &m_file, nullptr, writeTo, nullptr) == ARCHIVE_OK)
            return Done();
        return failure();
    }

    Result<Done> add(const IncidentFile &file, const std::function<bool(qint64)> &progress)
    {
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), file.name.toLatin1().constData());
        archive_entry_set_size(entry.get(), file.content.size());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_mtime(entry.get(), m_time.toSecsSinceEpoch(), 0);
        if (archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
            return failure();
        for (qsizetype at = 0; at < file.content.size(); at += kPiece) {
            const qsizetype size = qMin(kPiece, file.content.size() - at);
            if (archive_write_data(m_archive.get(), file.content.constData() + at, static_cast<size_t>(size)) != size)
                return failure();
            m_written += size;
            if (progress && !progress(m_written))
                return Error::cancelled();
        }
        return Done();
    }

    Result<Done> close()
    {
        return archive_write_close(m_archive.get()) == ARCHIVE_OK ? Result<Done>(Done()) : Result<Done>(failure());
    }

private:
    Error failure() const
    {
        const char *words = m_archive ? archive_error_string(m_archive.get()) : nullptr;
        return notWritten(m_file.error() == QFileDevice::NoError ? Texts::tr("It could not be packed.")
                                                                 : m_file.errorString() + u'.',
                          QString::fromLocal8Bit(words ? words : ""));
    }

    QSaveFile &m_file;
    QDateTime m_time;
    std::unique_ptr<archive, FreeArchive> m_archive;
    qint64 m_written = 0;
};

} // namespace

Result<Done> writeZip(const QString &path, const QList<IncidentFile> &files, const QDateTime &time,
                      const std::function<bool(qint64 bytes)> &progress)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return notWritten(target.errorString() + u'.');
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // variables are nobody else's business
    {
        Zip zip(target, time);
        Result<Done> going = zip.open();
        for (auto file = files.cbegin(); going && file != files.cend(); ++file)
            going = zip.add(*file, progress);
        if (going)
            going = zip.close();
        if (!going) {
            target.cancelWriting();
            return going;
        }
    }
    if (!target.commit())
        return notWritten(target.errorString() + u'.');
    return Done();
}

} // namespace podium
