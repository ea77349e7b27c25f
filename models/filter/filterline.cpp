// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filterline.h"

#include "models/filter/timespan.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct FilterLine
{
    Q_DECLARE_TR_FUNCTIONS(FilterLine)
};

struct Key
{
    InstanceField field;
    const char *word;
};

constexpr Key kKeys[] = {{InstanceField::State, "state"},     {InstanceField::Workflow, "workflow"},
                         {InstanceField::Version, "version"}, {InstanceField::Started, "started"},
                         {InstanceField::Ended, "ended"},     {InstanceField::Updated, "updated"},
                         {InstanceField::BusinessKey, "key"}, {InstanceField::User, "user"},
                         {InstanceField::Error, "error"},     {InstanceField::ErrorNode, "errornode"},
                         {InstanceField::Node, "node"},       {InstanceField::Variable, "var"},
                         {InstanceField::Id, "id"},           {InstanceField::Parent, "parent"},
                         {InstanceField::Root, "root"}};

/// A time to judge time texts by: whether they are any does not depend on it.
const QDateTime &someTime()
{
    static const QDateTime time(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    return time;
}

QString inQuotes(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' % text % u'"';
}

/// What stands in front of the first = is the path.
QString pathText(const QString &path)
{
    return path.contains(u'=') ? inQuotes(path) : quotedForLine(path);
}

class Parser
{
public:
    explicit Parser(const QString &line)
        : m_line(line)
    {
    }

    ParsedFilter line()
    {
        while (fine() && skipSpaces())
            term();
        return m_result;
    }

    /// Only what stands behind a key.
    ParsedFilter values(InstanceField field)
    {
        skipSpaces();
        condition(field, 0);
        skipSpaces();
        if (fine() && !atEnd())
            fail(FilterLine::tr("Text with spaces needs quotes: \"…\""), m_at, m_line.size() - m_at);
        return m_result;
    }

private:
    bool fine() const { return m_result.isFine(); }
    bool atEnd() const { return m_at >= m_line.size(); }
    QChar here() const { return m_line.at(m_at); }

    bool skipSpaces()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
        return !atEnd();
    }

    void fail(const QString &problem, qsizetype at, qsizetype length)
    {
        if (!fine())
            return;
        m_result.problem = problem;
        m_result.at = at;
        m_result.length = length;
    }

    void term()
    {
        const qsizetype from = m_at;
        qsizetype end = from;
        while (end < m_line.size() && !m_line.at(end).isSpace() && m_line.at(end) != u':' && m_line.at(end) != u'"')
            ++end;
        if (end >= m_line.size() || m_line.at(end) != u':' || end == from)
            return bareWord();
        const QString word = m_line.mid(from, end - from);
        const auto field = fieldOfKey(word);
        if (!field)
            return fail(unknownKey(word), from, end - from);
        m_at = end + 1;
        condition(*field, from);
    }

    static QString unknownKey(const QString &word)
    {
        if (word.compare("duration"_L1, Qt::CaseInsensitive) == 0)
            return FilterLine::tr("Data Index cannot filter by duration.");
        return FilterLine::tr("There is no filter “%1”. Text with a colon needs quotes.").arg(word.left(40));
    }

    void bareWord()
    {
        const qsizetype from = m_at;
        const QString word = value();
        if (fine() && word.isEmpty())
            return fail(FilterLine::tr("Something to look for is missing."), from, qMax<qsizetype>(1, m_at - from));
        if (fine() && !atEnd() && here() == u',')
            return fail(FilterLine::tr("Alternatives need a key in front, such as key:A,B."), from, m_at - from + 1);
        add({InstanceField::BusinessKey, {u'*' % word % u'*'}, {}}, from);
    }

    /// One value; stops behind it.
    QString value()
    {
        QString text;
        if (atEnd() || here() != u'"') {
            while (!atEnd() && !here().isSpace() && here() != u',')
                text += m_line.at(m_at++);
            return text;
        }
        const qsizetype from = m_at++;
        while (!atEnd() && here() != u'"') {
            const bool escaped = here() == u'\\' && m_at + 1 < m_line.size();
            m_at += escaped ? 1 : 0;
            text += m_line.at(m_at++);
        }
        if (atEnd())
            fail(FilterLine::tr("The closing quote is missing."), from, m_line.size() - from);
        else if (++m_at < m_line.size() && !here().isSpace() && here() != u',' && here() != u'=')
            fail(FilterLine::tr("A space is missing behind the quote."), m_at, 1);
        return text;
    }

    QString path()
    {
        if (!atEnd() && here() == u'"')
            return value();
        const qsizetype from = m_at;
        while (!atEnd() && !here().isSpace() && here() != u'=' && here() != u',')
            ++m_at;
        return m_line.mid(from, m_at - from);
    }

    void condition(InstanceField field, qsizetype start)
    {
        InstanceCondition condition{field, {}, {}};
        if (field == InstanceField::Variable && !readPath(condition))
            return;
        do {
            const qsizetype from = m_at;
            const QString text = value();
            if (!fine())
                return;
            if (text.isEmpty())
                return fail(FilterLine::tr("Something to look for is missing."), from, m_at - from);
            if (!atEnd() && here() == u'=')
                return fail(FilterLine::tr("A space is missing behind the quote."), m_at, 1);
            if (!take(condition, text, from))
                return;
        } while (!atEnd() && here() == u',' && ++m_at);
        add(condition, start);
    }

    bool readPath(InstanceCondition &condition)
    {
        const qsizetype from = m_at;
        condition.path = path();
        if (!fine())
            return false;
        const QStringList keys = condition.path.split(u'.');
        if (condition.path.isEmpty() || keys.contains(QString()))
            fail(FilterLine::tr("The path of a variable is missing, such as var:order.id=42."), from, m_at - from);
        else if (atEnd() || here() != u'=')
            fail(FilterLine::tr("A variable needs a value, such as var:%1=42.").arg(condition.path), from, m_at - from);
        ++m_at;
        return fine();
    }

    bool take(InstanceCondition &condition, const QString &text, qsizetype from)
    {
        QString one = text;
        switch (kindOf(condition.field)) {
        case FieldKind::State:
            one = text.toLower();
            if (stateOfFilterWord(one) == InstanceState::Unknown)
                fail(FilterLine::tr("“%1” is no state. States are active, error, completed, aborted, suspended, "
                                    "pending.")
                         .arg(text.left(40)),
                     from, m_at - from);
            break;
        case FieldKind::Time:
            if (!timeSpanFromText(one, someTime()))
                one = text.toLower(); // Today
            if (!timeSpanFromText(one, someTime()))
                fail(FilterLine::tr("“%1” is no time. Try today, -1h, >2026-11-01 or 2026-11-01..2026-11-02.")
                         .arg(text.left(40)),
                     from, m_at - from);
            else if (!condition.values.isEmpty())
                fail(FilterLine::tr("Only one time can be asked for at once."), from, m_at - from);
            break;
        case FieldKind::Id:
            if (text.contains(u'*'))
                fail(FilterLine::tr("Data Index looks for whole ids only, not for parts."), from, m_at - from);
            break;
        case FieldKind::Word:
        case FieldKind::Part:
        case FieldKind::Variable:
            break;
        }
        if (fine() && !condition.values.contains(one))
            condition.values << one;
        return fine();
    }

    void add(const InstanceCondition &condition, qsizetype from)
    {
        if (!fine())
            return;
        if (!isRepeatable(condition.field) && !m_result.filter.valuesOf(condition.field).isEmpty()) {
            const QString key = keyOf(condition.field);
            return fail(FilterLine::tr("“%1” is there already: alternatives stand behind one key, as %1:A,B.").arg(key),
                        from, m_at - from);
        }
        m_result.filter.conditions << condition;
    }

    const QString &m_line;
    qsizetype m_at = 0;
    ParsedFilter m_result;
};

} // namespace

