// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/rowwriter.h"
#include "ui/widgets/theme.h"

#include <QJsonObject>
#include <QTableView>

class QMenu;

namespace podium {

class DisplaySettings;

/// Roles a model may answer for ListView.
enum ListRole {
    ColumnKeyRole = Qt::UserRole + 600, ///< headerData: stable name of a column, for saved states and JSON
    ExportRole,                         ///< data: the value to copy, where the display text is not it
};

/// The table of every list page: whole rows, hover, a column chooser on the header, copying as text, CSV and JSON,
/// columns that are remembered. Made for models of a million rows: rows have one height, nothing asks for all of them.
class ListView : public QTableView
{
    Q_OBJECT
public:
    explicit ListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Row height follows the density, and relative times age.
    void follow(DisplaySettings &display);
    void setDensity(Density density);

    /// Default width and visibility of a column; remembered states win. Call after setModel().
    void setColumn(int column, int width, bool shown = true);
    /// The column that takes the rest of the width (the first one by default).
    void setStretchColumn(int column);
    void resetColumns();

    QJsonObject saveState() const; ///< widths, order, visibility and sort, by column key
    void restoreState(const QJsonObject &state);

    QString selectionAs(RowFormat format) const;
    void copySelection(RowFormat format) const;
    QList<int> selectedRows() const; ///< ascending

Q_SIGNALS:
    void rowActivated(const QModelIndex &index); ///< Enter or double click
    /// A context menu on `index` is about to open: add what can be done to the row in front of the copy actions.
    void rowMenuRequested(QMenu *menu, const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct ColumnDefault
    {
        int width = 120;
        bool shown = true;
    };

    QString columnKey(int column) const;
    void showColumnMenu(const QPoint &position);
    void setHoveredRow(int row);
    void applyDefaults();
    void stretch();

    QHash<int, ColumnDefault> m_defaults;
    int m_stretchColumn = 0;
    int m_hoveredRow = -1;
    bool m_stretching = false;
};

} // namespace podium
