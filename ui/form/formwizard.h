// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formsteps.h"
#include "ui/form/formcontext.h"

#include <QObject>

class QScrollArea;

namespace podium {

class FormReview;
class ObjectEditor;
class StepBar;

/// Leads through the steps of a form and to the review of it. Idle, with the widgets of a wizard hidden, while the form
/// is one page. All steps are made and filled all the time: one is shown.
class FormWizard : public QObject
{
    Q_OBJECT
public:
    FormWizard(StepBar *bar, QScrollArea *page, FormReview *review, QObject *parent);

    void setRoot(ObjectEditor *root); ///< null for a form that is no object; back to the first step
    /// False: one page, whatever the schema holds.
    void setPaged(bool paged);
    /// True: neither steps nor the page are shown.
    void setAside(bool aside);
    /// The members of the root may have changed.
    void follow();
    void setProblems(const QList<ProblemSet::Placed> &problems);

    bool hasSteps() const { return !m_steps.isEmpty(); }
    int current() const { return m_current; }
    int last() const { return static_cast<int>(m_steps.size()); } ///< the review
    bool isReviewing() const { return hasSteps() && m_current == last(); }
    void show(int step);
    /// The step that shows what `pointer` names; stays where it is where none does.
    void showStepOf(const QString &pointer);
    const FormStep *step() const; ///< the one that is shown; nullptr for the review, or without steps

Q_SIGNALS:
    void shown(); ///< another step, or there are others now

private:
    qsizetype stepOf(const QString &pointer) const;
    void update();

    StepBar *m_bar;
    QScrollArea *m_page;
    FormReview *m_review;
    ObjectEditor *m_root = nullptr;
    QList<FormStep> m_steps;
    QList<ProblemSet::Placed> m_problems;
    int m_current = 0;
    bool m_isPaged = true;
    bool m_isSetAside = false;
};

} // namespace podium
