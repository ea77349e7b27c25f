// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchrules.h"

#include "models/core/logging.h"

#include <QDir>
#include <QSet>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMostBytes = 1 << 20;
}

QList<WatchRule> rulesFromJson(const QJsonArray &entries, QJsonArray *foreign)
{
    QList<WatchRule> rules;
    QSet<QString> ids;
    for (const QJsonValue &entry : entries) {
        const std::optional<WatchRule> rule = ruleFromJson(entry.toObject());
        if (!rule || ids.contains(rule->id) || rules.size() >= WatchRules::kMost) {
            foreign->append(entry);
            continue;
        }
        ids.insert(rule->id);
        rules << *rule;
    }
    return rules;
}

WatchRules::WatchRules(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{
    read();
}

void WatchRules::read()
{
    const JsonFile::Content content = m_file.read(kMostBytes);
    m_unreadable = content.problem;
    const QJsonValue entries = content.object.value("rules"_L1);
    if (m_unreadable.isEmpty() && !content.object.isEmpty() && !entries.isArray())
        m_unreadable = tr("It does not hold watch rules.");
    if (m_unreadable.isEmpty())
        m_rules = rulesFromJson(entries.toArray(), &m_foreign);
    else
        qCWarning(logStore, "The watch rules in %s were not read: %s", qUtf8Printable(m_file.path()),
                  qUtf8Printable(m_unreadable));
}

QString WatchRules::problem() const
{
    if (m_unreadable.isEmpty())
        return {};
    return tr("The watch rules in %1 were not read, and nothing is watched. %2 Correct or remove the file, then start "
              "Podium again.")
        .arg(QDir::toNativeSeparators(m_file.path()), m_unreadable);
}

qsizetype WatchRules::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const WatchRule &r) { return r.id == id; });
    return found == m_rules.cend() ? -1 : found - m_rules.cbegin();
}

const WatchRule *WatchRules::find(const QString &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_rules.at(index);
}

bool WatchRules::hasActive() const
{
    return std::any_of(m_rules.cbegin(), m_rules.cend(),
                       [](const WatchRule &rule) { return !rule.isPaused && !rule.isDone; });
}

Result<Done> WatchRules::put(const WatchRule &rule)
{
    QList<WatchRule> all = m_rules;
    const qsizetype index = indexOf(rule.id);
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = tr("The watch rule could not be saved.");
    error.why = rule.problem();
    if (rule.id.isEmpty())
        error.why = tr("It has no id.");
    if (error.why.isEmpty() && index < 0 && all.size() >= kMost) {
        error.why = tr("There are %n rules already.", nullptr, kMost);
        error.remedy = tr("Delete one that is not needed any more.");
    }
    if (!error.why.isEmpty())
        return error;
    WatchRule clean = rule;
    clean.name = rule.name.simplified().left(WatchRule::kLongestName);
    if (index < 0)
        all << clean;
    else
        all[index] = clean;
    return keep(all);
}

Result<Done> WatchRules::remove(const QString &id)
{
    QList<WatchRule> all = m_rules;
    all.removeIf([&](const WatchRule &rule) { return rule.id == id; });
    return keep(all);
}

Result<Done> WatchRules::setPaused(const QString &id, bool paused)
{
    QList<WatchRule> all = m_rules;
    if (const qsizetype index = indexOf(id); index >= 0)
        all[index].isPaused = paused;
    return keep(all);
}

void WatchRules::setDone(const QString &id)
{
    QList<WatchRule> all = m_rules;
    if (const qsizetype index = indexOf(id); index >= 0)
        all[index].isDone = true;
    (void)keep(all);
}

Result<Done> WatchRules::mute(const QString &id, const QDateTime &untilUtc)
{
    QList<WatchRule> all = m_rules;
    if (const qsizetype index = indexOf(id); index >= 0)
        all[index].mutedUntil = untilUtc;
    return keep(all);
}

Result<Done> WatchRules::keep(const QList<WatchRule> &rules)
{
    if (rules == m_rules)
        return Done();
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = tr("The watch rules could not be saved in %1.").arg(QDir::toNativeSeparators(m_file.path()));
    if (!m_unreadable.isEmpty()) {
        error.why = m_unreadable;
        error.remedy = tr("Correct or remove the file, then start Podium again.");
        return error;
    }
    QJsonArray entries;
    for (const WatchRule &rule : rules)
        entries << toJson(rule);
    for (const QJsonValue &entry : std::as_const(m_foreign))
        entries << entry;
    error.why = m_file.write({{u"rules"_s, entries}});
    if (!error.why.isEmpty()) {
        error.remedy = tr("Check the folder's permissions and free space, then try again.");
        return error;
    }
    m_rules = rules;
    Q_EMIT changed();
    return Done();
}

} // namespace podium
