// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/watch/watchrule.h"
#include "ui/pages/page.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace podium {

class Banner;
class SpanEdit;
class WorkflowFilter;

/// Makes or changes one watch rule: the questions are those of its kind. Does not block; the rule is kept once it is
/// accepted.
class WatchRuleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `rule` without an id is a new one. `kinds`: what can be chosen; one or none keeps that of the rule.
    WatchRuleDialog(const PageContext &context, const WatchRule &rule, const QList<WatchRule::Kind> &kinds,
                    QWidget *parent = nullptr);

    WatchRule rule() const; ///< as the controls say
    void accept() override;

private:
    void makeHead(QVBoxLayout *layout);
    void makeFields(QFormLayout *form);
    void makeButtons(QVBoxLayout *layout);
    QWidget *addRow(QFormLayout *form, const QString &label, QWidget *field);
    void showRow(QWidget *field, bool on);
    WatchRule::Kind kind() const;
    void fillViews();
    void takeRule();
    void onKind();
    void tell();

    PageContext m_context;
    WatchRule m_rule;
    QList<WatchRule::Kind> m_kinds;
    Banner *m_banner;
    QLabel *m_sentence;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QLabel *m_instance;
    WorkflowFilter *m_workflow;
    QCheckBox *m_thisJob;
    QCheckBox *m_onlyFailures;
    QComboBox *m_view;
    QComboBox *m_direction;
    QSpinBox *m_count;
    QCheckBox *m_usual;
    SpanEdit *m_span;
    QLabel *m_problem;
    QPushButton *m_save;
    QHash<QWidget *, QWidget *> m_labels; ///< by their fields
};

} // namespace podium
