// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activefetch.h"

#include "models/form/jsonata.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostKept = 100;

QByteArray keyOf(const FormDataRequest &request, const ActiveProps &props)
{
    Json key = Json::array({request.verb.toStdString(), request.address.toStdString(), request.body.value_or(Json())});
    for (const auto &[name, value] : request.headers)
        key.push_back(Json::array({name.toStdString(), value.toStdString()}));
    QStringList names = props.selectors.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        key.push_back(Json::array({name.toStdString(), props.selectors.value(name).toStdString()}));
    return toBytes(key);
}

} // namespace

const ActiveAnswer *ActiveMemory::find(const QByteArray &key) const
{
    const auto found = m_answers.constFind(key);
    return found == m_answers.cend() ? nullptr : &*found;
}

void ActiveMemory::keep(const QByteArray &key, const ActiveAnswer &answer)
{
    if (m_answers.size() >= kMostKept)
        m_answers.clear();
    m_answers.insert(key, answer);
}

std::optional<FormDataRequest> filledRequest(const ActiveRequest &request, const ActiveValues &values,
                                             QStringList *missing)
{
    FormDataRequest filled;
    filled.verb = request.verb;
    filled.address = fillAddress(request.address, values, missing);
    const auto parameters = fillTemplate(request.parameters, values);
    if (!parameters.value->empty()) {
        QUrl url(filled.address);
        QUrlQuery query(url.query());
        for (const auto &[name, value] : parameters.value->items()) {
            const QString text = value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
            query.addQueryItem(QString::fromStdString(name), QString::fromLatin1(QUrl::toPercentEncoding(text)));
        }
        url.setQuery(query);
        filled.address = url.toString(QUrl::FullyEncoded);
    }
    for (const auto &[key, value] : request.headers.items()) {
        const QString name = QString::fromStdString(key);
        if (isTokenHeader(name, value)) {
            filled.withToken = true;
            continue;
        }
        const auto text = fillTemplate(value, values).value;
        if (!isEmptyValue(text))
            filled.headers.append({name, text->is_string() ? toQString(*text) : QString::fromUtf8(toBytes(*text))});
    }
    if (request.verb != "GET"_L1 && !request.body.is_null())
        filled.body = fillTemplate(request.body, values).value;
    return missing->isEmpty() ? std::optional(filled) : std::nullopt;
}

ActiveAnswer selected(const ActiveProps &props, const SharedJson &body, const SharedJson &current)
{
    ActiveAnswer answer;
    answer.values = props.constants;
    if (body && props.widget == ActiveProps::Widget::SchemaUpdater)
        answer.values.insert(ActiveFetch::wholeBody(), *body);
    const SharedJson data = body ? body : std::make_shared<const Json>(nullptr);
    for (auto it = props.selectors.cbegin(); it != props.selectors.cend(); ++it) {
        const Jsonata expression(it.value());
        SharedJson input = data;
        // Selectors may look at the form beside the answer.
        if (data->is_object() && (expression.mentions(u"current"_s) || expression.mentions(u"response"_s))) {
            Json both = *data;
            if (!both.contains("current"))
                both["current"] = *current;
            if (!both.contains("response"))
                both["response"] = *data;
            input = std::make_shared<const Json>(std::move(both));
        }
        const Jsonata::Outcome outcome = expression.evaluate(input);
        if (!outcome.problem.isEmpty())
            answer.problems.insert(
                it.key(),
                ActiveFetch::tr("The answer could not be read by “%1”: %2.").arg(it.value().left(80), outcome.problem));
        else if (outcome.value)
            answer.values.insert(it.key(), *outcome.value);
    }
    return answer;
}

ActiveFetch::ActiveFetch(FormDataService &service, ActiveMemory &memory, const ActiveProps &props, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_memory(memory)
    , m_props(props)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    m_retry.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, [this] { ask(true); });
    connect(&m_retry, &QTimer::timeout, this, &ActiveFetch::send);
}

Json ActiveFetch::triggerValues() const
{
    Json values = Json::array();
    for (const QString &key : m_props.fetch.triggers)
        values.push_back(templateValue(key, m_values).value_or(Json(nullptr)));
    return values;
}

bool ActiveFetch::hasAllTriggers() const
{
    return std::all_of(m_props.fetch.triggers.cbegin(), m_props.fetch.triggers.cend(),
                       [this](const QString &key) { return !isEmptyValue(templateValue(key, m_values)); });
}

void ActiveFetch::follow(const ActiveValues &values)
{
    m_values = values;
    Json triggers = triggerValues();
    if (!m_triggers) {
        m_triggers = std::move(triggers);
        return ask(false);
    }
    if (*m_triggers != triggers) {
        m_triggers = std::move(triggers);
        m_pending.cancel();
        m_retry.stop();
        Q_EMIT triggered();
        setState(State::Asking); // from the first key on: what is shown is old
        m_delay.start();
    } else if (m_state == State::Waiting) {
        m_delay.start();
    }
}

void ActiveFetch::askAgain()
{
    m_delay.stop();
    ask(true);
}

void ActiveFetch::ask(bool again)
{
    m_pending.cancel();
    m_retry.stop();
    m_missing.clear();
    const auto request = filledRequest(m_props.fetch, m_values, &m_missing);
    if (!request)
        return setState(State::Waiting);
    m_request = *request;
    m_attempt = 1;
    if (const ActiveAnswer *known = again ? nullptr : m_memory.find(keyOf(m_request, m_props)))
        return received(*known);
    send();
}

void ActiveFetch::send()
{
    setState(State::Asking);
    const auto select = [props = m_props, current = m_values.current](const FormDataAnswer &answer) {
        return Result<ActiveAnswer>(selected(props, answer.body, current));
    };
    m_pending = deliver(mapOnWorker<ActiveAnswer>(this, m_service.ask(m_request), select), this,
                        [this](const Result<ActiveAnswer> &result) { received(result); });
}

void ActiveFetch::received(const Result<ActiveAnswer> &result)
{
    if (result) {
        m_answer = *result;
        m_memory.keep(keyOf(m_request, m_props), m_answer);
        setState(State::Answered);
        Q_EMIT answered();
        return;
    }
    m_error = result.error();
    if (m_error.isCancelled())
        return setState(State::Idle);
    const ActiveRetry &retry = m_props.retry;
    if (m_attempt <= retry.attempts && retry.statuses.contains(m_error.httpStatus)) {
        m_retry.start(static_cast<int>(std::min(60'000.0, retry.delayMs * std::pow(retry.backoff, m_attempt - 1))));
        ++m_attempt;
        return setState(State::Asking);
    }
    setState(State::Failed);
}

void ActiveFetch::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QString ActiveFetch::origin() const
{
    const QUrl url(m_request.address);
    const QUrl base(m_values.facts.baseUrl);
    const QUrl asked = url.isRelative() ? base : url;
    return asked.port() > 0 ? asked.host() + u':' + QString::number(asked.port()) : asked.host();
}

} // namespace podium
