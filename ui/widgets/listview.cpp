// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/listview.h"

#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listexport.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

ListView::ListView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(48);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &ListView::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, &ListView::stretch);
    connect(this, &QTableView::doubleClicked, this, &ListView::rowActivated);
    setDensity(Density::Comfortable);
}

void ListView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    setHoveredRow(-1);
    applyDefaults();
}

void ListView::follow(DisplaySettings &display)
{
    connect(&display, &DisplaySettings::changed, this, [this, &display] {
        setDensity(display.density());
        viewport()->update();
    });
    connect(&display, &DisplaySettings::timesAged, viewport(), qOverload<>(&QWidget::update));
    setDensity(display.density());
}

void ListView::setDensity(Density density)
{
    const int padding = density == Density::Comfortable ? space::l + space::xs : space::s;
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + padding);
}

void ListView::setColumn(int column, int width, bool shown)
{
    m_defaults.insert(column, {width, shown});
    setColumnWidth(column, width);
    setColumnHidden(column, !shown);
    stretch();
}

void ListView::setStretchColumn(int column)
{
    m_stretchColumn = column;
    stretch();
}

void ListView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->moveSection(header->visualIndex(column), column);
    for (int column = 0; column < header->count(); ++column)
        setColumnHidden(column, false);
    applyDefaults();
}

void ListView::applyDefaults()
{
    for (auto it = m_defaults.cbegin(); it != m_defaults.cend(); ++it) {
        setColumnWidth(it.key(), it->width);
        setColumnHidden(it.key(), !it->shown);
    }
    stretch();
}

QString ListView::columnKey(int column) const
{
    const QString key = model()->headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
    return key.isEmpty() ? QString::number(column) : key;
}

QJsonObject ListView::saveState() const
{
    QJsonArray columns;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool hidden = isColumnHidden(column);
        // A hidden section tells a width of 0: keep the default for it.
        const int width = hidden ? m_defaults.value(column).width : columnWidth(column);
        columns << QJsonObject{{u"key"_s, columnKey(column)}, {u"width"_s, width}, {u"shown"_s, !hidden}};
    }
    QJsonObject state{{u"columns"_s, columns}};
    if (isSortingEnabled() && header->sortIndicatorSection() < header->count() && header->sortIndicatorSection() >= 0) {
        state.insert(u"sort"_s, columnKey(header->sortIndicatorSection()));
        state.insert(u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
    return state;
}

void ListView::restoreState(const QJsonObject &state)
{
    if (!model())
        return;
    QHeaderView *header = horizontalHeader();
    QHash<QString, int> columnOf;
    for (int column = 0; column < header->count(); ++column)
        columnOf.insert(columnKey(column), column);
    int visual = 0;
    bool anyShown = false;
    const QJsonArray columns = state.value("columns"_L1).toArray();
    for (const QJsonValue &value : columns) {
        const QJsonObject saved = value.toObject();
        const int column = columnOf.value(saved.value("key"_L1).toString(), -1);
        if (column < 0)
            continue;
        const bool shown = saved.value("shown"_L1).toBool(true);
        header->moveSection(header->visualIndex(column), visual++);
        setColumnWidth(column, qBound(24, saved.value("width"_L1).toInt(120), 4000));
        setColumnHidden(column, !shown);
        anyShown = anyShown || shown;
    }
    if (visual > 0 && !anyShown)
        resetColumns();
    const int sorted = columnOf.value(state.value("sort"_L1).toString(), -1);
    if (sorted >= 0 && isSortingEnabled())
        sortByColumn(sorted, state.value("descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    stretch();
}

void ListView::showColumnMenu(const QPoint &position)
{
    if (!model())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QHeaderView *header = horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(!action->isChecked() || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            if (on && columnWidth(column) < 24)
                setColumnWidth(column, m_defaults.value(column).width);
            stretch();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &ListView::resetColumns);
    menu->popup(header->mapToGlobal(position));
}

void ListView::stretch()
{
    if (m_stretching || !model() || m_stretchColumn >= model()->columnCount() || isColumnHidden(m_stretchColumn))
        return;
    int others = 0;
    const QHeaderView *header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        if (column != m_stretchColumn && !isColumnHidden(column))
            others += columnWidth(column);
    }
    m_stretching = true;
    setColumnWidth(m_stretchColumn,
                   qMax(m_defaults.value(m_stretchColumn, {160, true}).width, viewport()->width() - others));
    m_stretching = false;
}

QList<int> ListView::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString ListView::selectionAs(RowFormat format) const
{
    if (!model())
        return {};
    QList<int> columns;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns << header->logicalIndex(visual);
    }
    return exportRows(*model(), selectedRows(), columns, format);
}

void ListView::copySelection(RowFormat format) const
{
    const QString text = selectionAs(format);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ListView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection(RowFormat::AsText);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    // Left and Right would move an invisible cell cursor.
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        const int row = event->key() == Qt::Key_Home ? 0 : model() ? model()->rowCount() - 1 : -1;
        if (row >= 0) {
            setCurrentIndex(model()->index(row, currentIndex().isValid() ? currentIndex().column() : 0));
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT rowMenuRequested(menu, index);
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(themedIcon(u"copy"_s), tr("Copy"), QKeySequence::Copy, this,
                    [this] { copySelection(RowFormat::AsText); });
    menu->addAction(tr("Copy as CSV"), this, [this] { copySelection(RowFormat::AsCsv); });
    menu->addAction(tr("Copy as JSON"), this, [this] { copySelection(RowFormat::AsJson); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void ListView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

bool ListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void ListView::setHoveredRow(int row)
{
    if (std::exchange(m_hoveredRow, row) != row)
        viewport()->update();
}

void ListView::paintEvent(QPaintEvent *event)
{
    // Hover is a matter of the whole row, which the cells do not know.
    if (m_hoveredRow >= 0 && model() && m_hoveredRow < model()->rowCount()) {
        QPainter painter(viewport());
        QColor color = palette().color(QPalette::Text);
        color.setAlphaF(0.04f);
        painter.fillRect(0, rowViewportPosition(m_hoveredRow), viewport()->width(), rowHeight(m_hoveredRow), color);
    }
    QTableView::paintEvent(event);
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    stretch();
}

} // namespace podium
