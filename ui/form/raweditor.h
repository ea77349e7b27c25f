// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

namespace podium {

class BoundedTextEdit;

/// A part of the input that is edited as JSON. Text that is no JSON stays in the field, is told, and the value is the
/// last good one.
class RawEditor : public ScalarEditor
{
    Q_OBJECT
public:
    RawEditor(FormContext &context, const FormField &field, QWidget *parent);

    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    QString inputProblem() const override { return m_problem; }

protected:
    std::optional<Json> typed() const override { return m_value; }
    void show(const std::optional<Json> &value) override;

private:
    void read();

    BoundedTextEdit *m_text;
    std::optional<Json> m_value;
    QString m_problem;
    QString m_placeholder;
};

} // namespace podium
