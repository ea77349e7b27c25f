// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqrunner.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JqFilter)
};

constexpr int kPollMs = 20;
constexpr qint64 kWriteChunk = 1 << 20;
constexpr int kGaveUp = 3;            ///< exit code of the worker
constexpr qint64 kBytesPerMs = 4000;  ///< of a document that libjq reads, on a slow machine
constexpr qint64 kMemoryPerByte = 16; ///< of a document, in libjq's values

Error failed(Error::Kind kind, const QString &why, const QString &remedy = {})
{
    Error error;
    error.kind = kind;
    error.what = Texts::tr("The filter could not be applied.");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// What jq says, without its name and the hints for shells.
QString plainMessage(const QString &message)
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

QString messageOf(QByteArrayView json)
{
    const Result<Json> text = parseJson(json);
    return plainMessage(text ? toQString(*text) : QString());
}

class Worker
{
public:
    Worker(int timeMs, const std::function<bool()> &cancelled)
        : m_cancelled(cancelled)
        , m_deadline(timeMs)
    {
    }
    ~Worker()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(1000);
        }
    }

    Result<Done> start(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment bare;
        bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        bare.insert(u"HOME"_s, u"/nonexistent"_s); // no ~/.jq
        m_process.setProcessEnvironment(bare);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program, arguments);
        if (m_process.waitForStarted())
            return Done();
        return failed(Error::Kind::Internal, Texts::tr("The part of Podium that evaluates jq is missing."),
                      Texts::tr("Install Podium anew."));
    }

    Result<Done> write(QByteArrayView bytes)
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

    Result<QByteArray> finish()
    {
        m_process.closeWriteChannel();
        while (!m_process.waitForFinished(kPollMs)) {
            if (m_process.state() == QProcess::NotRunning)
                break;
            if (const Result<Done> going = checked(); !going)
                return going.error();
        }
        if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == kGaveUp)
            return failed(Error::Kind::Internal,
                          Texts::tr("jq gave up: most likely the filter needs more memory than it may take."),
                          Texts::tr("Filter less at once."));
        return m_process.readAllStandardOutput();
    }

private:
    Result<Done> checked() const
    {
        if (m_cancelled && m_cancelled())
            return Error::cancelled();
        if (m_deadline.hasExpired())
            return failed(Error::Kind::Timeout, Texts::tr("It did not come to an end in time, and was stopped."),
                          Texts::tr("Filter less at once."));
        return Done();
    }

    QProcess m_process;
    const std::function<bool()> &m_cancelled;
    QDeadlineTimer m_deadline;
};

} // namespace

Result<JqOutcome> decodeJqAnswer(QByteArrayView answer)
{
    auto results = std::make_shared<Json>(Json::array());
    JqOutcome outcome;
    bool ended = false;
    for (qsizetype at = 0; at < answer.size() && !ended;) {
        qsizetype end = answer.indexOf('\n', at);
        if (end < 0)
            end = answer.size();
        const QByteArrayView line = answer.sliced(at, end - at);
        at = end + 1;
        const char kind = line.isEmpty() ? '\0' : line.front();
        const QByteArrayView text = line.size() > 2 ? line.sliced(2) : QByteArrayView();
        if (kind == 'r') {
            Result<Json> value = parseJson(text);
            if (!value)
                return failed(Error::Kind::Internal, Texts::tr("A result is not JSON."));
            results->push_back(std::move(*value));
        } else if (kind == 'e') {
            outcome.failure = messageOf(text);
        } else if (kind == 'c') {
            return failed(Error::Kind::Validation, messageOf(text));
        } else if (kind == 'd') {
            return failed(Error::Kind::Internal, Texts::tr("jq cannot read the document: %1").arg(messageOf(text)));
        } else if (kind == 't') {
            outcome.truncated = true;
        } else if (kind == '.') {
            ended = true;
        }
    }
    if (!ended)
        return failed(Error::Kind::Internal, Texts::tr("jq stopped before its end."));
    outcome.results = std::move(results);
    return outcome;
}

Result<JqOutcome> runJq(const QString &worker, const Json &document, const QString &expression, const JqLimits &limits,
                        const std::function<bool()> &cancelled)
{
    const QByteArray program = expression.toUtf8();
    if (program.contains('\0'))
        return failed(Error::Kind::Validation, Texts::tr("It holds a character that no expression can have."));
    const QByteArray text = toBytes(document);
    const int timeMs = limits.timeMs + static_cast<int>(text.size() / kBytesPerMs);
    Worker process(timeMs, cancelled);
    const qint64 memory = limits.memoryBytes + text.size() * kMemoryPerByte;
    const int seconds = timeMs / 1000 + 2;
    const auto number = [](qint64 value) { return QString::number(value); };
    const QStringList arguments{number(limits.results), number(limits.outputBytes), number(memory), number(seconds)};
    if (const Result<Done> started = process.start(worker, arguments); !started)
        return started.error();
    const QByteArray head = QByteArray::number(program.size()) + '\n' + program;
    if (const Result<Done> sent = process.write(head); !sent)
        return sent.error();
    if (const Result<Done> sent = process.write(text); !sent)
        return sent.error();
    const Result<QByteArray> answer = process.finish();
    if (!answer)
        return answer.error();
    return decodeJqAnswer(*answer);
}

QString jqWorkerPath()
{
    if (const QString named = qEnvironmentVariable("PODIUM_JQ_WORKER"); !named.isEmpty())
        return named;
    const QString folder = QCoreApplication::applicationDirPath();
    const QString beside = folder % u"/podium-jq"_s;
    return QFileInfo::exists(beside) ? beside : folder % u"/../libexec/podium/podium-jq"_s;
}

} // namespace podium
