// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formcontext.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace podium {

class FieldEditor;

/// One field as the user sees it: title, description, control, and below it one line that is kept free for the message,
/// so that nothing moves when there is one.
class FieldRow : public QWidget
{
    Q_OBJECT
public:
    enum class Look {
        Field, ///< all of it
        Item,  ///< an entry of a list: no title of its own
        Body,  ///< the inside of a chosen variant
    };

    FieldRow(FormContext &context, const FormField &field, Look look, QWidget *parent);

    const FormField &field() const;
    FieldEditor *editor() const { return m_editor; }
    QString pointer() const { return m_pointer; } ///< as of the last check
    void setPointer(const QString &pointer) { m_pointer = pointer; }
    QString title() const;

    void setRequired(bool required);
    bool isRequired() const { return m_isRequired; }
    /// The user has been here: messages may show.
    void setTouched(bool touched);
    bool isTouched() const { return m_isTouched; }

    bool isHidden() const { return m_isHidden; }
    /// Follows "ui:hidden"; answers whether it changed.
    bool followHidden(const FormContext &context);
    /// Marked where the cursor is in the text beside the form.
    void setMarked(bool marked);
    /// Of whoever holds it, and more important than its own; "" for none. Shows with the next place().
    void setProblem(const QString &problem) { m_outerProblem = problem; }
    /// Takes the problems of this field, and gives those of its members to them.
    void place(ProblemSet &problems, const QString &pointer);
    QString message() const { return m_message; } ///< "" when all is well
    void giveFocus();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build(QVBoxLayout *column);
    void addText(QVBoxLayout *column, const QString &text);
    void updateTitle();
    void updateFoot();
    void describe();

    Look m_look;
    bool m_isRequired;
    bool m_isTouched = false;
    bool m_isShownWrong = false;
    bool m_isHidden = false;
    bool m_isMarked = false;
    QString m_pointer;
    QString m_message;
    QString m_outerProblem;
    QString m_hint;
    QLabel *m_title = nullptr;
    QLabel *m_foot = nullptr;
    FieldEditor *m_editor;
};

} // namespace podium
