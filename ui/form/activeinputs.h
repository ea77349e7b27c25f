// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/activeeditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStringListModel;

namespace podium {

/// ActiveTextInput: a text or number with suggestions of a server. Anything else can be typed.
class ActiveInputEditor : public ActiveEditor
{
    Q_OBJECT
public:
    ActiveInputEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    QString inputProblem() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;
    void take(const ActiveAnswer &answer) override;
    QString answerText() const override;

private:
    QLineEdit *m_line;
    QStringListModel *m_suggestions;
};

/// ActiveDropdown: one of the choices that a server has; typing looks for one. While there are none, because nothing
/// was answered, any value can be typed.
class ActiveDropdownEditor : public ActiveEditor
{
    Q_OBJECT
public:
    ActiveDropdownEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;

protected:
    std::optional<Json> typed() const override { return m_value; }
    void show(const std::optional<Json> &value) override;
    void take(const ActiveAnswer &answer) override;
    void noteState() override;
    QString answerText() const override;

private:
    void setChoices(const QList<FormChoice> &choices);
    void choose(int index);
    void readText();
    void noteText(const QString &text);
    qsizetype indexOf(const std::optional<Json> &value) const;

    QComboBox *m_box;
    QList<FormChoice> m_choices;
    std::optional<Json> m_value;
};

/// ActiveBoolean: a check box that a server sets at first.
class ActiveBooleanEditor : public ActiveEditor
{
    Q_OBJECT
public:
    ActiveBooleanEditor(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

    QWidget *focusTarget() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;
    void take(const ActiveAnswer &answer) override;

private:
    QCheckBox *m_box;
    bool m_isEmpty = false; ///< neither yes nor no
};

} // namespace podium
