// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"
#include "models/diagnostics/constructs.h"
#include "models/workflow/treevalue.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::SpecificationRules)
};

/// The parts of a definition that the specification describes, each with its construct.
class SpecificationWalk
{
public:
    using Visit = std::function<void(const TextPlace &, const Construct &)>;
    using Mismatch = std::function<void(const TextPlace &, const Construct::Member &)>;

    SpecificationWalk(Check &check, Visit visit, Mismatch mismatch = {})
        : m_check(check)
        , m_visit(std::move(visit))
        , m_mismatch(std::move(mismatch))
    {
    }

    void run() { object(m_check.flow, *construct(u"workflow"_s)); }

private:
    void object(const TextPlace &place, const Construct &expected)
    {
        if (m_check.cancelled())
            return;
        m_visit(place, expected);
        for (const auto &[key, value] : place.members()) {
            if (const Construct::Member *member = expected.member(key.string()))
                inside(value, *member);
        }
    }

    void inside(const TextPlace &value, const Construct::Member &member)
    {
        for (const QString &type : member.types) {
            if (!fits(value, type))
                continue;
            descend(value, type);
            return;
        }
        if (m_mismatch)
            m_mismatch(value, member);
    }

    void descend(const TextPlace &value, const QString &type)
    {
        if (type.startsWith(u'[')) {
            const QString inner = type.mid(1, type.lastIndexOf(u']') - 1);
            const Construct::Member item{u"item"_s, {inner}, false};
            for (const TextPlace &each : value.items())
                inside(each, item);
        } else if (type == "state"_L1) {
            const QString word = value["type"_L1].string();
            const Construct *kind = construct(word == "event"_L1 ? u"event_"_s : word);
            const bool isState = kind && kind->member(u"stateDataFilter"_s);
            object(value, isState ? *kind : *construct(u"state"_s));
        } else if (const Construct *expected = construct(type)) {
            object(value, *expected);
        }
    }

    static Json scalar(const TextPlace &value, const TextTree &tree)
    {
        return value.isScalar() ? treeValue(tree, value.index()) : Json();
    }

    bool fits(const TextPlace &value, const QString &type) const
    {
        if (type == "any"_L1)
            return true;
        if (type.startsWith(u'['))
            return value.isSequence() && !(type.endsWith(u'+') && value.items().isEmpty());
        if (type == "strings"_L1) {
            const auto members = value.members();
            return value.isMapping() && std::all_of(members.cbegin(), members.cend(), [this](const auto &member) {
                       return scalar(member.second, m_check.tree).is_string();
                   });
        }
        if (type == "object"_L1 || construct(type))
            return value.isMapping();
        const Json word = scalar(value, m_check.tree);
        if (type == "string"_L1)
            return word.is_string();
        if (type == "text"_L1)
            return word.is_string() && !toQString(word).isEmpty();
        if (type == "bool"_L1)
            return word.is_boolean();
        if (type == "number"_L1)
            return word.is_number();
        return word.is_string() && type.mid(1).split(u',').contains(toQString(word));
    }

    Check &m_check;
    Visit m_visit;
    Mismatch m_mismatch;
};

QString nameOf(const QString &constructName)
{
    return constructName == "event_"_L1 ? u"event"_s : constructName;
}

void requiredMembers(Check &check)
{
    const auto visit = [&check](const TextPlace &place, const Construct &expected) {
        for (const Construct::Member &member : expected.members) {
            if (!member.required || place.has(QLatin1StringView(member.name.toLatin1())))
                continue;
            // A resource carries its head elsewhere.
            if (check.isResource && member.name == "specVersion"_L1)
                continue;
            Diagnostic &found = check.report(Texts::tr("“%1” is missing.").arg(member.name), place);
            if (member.name == "specVersion"_L1) {
                found.fixes.append({Texts::tr("Add specVersion"), [path = check.path(place)](const TextTree &tree) {
                                        return StructureEditor(tree).insertMember(path, u"specVersion"_s, "0.8", 0);
                                    }});
            }
        }
        const bool consumed = expected.name == "event"_L1 && place["kind"_L1].string() != "produced"_L1;
        if (consumed && !place.has("source"_L1))
            check.report(Texts::tr("“source” is missing: an event that is consumed has one."), place);
    };
    SpecificationWalk(check, visit).run();
}

void unknownMembers(Check &check)
{
    const auto visit = [&check](const TextPlace &place, const Construct &expected) {
        if (expected.open || expected.name == "state"_L1) // a state of an unknown type may hold anything
            return;
        for (const auto &[key, value] : place.members()) {
            if (!expected.member(key.string())) {
                check.report(
                    Texts::tr("The specification knows no “%1” here (%2).").arg(key.string(), nameOf(expected.name)),
                    key);
            }
        }
    };
    SpecificationWalk(check, visit).run();
}

