// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/workflowevents.h"
#include "models/services/eventservice.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace podium {

class ExtensionList;

/// Everything of an event but its data: which one, where to, and its attributes, prefilled by what the workflow waits
/// for.
class EventAttributes : public QWidget
{
    Q_OBJECT
public:
    explicit EventAttributes(QWidget *parent = nullptr);

    /// What the fields are filled with.
    struct Proposal
    {
        QList<AwaitedEvent> events;
        QList<EventTarget> targets;
        QString instanceId;  ///< that is to go on; "" for none
        QString businessKey; ///< of a run that the event starts
    };
    /// Chooses the event at `index`; -1: another one, of a type that the user writes.
    void setProposal(const Proposal &proposal, qsizetype index);
    void setBusinessKey(const QString &key); ///< where the event starts a run

    CloudEvent event() const; ///< without time and data
    /// As sent or kept before; its id is not taken over.
    void setEvent(const CloudEvent &event);
    void renewId();
    void chooseEvent(qsizetype index);
    EventMode mode() const;
    void setMode(EventMode mode);
    QUrl target() const; ///< empty where there is none
    void setTarget(const QUrl &url);
    qsizetype chosen() const; ///< index of the event; -1: another one
    bool startsRun() const;

    /// What is wrong, on its fields; moves to the first.
    void showProblems(const QList<FieldError> &problems, bool moveThere);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void eventChosen();

private:
    struct Field
    {
        QLineEdit *line = nullptr;
        QLabel *problem = nullptr;
    };

    QComboBox *addChoice(QVBoxLayout *column, const QString &name);
    void addLine(QVBoxLayout *column, const QString &pointer, const QString &name, const QString &hint);
    void choose(qsizetype index);
    QString line(const QString &pointer) const;

    Proposal m_proposal;
    QComboBox *m_event;
    QComboBox *m_target;
    QComboBox *m_mode;
    QLabel *m_states;
    QHash<QString, Field> m_fields; ///< by pointer
    QStringList m_order;
    ExtensionList *m_extensions;
};

} // namespace podium
