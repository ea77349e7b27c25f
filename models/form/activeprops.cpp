// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activeprops.h"

#include "models/form/activetemplate.h"
#include "models/form/fieldhints.h"
#include "models/form/jsonata.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Widget = ActiveProps::Widget;

constexpr int kMostAttempts = 5;
constexpr int kLongestDelayMs = 30'000;

QString say(const char *text)
{
    return QCoreApplication::translate("ActiveField", text);
}

const QHash<QString, Widget> &widgets()
{
    static const QHash<QString, Widget> names{{u"ActiveTextInput"_s, Widget::TextInput},
                                              {u"ActiveDropdown"_s, Widget::Dropdown},
                                              {u"ActiveMultiSelect"_s, Widget::MultiSelect},
                                              {u"ActiveBoolean"_s, Widget::Boolean},
                                              {u"ActiveText"_s, Widget::Text},
                                              {u"SchemaUpdater"_s, Widget::SchemaUpdater},
                                              {u"AuthRequester"_s, Widget::AuthRequester}};
    return names;
}

QStringList texts(const Json *list)
{
    QStringList all;
    for (std::size_t i = 0; list && list->is_array() && i < list->size(); ++i) {
        if ((*list)[i].is_string())
            all << toQString((*list)[i]);
    }
    return all;
}

const Json *member(const Json &props, const QString &key)
{
    return memberAt(props, key.toUtf8().constData());
}

bool isTrue(const Json &props, const char *key)
{
    const Json *flag = memberAt(props, key);
    return flag && (*flag == true || *flag == "true");
}

double numberAt(const Json &props, const char *key, double standard)
{
    const Json *number = memberAt(props, key);
    return number && number->is_number() ? number->get<double>() : standard;
}

ActiveRequest readRequest(const Json &props, const QString &family)
{
    ActiveRequest request;
    request.address = stringAt(props, (family + u"url"_s).toUtf8().constData()).trimmed();
    if (const QString verb = stringAt(props, (family + u"method"_s).toUtf8().constData()); !verb.isEmpty())
        request.verb = verb.trimmed().toUpper();
    if (const Json *headers = member(props, family + u"headers"_s); headers && headers->is_object())
        request.headers = *headers;
    if (const Json *parameters = member(props, family + u"params"_s); parameters && parameters->is_object())
        request.parameters = *parameters;
    if (const Json *body = member(props, family + u"body"_s))
        request.body = *body;
    request.triggers = texts(member(props, family + u"retrigger"_s));
    return request;
}

ActiveRetry readRetry(const Json &props)
{
    ActiveRetry retry;
    retry.attempts = static_cast<int>(
        std::clamp(numberAt(props, "fetch:retry:maxAttempts", 0), 0.0, static_cast<double>(kMostAttempts)));
    retry.delayMs = static_cast<int>(
        std::clamp(numberAt(props, "fetch:retry:delay", 1000), 0.0, static_cast<double>(kLongestDelayMs)));
    retry.backoff = std::clamp(numberAt(props, "fetch:retry:backoff", 1), 1.0, 10.0);
    const Json *statuses = memberAt(props, "fetch:retry:statusCodes");
    for (std::size_t i = 0; statuses && statuses->is_array() && i < statuses->size(); ++i) {
        if ((*statuses)[i].is_number_integer())
            retry.statuses << (*statuses)[i].get<int>();
    }
    if (!statuses)
        retry.statuses = {408, 429, 500, 502, 503, 504};
    return retry;
}

QList<ActiveTokenWish> readTokens(const Json &props)
{
    QList<ActiveTokenWish> wishes;
    const Json *list = memberAt(props, "authTokenDescriptors");
    for (std::size_t i = 0; list && list->is_array() && i < list->size() && wishes.size() < 20; ++i) {
        const Json &each = (*list)[i];
        const Json *scope = memberAt(each, "scope");
        const QString provider = stringAt(each, "provider");
        if (!provider.isEmpty())
            wishes << ActiveTokenWish{provider,
                                      scope && scope->is_array() ? texts(scope).join(u' ') : stringAt(each, "scope")};
    }
    return wishes;
}

QString requestProblem(const ActiveRequest &request)
{
    static const QStringList verbs{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s};
    if (!verbs.contains(request.verb))
        return say("Podium does not send %1 for a field of a form.").arg(request.verb);
    for (const Json &part : {Json(request.address.toStdString()), request.parameters, request.body}) {
        if (const QString problem = templateProblem(part); !problem.isEmpty())
            return problem;
    }
    for (const auto &[name, value] : request.headers.items()) {
        if (isTokenHeader(QString::fromStdString(name), value))
            continue;
        if (const QString problem = templateProblem(value); !problem.isEmpty())
            return problem;
    }
    return {};
}

