// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

class QPushButton;
class QVBoxLayout;

namespace podium {

class ArrayItem;

/// A list: entries can be added, removed and moved. Of a very long list the first entries have fields, the others are
/// kept as they are.
class ArrayEditor : public FieldEditor
{
    Q_OBJECT
public:
    static constexpr std::size_t kMaxShown = 100;

    ArrayEditor(FormContext &context, const FormField &field, QWidget *parent);

    std::optional<Json> value() const override;
    void setValue(const std::optional<Json> &value) override;
    QWidget *focusTarget() const override;
    void placeProblems(ProblemSet &problems, const QString &pointer) override;
    void followConditions() override;
    void forEachRow(const std::function<void(FieldRow *)> &visit) override;

private:
    ArrayItem *insertItem(qsizetype index, const std::optional<Json> &value);
    void addItem();
    void removeItem(ArrayItem *item);
    void moveItem(ArrayItem *item, int by);
    void changed();
    void updateButtons();
    Json collect() const;

    QVBoxLayout *m_items;
    QPushButton *m_add;
    QWidget *m_tailNote = nullptr;
    QList<ArrayItem *> m_list;
    Json m_tail = Json::array();
    std::optional<Json> m_foreign;
    bool m_wasSetEmpty = false;
};

} // namespace podium
