// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <functional>

namespace podium {

/// What libjq said of expressions before, so that an editor does not ask again. Any thread.
class JqVerdicts
{
public:
    static constexpr qsizetype kMost = 20'000;

    /// False where it is not known.
    bool find(const QString &expression, QString &verdict) const;
    void keep(const QString &expression, const QString &verdict);

private:
    mutable QMutex m_mutex;
    QHash<QString, QString> m_known;
};

/// Whether libjq can compile each of some expressions: for each what it says against it, in its words, or "". They know
/// the variables that SonataFlow gives to expressions: $WORKFLOW, $SECRET, $CONST. Nothing is evaluated.
///
/// In the process that evaluates (see runJq()), all in one start of it: libjq's parser recurses without a limit and
/// aborts where memory is short, and the text comes from anywhere. Blocks, some 50 ms where all are right: for workers.
Result<QStringList> checkJq(const QString &worker, const QStringList &expressions, JqVerdicts &known,
                            const std::function<bool()> &cancelled = {});

/// What the worker wrote: the verdicts that came, up to `most`, and whether that is the end. Any bytes, any thread.
std::pair<QStringList, bool> decodeJqVerdicts(QByteArrayView answer, qsizetype most);

} // namespace podium
