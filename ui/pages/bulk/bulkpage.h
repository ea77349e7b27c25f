// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/bulkreport.h"
#include "ui/pages/page.h"
#include "ui/widgets/listview.h"

#include <QTimer>

#include <optional>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace podium {

class Banner;
class BulkActions;
class BulkReportFilter;
class BulkReportModel;
class ChipRow;
class ExportButton;
class SearchField;
class StateView;

/// One action on many instances, while it runs and later: Location{"bulk", id of its report}.
class BulkPage : public Page
{
    Q_OBJECT
public:
    BulkPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ListView *view() const { return m_view; }
    /// Writes what the list shows, with all columns, into a file: in the background.
    void exportTo(const QString &path, RowFormat format);

private:
    QWidget *makeContent();
    QWidget *makeHeader();
    QWidget *makeProgress();
    QWidget *makeFilters();
    void makeList();
    void followRuns();
    void take(const BulkReport &report);
    void takeItem(int index);
    void showReport();
    void showProgress();
    void showBanner();
    void showFilter();
    void retryFailed();
    void pauseOrResume();
    void openCurrent();
    void fillMenu(QMenu *menu, const QModelIndex &index);

    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_summary;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_goOn;
    QPushButton *m_retry;
    ExportButton *m_export;
    QWidget *m_progressRow = nullptr;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    Banner *m_banner;
    ChipRow *m_outcomes;
    SearchField *m_search;
    BulkReportModel *m_model;
    BulkReportFilter *m_filter;
    ListView *m_view;
    StateView *m_listStates;
    StateView *m_states;
    BulkActions *m_actions;
    std::optional<BulkReport> m_report; ///< without its items, which the model has
    bool m_columnsAreSet = false; ///< by the user
    QTimer m_showLater;
    Pending m_reading;
    Pending m_exporting;
};

} // namespace podium
