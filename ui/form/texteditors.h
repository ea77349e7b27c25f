// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

class QAction;
class QLineEdit;

namespace podium {

class BoundedTextEdit;

/// A text: one line, several (ui:widget textarea, or a value that has line breaks), hidden (passwords), or a date with
/// a calendar beside it.
class TextEditor : public ScalarEditor
{
    Q_OBJECT
public:
    TextEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    QString inputProblem() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    void useArea();
    void addReveal();
    void addCalendar();
    void openCalendar();
    QString text() const;

    QLineEdit *m_line = nullptr;
    BoundedTextEdit *m_area = nullptr;
};

/// A number as it is typed: never rounded. Up and Down step by multipleOf or 1.
class NumberEditor : public ScalarEditor
{
    Q_OBJECT
public:
    NumberEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    QString inputProblem() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int direction);

    QLineEdit *m_line;
};

/// A value that the schema fixes: shown, not edited.
class ConstantEditor : public ScalarEditor
{
    Q_OBJECT
public:
    ConstantEditor(FormContext &context, const FormField &field, QWidget *parent);

    std::optional<Json> value() const override;
    bool isBlank() const override { return true; }
    QWidget *focusTarget() const override;

protected:
    std::optional<Json> typed() const override { return field().constant; }
    void show(const std::optional<Json> &value) override;

private:
    QLineEdit *m_line;
};

/// Marks a control as wrong for the style sheet.
void markWrong(QWidget *control, bool wrong);

} // namespace podium