QString inWords(const QStringList &types)
{
    QStringList words;
    for (const QString &type : types) {
        if (type.startsWith(u'='))
            words += type.mid(1).split(u',');
        else if (type.startsWith(u'['))
            words += type.endsWith(u'+') ? Texts::tr("a list that is not empty") : Texts::tr("a list");
        else if (type == "string"_L1 || type == "text"_L1)
            words += type == "text"_L1 ? Texts::tr("a text that is not empty") : Texts::tr("a text");
        else if (type == "bool"_L1)
            words += Texts::tr("true or false");
        else if (type == "number"_L1)
            words += Texts::tr("a number");
        else
            words += type == "strings"_L1 ? Texts::tr("an object of texts") : Texts::tr("an object");
    }
    words.removeDuplicates();
    return words.join(Texts::tr(" or "));
}

void memberTypes(Check &check)
{
    const auto mismatch = [&check](const TextPlace &value, const Construct::Member &member) {
        const bool item = member.name == "item"_L1;
        const QString what = inWords(member.types);
        Diagnostic &found = check.report(item ? Texts::tr("This should be %1.").arg(what)
                                              : Texts::tr("“%1” should be %2.").arg(member.name, what),
                                         value);
        const QString word = value.string().trimmed().toLower();
        if (member.types.contains(u"bool"_s) && (word == "true"_L1 || word == "false"_L1)) {
            const Json truth = word == "true"_L1;
            found.fixes.append(
                {Texts::tr("Write it without quotes"), [path = check.path(value), truth](const TextTree &tree) {
                     return StructureEditor(tree).set(path, truth);
                 }});
        } else if (value.isScalar() && (member.types.contains(u"text"_s) || member.types.contains(u"string"_s)) &&
                   !value.string().isEmpty()) {
            found.fixes.append({Texts::tr("Write it in quotes"),
                                [path = check.path(value), text = value.string()](const TextTree &tree) {
                                    return StructureEditor(tree).set(path, text.toStdString());
                                }});
        }
    };
    SpecificationWalk(
        check, [](const TextPlace &, const Construct &) {}, mismatch)
        .run();
}

void choices(Check &check)
{
    const auto visit = [&check](const TextPlace &place, const Construct &expected) {
        for (const QStringList &group : expected.oneOf) {
            if (check.isResource && group.contains(u"id"_s))
                continue;
            const auto present = std::count_if(group.cbegin(), group.cend(), [&place](const QString &name) {
                return place.has(QLatin1StringView(name.toLatin1()));
            });
            if (present != 1) {
                check.report(present == 0 ? Texts::tr("One of these must be there: %1.").arg(group.join(u", "_s))
                                          : Texts::tr("Only one of these may be there: %1.").arg(group.join(u", "_s)),
                             place);
            }
        }
        const bool state = expected.member(u"stateDataFilter"_s) && expected.member(u"transition"_s);
        const TextPlace use = place["usedForCompensation"_L1];
        const bool compensation = use.isScalar() && treeValue(check.tree, use.index()) == true;
        if (state && !compensation && place.has("transition"_L1) == place.has("end"_L1)) {
            check.report(place.has("end"_L1) ? Texts::tr("A state has either a transition or an end, not both.")
                                             : Texts::tr("A state has a transition or an end: this one has neither."),
                         place);
        }
    };
    SpecificationWalk(check, visit).run();
}

void stateTypes(Check &check)
{
    check.takeProblems("state-type"_L1);
}

void repeatedKeys(Check &check)
{
    for (int node = 0; node < check.tree.size() && !check.cancelled(); ++node) {
        const TextTree::Node &read = check.tree.node(node);
        if (read.kind != TextTree::Kind::Mapping)
            continue;
        QSet<QString> seen;
        for (qsizetype i = 0; i + 1 < read.children.size(); i += 2) {
            const TextTree::Node &key = check.tree.node(read.children.at(i));
            if (key.kind == TextTree::Kind::Scalar && seen.contains(key.text))
                check.report(Texts::tr("“%1” is here more than once: the last one counts.").arg(key.text), key.span);
            seen.insert(key.text);
        }
    }
}

} // namespace

QList<Rule> specificationRules()
{
    return {
        {"spec-required", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Members that must be there"),
         requiredMembers},
        {"spec-member", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Members that the specification knows"),
         unknownMembers},
        {"spec-type", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Kinds and words of values"), memberTypes},
        {"spec-choice", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Members of which one may be there"),
         choices},
        {"state-type", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Known types of states"), stateTypes},
        {"repeated-key", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Keys that are written once"),
         repeatedKeys},
    };
}

} // namespace podium