QString keyOf(InstanceField field)
{
    for (const Key &key : kKeys) {
        if (key.field == field)
            return QString::fromLatin1(key.word);
    }
    return {};
}

std::optional<InstanceField> fieldOfKey(const QString &word)
{
    for (const Key &key : kKeys) {
        if (word.compare(QLatin1StringView(key.word), Qt::CaseInsensitive) == 0)
            return key.field;
    }
    return {};
}

QString quotedForLine(const QString &value)
{
    const bool plain = !value.isEmpty() && std::none_of(value.cbegin(), value.cend(),
                                                        [](QChar c) { return c.isSpace() || c == u',' || c == u'"'; });
    return plain ? value : inQuotes(value);
}

QString valueText(const InstanceCondition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values << quotedForLine(value);
    const QString all = values.join(u',');
    return condition.field == InstanceField::Variable ? pathText(condition.path) % u'=' % all : all;
}

QString toLine(const InstanceCondition &condition)
{
    return keyOf(condition.field) % u':' % valueText(condition);
}

QString toLine(const InstanceFilter &filter)
{
    QStringList terms;
    for (const InstanceCondition &condition : filter.conditions)
        terms << toLine(condition);
    return terms.join(u' ');
}

ParsedFilter filterFromLine(const QString &line)
{
    return Parser(line).line();
}

ParsedFilter conditionFromText(InstanceField field, const QString &text)
{
    return Parser(text).values(field);
}

} // namespace podium
