// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

#include <QHash>

#include <deque>

class QPushButton;
class QVBoxLayout;

namespace podium {

class MapEntries;

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
    bool isBlank() const override;
    QWidget *focusTarget() const override;
    void placeProblems(ProblemSet &problems, const QString &pointer) override;
    void followConditions() override;
    void forEachRow(const std::function<void(FieldRow *)> &visit) override;

    /// Makes the rows that were left for later, one at least, until the turn is over or all are there.
    void buildMore();
    bool isFinished() const { return m_unbuilt.empty(); }

    /// The members there are just now, those whose rows are still to be made included; without those that are hidden.
    std::vector<const FormField *> shownMembers() const;
    /// After rows were hidden or shown again: cards without any go.
    void followHidden();
    /// Of a root: shows only the cards of these members, the others keep what they hold. Nothing: all of them.
    void showOnly(const std::optional<QStringList> &keys);
    QWidget *focusTargetOf(const QStringList &keys) const; ///< of the first of these members that has one

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// A member whose row is still to be made.
    struct Unbuilt
    {
        FormField field;
        std::optional<Json> value;
    };

    void expand();
    void addRows(const std::vector<FormField> &members);
    void buildRows(bool all);
    bool syncMembers(const Json &value);
    FieldRow *rowOf(const QString &key) const;
    FieldRow *makeRow(const FormField &member);
    void layOut();
    void layOutRow(FieldRow *row);
    void showBoxes();
    void showBox(QWidget *box);
    void addBox(QVBoxLayout *to, QWidget *box);
    QVBoxLayout *addCard();
    QVBoxLayout *addPart(QVBoxLayout *to);
    Json collect() const;
    std::optional<Json> trimmed(Json collected) const;
    void addEntries();
    std::optional<Json> takeExtra(const QString &key);
    void setExtras(const Json &object);
    void memberEdited();

    Look m_look;
    QVBoxLayout *m_column;
    QPushButton *m_expand = nullptr;
    QList<FieldRow *> m_rows;
    std::deque<Unbuilt> m_unbuilt;     ///< the members after those of m_rows
    QVBoxLayout *m_openCard = nullptr; ///< where the next row goes
    bool m_openCardIsGroup = false;
    QVBoxLayout *m_openPart = nullptr;           ///< of that card, see layOutRow()
    QList<QWidget *> m_boxes;                    ///< cards and parts
    QHash<QWidget *, QList<FieldRow *>> m_cards; ///< of a root: the members in each card
    std::optional<QStringList> m_only;           ///< see showOnly()
    QList<QWidget *> m_unshown;                  ///< those of them that are still to be shown
    qsizetype m_unshownRows = 0;
    QWidget *m_entriesBox = nullptr;
    MapEntries *m_entries = nullptr; ///< of an object that takes any: what else would be in m_extras
    Json m_extras = Json::object();
    QHash<QString, Json> m_stash;  ///< what was typed into members that are not shown just now
    std::optional<Json> m_foreign; ///< a value that is no object, until something is edited
    bool m_isSet = false;          ///< the value was set to an object, and nothing edited since
    bool m_wasSetEmpty = false;    ///< to {}
};

} // namespace podium
