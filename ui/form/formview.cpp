// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formview.h"

#include "ui/form/activeform.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formchecker.h"
#include "ui/form/formreview.h"
#include "ui/form/formview_p.h"
#include "ui/form/formwizard.h"
#include "ui/form/objecteditor.h"
#include "ui/form/problembar.h"
#include "ui/form/stepbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>
#include <QTimer>
#include <QTreeWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFocusMargin = 60;
} // namespace

FormView::FormView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->view = this;
    d->context.edited = [this](FieldRow *row) { d->edited(row); };
    d->context.restructured = [this] { d->update->start(); };
    d->note = new Banner(this);
    d->steps = new StepBar(this);
    d->scroll = new QScrollArea(this);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setAccessibleName(tr("Form"));
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->review = new FormReview(this);
    d->bar = new ProblemBar(this);
    d->wizard = new FormWizard(d->steps, d->scroll, d->review, this);
    d->checker = new FormChecker(this);
    d->update = new QTimer(this);
    d->update->setSingleShot(true);
    d->update->setInterval(0);
    d->building = new QTimer(this);
    d->building->setInterval(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(d->note);
    column->addWidget(d->steps);
    column->addWidget(d->scroll, 1);
    column->addWidget(d->review, 1);
    column->addWidget(d->bar);
    connect(d->update, &QTimer::timeout, this, [this] { d->changed(); });
    connect(d->building, &QTimer::timeout, this, [this] { d->buildMore(); });
    connect(d->bar, &ProblemBar::rowAsked, this, [this](FieldRow *row) {
        row->setTouched(true);
        d->reveal(row);
    });
    connect(d->review, &FormReview::pointerAsked, this, &FormView::focusField);
    connect(d->wizard, &FormWizard::shown, this, [this] {
        if (d->wizard->isReviewing())
            d->showReview();
        Q_EMIT stepShown();
    });
    connect(d->checker, &FormChecker::checked, this, [this](const QList<FieldError> &errors) {
        d->schemaErrors = errors;
        d->place();
        if (const auto done = std::exchange(d->done, nullptr))
            done(problems());
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *left, QWidget *entered) { d->touch(left, entered); });
    setSchema(nullptr);
}

FormView::~FormView()
{
    // The editors use the context until they are gone.
    disconnect(qApp, nullptr, this, nullptr);
    delete d->page;
}

void FormView::setSchema(const SharedJson &schema)
{
    d->updating.cancel();
    d->waitingParts.clear();
    if (d->active)
        d->active->reset();
    d->show(schema);
}

void FormView::Private::show(const SharedJson &schema)
{
    rebuild();
    document = schema;
    context.schema = FormSchema(schema);
    checker->setSchema(schema);
    schemaErrors.clear();
    serverErrors.clear();
    showAll = false;
    done = nullptr;
    context.startTurn(kRowsInTurn);
    buildPage();
    context.endTurns();
    if (!context.unfinished.isEmpty())
        building->start();
    editor->setValue(initialValue(context.schema, context.schema.root()));
    editor->followConditions();
    const QStringList notes = context.schema.problems();
    if (notes.isEmpty())
        note->clear();
    else
        note->setMessage(Tone::Warning, notes.join(u' '));
    update->start();
}

void FormView::setValue(const Json &value)
{
    if (sameValue(this->value(), value))
        return;
    d->serverErrors.clear();
    d->editor->setValue(value);
    d->update->start();
}

Json FormView::value() const
{
    return d->editor->value().value_or(Json::object());
}

void FormView::Private::edited(FieldRow *row)
{
    const QString pointer = row->pointer();
    serverErrors.removeIf([&pointer](const FieldError &error) {
        return error.pointer.isEmpty() || error.pointer == pointer || error.pointer.startsWith(QString(pointer + u'/'));
    });
    update->start();
}

