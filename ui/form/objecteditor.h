// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

#include <QHash>

class QPushButton;
class QVBoxLayout;

namespace podium {

/// A group of fields. Members the schema does not know are kept and come back in the value.
class ObjectEditor : public FieldEditor
{
    Q_OBJECT
public:
    enum class Look {
        Root,    ///< one card for each group, one for each run of plain fields
        Section, ///< the inside of a card
        Group,   ///< within another group, with a line at its side
    };

    ObjectEditor(FormContext &context, const FormField &field, Look look, QWidget *parent);

    std::optional<Json> value() const override;
    void setValue(const std::optional<Json> &value) override;
    std::optional<Json> storableValue() const override;
    QWidget *focusTarget() const override;
    void placeProblems(ProblemSet &problems, const QString &pointer) override;
    void followConditions() override;
    void forEachRow(const std::function<void(FieldRow *)> &visit) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void expand();
    void addRows(const std::vector<FormField> &members);
    bool syncMembers(const Json &value);
    FieldRow *rowOf(const QString &key) const;
    FieldRow *makeRow(const FormField &member);
    void layOut();
    QVBoxLayout *addCard();
    Json collect(bool storable) const;
    std::optional<Json> trimmed(Json collected) const;

    Look m_look;
    QVBoxLayout *m_column;
    QPushButton *m_expand = nullptr;
    QList<FieldRow *> m_rows;
    QList<QWidget *> m_cards;
    Json m_extras = Json::object();
    QHash<QString, Json> m_stash;  ///< what was typed into members that are not shown just now
    std::optional<Json> m_foreign; ///< a value that is no object, until something is edited
    bool m_wasSetEmpty = false;
};

} // namespace podium
