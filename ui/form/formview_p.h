// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/form/formcontext.h"
#include "ui/form/formview.h"

class QScrollArea;
class QTimer;

namespace podium {

class ActiveForm;
class Banner;
class FieldEditor;
class FormChecker;
class FormReview;
class FormWizard;
class MessagePanel;
class ProblemBar;
class StepBar;
struct FormPlace;
struct UpdatedSchema;

inline constexpr int kRowsInTurn = 20; ///< a row takes about half a millisecond to make and lay out

inline constexpr int kFocusMargin = 60;

class FormView::Private
{
public:
    FormContext context;
    FormView *view = nullptr;
    SharedJson document; ///< the schema; null for none
    SharedJson large;    ///< an input that is too large for fields, which are set aside; null for none
    Banner *note = nullptr;
    StepBar *steps = nullptr;
    QScrollArea *scroll = nullptr;
    QWidget *page = nullptr;
    FormReview *review = nullptr;
    MessagePanel *aside = nullptr; ///< in place of the fields, for a large input
    ProblemBar *bar = nullptr;
    FormWizard *wizard = nullptr;
    FormChecker *checker = nullptr;
    ActiveForm *active = nullptr; ///< null without a service
    QList<Json> waitingParts;     ///< of the schema, from servers
    Pending updating;             ///< the first of them
    QTimer *building = nullptr;   ///< runs while a large form is made, see FormContext::turnEnds
    QTimer *update = nullptr;     ///< one check and one signal for all that happens in one go
    FieldRow *root = nullptr;     ///< null for an object, whose members are the form
    FieldEditor *editor = nullptr;
    QList<FieldError> schemaErrors;
    QList<FieldError> serverErrors;
    QList<ProblemSet::Placed> placed;
    std::function<void(const QList<FieldError> &)> done;
    QList<std::function<void()>> whenBuilt; ///< what needs every field there is
    QPointer<FieldRow> marked;
    bool showAll = false;

    void show(const SharedJson &schema);
    void buildPage();
    void rebuild();
    void buildMore();
    void afterBuilding(std::function<void()> run);
    void followHidden();
    FieldRow *nearestRow(const QString &pointer);
    void setLarge(const SharedJson &input);
    void tellLarge();
    void edited(FieldRow *row);
    void changed();
    void check();
    void place();
    void showPlaced(const QList<ProblemSet::Placed> &problems);
    void touch(QWidget *left, QWidget *entered);
    void touchStep();
    void reveal(FieldRow *row);
    void goTo(int step);
    void showReview();
    void updateParts();
    void adopt(const UpdatedSchema &updated);
    void returnTo(const FormPlace &before, const Json &value, bool showedAll);
    void startCheck(std::function<void(const QList<FieldError> &)> afterwards);
    ObjectEditor *rootObject() const; ///< null where the root is no object
};

} // namespace podium
