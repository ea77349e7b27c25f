// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqprocess.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JqFilter)
};

constexpr int kPollMs = 20;
constexpr qint64 kWriteChunk = 1 << 20;
constexpr int kGaveUp = 3; ///< exit code of the worker

} // namespace

Error jqFailed(Error::Kind kind, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = Texts::tr("The filter could not be applied.");
    error.why = why;
    error.remedy = remedy;
    return error;
}

QString plainJqMessage(const QString &message)
{
    QStringList lines = message.split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines) {
        if (line.startsWith("jq: error: "_L1))
            line = line.mid(11);
        line.remove(" (Unix shell quoting issues?)"_L1).remove(" at <top-level>, line 1:"_L1);
    }
    if (lines.size() > 1 && lines.constLast().endsWith("compile error"_L1))
        lines.removeLast();
    if (lines.size() > 1 && lines.constLast().endsWith("compile errors"_L1))
        lines.removeLast();
    return lines.isEmpty() ? QString() : lines.constFirst().trimmed().left(500);
}

JqProcess::~JqProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

Result<Done> JqProcess::start(const QString &program, const QStringList &arguments)
{
    QProcessEnvironment bare;
    bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    bare.insert(u"HOME"_s, u"/nonexistent"_s); // no ~/.jq
    m_process.setProcessEnvironment(bare);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    if (m_process.waitForStarted())
        return Done();
    return jqFailed(Error::Kind::Internal, Texts::tr("The part of Podium that evaluates jq is missing."),
                    Texts::tr("Install Podium anew."));
}

Result<Done> JqProcess::write(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += kWriteChunk) {
        m_process.write(bytes.sliced(at, qMin<qsizetype>(kWriteChunk, bytes.size() - at)).toByteArray());
        while (m_process.bytesToWrite() > kWriteChunk) {
            if (const Result<Done> going = checked(); !going)
                return going;
            if (!m_process.waitForBytesWritten(kPollMs) && m_process.state() == QProcess::NotRunning)
                return Done(); // it says why when it is read
        }
    }
    return Done();
}

Result<QByteArray> JqProcess::finish()
{
    m_process.closeWriteChannel();
    while (!m_process.waitForFinished(kPollMs)) {
        if (m_process.state() == QProcess::NotRunning)
            break;
        if (const Result<Done> going = checked(); !going)
            return going.error();
    }
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == kGaveUp)
        return jqFailed(Error::Kind::Internal,
                        Texts::tr("jq gave up: most likely the filter needs more memory than it may take."),
                        Texts::tr("Filter less at once."));
    return m_process.readAllStandardOutput();
}

Result<Done> JqProcess::checked() const
{
    if (m_cancelled && m_cancelled())
        return Error::cancelled();
    if (m_deadline.hasExpired())
        return jqFailed(Error::Kind::Timeout, Texts::tr("It did not come to an end in time, and was stopped."),
                        Texts::tr("Filter less at once."));
    return Done();
}

} // namespace podium
