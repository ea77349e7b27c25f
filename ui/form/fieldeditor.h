// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formcontext.h"

#include <QWidget>

#include <optional>

namespace podium {

/// The control of one field. A value that was set and not edited since comes back exactly as it was set, whatever it
/// is.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    FieldEditor(FormContext &context, const FormField &field, QWidget *parent);
    ~FieldEditor() override;

    const FormField &field() const { return m_field; }

    /// Nothing: left empty.
    virtual std::optional<Json> value() const = 0;
    virtual void setValue(const std::optional<Json> &value) = 0;
    /// Nobody filled anything in: what it says all by itself, such as a constant, does not count.
    virtual bool isBlank() const { return !value(); }
    /// What the label belongs to; may be null.
    virtual QWidget *focusTarget() const = 0;
    virtual void setWrong(bool wrong) { Q_UNUSED(wrong) }
    /// Translated: why what was typed is no value at all; "" when it is one.
    virtual QString inputProblem() const { return {}; }
    /// Gives the problems of its members to their rows. `pointer` is its own.
    virtual void placeProblems(ProblemSet &problems, const QString &pointer);
    /// Adapts to values that decide which members there are.
    virtual void followConditions() {}
    virtual void forEachRow(const std::function<void(FieldRow *)> &visit) { Q_UNUSED(visit) }

Q_SIGNALS:
    void edited();   ///< the value, by the user: also of anything inside
    void reshaped(); ///< a container itself, by the user: entries or variants came, went or moved

protected:
    /// For making rows inside.
    DepthScope inside() const { return {m_context, m_depth}; }
    int depth() const { return m_depth; }

    FormContext &m_context;

private:
    FormField m_field;
    int m_depth;
};

/// An editor of a single value.
class ScalarEditor : public FieldEditor
{
    Q_OBJECT
public:
    using FieldEditor::FieldEditor;

    std::optional<Json> value() const override;
    void setValue(const std::optional<Json> &value) override;

protected:
    /// What the controls say; nothing when they are empty.
    virtual std::optional<Json> typed() const = 0;
    /// Makes the controls say it, without a signal.
    virtual void show(const std::optional<Json> &value) = 0;
    void noteEdit();

private:
    std::optional<Json> m_set;
    bool m_isEdited = false;
};

/// The editor for a field. Beyond the limits of the context: one for JSON.
FieldEditor *makeEditor(FormContext &context, const FormField &field, QWidget *parent);

bool sameValue(const std::optional<Json> &a, const std::optional<Json> &b);
/// For a key that is known to be new: to find out by operator[] takes as long as the object is.
void appendMember(Json &object, const std::string &key, Json value);

} // namespace podium