void FormView::Private::changed()
{
    editor->followConditions();
    wizard->follow();
    update->stop(); // what the conditions changed is part of this round
    check();
    if (active)
        active->follow();
    Q_EMIT view->valueChanged();
}

void FormView::Private::check()
{
    done = nullptr;
    checker->check(view->value());
}

void FormView::Private::place()
{
    ProblemSet problems(schemaErrors + serverErrors);
    const auto touchAll = [this](FieldRow *row) {
        if (showAll)
            row->setTouched(true);
    };
    if (root) {
        touchAll(root);
        editor->forEachRow(touchAll);
        root->place(problems, {});
    } else {
        editor->forEachRow(touchAll);
        const QStringList own = problems.takeAt({});
        editor->placeProblems(problems, {});
        for (const QString &message : own + problems.takeInside({}))
            problems.placed.append({nullptr, {{}, message}});
    }
    placed = problems.placed;
    isPlaced = true;
    bar->setProblems(placed);
    wizard->setProblems(placed);
    if (wizard->isReviewing())
        showReview();
    Q_EMIT view->problemsChanged();
}

/// A field that was left may show its message; so may the groups around it that were left too.
void FormView::Private::touch(QWidget *left, QWidget *entered)
{
    if (!left || !entered || !page || !page->isAncestorOf(left))
        return;
    bool isTouched = false;
    for (QWidget *widget = left; widget && widget != page; widget = widget->parentWidget()) {
        auto *row = qobject_cast<FieldRow *>(widget);
        if (!row || row->isAncestorOf(entered) || row == entered)
            continue;
        isTouched = isTouched || !row->isTouched();
        row->setTouched(true);
    }
    if (isTouched) {
        bar->setProblems(placed);
        wizard->setProblems(placed);
    }
    if (page->isAncestorOf(entered))
        scroll->ensureWidgetVisible(entered, 0, kFocusMargin);
}

void FormView::setErrors(const QList<FieldError> &errors)
{
    d->finishBuilding();
    d->serverErrors = errors;
    d->showAll = true;
    d->place();
    for (const auto &[row, error] : std::as_const(d->placed)) {
        if (row && errors.contains(error)) {
            focusField(error.pointer);
            break;
        }
    }
}

QList<FieldError> FormView::problems() const
{
    QList<FieldError> errors;
    for (const auto &[row, error] : std::as_const(d->placed))
        errors << error;
    return errors;
}

void FormView::check(std::function<void(const QList<FieldError> &)> done)
{
    d->finishBuilding();
    d->showAll = true;
    if (d->update->isActive()) {
        d->editor->followConditions();
        d->update->stop();
        Q_EMIT valueChanged();
    }
    // Servers that check fields come first; a change of the form meanwhile ends it.
    if (!d->active || !d->active->validate([this, done] { d->startCheck(done); }))
        d->startCheck(done);
}

void FormView::Private::startCheck(std::function<void(const QList<FieldError> &)> afterwards)
{
    check();
    done = std::move(afterwards);
}

void FormView::focusField(const QString &pointer)
{
    if (pointer.isEmpty() && !d->root)
        return d->goTo(0);
    if (d->building->isActive()) {
        d->finishBuilding();
        d->place(); // gives the new rows their pointers
    }
    FieldRow *nearest = nullptr;
    const auto look = [&nearest, &pointer](FieldRow *row) {
        const QString here = row->pointer();
        const bool isOnTheWay = here == pointer || pointer.startsWith(QString(here + u'/'));
        if (isOnTheWay && (!nearest || here.size() >= nearest->pointer().size()))
            nearest = row;
    };
    if (d->root)
        look(d->root);
    d->editor->forEachRow(look);
    if (!nearest)
        return;
    d->reveal(nearest);
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
    finishBuilding();
    QHash<QString, FormReview::Known> known;
    editor->forEachRow([&known](const FieldRow *row) {
        if (!row->pointer().isEmpty())
            known.insert(row->pointer(), {row->field().title, row->field().hidden});
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