/// The selectors a widget cannot do without.
QStringList neededSelectors(const ActiveProps &props)
{
    switch (props.widget) {
    case Widget::Dropdown:
        return {u"value"_s, u"label"_s};
    case Widget::MultiSelect:
        return {u"autocomplete"_s};
    case Widget::TextInput:
    case Widget::Boolean:
    case Widget::SchemaUpdater:
        return {u"value"_s};
    case Widget::Text:
        return props.selectors.keys();
    case Widget::AuthRequester:
        break;
    }
    return {};
}

QString selectorProblem(const QString &selector)
{
    const QString problem = Jsonata(selector).problem();
    if (problem.isEmpty())
        return {};
    return say("Podium cannot follow the expression “%1”: %2.")
        .arg(selector.size() > 80 ? selector.left(77) + u'…' : selector, problem);
}

QString typeProblem(const FormField &field, Widget widget)
{
    using Kind = FormField::Kind;
    const Kind kind = field.kind;
    bool fits = true;
    if (widget == Widget::TextInput)
        fits = kind == Kind::Text || kind == Kind::Number || kind == Kind::Integer;
    else if (widget == Widget::Dropdown)
        fits = kind == Kind::Text || kind == Kind::Number || kind == Kind::Integer || kind == Kind::Choice;
    else if (widget == Widget::MultiSelect)
        fits = kind == Kind::Array || kind == Kind::MultiChoice || kind == Kind::Raw;
    else if (widget == Widget::Boolean)
        fits = kind == Kind::Boolean;
    return fits ? QString() : say("The widget “%1” does not go with the type of this field.").arg(field.active);
}

} // namespace

bool isActiveWidget(const QString &name)
{
    return widgets().contains(name);
}

ActiveProps readActiveProps(const FormField &field)
{
    ActiveProps props;
    props.widget = widgets().value(field.active);
    const Json *found = field.schema ? memberAt(*field.schema, "ui:props") : nullptr;
    const Json given = found && found->is_object() ? *found : Json::object();
    props.fetch = readRequest(given, u"fetch:"_s);
    props.validate = readRequest(given, u"validate:"_s);
    props.retry = readRetry(given);
    const std::string family = "fetch:response:";
    for (const auto &[key, value] : given.items()) {
        if (key.compare(0, family.size(), family) != 0 || key == family + "default")
            continue;
        const QString name = QString::fromStdString(key.substr(family.size()));
        if (value.is_string())
            props.selectors.insert(name, toQString(value));
        else
            props.constants.insert(name, value);
    }
    if (const Json *standard = memberAt(given, "fetch:response:default"))
        props.standard = *standard;
    props.text = stringAt(given, "ui:text");
    props.tokens = readTokens(given);
    props.clearsOnTrigger = isTrue(given, "fetch:clearOnRetrigger");
    props.hidesUnreadyErrors = isTrue(given, "fetch:error:ignoreUnready");
    props.hidesErrors = isTrue(given, "fetch:error:silent");
    props.skipsInitialValue = isTrue(given, "fetch:skipInitialValue");
    props.allowsNewItems = isTrue(given, "ui:allowNewItems");
    return props;
}

QString activeProblem(const FormField &field, const ActiveProps &props)
{
    QString problem = typeProblem(field, props.widget);
    if (problem.isEmpty() && props.asks())
        problem = requestProblem(props.fetch);
    if (problem.isEmpty() && props.widget == Widget::Text)
        problem = templateProblem(Json(props.text.toStdString()));
    const QStringList needed = neededSelectors(props);
    for (const QString &name : needed) {
        if (problem.isEmpty() && props.asks() && props.selectors.contains(name))
            problem = selectorProblem(props.selectors.value(name));
    }
    const bool isUseless = !props.asks() && (props.widget == Widget::Dropdown || props.widget == Widget::SchemaUpdater);
    if (problem.isEmpty() && isUseless)
        problem = say("The schema names no address (fetch:url) for this field.");
    const bool hasAny = props.selectors.contains(u"value"_s) || props.constants.contains(u"value"_s);
    if (problem.isEmpty() && props.widget == Widget::Dropdown && !hasAny)
        problem = say("The schema does not say where the choices are (fetch:response:value).");
    return problem;
}

QString activeShortcomings(const ActiveProps &props)
{
    QStringList left;
    const QStringList needed = neededSelectors(props);
    for (auto it = props.selectors.cbegin(); it != props.selectors.cend(); ++it) {
        if (!needed.contains(it.key()))
            left << selectorProblem(it.value());
    }
    if (!props.validate.address.isEmpty()) {
        if (const QString problem = requestProblem(props.validate); !problem.isEmpty())
            left << say("The server's check is left out: %1").arg(problem);
    }
    left.removeAll(QString());
    return left.join(u' ');
}

QString tokenHeader(const ActiveTokenWish &wish)
{
    QString name;
    for (const QChar c : wish.provider) {
        const bool isAllowed = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c.isDigit() || c == u'-';
        name += isAllowed ? (name.isEmpty() ? c.toUpper() : c) : QChar(u'-');
    }
    return u"X-Authorization-"_s + name;
}

} // namespace podium
