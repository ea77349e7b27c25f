// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/fieldtargets.h"

#include "models/form/exactnumber.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CsvCell)
};

constexpr int kMostDepth = 8;

void collect(QList<FieldTarget> &targets, const FormField &field, const QStringList &path, const QStringList &titles)
{
    if (targets.size() >= kMostTargets)
        return;
    const bool isTakenApart =
        field.kind == FormField::Kind::Object && !field.lazy && !field.members.empty() && path.size() < kMostDepth;
    if (isTakenApart) {
        for (const FormField &member : field.members)
            collect(targets, member, path + QStringList{member.key},
                    titles + QStringList{member.title.isEmpty() ? member.key : member.title});
    } else if (!path.isEmpty() && field.kind != FormField::Kind::Constant && !field.readOnly) {
        targets << FieldTarget{path, titles.join(u" › "_s), field};
    }
}

QString plainName(const QString &name)
{
    QString plain = name.toCaseFolded();
    plain.remove(u' ').remove(u'_').remove(u'-');
    return plain;
}

CellValue wrong(const QString &problem)
{
    return {std::nullopt, problem};
}

CellValue numberOf(const QString &text, bool isWhole)
{
    const TypedNumber number = typedNumber(text);
    if (number.outcome == TypedNumber::Outcome::Rounded)
        return wrong(Texts::tr("“%1” would be rounded.").arg(text));
    if (number.outcome == TypedNumber::Outcome::NotANumber)
        return wrong(Texts::tr("“%1” is no number.").arg(text));
    if (isWhole && !number.value.is_number_integer())
        return wrong(Texts::tr("“%1” is no whole number.").arg(text));
    return {number.value, {}};
}

CellValue booleanOf(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return {Json(true), {}};
    if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
        return {Json(false), {}};
    return wrong(Texts::tr("“%1” is neither true nor false.").arg(text));
}

/// By its value first: labels are for people, and may repeat.
const FormChoice *choiceFor(const QString &text, const FormField &field)
{
    const auto spelled = [](const Json &value) {
        return value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
    };
    const FormChoice *byLabel = nullptr;
    for (const FormChoice &choice : field.choices) {
        if (spelled(choice.value) == text)
            return &choice;
        if (!byLabel && choice.label.compare(text, Qt::CaseInsensitive) == 0)
            byLabel = &choice;
    }
    return byLabel;
}

CellValue choiceOf(const QString &text, const FormField &field)
{
    if (const FormChoice *choice = choiceFor(text, field))
        return {choice->value, {}};
    QStringList labels;
    for (const FormChoice &choice : field.choices) {
        if (labels.size() < 8)
            labels << choice.label;
    }
    const QString all = labels.join(u", "_s);
    return wrong(Texts::tr("“%1” is none of: %2.")
                     .arg(text, labels.size() < static_cast<qsizetype>(field.choices.size()) ? all + u"…"_s : all));
}

CellValue jsonOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    Result<Json> parsed = parseJson(bytes);
    if (!parsed)
        return wrong(Texts::tr("Write it as JSON: lists as [1, 2], objects as {\"a\": 1}."));
    if (const QString rounded = roundedNumber(bytes); !rounded.isEmpty())
        return wrong(Texts::tr("“%1” would be rounded.").arg(rounded));
    return {std::move(*parsed), {}};
}

CellValue choicesOf(const QString &text, const FormField &field)
{
    if (text.startsWith(u'['))
        return jsonOf(text);
    Json list = Json::array();
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const CellValue one = choiceOf(part.trimmed(), field);
        if (!one.value)
            return one;
        list.push_back(*one.value);
    }
    return {list, {}};
}

CellValue otherValue(const QString &text, const FormField &field)
{
    if (text.startsWith(u'[') || text.startsWith(u'{'))
        return jsonOf(text);
    return field.kind == FormField::Kind::Object || field.kind == FormField::Kind::Array ? jsonOf(text)
                                                                                         : guessedValue(text);
}

} // namespace

QString FieldTarget::pointer() const
{
    QString pointer;
    for (const QString &name : path)
        pointer += u'/' % pointerToken(name);
    return pointer;
}

QList<FieldTarget> fieldTargets(const FormSchema &schema)
{
    QList<FieldTarget> targets;
    collect(targets, schema.root(), {}, {});
    return targets;
}

qsizetype targetFor(const QString &column, const QList<FieldTarget> &targets)
{
    const QString wanted = plainName(column);
    const auto only = [&targets](const auto &fits) -> qsizetype {
        const auto first = std::find_if(targets.cbegin(), targets.cend(), fits);
        if (first == targets.cend() || std::find_if(first + 1, targets.cend(), fits) != targets.cend())
            return -1;
        return first - targets.cbegin();
    };
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (plainName(targets.at(i).dotted()) == wanted)
            return i;
    }
    const qsizetype byName = only([&](const FieldTarget &each) { return plainName(each.path.constLast()) == wanted; });
    return byName >= 0 ? byName : only([&](const FieldTarget &each) { return plainName(each.field.title) == wanted; });
}

CellValue cellValue(const QString &text, const FormField &field)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    switch (field.kind) {
    case FormField::Kind::Text:
        return {Json(text.toStdString()), {}};
    case FormField::Kind::Number:
        return numberOf(trimmed, false);
    case FormField::Kind::Integer:
        return numberOf(trimmed, true);
    case FormField::Kind::Boolean:
        return booleanOf(trimmed);
    case FormField::Kind::Choice:
        return choiceOf(trimmed, field);
    case FormField::Kind::MultiChoice:
        return choicesOf(trimmed, field);
    default:
        return otherValue(trimmed, field);
    }
}

CellValue guessedValue(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    const QByteArray bytes = trimmed.toUtf8();
    if (auto parsed = parseJson(bytes); parsed && roundedNumber(bytes).isEmpty())
        return {std::move(*parsed), {}};
    return {Json(text.toStdString()), {}};
}

} // namespace podium
