// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// Ways to a field, and from step to step.
#include "ui/form/activeform.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formreview.h"
#include "ui/form/formview_p.h"
#include "ui/form/formwizard.h"
#include "ui/form/objecteditor.h"
#include "ui/form/problembar.h"
#include "ui/widgets/messagepanel.h"

#include <QScrollArea>
#include <QTreeWidget>

namespace podium {

using namespace Qt::StringLiterals;

void FormView::focusField(const QString &pointer)
{
    if (d->large)
        return d->aside->focusAction();
    if (pointer.isEmpty() && !d->root) {
        FieldRow *wished = nullptr;
        d->editor->forEachRow([&wished](FieldRow *row) {
            if (!wished && row->field().autofocus && !row->isHidden())
                wished = row;
        });
        return wished ? d->reveal(wished) : d->goTo(0);
    }
    d->afterBuilding([this, pointer] {
        if (FieldRow *nearest = d->nearestRow(pointer))
            d->reveal(nearest);
    });
}

/// The row of a part of the input, or of what it is in.
FieldRow *FormView::Private::nearestRow(const QString &pointer)
{
    FieldRow *nearest = nullptr;
    const auto look = [&nearest, &pointer](FieldRow *row) {
        const QString here = row->pointer();
        const bool isOnTheWay = here == pointer || pointer.startsWith(QString(here + u'/'));
        if (isOnTheWay && (!nearest || here.size() >= nearest->pointer().size()))
            nearest = row;
    };
    if (root)
        look(root);
    editor->forEachRow(look);
    return nearest;
}

void FormView::markField(const QString &pointer)
{
    FieldRow *row = pointer.isEmpty() || d->large ? nullptr : d->nearestRow(pointer);
    if (d->marked && d->marked != row)
        d->marked->setMarked(false);
    d->marked = row;
    if (!row)
        return;
    row->setMarked(true);
    if (d->wizard->isReviewing())
        return;
    d->wizard->showStepOf(row->pointer());
    d->scroll->ensureWidgetVisible(row, 0, kFocusMargin);
}

void FormView::setPaged(bool paged)
{
    d->wizard->setPaged(paged);
}

void FormView::Private::reveal(FieldRow *row)
{
    wizard->showStepOf(row->pointer());
    scroll->ensureWidgetVisible(row, 0, kFocusMargin);
    row->giveFocus();
}

/// Whoever goes on has seen the step: what is wrong in it shows.
void FormView::Private::touchStep()
{
    const FormStep *step = wizard->step();
    if (!step)
        return;
    editor->forEachRow([step](FieldRow *row) {
        QString key = row->pointer().section(u'/', 1, 1);
        key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (step->keys.contains(key))
            row->setTouched(true);
    });
    bar->setProblems(placed);
    wizard->setProblems(placed);
}

void FormView::Private::goTo(int step)
{
    if (step != wizard->current())
        touchStep();
    wizard->show(step);
    const FormStep *shown = wizard->step();
    QWidget *first = wizard->isReviewing() ? static_cast<QWidget *>(review->tree()) : nullptr;
    if (!first && shown)
        first = rootObject()->focusTargetOf(shown->keys);
    if (!first)
        first = editor->focusTarget();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void FormView::Private::showReview()
{
    QHash<QString, FormReview::Known> known;
    editor->forEachRow([&known](const FieldRow *row) {
        if (!row->pointer().isEmpty())
            known.insert(row->pointer(), {row->field().title, row->isHidden()});
    });
    review->setContent(view->value(), document, known, view->problems());
}

bool FormView::hasSteps() const
{
    return d->wizard->hasSteps();
}

bool FormView::isReviewing() const
{
    return d->wizard->isReviewing();
}

bool FormView::isFirstStep() const
{
    return d->wizard->current() == 0;
}

void FormView::goNext()
{
    if (!hasSteps() || isReviewing())
        return;
    if (d->active)
        d->active->validate({});
    d->goTo(d->wizard->current() + 1);
}

void FormView::goBack()
{
    if (!isFirstStep())
        d->goTo(d->wizard->current() - 1);
}

void FormView::goToReview()
{
    if (!hasSteps())
        return;
    check([](const QList<FieldError> &) {}); // every message shows
    d->goTo(d->wizard->last());
}

} // namespace podium
