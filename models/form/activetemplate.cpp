// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activetemplate.h"

#include "models/form/fieldhints.h"
#include "models/form/jsonata.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kStart("$${{");
constexpr QLatin1StringView kEnd("}}");
constexpr QLatin1StringView kResponse("fetch:response:");
constexpr QLatin1StringView kJsonata("jsonata:");
constexpr QLatin1StringView kToken("identityApi.token");

QString say(const char *text)
{
    return QCoreApplication::translate("ActiveField", text);
}

/// A text cut into what stands there and the keys of templates.
struct Piece
{
    QString text;
    bool isKey = false;
};

QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> pieces;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype start = text.indexOf(kStart, at);
        const qsizetype end = start < 0 ? -1 : text.indexOf(kEnd, start + kStart.size());
        if (end < 0)
            break;
        if (start > at)
            pieces << Piece{text.sliced(at, start - at), false};
        pieces << Piece{text.sliced(start + kStart.size(), end - start - kStart.size()).trimmed(), true};
        at = end + kEnd.size();
    }
    if (at < text.size())
        pieces << Piece{text.sliced(at), false};
    return pieces;
}

QString keyProblem(const QString &key)
{
    static const QStringList known{u"backend.baseUrl"_s, u"identityApi.userEntityRef"_s, u"identityApi.profileEmail"_s,
                                   u"identityApi.displayName"_s, u"identityApi.profileName"_s};
    if (key == "current"_L1 || key.startsWith("current."_L1) || key.startsWith(kResponse) || known.contains(key))
        return {};
    if (key == kToken)
        return say("Podium sends your token in the Authorization header only, as “Bearer” and nothing else.");
    if (key.startsWith("rjsfConfig."_L1))
        return say("“%1” is a setting of the Developer Hub, which Podium does not have.").arg(key);
    if (key.section(u'.', 0, 0).endsWith("AuthApi"_L1))
        return say("“%1” asks for a sign-in at another provider, which Podium does not have.").arg(key);
    return say("Podium does not know “%1”.").arg(key);
}

QString plainText(const Json &value)
{
    return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
}

/// The pieces as one text, the value of each key as `written` puts it; keys without one are noted in `missing`.
template <typename Written>
QString joined(const QList<Piece> &pieces, const ActiveValues &values, QStringList *missing, Written written)
{
    QString together;
    for (const Piece &piece : pieces) {
        if (!piece.isKey) {
            together += piece.text;
            continue;
        }
        const auto value = templateValue(piece.text, values);
        if (isEmptyValue(value))
            missing->append(piece.text);
        together += written(piece, value ? plainText(*value) : QString());
    }
    return together;
}

FilledTemplate fillText(const QString &text, const ActiveValues &values)
{
    if (text.startsWith(kJsonata)) {
        const Jsonata expression(text.sliced(kJsonata.size()));
        return {expression.evaluate(values.current).value, {}};
    }
    const QList<Piece> pieces = piecesOf(text);
    FilledTemplate filled;
    if (pieces.size() == 1 && pieces.first().isKey) { // its value as it is, not as text
        filled.value = templateValue(pieces.first().text, values);
        if (isEmptyValue(filled.value))
            filled.missing << pieces.first().text;
        return filled;
    }
    const QString together =
        joined(pieces, values, &filled.missing, [](const Piece &, const QString &own) { return own; });
    filled.value = together.toStdString();
    return filled;
}

void visitTexts(const Json &part, const std::function<void(const QString &)> &visit)
{
    if (part.is_string())
        return visit(toQString(part));
    for (auto it = part.begin(); part.is_structured() && it != part.end(); ++it)
        visitTexts(*it, visit);
}

std::optional<Json> pathValue(const Json &root, const QStringList &path)
{
    const Json *at = &root;
    for (const QString &name : path) {
        const Json *next = nullptr;
        if (at->is_object())
            next = memberAt(*at, name.toUtf8().constData());
        bool isIndex = false;
        const auto index = name.toULongLong(&isIndex);
        if (at->is_array() && isIndex && index < at->size())
            next = &(*at)[static_cast<std::size_t>(index)];
        if (!next)
            return std::nullopt;
        at = next;
    }
    return *at;
}

std::optional<Json> textOrNothing(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional<Json>(text.toStdString());
}

} // namespace

bool isEmptyValue(const std::optional<Json> &value)
{
    return !value || value->is_null() || (value->is_string() && value->get_ref<const std::string &>().empty()) ||
           (value->is_structured() && value->empty());
}

std::optional<Json> templateValue(const QString &key, const ActiveValues &values)
{
    if (key == "current"_L1)
        return *values.current;
    if (key.startsWith("current."_L1))
        return pathValue(*values.current, key.split(u'.').sliced(1));
    if (key.startsWith(kResponse)) {
        const auto found = values.responses.constFind(key.sliced(kResponse.size()));
        return found == values.responses.cend() ? std::nullopt : std::optional(*found);
    }
    const User &user = values.facts.user;
    if (key == "backend.baseUrl"_L1)
        return textOrNothing(values.facts.baseUrl);
    if (key == "identityApi.userEntityRef"_L1)
        return textOrNothing(user.username.isEmpty() ? QString() : u"user:default/"_s + user.username.toLower());
    if (key == "identityApi.profileEmail"_L1)
        return textOrNothing(user.email);
    if (key == "identityApi.displayName"_L1 || key == "identityApi.profileName"_L1)
        return textOrNothing(user.displayName);
    return std::nullopt;
}

FilledTemplate fillTemplate(const Json &text, const ActiveValues &values)
{
    if (text.is_string())
        return fillText(toQString(text), values);
    if (!text.is_structured())
        return {text, {}};
    FilledTemplate all;
    Json made = text.is_array() ? Json::array() : Json::object();
    for (const auto &[key, part] : text.items()) {
        FilledTemplate filled = fillTemplate(part, values);
        all.missing << filled.missing;
        const bool isLeftOut = part.is_string() && isEmptyValue(filled.value);
        if (isLeftOut || !filled.value)
            continue;
        if (text.is_array())
            made.push_back(std::move(*filled.value));
        else
            made[key] = std::move(*filled.value);
    }
    all.value = std::move(made);
    return all;
}

QString fillAddress(const QString &address, const ActiveValues &values, QStringList *missing)
{
    const QList<Piece> pieces = piecesOf(address);
    return joined(pieces, values, missing, [&pieces](const Piece &piece, const QString &own) {
        const bool isWhole = pieces.size() == 1 || piece.text == "backend.baseUrl"_L1;
        return isWhole ? own : QString::fromLatin1(QUrl::toPercentEncoding(own, "/:@,"));
    });
}

QString templateProblem(const Json &text)
{
    QString problem;
    visitTexts(text, [&problem](const QString &part) {
        if (!problem.isEmpty())
            return;
        if (part.startsWith(kJsonata))
            problem = Jsonata(part.sliced(kJsonata.size())).problem();
        for (const Piece &piece : piecesOf(part)) {
            if (piece.isKey && problem.isEmpty())
                problem = keyProblem(piece.text);
        }
    });
    return problem;
}

bool isTokenHeader(const QString &name, const Json &value)
{
    if (name.compare("Authorization"_L1, Qt::CaseInsensitive) != 0 || !value.is_string())
        return false;
    const QList<Piece> pieces = piecesOf(toQString(value).trimmed());
    return pieces.size() == 2 && pieces.first().text.trimmed().compare("Bearer"_L1, Qt::CaseInsensitive) == 0 &&
           pieces.last().isKey && pieces.last().text == kToken;
}

} // namespace podium
