// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "models/json/mergepatch.h"
#include "models/text/textdiff.h"
#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace podium {

class Banner;
class FormView;
class JsonChangesView;
class JsonPane;
class StateView;
class TextDiffView;

/// The variables of a live instance as text, with a form beside it where the workflow describes them (by the schema of
/// its input, else of its output: what it does not describe stays in the text). Then what was changed in it, and only
/// then the button that saves. They are read from the service that runs the instance, once more before saving. Only
/// what the user changed is sent: what others changed meanwhile stays, and is shown.
class VariablesEditor : public QDialog
{
    Q_OBJECT
public:
    VariablesEditor(const PageContext &context, const WorkflowInstance &instance, QWidget *parent = nullptr);

    /// The instance was read again while the dialog is open.
    void setInstance(const WorkflowInstance &instance);
    bool isReady() const { return m_base != nullptr; } ///< there is a text to be edited

    JsonPane *pane() const { return m_pane; }
    FormView *form() const { return m_form; } ///< hidden where there is no schema
    TextDiffView *differences() const { return m_diff; }
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }
    QString notice() const; ///< what the banner says

    void reject() override; ///< asks first where something was typed

Q_SIGNALS:
    void saved();

private:
    QWidget *makeEditing();
    QWidget *makeReview();
    void read();
    void readSchema();
    void showForm(const SharedJson &schema);
    void setCurrent(const SharedJson &current);
    void setOver();
    void makeButtons();
    void next();
    void review();
    void showDifference();
    void save();
    void send();
    void noteOthers(const SharedJson &current);
    void edit();
    void updateButtons();
    bool isReview() const;
    QString production() const; ///< the word to type first, "" elsewhere

    PageContext m_context;
    WorkflowInstance m_instance;
    SharedJson m_base;    ///< what the text began with; null until it is read
    SharedJson m_current; ///< what the server had last
    MergePatch m_patch;
    FormView *m_form; ///< holds what is edited, also where only the text shows it
    JsonPane *m_pane;
    QStackedWidget *m_pages;
    StateView *m_states;
    Banner *m_banner;
    TextDiffView *m_diff = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_lost = nullptr;
    JsonChangesView *m_others = nullptr;
    QWidget *m_othersBox = nullptr;
    QLineEdit *m_word = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    Pending m_reading;
    Pending m_readingSchema;
    Pending m_comparing;
    bool m_busy = false;
    bool m_over = false; ///< the instance ended meanwhile
};

} // namespace podium
