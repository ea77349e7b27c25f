// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formcontext.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace podium {

/// One entry of a map: its name and its value.
class MapEntry : public QWidget
{
    Q_OBJECT
public:
    MapEntry(FormContext &context, const FormField &field, const QString &key, QWidget *parent);

    QString key() const;
    QLineEdit *keyField() const { return m_key; }
    QToolButton *removeButton() const { return m_remove; }
    FieldRow *row() const { return m_row; }
    void setField(FormContext &context, const FormField &field); ///< another schema; what was typed stays
    /// For names that cannot be used: the message is told on the value.
    void setKeyWrong(bool wrong);

Q_SIGNALS:
    void edited();
    void keyEdited();
    void removeAsked();

private:
    void addRow(FormContext &context, const FormField &field);

    QLineEdit *m_key;
    QToolButton *m_remove = nullptr;
    FieldRow *m_row = nullptr;
    QVBoxLayout *m_column = nullptr;
};

/// The members of an object that its schema does not name: entries can be added, named and removed. Of very many the
/// first have fields, the others are kept as they are.
class MapEntries : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kMaxShown = 100;

    /// `depth`: of the rows it makes, see DepthScope.
    MapEntries(FormContext &context, const FormField &object, int depth, QWidget *parent);

    void setValue(const Json &members);
    void appendTo(Json &object) const; ///< entries without a name, or with one that comes twice, are left out
    bool isEmpty() const { return m_list.isEmpty() && m_tail.empty(); }
    /// The value of an entry, which goes: a named member takes its place.
    std::optional<Json> take(const QString &key);

    QWidget *focusTarget() const;
    void place(ProblemSet &problems, const QString &pointer);
    void followConditions();
    void forEachRow(const std::function<void(FieldRow *)> &visit);

Q_SIGNALS:
    void edited();
    void reshaped(); ///< entries came, went or were named

private:
    MapEntry *insert(const QString &key, const std::optional<Json> &value);
    void add();
    void remove(MapEntry *entry);
    void keyChanged(MapEntry *entry);
    void update();
    bool isTaken(const MapEntry *entry) const; ///< by an entry before it

    FormContext &m_context;
    FormField m_object;
    int m_depth;
    QList<MapEntry *> m_list;
    Json m_tail = Json::object();
    QVBoxLayout *m_entries;
    QPushButton *m_add;
};

} // namespace podium
