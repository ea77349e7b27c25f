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
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

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
    d->aside = new MessagePanel(this);
    d->aside->hide();
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
    column->addWidget(d->aside, 1);
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
    setLarge(nullptr);
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
    followHidden();
    const QStringList notes = context.schema.problems();
    if (notes.isEmpty())
        note->clear();
    else
        note->setMessage(Tone::Warning, notes.join(u' '));
    update->start();
}

void FormView::setValue(const Json &value)
{
    if (!d->large && sameValue(this->value(), value))
        return;
    d->setLarge(nullptr);
    d->serverErrors.clear();
    d->editor->setValue(value);
    d->update->start();
}

Json FormView::value() const
{
    return d->large ? *d->large : d->editor->value().value_or(Json::object());
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
    followHidden();
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
    checker->check(view->input());
}

void FormView::Private::place()
{
    ProblemSet problems(schemaErrors + serverErrors);
    if (large) {
        for (const FieldError &error : schemaErrors + serverErrors)
            problems.placed.append({nullptr, error});
        tellLarge();
        return showPlaced(problems.placed);
    }
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
        for (const QString &message : own)
            problems.placed.append({nullptr, {{}, message}});
        // Of fields that are hidden, still to be made, or in no form at all.
        for (const FieldError &error : problems.takeRest())
            problems.placed.append({nullptr, error});
    }
    showPlaced(problems.placed);
}

void FormView::Private::showPlaced(const QList<ProblemSet::Placed> &problems)
{
    placed = problems;
    bar->setProblems(placed);
    wizard->setProblems(placed);
    if (wizard->isReviewing())
        showReview();
    Q_EMIT view->problemsChanged();
}

/// A field that was left may show its message; so may the groups around it that were left too.
void FormView::Private::touch(QWidget *left, QWidget *entered)
{
    if (!page)
        return;
    if (entered && page->isAncestorOf(entered)) {
        const QWidget *around = entered;
        while (around != page && !qobject_cast<const FieldRow *>(around))
            around = around->parentWidget();
        const auto *row = qobject_cast<const FieldRow *>(around);
        Q_EMIT view->fieldEntered(row ? row->pointer() : QString());
    } else if (left && page->isAncestorOf(left)) {
        Q_EMIT view->fieldEntered({});
    }
    if (!left || !entered || !page->isAncestorOf(left))
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
    d->serverErrors = errors;
    d->showAll = true;
    d->place();
    d->afterBuilding([this, errors] {
        d->place(); // onto fields that were not there yet
        for (const auto &[row, error] : std::as_const(d->placed)) {
            if (row && errors.contains(error))
                return focusField(error.pointer);
        }
    });
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

void FormView::Private::followHidden()
{
    if (!context.hidesSome)
        return;
    context.input = editor->value().value_or(Json::object());
    bool isChanged = false;
    editor->forEachRow([this, &isChanged](FieldRow *row) {
        if (row->field().hiddenWhen)
            isChanged = row->followHidden(context) || isChanged;
    });
    if (isChanged && rootObject())
        rootObject()->followHidden();
}

} // namespace podium
