// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formview.h"

#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formchecker.h"
#include "ui/form/objecteditor.h"
#include "ui/form/problembar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxFormWidth = 760; ///< longer lines are hard to read
constexpr int kFocusMargin = 60;
constexpr int kRowsInTurn = 20; ///< a row takes about half a millisecond to make and lay out
} // namespace

class FormView::Private
{
public:
    FormContext context;
    FormView *view = nullptr;
    Banner *note = nullptr;
    QScrollArea *scroll = nullptr;
    QWidget *page = nullptr;
    ProblemBar *bar = nullptr;
    FormChecker *checker = nullptr;
    QTimer *building = nullptr; ///< runs while a large form is made, see FormContext::turnEnds
    QTimer *update = nullptr;   ///< one check and one signal for all that happens in one go
    FieldRow *root = nullptr;   ///< null for an object, whose members are the form
    FieldEditor *editor = nullptr;
    QList<FieldError> schemaErrors;
    QList<FieldError> serverErrors;
    QList<ProblemSet::Placed> placed;
    std::function<void(const QList<FieldError> &)> done;
    bool showAll = false;
    bool isPlaced = false;

    void buildPage();
    void rebuild();
    void buildMore();
    void finishBuilding();
    void edited(FieldRow *row);
    void changed();
    void check();
    void place();
    void touch(QWidget *left, QWidget *entered);
};

FormView::FormView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->view = this;
    d->context.edited = [this](FieldRow *row) { d->edited(row); };
    d->context.restructured = [this] { d->update->start(); };
    d->note = new Banner(this);
    d->scroll = new QScrollArea(this);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->bar = new ProblemBar(this);
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
    column->addWidget(d->scroll, 1);
    column->addWidget(d->bar);
    connect(d->update, &QTimer::timeout, this, [this] { d->changed(); });
    connect(d->building, &QTimer::timeout, this, [this] { d->buildMore(); });
    connect(d->bar, &ProblemBar::rowAsked, this, [this](FieldRow *row) {
        row->setTouched(true);
        d->scroll->ensureWidgetVisible(row, 0, kFocusMargin);
        row->giveFocus();
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

void FormView::Private::buildPage()
{
    page = new QWidget;
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, space::s, space::l);
    auto *form = new QWidget(page);
    form->setMaximumWidth(kMaxFormWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    if (context.schema.root().kind == FormField::Kind::Object) {
        editor = new ObjectEditor(context, context.schema.root(), ObjectEditor::Look::Root, form);
        column->addWidget(editor);
    } else {
        root = new FieldRow(context, context.schema.root(), FieldRow::Look::Field, form);
        editor = root->editor();
        column->addWidget(root);
    }
    column->addStretch();
    line->addWidget(form, 1);
    line->addStretch();
    scroll->setWidget(page);
}

void FormView::Private::rebuild()
{
    delete std::exchange(page, nullptr); // before the context it uses
    root = nullptr;
    context.rowsLeft = FormSchema::kMaxFields;
    context.depth = 0;
    context.unfinished.clear();
    building->stop();
}

void FormView::Private::buildMore()
{
    context.startTurn(kRowsInTurn);
    do {
        ObjectEditor *next = context.unfinished.isEmpty() ? nullptr : context.unfinished.first();
        const qsizetype known = context.unfinished.size();
        if (next)
            next->buildMore();
        // Groups within it come before what follows them.
        std::rotate(context.unfinished.begin(), context.unfinished.begin() + known, context.unfinished.end());
        if (!next || next->isFinished())
            context.unfinished.removeIf([](const auto &each) { return !each || each->isFinished(); });
    } while (!context.unfinished.isEmpty() && !context.isTurnOver());
    context.endTurns();
    if (!context.unfinished.isEmpty())
        return;
    building->stop();
    update->start();
}

/// For what needs every field there is.
void FormView::Private::finishBuilding()
{
    if (!building->isActive())
        return;
    while (!context.unfinished.isEmpty()) {
        const QPointer<ObjectEditor> next = context.unfinished.takeFirst();
        while (next && !next->isFinished())
            next->buildMore(); // the turn has no end just now
    }
    building->stop();
    update->start();
}

void FormView::setSchema(const SharedJson &schema)
{
    d->rebuild();
    d->context.schema = FormSchema(schema);
    d->checker->setSchema(schema);
    d->schemaErrors.clear();
    d->serverErrors.clear();
    d->showAll = false;
    d->done = nullptr;
    d->context.startTurn(kRowsInTurn);
    d->buildPage();
    d->context.endTurns();
    if (!d->context.unfinished.isEmpty())
        d->building->start();
    d->editor->setValue(initialValue(d->context.schema, d->context.schema.root()));
    d->editor->followConditions();
    const QStringList notes = d->context.schema.problems();
    if (notes.isEmpty())
        d->note->clear();
    else
        d->note->setMessage(Tone::Warning, notes.join(u' '));
    d->update->start();
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

Json FormView::storableValue() const
{
    d->finishBuilding();
    return d->editor->storableValue().value_or(Json::object());
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
    update->stop(); // what the conditions changed is part of this round
    check();
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
    if (isTouched)
        bar->setProblems(placed);
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
    d->check();
    d->done = std::move(done);
}

void FormView::focusField(const QString &pointer)
{
    if (pointer.isEmpty() && !d->root) {
        if (QWidget *first = d->editor->focusTarget())
            first->setFocus(Qt::OtherFocusReason);
        return;
    }
    d->finishBuilding();
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
    d->scroll->ensureWidgetVisible(nearest, 0, kFocusMargin);
    nearest->giveFocus();
}

} // namespace podium
