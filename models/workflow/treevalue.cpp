// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/treevalue.h"

namespace podium {

using namespace Qt::StringLiterals;

Json plainScalarValue(const QString &text)
{
    for (const char *word : {"null", "Null", "NULL", "~", ""}) {
        if (text == QLatin1StringView(word))
            return nullptr;
    }
    for (const bool truth : {true, false}) {
        if (text.compare(truth ? "true"_L1 : "false"_L1, Qt::CaseInsensitive) == 0)
            return truth;
    }
    std::string utf8 = text.toStdString();
    const char first = utf8.front();
    if (first != '-' && (first < '0' || first > '9'))
        return utf8;
    Json number = Json::parse(utf8, nullptr, false);
    return number.is_number() ? number : Json(std::move(utf8));
}

Json treeValue(const TextTree &tree, int index, const std::function<void(const std::string &)> &onNumber)
{
    const TextTree::Node &node = tree.node(tree.resolved(index));
    if (node.kind == TextTree::Kind::Scalar) {
        if (node.quoted)
            return node.text.toStdString();
        Json value = plainScalarValue(node.text);
        if (onNumber && value.is_number())
            onNumber(node.text.toStdString());
        return value;
    }
    Json made = node.kind == TextTree::Kind::Mapping ? Json::object() : Json::array();
    if (made.is_object()) {
        for (qsizetype i = 0; i + 1 < node.children.size(); i += 2)
            made[tree.node(tree.resolved(node.children.at(i))).text.toStdString()] =
                treeValue(tree, node.children.at(i + 1), onNumber);
    } else {
        for (const int child : node.children)
            made.push_back(treeValue(tree, child, onNumber));
    }
    return made;
}

} // namespace podium
