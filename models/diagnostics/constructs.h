// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace podium {

/// What a construct of Serverless Workflow 0.8 may hold, after
/// https://github.com/serverlessworkflow/specification/blob/v0.8.0/specification.md
struct Construct
{
    /// Of a member: alternatives such as "text|[string]+|start". Words: string, text (not empty), bool, number, object,
    /// any, strings (an object of texts); [x] a list, [x]+ one that is not empty; =a,b one of some words; the name of
    /// a construct.
    struct Member
    {
        QString name;
        QStringList types;
        bool required = false;
    };

    QString name;
    bool open = false; ///< other members are allowed
    QList<Member> members;
    QList<QStringList> oneOf; ///< groups of which exactly one member is present

    const Member *member(const QString &memberName) const;
};

/// nullptr where the specification has none of that name.
const Construct *construct(const QString &name);

} // namespace podium
