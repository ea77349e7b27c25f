// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/text/textdiff.h"
#include "ui/graph/differencelist.h"

#include <QObject>

#include <array>

namespace podium {

/// A definition to be compared.
struct ComparedText
{
    QString name; ///< for messages: "1.2"
    QByteArray text;
};

/// Compares two definitions, as graphs and as texts at the same time, on workers. A new comparison stops the one under
/// way, and nothing of it arrives any more.
class TextComparison : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~TextComparison() override { stop(); }

    void start(const ComparedText &older, const ComparedText &newer);
    void stop();

Q_SIGNALS:
    void graphReady(const podium::SharedComparison &graph);
    /// One of them is no workflow. Their texts are compared all the same.
    void graphFailed(const podium::Error &error);
    void textReady(const podium::SharedTextDifference &text);

private:
    std::shared_ptr<std::atomic_bool> m_stop;
    Pending m_graph;
    Pending m_text;
};

/// "2 states added, 1 removed, 3 changed · 1 transition added", translated.
QString summaryOf(const DifferenceCounts &counts);
/// "3 lines removed, 5 added", translated.
QString summaryOf(const TextDifference &text);

} // namespace podium
