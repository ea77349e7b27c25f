// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

#include <QHash>

class QComboBox;
class QVBoxLayout;

namespace podium {

/// One out of several kinds of value (oneOf, anyOf): a choice, and below it the fields of what was chosen.
class VariantEditor : public FieldEditor
{
    Q_OBJECT
public:
    VariantEditor(FormContext &context, const FormField &field, QWidget *parent);

    std::optional<Json> value() const override;
    void setValue(const std::optional<Json> &value) override;
    QWidget *focusTarget() const override;
    void setWrong(bool wrong) override;
    void placeProblems(ProblemSet &problems, const QString &pointer) override;
    void followConditions() override;
    void forEachRow(const std::function<void(FieldRow *)> &visit) override;

private:
    void choose(qsizetype variant);
    void showVariant(qsizetype variant);
    qsizetype chosen() const;

    QComboBox *m_box;
    QVBoxLayout *m_column;
    FieldRow *m_body = nullptr;
    qsizetype m_shown = -1;
    int m_offset = 0;               ///< entries before the variants: "Not set"
    QHash<qsizetype, Json> m_stash; ///< what was typed into the other variants
    std::optional<Json> m_foreign;  ///< a value that fits no variant, until something is edited
};

} // namespace podium
