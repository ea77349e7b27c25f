// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinetexts.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qsizetype kLongestError = 600;

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString place(const TimelineRow &row)
{
    QStringList parts{row.state, row.branch, row.action};
    parts.removeAll(QString());
    return parts.join(u" › "_s);
}

QString moment(const Timeline &timeline, qint64 time, const ItemTexts &texts)
{
    return Texts::tr("%1 (%2 after the start)").arg(texts.timeOf(utc(time)), texts.durationOf(time - timeline.begin));
}

} // namespace

QString rowName(const TimelineRow &row)
{
    QString name = singleLine(row.title, 200);
    if (row.iteration > 0 && row.kind != TimelineRow::Kind::Iteration)
        name = Texts::tr("%1 · %2", "name of a node and number of the iteration").arg(name).arg(row.iteration);
    return row.attempt > 1 ? Texts::tr("%1 (attempt %2)").arg(name).arg(row.attempt) : name;
}

QString rowDuration(const TimelineRow &row, const ItemTexts &texts, qint64 now)
{
    if (!row.timed)
        return texts.durationOf(-1);
    if (row.grows)
        return texts.durationOf(qMax(row.to, now) - row.from);
    return texts.durationOf(row.ended ? row.to - row.from : -1);
}

QString rowDescription(const Timeline &timeline, int index, const ItemTexts &texts, qint64 now)
{
    const TimelineRow &row = timeline.rows.at(index);
    QStringList lines{rowName(row)};
    if (const QString where = place(row); !where.isEmpty() && where != row.title)
        lines << singleLine(where);
    lines << (row.type.isEmpty() ? displayName(row.status)
                                 : displayName(row.status) + u" · "_s + singleLine(row.type, 60));
    const bool entered = row.visit < 0 || timeline.visits.at(row.visit).enter.isValid();
    if (!row.timed)
        lines << Texts::tr("The server tells no times.");
    else if (entered)
        lines << Texts::tr("Entered: %1").arg(moment(timeline, row.from, texts));
    else
        lines << Texts::tr("When it was entered is not told.");
    if (row.timed && row.ended)
        lines << Texts::tr("Left: %1").arg(moment(timeline, row.to, texts));
    else if (row.timed && row.status == TimelineRow::Status::Repeated)
        lines << Texts::tr("Repeated: %1").arg(moment(timeline, row.to, texts));
    else if (row.timed && !row.grows)
        lines << Texts::tr("When it was left is not told.");
    if (row.timed && (row.ended || row.grows)) {
        const QString took = rowDuration(row, texts, now);
        lines << (row.waits && row.grows ? Texts::tr("Waits for %1").arg(took)
                  : row.waits            ? Texts::tr("Waited for %1").arg(took)
                  : row.grows            ? Texts::tr("Runs for %1").arg(took)
                                         : Texts::tr("Took %1").arg(took));
    }
    if (row.retries > 0)
        lines << Texts::tr("%n repetition(s) in it", nullptr, row.retries);
    if (!row.error.isEmpty())
        lines << row.error.left(kLongestError) + (row.error.size() > kLongestError ? u"…"_s : QString());
    return lines.join(u'\n');
}

QString timelineSummary(const Timeline &timeline, const ItemTexts &texts, qint64 now)
{
    int count = 0;
    bool waits = false;
    for (const TimelineRow &row : timeline.rows) {
        count += row.visit >= 0 && !row.internal ? 1 : 0;
        waits = waits || (row.waits && row.grows);
    }
    if (!timeline.timed)
        return Texts::tr("%n node(s), no times told", nullptr, count);
    const qint64 end = timeline.moves ? qMax(timeline.end, now) : timeline.end;
    QString text = Texts::tr("%n node(s) in %1", nullptr, count).arg(texts.durationOf(end - timeline.begin));
    const qint64 waited = timeline.waiting + (waits && timeline.workingSince < 0 ? end - timeline.end : 0);
    if (waited > 0)
        text += u" · "_s + Texts::tr("%1 of it waiting").arg(texts.durationOf(waited));
    return text;
}

} // namespace podium
