// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonatalexer.h"
#include "models/form/jsonatanode.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <cmath>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Node = JsonataNode;
using Pointer = JsonataNode::Pointer;
using Kind = JsonataToken::Kind;

constexpr int kMaxDepth = 60;
constexpr qsizetype kMaxLength = 20'000; ///< of an expression, in characters
constexpr int kMaxParts = 2'000;
constexpr int kUnary = 70;

QString say(const char *text)
{
    return QCoreApplication::translate("Jsonata", text);
}

Pointer make(Node::Kind kind, const QString &text = {})
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->text = text;
    return node;
}

/// How tightly an operator binds, as in the reference implementation of the language.
int strength(const JsonataToken &token)
{
    static const QHash<QString, int> signs{
        {u"."_s, 75},  {u"["_s, 80},  {u"{"_s, 70},  {u"("_s, 80},  {u"*"_s, 60},  {u"/"_s, 60},
        {u"%"_s, 60},  {u"+"_s, 50},  {u"-"_s, 50},  {u"&"_s, 50},  {u"="_s, 40},  {u"<"_s, 40},
        {u">"_s, 40},  {u"!="_s, 40}, {u"<="_s, 40}, {u">="_s, 40}, {u"~>"_s, 40}, {u"?:"_s, 40},
        {u"??"_s, 40}, {u"?"_s, 20},  {u":="_s, 10}, {u"^"_s, 40},  {u"@"_s, 80},  {u"#"_s, 80},
    };
    static const QHash<QString, int> words{{u"in"_s, 40}, {u"and"_s, 30}, {u"or"_s, 25}};
    if (token.kind == Kind::Sign)
        return signs.value(token.text);
    return token.kind == Kind::Name && !token.isQuoted ? words.value(token.text) : 0;
}

class Parser
{
public:
    explicit Parser(const QString &text)
        : m_lexer(text)
    {
        advance(true);
    }

    JsonataParse parse()
    {
        JsonataParse result;
        Pointer root = expression(0);
        if (m_problem.isEmpty() && m_token.kind != Kind::End)
            unexpected();
        checkFunctions();
        result.names = m_names;
        result.problem = m_problem;
        if (m_problem.isEmpty())
            result.root = std::move(root);
        return result;
    }

private:
    void advance(bool operandFollows)
    {
        m_token = m_lexer.next(operandFollows);
        if (m_token.kind == Kind::Problem)
            fail(m_token.text);
    }
    bool isSign(const char *sign) const
    {
        return m_token.kind == Kind::Sign && m_token.text == QLatin1StringView(sign);
    }
    void expect(const char *sign, bool operandFollows)
    {
        if (!isSign(sign))
            return unexpected();
        advance(operandFollows);
    }
    /// The first problem counts; from then on there is nothing left to read.
    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
        m_token = {};
    }
    void unsupported(const QString &what) { fail(say("“%1” is not supported").arg(what)); }
    void unexpected()
    {
        if (m_token.kind == Kind::End)
            return fail(say("the expression ends too early"));
        fail(say("“%1” was not expected at character %2").arg(m_token.text).arg(m_token.position + 1));
    }

    Pointer expression(int binding);
    Pointer operand();
    Pointer wordOrFunction(const JsonataToken &token);
    Pointer sign(const JsonataToken &token);
    Pointer lambda();
    Pointer list(Node::Kind kind, const char *separator, const char *end);
    Pointer object();
    Pointer infix(Pointer left, const JsonataToken &token);
    Pointer step(Pointer left);
    Pointer filter(Pointer left);
    Pointer condition(Pointer test);
    Pointer call(Pointer callee);
    Pointer bind(const Pointer &left);
    void checkFunctions();

    JsonataLexer m_lexer;
    JsonataToken m_token;
    QString m_problem;
    QStringList m_names;
    QStringList m_called;
    QSet<QString> m_bound;
    int m_depth = 0;
    int m_parts = 0;
};

Pointer Parser::expression(int binding)
{
    if (++m_depth > kMaxDepth)
        fail(say("the expression is nested too deeply"));
    Pointer left = operand();
    while (m_problem.isEmpty() && binding < strength(m_token)) {
        if (++m_parts > kMaxParts)
            fail(say("the expression is too long"));
        const JsonataToken token = m_token;
        advance(true);
        left = infix(std::move(left), token);
    }
    --m_depth;
    return left;
}

Pointer Parser::operand()
{
    const JsonataToken token = m_token;
    if (!m_problem.isEmpty() || token.kind == Kind::End) {
        unexpected();
        return make(Node::Kind::Literal);
    }
    if (token.kind == Kind::Sign)
        return sign(token);
    advance(false);
    Pointer node;
    switch (token.kind) {
    case Kind::Text:
        node = make(Node::Kind::Literal);
        node->literal = token.text.toStdString();
        return node;
    case Kind::Number:
        node = make(Node::Kind::Literal);
        if (token.number == std::floor(token.number) && std::abs(token.number) < 1e15)
            node->literal = static_cast<qint64>(token.number);
        else
            node->literal = token.number;
        return node;
    case Kind::Variable:
        return make(Node::Kind::Variable, token.text);
    default:
        return wordOrFunction(token);
    }
}

Pointer Parser::wordOrFunction(const JsonataToken &token)
{
    Pointer node = make(Node::Kind::Literal);
    if (!token.isQuoted && (token.text == "true"_L1 || token.text == "false"_L1)) {
        node->literal = token.text == "true"_L1;
        return node;
    }
    if (!token.isQuoted && token.text == "null"_L1) {
        node->literal = nullptr;
        return node;
    }
    if (!token.isQuoted && (token.text == "function"_L1 || token.text == u"λ"_s) && isSign("("))
        return lambda();
    m_names << token.text;
    return make(Node::Kind::Name, token.text);
}

