// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/core/json.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace podium {

class FormDataService;

/// A form made of a JSON Schema. One whose root holds two objects or more is a wizard: a step for each of them, then a
/// review of what will be sent; see formSteps(). What the user types is checked on a worker thread while he types; a
/// message shows once he left the field or asked for all (showAllProblems), and goes as soon as the field is right. UI
/// thread.
class FormView : public QWidget
{
    Q_OBJECT
public:
    explicit FormView(QWidget *parent = nullptr);
    ~FormView() override;

    /// Whom fields ask that get their values from servers; outlives the form. Without it they are plain fields.
    void setDataService(FormDataService &service);
    /// A new form with the schema's defaults. Null: one field that takes any JSON.
    void setSchema(const SharedJson &schema);
    /// Fills the form. Properties that the schema does not know are kept, and come back in value(). The keyboard focus
    /// and the fields that stay as they are are left alone.
    void setValue(const Json &value);
    /// What the form says now. Fields that were left empty are not in it.
    Json value() const;
    /// The same for an input of any size. One of kMostFields bytes or more is held as it is, without a copy: the fields
    /// keep what they say, a message stands in their place. It is checked all the same.
    void setInput(const SharedJson &input);
    SharedJson input() const;
    bool isLarge() const;
    static constexpr qsizetype kMostFields = 1 << 20;

    /// Messages of the server, onto fields by JSON pointer (of the nearest field where the pointer names none). Each
    /// stays until its field is edited.
    void setErrors(const QList<FieldError> &errors);
    /// All that is wrong as of the last check, the server's messages included, in the order of the fields.
    QList<FieldError> problems() const;
    /// Checks the present value, shows every message, then calls `done(problems)`. Nothing is called if the form
    /// changes or goes meanwhile.
    void check(std::function<void(const QList<FieldError> &)> done);
    /// Scrolls to a field and gives it the focus; for "" to the one that asks for it ("ui:autofocus"), else the first.
    void focusField(const QString &pointer);
    /// Marks a field and scrolls to it, without the focus; "" for none.
    void markField(const QString &pointer);

    /// False: one page, whatever the schema. True as it is made.
    void setPaged(bool paged);

    /// Headers in which the user wants the own token to go to the workflow: RunRequest::tokenHeaders.
    QStringList tokenHeaders() const;

    bool hasSteps() const;
    bool isReviewing() const; ///< the last step is shown
    bool isFirstStep() const; ///< also without steps
    /// Shows another step and puts the focus into it. Nothing holds the user back: what is wrong stays marked.
    void goNext();
    void goBack();
    void goToReview();

Q_SIGNALS:
    void valueChanged(); ///< by the user or by setValue()
    void problemsChanged();
    void fieldEntered(const QString &pointer); ///< the keyboard is in this field; "" for none
    void stepShown();                          ///< another one, or the schema brought steps or took them away
    /// A server's answer was filled in: nothing that the user did.
    void prefilled(const podium::Json &before, const podium::Json &after);
    /// A server replaced parts of the schema; what was filled in stays where it fits.
    void schemaUpdated(const podium::SharedJson &schema);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace podium
