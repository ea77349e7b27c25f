// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace podium {

/// One out of a list, in a drop-down field; long lists can be searched by typing.
class ChoiceEditor : public ScalarEditor
{
    Q_OBJECT
public:
    ChoiceEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    void fill();
    void makeSearchable();

    QList<FormChoice> m_choices;
    QComboBox *m_box;
    int m_offset = 0; ///< entries before the choices: "Not set"
};

/// One out of a few, all visible (ui:widget radio).
class RadioEditor : public ScalarEditor
{
    Q_OBJECT
public:
    RadioEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    QList<FormChoice> m_choices;
    QButtonGroup *m_group;
};

/// Any number out of a list, as check boxes.
class MultiChoiceEditor : public ScalarEditor
{
    Q_OBJECT
public:
    MultiChoiceEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    QList<QCheckBox *> m_boxes;
    Json m_strangers = Json::array(); ///< values that were set and are no choice
};

/// Yes or no. Optional and never touched: neither.
class BooleanEditor : public ScalarEditor
{
    Q_OBJECT
public:
    BooleanEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;

protected:
    std::optional<Json> typed() const override;
    void show(const std::optional<Json> &value) override;

private:
    QCheckBox *m_box;
};

} // namespace podium
