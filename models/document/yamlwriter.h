// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/document/textstyle.h"

namespace podium {

/// Text for values that are put into a document. Reading it gives the value again: plain scalars that YAML 1.1 or 1.2
/// would take for something else are quoted.
class YamlWriter
{
public:
    explicit YamlWriter(const TextStyle &style)
        : m_style(style)
    {
    }

    /// One line, or a quoted one. In the style that is asked for where the text can be written in it.
    QByteArray scalar(const Json &value, TextTree::Style wanted, bool flow) const;
    QByteArray key(const QString &name, TextTree::Style wanted, bool flow) const;
    /// In brackets, on one line; in JSON on several where `indent` (columns of the line it stands on) is not -1.
    QByteArray flow(const Json &value, int indent = -1) const;
    /// What follows a colon or a dash, beginning with a blank or a line end; without the last line end. `column` is
    /// that of the key, or of what follows the dash and its blank.
    QByteArray afterKey(const Json &value, int column, bool literals) const;
    QByteArray afterDash(const Json &value, int column, bool literals) const;
    /// A text of several lines as a literal block, its header first; empty where it cannot be written so.
    QByteArray literal(const QString &text, int column) const;

private:
    QByteArray members(const Json &object, int column, bool literals) const;
    QByteArray items(const Json &list, int column, bool literals) const;
    QByteArray lineBreak(int column) const { return m_style.lineEnd + QByteArray(column, ' '); }

    const TextStyle m_style;
};

} // namespace podium
