// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/treeshape.h"

#include "models/workflow/treevalue.h"

namespace podium {

Json shapeOf(const TextTree &tree, int node)
{
    const TextTree::Node &read = tree.node(node);
    switch (read.kind) {
    case TextTree::Kind::Scalar:
        return read.quoted ? Json(read.text.toStdString()) : plainScalarValue(read.text);
    case TextTree::Kind::Alias:
        return Json{{"alias", tree.node(read.children.constFirst()).anchor.toStdString()}};
    case TextTree::Kind::Sequence: {
        Json items = Json::array();
        for (const int child : read.children)
            items.push_back(shapeOf(tree, child));
        return items;
    }
    case TextTree::Kind::Mapping:
        break;
    }
    Json members = Json::array();
    for (qsizetype i = 0; i + 1 < read.children.size(); i += 2) {
        const TextTree::Node &key = tree.node(read.children.at(i));
        Json name =
            key.kind == TextTree::Kind::Scalar ? Json(key.text.toStdString()) : shapeOf(tree, read.children.at(i));
        members.push_back(Json::array({std::move(name), shapeOf(tree, read.children.at(i + 1))}));
    }
    Json shape = Json::object();
    shape["members"] = std::move(members);
    return shape;
}

Json shapeOfValue(const Json &value)
{
    if (!value.is_structured())
        return value;
    Json parts = Json::array();
    for (auto part = value.begin(); part != value.end(); ++part) {
        if (value.is_array())
            parts.push_back(shapeOfValue(*part));
        else
            parts.push_back(Json::array({part.key(), shapeOfValue(*part)}));
    }
    if (value.is_array())
        return parts;
    Json shape = Json::object();
    shape["members"] = std::move(parts);
    return shape;
}

Json *shapeMembers(Json &shape)
{
    return shape.is_object() && shape.contains("members") ? &shape["members"] : nullptr;
}

Json *shapeAt(Json &shape, const DocumentPath &path)
{
    Json *at = &shape;
    for (const PathStep &step : path) {
        Json *next = nullptr;
        if (step.index >= 0) {
            if (at->is_array() && static_cast<std::size_t>(step.index) < at->size())
                next = &(*at)[static_cast<std::size_t>(step.index)];
        } else if (Json *members = shapeMembers(*at)) {
            const std::string key = step.key.toStdString();
            for (Json &member : *members) {
                if (member[0] == key)
                    next = &member[1];
            }
        }
        if (!next)
            return nullptr;
        at = next;
    }
    return at;
}

} // namespace podium
