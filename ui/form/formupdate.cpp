// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activeschema.h"
#include "ui/form/activeeditor.h"
#include "ui/form/activeform.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview_p.h"
#include "ui/form/formwizard.h"
#include "ui/form/objecteditor.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTimer>

namespace podium {

// What servers do to a form while it is filled in.

/// Where the user is in a form, and what of it he has seen: kept while it is made anew.
struct FormPlace
{
    QSet<QString> touched;
    QSet<QString> own; ///< fields that ask servers and have a value of the user's
    QString focused;
    bool hasFocus = false;
    int cursor = -1;
    int step = 0;
    int scrolled = 0;
};

void FormView::setDataService(FormDataService &service)
{
    d->active = new ActiveForm(
        service, [this] { return value(); }, this);
    d->context.active = d->active;
    connect(d->active, &ActiveForm::prefilled, this, &FormView::prefilled);
    connect(d->active, &ActiveForm::partsArrived, this, [this](const Json &parts) {
        d->waitingParts << parts;
        if (d->waitingParts.size() == 1)
            d->updateParts();
    });
    connect(d->active, &ActiveForm::messagesChanged, this, [this] { d->place(); });
}

QStringList FormView::tokenHeaders() const
{
    return d->active ? d->active->tokenHeaders() : QStringList();
}

/// On a worker: parts and schema may be large. One after the other: each changes what the last one left.
void FormView::Private::updateParts()
{
    const auto work = [schema = document, parts = waitingParts.first()]() -> Result<UpdatedSchema> {
        return withParts(schema, parts);
    };
    updating = deliver(runOnWorker<UpdatedSchema>(work), view, [this](const Result<UpdatedSchema> &updated) {
        if (updated && !updated->changed.isEmpty())
            adopt(*updated);
        waitingParts.removeFirst();
        if (!waitingParts.isEmpty())
            updateParts();
    });
}

void FormView::Private::adopt(const UpdatedSchema &updated)
{
    FormPlace before;
    editor->forEachRow([&before](FieldRow *row) {
        if (row->isTouched())
            before.touched.insert(row->pointer());
        if (const auto *asking = qobject_cast<ActiveEditor *>(row->editor()); asking && asking->isOwn())
            before.own.insert(row->pointer());
        const QWidget *focus = QApplication::focusWidget();
        if (!focus || !row->isAncestorOf(focus))
            return;
        before.hasFocus = true;
        before.focused = row->pointer(); // the innermost comes last
        if (const auto *line = qobject_cast<const QLineEdit *>(focus))
            before.cursor = line->cursorPosition();
    });
    before.step = wizard->current();
    before.scrolled = scroll->verticalScrollBar()->value();
    const Json value = view->value();
    const Json kept = keepWhatFits(value, updated);
    const bool showedAll = showAll;
    view->setUpdatesEnabled(false);
    show(updated.schema);
    editor->setValue(kept);
    if (building->isActive())
        view->setUpdatesEnabled(true);
    // A large form is made in turns; the place of the user is known once its rows are there.
    afterBuilding([this, before, value, showedAll] { returnTo(before, value, showedAll); });
}

void FormView::Private::returnTo(const FormPlace &before, const Json &value, bool showedAll)
{
    editor->followConditions();
    wizard->follow();
    wizard->show(before.step);
    place(); // gives the rows their pointers
    showAll = showedAll;
    editor->forEachRow([&before](FieldRow *row) {
        row->setTouched(before.touched.contains(row->pointer()));
        if (auto *asking = qobject_cast<ActiveEditor *>(row->editor()))
            asking->setOwn(before.own.contains(row->pointer()));
    });
    if (before.hasFocus) {
        view->focusField(before.focused);
        if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()); line && before.cursor >= 0)
            line->setCursorPosition(before.cursor);
    }
    view->setUpdatesEnabled(true);
    QTimer::singleShot(0, view,
                       [this, scrolled = before.scrolled] { scroll->verticalScrollBar()->setValue(scrolled); });
    Q_EMIT view->schemaUpdated(document);
    Q_EMIT view->prefilled(value, view->value());
}

} // namespace podium
