// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqrunner.h"

#include "models/json/jqprocess.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JqFilter)
};

constexpr qint64 kBytesPerMs = 4000;  ///< of a document that libjq reads, on a slow machine
constexpr qint64 kMemoryPerByte = 16; ///< of a document, in libjq's values

QString messageOf(QByteArrayView json)
{
    const Result<Json> text = parseJson(json);
    return plainJqMessage(text ? toQString(*text) : QString());
}

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
                return jqFailed(Error::Kind::Internal, Texts::tr("A result is not JSON."));
            results->push_back(std::move(*value));
        } else if (kind == 'e') {
            outcome.failure = messageOf(text);
        } else if (kind == 'c') {
            return jqFailed(Error::Kind::Validation, messageOf(text));
        } else if (kind == 'd') {
            return jqFailed(Error::Kind::Internal, Texts::tr("jq cannot read the document: %1").arg(messageOf(text)));
        } else if (kind == 't') {
            outcome.truncated = true;
        } else if (kind == '.') {
            ended = true;
        }
    }
    if (!ended)
        return jqFailed(Error::Kind::Internal, Texts::tr("jq stopped before its end."));
    outcome.results = std::move(results);
    return outcome;
}

Result<JqOutcome> runJq(const QString &worker, const Json &document, const QString &expression, const JqLimits &limits,
                        const std::function<bool()> &cancelled)
{
    const QByteArray program = expression.toUtf8();
    if (program.contains('\0'))
        return jqFailed(Error::Kind::Validation, Texts::tr("It holds a character that no expression can have."));
    const QByteArray text = toBytes(document);
    const int timeMs = limits.timeMs + static_cast<int>(text.size() / kBytesPerMs);
    JqProcess process(timeMs, cancelled);
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
