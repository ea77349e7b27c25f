// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/jobs/jobfilters.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrl>
#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<DueFilter, const char *> kDueWords[] = {{DueFilter::Overdue, "overdue"},
                                                            {DueFilter::NextHour, "hour"},
                                                            {DueFilter::Today, "today"},
                                                            {DueFilter::Week, "week"}};

QString wordOf(DueFilter due)
{
    for (const auto &[known, word] : kDueWords) {
        if (known == due)
            return QString::fromLatin1(word);
    }
    return {};
}

DueFilter dueFromWord(const QString &text)
{
    for (const auto &[due, word] : kDueWords) {
        if (text == QLatin1StringView(word))
            return due;
    }
    return DueFilter::Any;
}

DueRange rangeOf(DueFilter due, const QDateTime &nowUtc, bool inUtc)
{
    const QDate today = (inUtc ? nowUtc : nowUtc.toLocalTime()).date();
    const auto startOf = [inUtc](const QDate &day) { return day.startOfDay(inUtc ? Qt::UTC : Qt::LocalTime).toUTC(); };
    const QDateTime late = nowUtc.addMSecs(-kOverdueAfterMs);
    switch (due) {
    case DueFilter::Overdue:
        return {{}, late};
    case DueFilter::NextHour:
        return {late, nowUtc.addSecs(3600)};
    case DueFilter::Today:
        return {startOf(today), startOf(today.addDays(1))};
    case DueFilter::Week: {
        const int sinceFirst = (today.dayOfWeek() - static_cast<int>(QLocale().firstDayOfWeek()) + 7) % 7;
        const QDate first = today.addDays(-sinceFirst);
        return {startOf(first), startOf(first.addDays(7))};
    }
    case DueFilter::Any:
    case DueFilter::Range:
        break;
    }
    return {};
}

} // namespace

bool JobFilters::isEmpty() const
{
    return statuses.isEmpty() && workflow.isEmpty() && id.isEmpty() && due == DueFilter::Any;
}

JobQuery JobFilters::query(const QDateTime &nowUtc, bool inUtc) const
{
    JobQuery query;
    query.statuses = statuses;
    if (!workflow.isEmpty())
        query.workflowIds = {workflow};
    query.id = id;
    if (due == DueFilter::Any)
        return query;
    const DueRange wanted = due == DueFilter::Range ? range : rangeOf(due, nowUtc, inUtc);
    query.dueFrom = wanted.from;
    query.dueBefore = wanted.before;
    if (statuses.isEmpty())
        query.statuses = {JobStatus::Scheduled};
    return query;
}

Location JobFilters::location() const
{
    QUrlQuery parts;
    parts.setQueryDelimiters(u'=', u',');
    const auto encoded = [](const QString &text) { return QString::fromUtf8(QUrl::toPercentEncoding(text)); };
    for (const JobStatus status : statuses)
        parts.addQueryItem(u"state"_s, podium::wordOf(status));
    if (!workflow.isEmpty())
        parts.addQueryItem(u"workflow"_s, encoded(workflow));
    if (const QString word = wordOf(due); !word.isEmpty())
        parts.addQueryItem(u"due"_s, word);
    if (!id.isEmpty())
        parts.addQueryItem(u"id"_s, encoded(id));
    return {u"jobs"_s, parts.toString(QUrl::FullyEncoded), {}};
}

JobFilters JobFilters::from(const Location &location)
{
    JobFilters filters;
    QUrlQuery parts;
    parts.setQueryDelimiters(u'=', u',');
    parts.setQuery(location.id);
    const QStringList words = parts.allQueryItemValues(u"state"_s);
    for (const QString &word : words) {
        const JobStatus status = jobStatusFromWord(word);
        if (status != JobStatus::Unknown)
            filters.statuses << status;
    }
    filters.workflow = parts.queryItemValue(u"workflow"_s, QUrl::FullyDecoded);
    filters.id = parts.queryItemValue(u"id"_s, QUrl::FullyDecoded);
    filters.due = dueFromWord(parts.queryItemValue(u"due"_s));
    return filters;
}

QJsonObject JobFilters::toJson() const
{
    QJsonArray words;
    for (const JobStatus status : statuses)
        words.append(podium::wordOf(status));
    return {{u"states"_s, words}, {u"workflow"_s, workflow}, {u"id"_s, id}, {u"due"_s, wordOf(due)}};
}

JobFilters JobFilters::from(const QJsonObject &json)
{
    JobFilters filters;
    const QJsonArray words = json.value("states"_L1).toArray();
    for (const QJsonValue &word : words) {
        const JobStatus status = jobStatusFromWord(word.toString());
        if (status != JobStatus::Unknown && !filters.statuses.contains(status))
            filters.statuses << status;
    }
    filters.workflow = json.value("workflow"_L1).toString();
    filters.id = json.value("id"_L1).toString();
    filters.due = dueFromWord(json.value("due"_L1).toString());
    return filters;
}

} // namespace podium
