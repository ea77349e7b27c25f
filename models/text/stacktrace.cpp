// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/stacktrace.h"

#include <QRegularExpression>
#include <QStringList>

namespace podium {

using namespace Qt::StringLiterals;

FoldedStack foldStack(const QString &text)
{
    static const QRegularExpression frame(u"^\\s*(?:at [\\w.$/@<> -]+\\([^()]*\\)|\\.\\.\\. (\\d+) "
                                          "(?:more|common frames omitted))"_s);
    FoldedStack folded;
    QStringList kept;
    for (const QString &line : text.split(u'\n')) {
        const auto match = frame.match(line.left(1000));
        if (!match.hasMatch())
            kept << line;
        else
            folded.frames += match.captured(1).isEmpty() ? 1 : 0; // what is left out was counted before
    }
    while (!kept.isEmpty() && kept.constLast().trimmed().isEmpty())
        kept.removeLast();
    folded.message = folded.frames > 0 ? kept.join(u'\n') : text;
    return folded;
}

} // namespace podium
