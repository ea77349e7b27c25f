// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/pages/page.h"
#include "ui/widgets/listview.h"

class QLabel;
class QMenu;

namespace podium {

class Banner;
class ExportButton;
class JournalFilterModel;
class JournalModel;
class SearchField;
class StateView;

/// Every action that was taken from this computer: who asked for what, when, and what the server answered.
class JournalPage : public Page
{
    Q_OBJECT
public:
    JournalPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ListView *view() const { return m_view; }
    StateView *states() const { return m_states; }
    Banner *banner() const { return m_banner; }
    /// Writes what the list shows, with all columns, into a file: in the background.
    void exportTo(const QString &path, RowFormat format);

private:
    QWidget *makeHeader();
    void makeList();
    void takeRecords();
    void showState();
    void filter(const QString &text);
    void openCurrent();
    void openWorkflow();
    void fillMenu(QMenu *menu, const QModelIndex &index);

    QLabel *m_count;
    SearchField *m_search;
    ExportButton *m_export;
    Banner *m_banner;
    JournalModel *m_model;
    JournalFilterModel *m_filter;
    ListView *m_view;
    StateView *m_states;
    Pending m_exporting;
};

} // namespace podium
