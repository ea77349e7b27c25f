// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/rulewatcher.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/notices/noticestore.h"
#include "models/services/livefeed.h"
#include "models/services/savedviews.h"
#include "models/watch/watchrules.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 32 << 20;

/// Whether a rule looks for the same as before: what it is called and when it is quiet do not count.
bool looksForSame(WatchRule a, const WatchRule &b)
{
    a.name = b.name;
    a.about = b.about;
    a.mutedUntil = b.mutedUntil;
    a.isDone = b.isDone;
    a.created = b.created;
    return a == b;
}

} // namespace

RuleWatcher::RuleWatcher(const Console &console, WatchRules &rules, NoticeStore &notices, const QString &memoryPath,
                         QObject *parent)
    : RuleWatcher(console, rules, notices, memoryPath, Timing(), parent)
{
}

RuleWatcher::RuleWatcher(const Console &console, WatchRules &rules, NoticeStore &notices, const QString &memoryPath,
                         const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_rules(rules)
    , m_notices(notices)
    , m_file(memoryPath)
    , m_timing(timing)
    , m_reader(console)
{
    readMemory();
    for (QTimer *timer : {&m_rounds, &m_countsSoon, &m_keepSoon})
        timer->setSingleShot(true);
    m_keepSoon.setInterval(timing.keepMs);
    connect(&m_rounds, &QTimer::timeout, this, &RuleWatcher::startRound);
    connect(&m_countsSoon, &QTimer::timeout, this, [this] {
        m_sinceCounts.start();
        m_reader.startCounts(needs());
    });
    connect(&m_keepSoon, &QTimer::timeout, this, &RuleWatcher::keepMemory);
    connect(&m_reader, &WatchReader::seen, this, &RuleWatcher::take);
    connect(&m_reader, &WatchReader::openRows, this, &RuleWatcher::watchOpen);
    connect(&m_reader, &WatchReader::finished, this, &RuleWatcher::onFinished);
    connect(&rules, &WatchRules::changed, this, &RuleWatcher::onRulesChanged);
    connect(&console.views, &SavedViews::changed, this, &RuleWatcher::lookNow);
    connect(&console.session, &SessionService::stateChanged, this, &RuleWatcher::onSession);
    connect(&console.live, &LiveFeed::instancesChanged, this, &RuleWatcher::onRows);
    connect(&console.live, &LiveFeed::statusChanged, this, &RuleWatcher::onStatus);
    onRulesChanged();
}

RuleWatcher::~RuleWatcher()
{
    stop();
    if (m_keepSoon.isActive())
        keepMemory();
}

void RuleWatcher::onRulesChanged()
{
    QHash<QString, WatchRule> now;
    bool isNew = false;
    for (const WatchRule &rule : m_rules.rules()) {
        now.insert(rule.id, rule);
        const auto known = m_known.constFind(rule.id);
        const bool isSame = known != m_known.cend() && looksForSame(rule, *known);
        isNew = isNew || !isSame;
        // A rule that is made anew, changed, paused or taken up again begins with a first look.
        if (known != m_known.cend() && !isSame) {
            m_memory.remove(rule.id);
            m_told.remove(rule.id);
        }
    }
    const auto isGone = [&](const auto &entry) { return !now.contains(entry.key()); };
    m_memory.removeIf(isGone);
    m_told.removeIf(isGone);
    m_known = now;
    m_keepSoon.start();
    m_catchUp = m_catchUp || isNew;
    update();
}

void RuleWatcher::onSession(SessionService::State state)
{
    Q_UNUSED(state)
    m_catchUp = true;
    update();
}

/// Starts, goes on with other needs, or stops.
void RuleWatcher::update()
{
    const WatchNeeds wanted = needs();
    if (m_console.session.state() != SessionService::State::SignedIn || wanted.isEmpty())
        return stop();
    m_isWatching = true;
    if (wanted.needsFeed() != m_isFeeding) {
        m_isFeeding = wanted.needsFeed();
        m_isFeeding ? m_console.live.watchList() : m_console.live.unwatchList();
    }
    if (!m_isFeeding)
        watchOpen({});
    if (m_catchUp)
        m_rounds.start(0);
    else if (!m_rounds.isActive() && !m_reader.isReading())
        m_rounds.start(m_timing.roundMs);
}

void RuleWatcher::stop()
{
    m_isWatching = false;
    m_rounds.stop();
    m_countsSoon.stop();
    m_reader.cancel();
    watchOpen({});
    if (std::exchange(m_isFeeding, false))
        m_console.live.unwatchList();
}

void RuleWatcher::watchOpen(const QStringList &ids)
{
    if (m_open != ids)
        m_console.live.watchRows(this, ids);
    m_open = ids;
}

void RuleWatcher::lookNow()
{
    if (m_isWatching)
        m_rounds.start(0);
}

void RuleWatcher::onStatus()
{
    const bool wasOffline = std::exchange(m_isOffline, m_console.live.status().mode == LiveStatus::Mode::Offline);
    if (!m_isWatching || m_isOffline || !wasOffline)
        return;
    m_catchUp = true;
    m_rounds.start(0);
}

void RuleWatcher::startRound()
{
    // Counts that are under way are given up: the round counts as well.
    m_reader.start(needs(), std::exchange(m_catchUp, false), lookedUpTo());
}

void RuleWatcher::onFinished(bool ok)
{
    m_failures = ok ? 0 : qMin(m_failures + 1, 10);
    m_catchUp = m_catchUp || !ok; // what was not read is still to be read
    if (!m_isWatching)
        return;
    if (m_catchUp && ok)
        return m_rounds.start(0);
    const qint64 wait = qMin<qint64>(qint64(m_timing.roundMs) << m_failures, m_timing.lastRetryMs);
    m_rounds.start(static_cast<int>(ok ? m_timing.roundMs : wait));
}

void RuleWatcher::onRows(const QList<WorkflowInstance> &rows)
{
    if (!m_isWatching)
        return;
    m_reader.noteRows();
    const WatchNeeds wanted = needs();
    const QStringList open = openAmong(rows, wanted);
    take(RowsSeen{rows, false, false});
    if (m_isFeeding)
        watchOpen(open);
    if (wanted.counts.isEmpty() || m_countsSoon.isActive())
        return;
    const qint64 since = m_sinceCounts.isValid() ? m_sinceCounts.elapsed() : m_timing.countsMs;
    m_countsSoon.start(static_cast<int>(qMax<qint64>(0, m_timing.countsMs - since)));
}

/// Those that the feed is to look after: a failure moves no watermark.
QStringList RuleWatcher::openAmong(const QList<WorkflowInstance> &rows, const WatchNeeds &wanted) const
{
    QStringList open = m_open;
    for (const WorkflowInstance &row : rows) {
        const bool isOpen = !row.isSettled() && row.state != InstanceState::Error;
        const bool isWanted =
            wanted.failures && (wanted.workflowIds.isEmpty() || wanted.workflowIds.contains(row.workflowId));
        if (!isOpen)
            open.removeAll(row.id);
        else if (isWanted && open.size() < WatchReader::kMostOpen && !open.contains(row.id))
            open << row.id;
    }
    return open;
}

void RuleWatcher::take(const Observation &observation)
{
    const WatchContext context{m_console.clock.now(), m_console.session.user().username};
    const QList<WatchRule> rules = m_rules.rules();
    QList<std::pair<WatchRule, QList<Firing>>> found;
    for (const WatchRule &rule : rules) {
        if (rule.isPaused || rule.isDone)
            continue;
        if (const QList<Firing> firings = evaluate(rule, m_memory[rule.id], observation, context); !firings.isEmpty())
            found.append({rule, firings});
    }
    if (found.isEmpty()) {
        if (!m_keepSoon.isActive())
            m_keepSoon.start();
        return;
    }
    keepMemory(); // before it is told: after a crash it is not told twice
    for (const auto &[rule, firings] : std::as_const(found)) {
        tell(rule, firings);
        if (isSpent(rule, m_memory.value(rule.id)))
            m_rules.setDone(rule.id);
    }
}

void RuleWatcher::tell(const WatchRule &rule, const QList<Firing> &firings)
{
    const QDateTime now = m_console.clock.now();
    const Told told = m_told.value(rule.id);
    const bool joins = !told.noticeId.isEmpty() && qAbs(told.at.msecsTo(now)) < m_timing.groupMs;
    FiringGroup group = joins ? told.group : FiringGroup();
    group.add(firings);
    if (joins && m_notices.grow(told.noticeId, notificationOf(rule, group, now))) {
        m_told.insert(rule.id, {told.noticeId, group, told.at});
        return;
    }
    group = {};
    group.add(firings);
    const QString id = m_notices.add(rule.id, notificationOf(rule, group, now));
    m_told.insert(rule.id, {id, group, now});
}

WatchNeeds RuleWatcher::needs() const
{
    using Kind = WatchRule::Kind;
    WatchNeeds needs;
    bool anyWorkflow = false;
    for (const WatchRule &rule : m_rules.rules()) {
        if (rule.isPaused || rule.isDone)
            continue;
        const bool fails = rule.kind == Kind::WorkflowFails || rule.kind == Kind::ManyFail;
        needs.failures = needs.failures || fails || rule.kind == Kind::OwnRunsEnd;
        needs.ends = needs.ends || (rule.kind == Kind::OwnRunsEnd && !rule.onlyFailures);
        needs.running = needs.running || rule.kind == Kind::RunTakesLong;
        needs.usual = needs.usual || (rule.kind == Kind::RunTakesLong && rule.spanMs == 0);
        needs.overdue = needs.overdue || rule.kind == Kind::JobOverdue;
        needs.runtimes = needs.runtimes || rule.kind == Kind::RuntimeAway;
        if (fails && !rule.workflowId.isEmpty() && !needs.workflowIds.contains(rule.workflowId))
            needs.workflowIds << rule.workflowId;
        anyWorkflow = anyWorkflow || rule.kind == Kind::OwnRunsEnd || (fails && rule.workflowId.isEmpty());
        if (rule.kind == Kind::InstanceEnds)
            needs.instanceIds << rule.instanceId;
        if (rule.kind == Kind::ViewCrosses) {
            const int index = rule.view.isEmpty() ? -1 : m_console.views.indexOf(rule.view);
            const SavedView view = index < 0 ? SavedView{{}, rule.line, {}, {}} : m_console.views.views().at(index);
            if (const auto query = view.query())
                needs.counts.append({rule.id, *query});
        }
    }
    if (anyWorkflow)
        needs.workflowIds.clear();
    return needs;
}

QDateTime RuleWatcher::lookedUpTo() const
{
    QDateTime earliest;
    for (const WatchRule &rule : m_rules.rules()) {
        if (rule.kind != WatchRule::Kind::OwnRunsEnd || rule.onlyFailures || rule.isPaused)
            continue;
        const QDateTime upTo = m_memory.value(rule.id).upTo;
        if (!upTo.isValid())
            return {}; // one of them looks for the first time
        earliest = earliest.isValid() ? qMin(earliest, upTo) : upTo;
    }
    return earliest;
}

void RuleWatcher::readMemory()
{
    for (const WatchRule &rule : m_rules.rules())
        m_known.insert(rule.id, rule);
    const JsonFile::Content content = m_file.read(kMostBytes);
    if (!content.problem.isEmpty()) {
        const QString aside = m_file.setAside();
        qCWarning(logStore, "What was told by watch rules was not read from %s: %s", qUtf8Printable(m_file.path()),
                  qUtf8Printable(content.problem));
        if (aside.isEmpty())
            m_file = JsonFile({});
        return;
    }
    const QJsonObject rules = content.object.value("rules"_L1).toObject();
    for (auto it = rules.begin(); it != rules.end(); ++it)
        m_memory.insert(it.key(), memoryFromJson(it->toObject()));
}

void RuleWatcher::keepMemory()
{
    m_keepSoon.stop();
    QJsonObject rules;
    for (auto it = m_memory.cbegin(); it != m_memory.cend(); ++it)
        rules.insert(it.key(), toJson(*it));
    if (rules == m_kept)
        return;
    const QString problem = m_file.write({{u"rules"_s, rules}});
    if (problem.isEmpty())
        m_kept = rules;
    else
        qCWarning(logStore, "What was told by watch rules is not kept in %s: %s", qUtf8Printable(m_file.path()),
                  qUtf8Printable(problem));
}

} // namespace podium
