// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/items/itemtexts.h"
#include "ui/pages/instances/instanceactions.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace podium {

class IdLabel;
class StateBadge;

/// Name, state, key facts and actions of one instance, above its tabs.
class InstanceHeader : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceHeader(QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance, const ItemTexts &texts, const QDateTime &nowUtc);
    /// What decides which actions can be started, instead of the state of the instance alone.
    void setRules(std::function<ActionRule(InstanceAction)> rules);
    void updateButtons(); ///< the rules answer something else now
    QPushButton *button(InstanceAction action) const { return m_buttons[static_cast<std::size_t>(action)]; }
    QMenu *menu() const { return m_menu; } ///< of the button "More"

Q_SIGNALS:
    void triggered(podium::InstanceAction action);
    void workflowRequested();
    void eventRequested(); ///< to go on with

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Fact
    {
        QWidget *box = nullptr;
        QLabel *value = nullptr;
    };
    void showName();
    Fact addFact(QHBoxLayout *row, const QString &caption);
    QToolButton *makeRerun();
    ActionRule rule(InstanceAction action) const;

    QLabel *m_title;
    StateBadge *m_badge;
    QPushButton *m_workflow;
    IdLabel *m_id;
    Fact m_key;
    Fact m_started;
    Fact m_ended;
    Fact m_duration;
    std::array<QPushButton *, 3> m_buttons{};
    QMenu *m_menu;
    QAction *m_resume;
    QToolButton *m_rerun = nullptr;
    QString m_name;
    WorkflowInstance m_instance;
    std::function<ActionRule(InstanceAction)> m_rules;
};

} // namespace podium
