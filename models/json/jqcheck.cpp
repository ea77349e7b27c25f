// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqcheck.h"

#include "models/core/json.h"
#include "models/json/jqprocess.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QRegularExpression>
#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JqCheck)
};

constexpr int kTimeMs = 10'000;
constexpr qint64 kMemory = 1 << 30;
constexpr int kMostFatal = 3; ///< expressions that end the worker, after which it is left alone

/// The worker's answer to some expressions; fewer verdicts than expressions where one was too much for it.
Result<QStringList> ask(const QString &worker, const QStringList &expressions, const std::function<bool()> &cancelled)
{
    JqProcess process(kTimeMs, cancelled);
    const QStringList arguments{u"check"_s, QString::number(kMemory), QString::number(kTimeMs / 1000 + 2)};
    if (const Result<Done> started = process.start(worker, arguments); !started)
        return started.error();
    QByteArray input;
    for (const QString &expression : expressions) {
        const QByteArray program = expression.toUtf8();
        input += QByteArray::number(program.size()) + '\n' + program;
    }
    if (const Result<Done> sent = process.write(input); !sent)
        return sent.error();
    const Result<QByteArray> answer = process.finish();
    if (!answer && (answer.error().isCancelled() || answer.error().isTransient()))
        return answer.error();
    return answer ? decodeJqVerdicts(*answer, expressions.size()).first : QStringList();
}

QString verdictFrom(QByteArrayView json)
{
    static const QRegularExpression place(u" at <top-level>, line \\d+:"_s);
    const Result<Json> text = parseJson(json);
    const QString said = text ? plainJqMessage(toQString(*text)).remove(place).trimmed() : QString();
    return said.isEmpty() ? Texts::tr("it is wrong") : said;
}

} // namespace

bool JqVerdicts::find(const QString &expression, QString &verdict) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_known.constFind(expression);
    if (found == m_known.cend())
        return false;
    verdict = *found;
    return true;
}

void JqVerdicts::keep(const QString &expression, const QString &verdict)
{
    const QMutexLocker lock(&m_mutex);
    if (m_known.size() >= kMost)
        m_known.clear();
    m_known.insert(expression, verdict);
}

std::pair<QStringList, bool> decodeJqVerdicts(QByteArrayView answer, qsizetype most)
{
    QStringList verdicts;
    for (qsizetype at = 0; at < answer.size();) {
        const qsizetype end = answer.indexOf('\n', at);
        if (end < 0)
            break; // cut off
        const QByteArrayView line = answer.sliced(at, end - at);
        at = end + 1;
        if (line == ".")
            return {verdicts, true};
        const bool fine = line == "o";
        if (verdicts.size() >= most || (!fine && !line.startsWith("c ")))
            break;
        verdicts.append(fine ? QString() : verdictFrom(line.sliced(2)));
    }
    return {verdicts, false};
}

Result<QStringList> checkJq(const QString &worker, const QStringList &expressions, JqVerdicts &known,
                            const std::function<bool()> &cancelled)
{
    QStringList open;
    QSet<QString> asked;
    QString verdict;
    for (const QString &expression : expressions) {
        if (known.find(expression, verdict) || asked.contains(expression))
            continue;
        asked.insert(expression);
        if (expression.contains(QChar(0)))
            known.keep(expression, Texts::tr("it holds a character that no expression can have"));
        else
            open.append(expression);
    }
    for (int fatal = 0; !open.isEmpty() && fatal < kMostFatal; ++fatal) {
        const Result<QStringList> told = ask(worker, open, cancelled);
        if (!told)
            return told.error();
        for (qsizetype i = 0; i < told->size(); ++i)
            known.keep(open.at(i), told->at(i));
        open.remove(0, told->size());
        if (!open.isEmpty()) // it ended at the one that is first now
            known.keep(open.takeFirst(), Texts::tr("it is too much for jq"));
    }
    QStringList verdicts;
    for (const QString &expression : expressions) {
        verdict.clear();
        known.find(expression, verdict);
        verdicts.append(verdict);
    }
    return verdicts;
}

} // namespace podium