Pointer Parser::sign(const JsonataToken &token)
{
    advance(true);
    if (token.text == "("_L1)
        return list(Node::Kind::Block, ";", ")");
    if (token.text == "["_L1)
        return list(Node::Kind::Array, ",", "]");
    if (token.text == "{"_L1)
        return object();
    if (token.text == "-"_L1) {
        Pointer node = make(Node::Kind::Negate);
        node->children.push_back(expression(kUnary));
        return node;
    }
    if (token.text == "*"_L1)
        return make(Node::Kind::Wildcard);
    if (token.text == "**"_L1 || token.text == "%"_L1 || token.text == "|"_L1)
        unsupported(token.text);
    else
        fail(say("“%1” was not expected at character %2").arg(token.text).arg(token.position + 1));
    return make(Node::Kind::Literal);
}

Pointer Parser::lambda()
{
    Pointer node = make(Node::Kind::Lambda);
    expect("(", true);
    while (m_problem.isEmpty() && !isSign(")")) {
        if (m_token.kind != Kind::Variable) {
            unexpected();
            break;
        }
        node->names << m_token.text;
        m_bound.insert(m_token.text);
        advance(false);
        if (!isSign(")"))
            expect(",", true);
    }
    expect(")", false);
    if (isSign("<"))
        unsupported(u"function()<…>"_s);
    expect("{", true);
    node->children.push_back(expression(0));
    expect("}", false);
    return node;
}

Pointer Parser::list(Node::Kind kind, const char *separator, const char *end)
{
    Pointer node = make(kind);
    while (m_problem.isEmpty() && !isSign(end)) {
        node->children.push_back(expression(0));
        if (isSign(".."))
            unsupported(u".."_s);
        if (!isSign(end))
            expect(separator, true);
    }
    expect(end, false);
    return node;
}

Pointer Parser::object()
{
    Pointer node = make(Node::Kind::Object);
    while (m_problem.isEmpty() && !isSign("}")) {
        node->children.push_back(expression(0));
        expect(":", true);
        node->children.push_back(expression(0));
        if (!isSign("}"))
            expect(",", true);
    }
    expect("}", false);
    return node;
}

Pointer Parser::infix(Pointer left, const JsonataToken &token)
{
    if (token.text == "."_L1)
        return step(std::move(left));
    if (token.text == "["_L1)
        return filter(std::move(left));
    if (token.text == "("_L1)
        return call(std::move(left));
    if (token.text == "?"_L1)
        return condition(std::move(left));
    if (token.text == ":="_L1)
        return bind(left);
    static const QSet<QString> others{u"^"_s, u"@"_s, u"#"_s, u"{"_s, u"~>"_s};
    if (others.contains(token.text)) {
        unsupported(token.text);
        return left;
    }
    Pointer node = make(Node::Kind::Binary, token.text);
    node->children.push_back(std::move(left));
    node->children.push_back(expression(strength(token)));
    return node;
}

Pointer Parser::step(Pointer left)
{
    Pointer right = expression(strength({Kind::Sign, u"."_s, 0, 0, false}));
    if (right->kind == Node::Kind::Literal && right->literal.is_string()) {
        right->kind = Node::Kind::Name;
        right->text = toQString(right->literal);
        m_names << right->text;
    }
    if (left->kind != Node::Kind::Path) {
        Pointer path = make(Node::Kind::Path);
        path->children.push_back(std::move(left));
        left = std::move(path);
    }
    left->keepsArray = left->keepsArray || right->keepsArray;
    left->children.push_back(std::move(right));
    return left;
}

/// `a.b[0]` looks into each b; `(a.b)[0]` into all of them.
Pointer Parser::filter(Pointer left)
{
    Node *owner = left->kind == Node::Kind::Path ? left->children.back().get() : left.get();
    if (isSign("]")) {
        left->keepsArray = true;
        advance(false);
        return left;
    }
    owner->filters.push_back(expression(0));
    expect("]", false);
    return left;
}

Pointer Parser::condition(Pointer test)
{
    Pointer node = make(Node::Kind::Condition);
    node->children.push_back(std::move(test));
    node->children.push_back(expression(0));
    if (isSign(":")) {
        advance(true);
        node->children.push_back(expression(0));
    }
    return node;
}

Pointer Parser::call(Pointer callee)
{
    Pointer node = list(Node::Kind::Call, ",", ")");
    if (callee->kind == Node::Kind::Variable)
        m_called << callee->text;
    else if (callee->kind == Node::Kind::Name)
        fail(say("“%1” is no function: their names start with $").arg(callee->text));
    node->children.insert(node->children.begin(), std::move(callee));
    return node;
}

Pointer Parser::bind(const Pointer &left)
{
    if (left->kind != Node::Kind::Variable || left->text.isEmpty() || left->text == "$"_L1)
        fail(say("“:=” needs a variable on its left"));
    Pointer node = make(Node::Kind::Bind, left->text);
    m_bound.insert(left->text);
    node->children.push_back(expression(strength({Kind::Sign, u":="_s, 0, 0, false}) - 1));
    return node;
}

void Parser::checkFunctions()
{
    for (const QString &name : std::as_const(m_called)) {
        if (m_problem.isEmpty() && !m_bound.contains(name) && !hasJsonataFunction(name))
            m_problem = say("the function $%1 is not supported").arg(name);
    }
}

} // namespace

JsonataParse parseJsonata(const QString &text)
{
    if (text.size() > kMaxLength)
        return {nullptr, {}, say("the expression is too long")};
    return Parser(text).parse();
}

} // namespace podium
