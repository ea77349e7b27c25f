// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formwizard.h"

#include "ui/form/fieldrow.h"
#include "ui/form/formreview.h"
#include "ui/form/objecteditor.h"
#include "ui/form/stepbar.h"

#include <QScrollArea>
#include <QScrollBar>

namespace podium {

using namespace Qt::StringLiterals;

FormWizard::FormWizard(StepBar *bar, QScrollArea *page, FormReview *review, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_page(page)
    , m_review(review)
{
    m_bar->hide();
    m_review->hide();
    connect(m_bar, &StepBar::stepAsked, this, &FormWizard::show);
}

void FormWizard::setRoot(ObjectEditor *root)
{
    m_root = root;
    m_steps.clear();
    m_problems.clear();
    m_current = 0;
    follow();
    update();
    Q_EMIT shown();
}

void FormWizard::setAside(bool aside)
{
    m_isSetAside = aside;
    follow();
    update();
}

void FormWizard::setPaged(bool paged)
{
    m_isPaged = paged;
    follow();
}

void FormWizard::follow()
{
    const QList<FormStep> steps =
        m_root && m_isPaged && !m_isSetAside ? formSteps(m_root->shownMembers()) : QList<FormStep>();
    if (steps == m_steps)
        return;
    // What was shown stays in front, also when steps before it come or go.
    const FormStep *before = step();
    const QString kept = before ? before->keys.value(0) : QString();
    const bool wasReview = isReviewing();
    m_steps = steps;
    if (wasReview)
        m_current = last();
    else if (const qsizetype found = stepOf(u'/' + pointerToken(kept)); !kept.isEmpty() && found >= 0)
        m_current = static_cast<int>(found);
    m_current = qMin(m_current, last());
    update();
    Q_EMIT shown();
}

void FormWizard::setProblems(const QList<ProblemSet::Placed> &problems)
{
    m_problems = problems;
    QList<StepBar::Step> steps;
    for (const FormStep &each : std::as_const(m_steps))
        steps << StepBar::Step{each.title};
    for (const auto &[row, error] : problems) {
        const qsizetype step = stepOf(error.pointer);
        if (step >= 0)
            ++(row && row->isTouched() ? steps[step].wrong : steps[step].open);
    }
    if (hasSteps())
        steps << StepBar::Step{.title = tr("Review"), .isReview = true};
    m_bar->setSteps(steps);
    m_bar->setCurrent(m_current);
}

qsizetype FormWizard::stepOf(const QString &pointer) const
{
    QString key = pointer.section(u'/', 1, 1);
    key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (!pointer.isEmpty() && m_steps.at(i).keys.contains(key))
            return i;
    }
    return -1;
}

const FormStep *FormWizard::step() const
{
    return m_current < m_steps.size() ? &m_steps.at(m_current) : nullptr;
}

void FormWizard::show(int step)
{
    if (!hasSteps() || step < 0 || step > last() || step == m_current)
        return;
    m_current = step;
    update();
    m_page->verticalScrollBar()->setValue(0);
    Q_EMIT shown();
}

void FormWizard::showStepOf(const QString &pointer)
{
    if (const qsizetype step = stepOf(pointer); step >= 0)
        show(static_cast<int>(step));
}

void FormWizard::update()
{
    setProblems(m_problems);
    m_bar->setVisible(hasSteps());
    m_page->setVisible(!isReviewing() && !m_isSetAside);
    m_review->setVisible(isReviewing());
    const FormStep *one = step();
    if (m_root && !isReviewing())
        m_root->showOnly(one ? std::optional(one->keys) : std::nullopt);
}

} // namespace podium
