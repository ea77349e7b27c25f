// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/incident/redaction.h"

#include "models/items/jsonsearch.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <string_view>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kMark = "[redacted]";
constexpr std::size_t kMostLooked = 4096; ///< bytes of a value: what a secret begins with

bool isSecretName(const QString &name)
{
    static const QRegularExpression names(
        u"pass(?:word|wd|phrase|code)|^pwd$|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|"
        "credential|authori[sz]ation|^auth$|bearer|cookie|session[_-]?id|^pin$|^otp$|^cvv$|^cvc$|iban|"
        "card[_-]?number|ssn"_s,
        QRegularExpression::CaseInsensitiveOption);
    return names.match(name.left(200)).hasMatch();
}

bool isSecretText(const std::string &text)
{
    static const QRegularExpression forms(u"^(?:Bearer|Basic) +[\\w.~+/=-]{8,}|^eyJ[\\w-]{8,}\\.eyJ[\\w-]*\\.|"
                                          "-----BEGIN [A-Z ]*PRIVATE KEY-----|^gh[pousr]_\\w{20,}|^AKIA[0-9A-Z]{16}$|"
                                          "://[^/@:\\s]+:[^/@\\s]+@"_s);
    if (text.size() < 8)
        return false;
    return forms.match(QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), kMostLooked)))).hasMatch();
}

void look(const Json &value, const QString &pointer, qsizetype most, QStringList &found)
{
    const bool object = value.is_object();
    for (qsizetype i = 0; value.is_structured() && i < qsizetype(value.size()) && found.size() < most; ++i) {
        QString name;
        const Json &member = jsonMember(value, i, &name);
        const QString at = pointer + u'/' + (object ? pointerToken(name) : QString::number(i));
        const auto *text = member.get_ptr<const std::string *>();
        const bool empty = member.is_null() || member.is_boolean() || (text && text->empty());
        if ((object && !empty && isSecretName(name)) || (text && isSecretText(*text)))
            found << at;
        else
            look(member, at, most, found);
    }
}

void replaceAll(std::string &text, const std::string &what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + kMark.size()))
        text.replace(at, what.size(), kMark);
}

Json *find(Json &document, const QString &pointer)
{
    const Json::json_pointer at(pointer.toStdString());
    return document.contains(at) ? &document[at] : nullptr;
}

void longestFirst(std::vector<std::string> &texts)
{
    std::sort(texts.begin(), texts.end(), [](const std::string &a, const std::string &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

} // namespace

QStringList secretLookingPointers(const Json &document, qsizetype most)
{
    QStringList found;
    look(document, {}, most, found);
    return found;
}

QString Redaction::mark()
{
    return QString::fromLatin1(kMark.data(), qsizetype(kMark.size()));
}

Redaction::Redaction(const Json &document, const QStringList &pointers)
    : m_pointers(pointers)
{
    for (const QString &pointer : pointers) {
        const Json::json_pointer at(pointer.toStdString());
        if (document.contains(at))
            collect(document[at]);
    }
    for (const std::string &value : m_values) {
        if (value.size() < kLeastWithin)
            continue;
        const QString text = QString::fromStdString(value);
        const std::string json = Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
        const std::string ascii = Json(value).dump(-1, ' ', true, Json::error_handler_t::replace);
        for (const std::string &spelled :
             {value, json.substr(1, json.size() - 2), ascii.substr(1, ascii.size() - 2),
              text.toHtmlEscaped().toStdString(), QUrl::toPercentEncoding(text).toStdString()})
            m_spelled.push_back(spelled);
    }
    longestFirst(m_values);
    longestFirst(m_spelled);
}

void Redaction::collect(const Json &value)
{
    if (const auto *text = value.get_ptr<const std::string *>(); text && !text->empty())
        m_values.push_back(*text);
    else if (value.is_number() && value.dump().size() >= kLeastWithin)
        m_values.push_back(value.dump());
    else if (value.is_structured())
        std::for_each(value.begin(), value.end(), [this](const Json &each) { collect(each); });
}

bool Redaction::isSecret(const std::string &text) const
{
    const auto longer = [&text](const std::string &value) { return value.size() > text.size(); };
    // In the order of their length, so most are passed over.
    const auto from = std::partition_point(m_values.begin(), m_values.end(), longer);
    return std::any_of(from, m_values.end(), [&text](const std::string &value) { return value == text; });
}

std::string Redaction::cleaned(const std::string &text) const
{
    if (isSecret(text))
        return std::string(kMark);
    std::string result = text;
    for (const std::string &value : m_values) {
        if (value.size() >= kLeastWithin && value.size() <= result.size())
            replaceAll(result, value);
    }
    return result;
}

Json Redaction::applied(const Json &document) const
{
    if (isEmpty())
        return document;
    if (const auto *text = document.get_ptr<const std::string *>())
        return cleaned(*text);
    if (document.is_number() && isSecret(document.dump()))
        return std::string(kMark);
    if (document.is_array()) {
        Json result = Json::array();
        for (const Json &element : document)
            result.push_back(applied(element));
        return result;
    }
    if (document.is_object()) {
        // Filled as a list: names can become the same, and looking each up would be quadratic.
        Json result = Json::object();
        auto &members = result.get_ref<Json::object_t &>();
        for (auto it = document.begin(); it != document.end(); ++it)
            members.emplace_back(cleaned(it.key()), applied(it.value()));
        return result;
    }
    return document;
}

Json Redaction::appliedAt(Json document) const
{
    for (const QString &pointer : m_pointers) {
        if (Json *value = find(document, pointer))
            *value = std::string(kMark);
    }
    return applied(document);
}

QByteArray Redaction::applied(QByteArray text) const
{
    for (const std::string &value : m_spelled)
        text.replace(QByteArrayView(value), QByteArrayView(kMark.data(), qsizetype(kMark.size())));
    return text;
}

} // namespace podium
