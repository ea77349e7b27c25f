// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formcontext.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace podium {

/// One line under the form that always stands there: how much is still to be filled in, or what is wrong, and the way
/// to each such field.
class ProblemBar : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemBar(QWidget *parent);

    void setProblems(const QList<ProblemSet::Placed> &problems);
    QString text() const;

Q_SIGNALS:
    void rowAsked(podium::FieldRow *row);

private:
    void showMenu();
    void showNext();

    QList<ProblemSet::Placed> m_problems;
    qsizetype m_last = -1;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_all;
    QPushButton *m_next;
};

} // namespace podium
