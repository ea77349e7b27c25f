// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/environmentservice.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace podium {

/// One row per service of an environment, filled as each answers: outcome, what was found, what helps, details.
class ConnectionTest : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionTest(EnvironmentService &service, QWidget *parent = nullptr);

    void run(const Environment &environment); ///< a test under way is given up
    void clear();
    bool isRunning() const { return m_open > 0; }

Q_SIGNALS:
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        ConnectionCheck::Service service;
        QLabel *icon;
        QLabel *name;
        QLabel *summary;
        QToolButton *details;
        ConnectionCheck check;
        bool answered = false;
    };

    void addRow(ConnectionCheck::Service service, const QString &name);
    void present(Row &row, const ConnectionCheck &check);
    void updateIcon(const Row &row);
    void openDetails(const Row &row);

    EnvironmentService &m_service;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    std::vector<Pending> m_pending;
    int m_open = 0;
};

} // namespace podium
