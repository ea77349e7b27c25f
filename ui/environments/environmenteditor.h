// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/environmentservice.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace podium {

class ColorButton;
class ConnectionTest;
class RulesModel;

/// The fields of one environment, checked as the user goes, with the connection test below.
class EnvironmentEditor : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentEditor(EnvironmentService &service, QWidget *parent = nullptr);

    void setEnvironment(const Environment &environment); ///< as stored: unchanged from here on
    Environment environment() const;                     ///< as typed, right or wrong
    bool isChanged() const;
    void revert();

    /// Shows all problems, also of fields that were not touched; moves to the first. True when there are none.
    bool check();
    /// A problem that only the service knows, such as a name that is taken.
    void showProblem(const QString &pointer, const QString &message);
    void focusName();

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
        bool touched = false;
    };

    QLineEdit *addLine(QVBoxLayout *layout, const QString &pointer, const QString &label, const QString &hint);
    QPlainTextEdit *addAddressList(QVBoxLayout *layout, const QString &pointer, const QString &label,
                                   const QString &hint);
    void addField(QVBoxLayout *layout, const QString &pointer, const QString &label, QWidget *editor,
                  QWidget *row = nullptr);
    void addIdentity(QVBoxLayout *layout);
    void addAddresses(QVBoxLayout *layout);
    void addRules(QVBoxLayout *layout);
    void addCaFile(QVBoxLayout *layout);
    void addTest(QVBoxLayout *layout);
    void heading(QVBoxLayout *layout, const QString &text);
    void onEdited(const QString &pointer);
    void showProblems();
    void chooseCaFile();

    Environment m_stored;
    QHash<QString, Field> m_fields;
    QStringList m_order;
    bool m_filling = false;
    QLineEdit *m_name;
    ColorButton *m_color;
    QCheckBox *m_production;
    QLineEdit *m_issuer;
    QLineEdit *m_clientId;
    QLineEdit *m_scopes;
    QLineEdit *m_dataIndex;
    QLineEdit *m_jobService;
    QLineEdit *m_notifications;
    QPlainTextEdit *m_runtimes;
    QPlainTextEdit *m_sinks;
    RulesModel *m_rules;
    QTableView *m_ruleTable;
    QLineEdit *m_caFile;
    QPushButton *m_testButton;
    ConnectionTest *m_test;
};

} // namespace podium
