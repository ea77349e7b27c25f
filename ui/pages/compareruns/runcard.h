// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/graph/runcomparison.h"
#include "models/items/itemtexts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace podium {

class StateBadge;

/// Head of one of two runs: its letter, what it is, how it went, and the ways to it and to another run.
class RunCard : public QWidget
{
    Q_OBJECT
public:
    explicit RunCard(RunShare which, QWidget *parent = nullptr); ///< OnlyA or OnlyB

    void setId(const QString &id); ///< before the run is read
    void setRun(const WorkflowInstance &run, const ItemTexts &texts, const QDateTime &nowUtc);
    QPushButton *link() const { return m_link; }

Q_SIGNALS:
    void openRequested();
    void changeRequested(); ///< another run in its place

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QString m_letter;
    QPushButton *m_link;
    StateBadge *m_badge;
    QLabel *m_facts;
    QLabel *m_error;
    QString m_name;
    QString m_factTexts;
    QString m_errorText;
    QToolButton *m_change;
};

} // namespace podium
