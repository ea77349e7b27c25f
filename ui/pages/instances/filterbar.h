// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/filter/filtercompletion.h"
#include "models/filter/filterline.h"
#include "ui/pages/page.h"

#include <QList>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace podium {

class ConditionChip;
class ConditionEditor;
class FilterField;
class FlowLayout;
class StateChips;

/// The filter of the instance list: as a line of text, and below it as switches and chips. All show the same filter.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const PageContext &context, QWidget *parent = nullptr);

    const InstanceFilter &filter() const { return m_filter; }
    void setFilter(const InstanceFilter &filter); ///< emits nothing
    /// The filter of a line that comes from elsewhere. A line that is none stands there with what is wrong with it, and
    /// nothing is filtered. Emits nothing.
    void setLine(const QString &line);
    void clear();
    /// Finds out what the server can filter by.
    void read();
    /// Reads which workflows there are, to complete their names.
    void readWorkflows();

    FilterField *field() const { return m_field; }
    StateChips *states() const { return m_states; }
    const QList<ConditionChip *> &chips() const { return m_chips; }
    ConditionEditor *editor() const; ///< nullptr while none is open
    QMenu *addMenu() const { return m_addMenu; }
    /// Beside "Clear filters", at the end of the line.
    void addControl(QWidget *control);

Q_SIGNALS:
    void changed(); ///< by the user
    void idEntered(const QString &instanceId);

private:
    QWidget *makeLine();
    QWidget *makeChips();
    void takeLine();
    void takeStates();
    void leaveLine();
    void showProblem(const QString &text);
    void showFilter();
    void rebuildChips();
    void fillAddMenu();
    void edit(qsizetype index, InstanceField field, QWidget *anchor);
    void replace(qsizetype index, const InstanceCondition &condition);
    void remove(qsizetype index);
    void focusChip(qsizetype index);
    void change(const InstanceFilter &filter);

    PageContext m_context;
    InstanceFilter m_filter;
    FilterWords m_words;
    FilterField *m_field;
    QLabel *m_problem;
    StateChips *m_states;
    FlowLayout *m_flow = nullptr;
    QList<ConditionChip *> m_chips;
    QToolButton *m_add;
    QMenu *m_addMenu;
    QPushButton *m_clear;
    QHBoxLayout *m_controls = nullptr;
    QPointer<ConditionEditor> m_editor;
    Pending m_readingWorkflows;
    Pending m_readingFields;
};

} // namespace podium
