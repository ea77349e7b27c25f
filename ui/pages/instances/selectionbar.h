// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/rowwriter.h"
#include "ui/pages/page.h"

#include <memory>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace podium {

class InstanceExport;
class InstanceList;

/// Below the instance list, always there: what is chosen, a way to choose every match, and what can be done with it.
class SelectionBar : public QWidget
{
    Q_OBJECT
public:
    SelectionBar(const PageContext &context, InstanceList &list, QWidget *parent = nullptr);
    ~SelectionBar() override;

    /// What acts on the selection, in front of the export.
    void addControl(QWidget *control);
    QLabel *text() const { return m_text; }
    QMenu *exportMenu() const { return m_exportMenu; }
    /// In the background: what is chosen, or every match of the query.
    void exportTo(const QString &path, RowFormat format, bool everything);

private:
    void follow();
    void fillExportMenu();
    void askWhere(RowFormat format, bool everything);
    void endExport(InstanceExport *job);

    struct Running
    {
        std::unique_ptr<InstanceExport> job;
        int work = 0;
    };

    PageContext m_context;
    InstanceList &m_list;
    QHBoxLayout *m_row;
    QLabel *m_text;
    QPushButton *m_all;
    QPushButton *m_none;
    QToolButton *m_export;
    QMenu *m_exportMenu;
    std::vector<Running> m_running;
};

} // namespace podium
