// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fieldrow.h"
#include "ui/form/formview_p.h"
#include "ui/form/formwizard.h"
#include "ui/form/objecteditor.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace podium {

namespace {
constexpr int kMaxFormWidth = 760; ///< longer lines are hard to read
} // namespace

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
    wizard->setRoot(rootObject());
}

ObjectEditor *FormView::Private::rootObject() const
{
    return root ? nullptr : static_cast<ObjectEditor *>(editor); // see buildPage()
}

void FormView::Private::rebuild()
{
    wizard->setRoot(nullptr);
    delete std::exchange(page, nullptr); // before the context it uses
    root = nullptr;
    context.rowsLeft = FormSchema::kMaxFields;
    context.depth = 0;
    context.unfinished.clear();
    context.input = Json::object();
    context.hidesSome = false;
    whenBuilt.clear();
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
    if (!whenBuilt.isEmpty())
        place(); // gives the new rows their pointers
    for (const auto &run : std::exchange(whenBuilt, {}))
        run();
}

/// For what needs every field there is: at once where it is there.
void FormView::Private::afterBuilding(std::function<void()> run)
{
    if (building->isActive())
        whenBuilt << std::move(run);
    else
        run();
}

} // namespace podium
