// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/rowsmodel.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/run/batchcolumns.h"
#include "ui/pages/run/batchpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

// What the page is made of.

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCheckWidth = 240;
constexpr int kCellWidth = 120;

/// Cells with a problem stand out by colour, and their row by an icon.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The check of another row ends while the user types: what is typed stays.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (const auto *line = qobject_cast<const QLineEdit *>(editor); !line || !line->isModified())
            QStyledItemDelegate::setEditorData(editor, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isCheck = index.column() == RowsModel::CheckColumn;
        const bool isWrong = index.data(RowsModel::ProblemRole).toBool();
        if (isWrong)
            option->palette.setColor(QPalette::Text, toneColor(Tone::Danger, option->palette));
        if (isWrong && !isCheck)
            option->backgroundBrush = toneFill(Tone::Danger, option->palette);
        if (isCheck && !option->text.isEmpty()) {
            option->icon = isWrong ? themedIcon(u"warning"_s, Tone::Danger) : themedIcon(u"check"_s, Tone::Success);
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
    }
};

QComboBox *choiceOf(const QString &name, QBoxLayout *line)
{
    auto *label = new QLabel(name);
    auto *choice = new QComboBox;
    choice->setAccessibleName(name);
    label->setBuddy(choice);
    line->addWidget(label);
    line->addWidget(choice);
    return choice;
}

} // namespace

QWidget *BatchPage::makeContent()
{
    auto *content = new QWidget;
    m_banner = new Banner(content);
    auto *file = new QWidget;
    auto *fileColumn = new QVBoxLayout(file);
    fileColumn->setContentsMargins(0, 0, 0, 0);
    fileColumn->setSpacing(0);
    fileColumn->addWidget(makeFileLine());
    m_columns = new BatchColumns;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(240);
    scroll->setWidget(m_columns);
    m_split = new QSplitter;
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(scroll);
    m_split->addWidget(makeRows());
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({280, 720});
    fileColumn->addWidget(m_split, 1);
    fileColumn->addWidget(makeFooter());
    m_fileStates = new StateView(file);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_fileStates, 1);
    return content;
}

QWidget *BatchPage::makeHeader()
{
    auto *header = new QWidget;
    auto *name = plainLabel(tr("Run many from a file"));
    name->setFont(titleFont(name->font()));
    m_about = captionLabel({});
    auto *choose = new QPushButton(themedIcon(u"import"_s), tr("&Choose a file…"));
    connect(choose, &QPushButton::clicked, this, &BatchPage::chooseFile);
    m_again = iconButton(u"refresh"_s, tr("Read the file again"), header);
    m_again->setEnabled(false);
    connect(m_again, &QToolButton::clicked, this, [this] { readFile(m_dialect); });
    auto *line = new QHBoxLayout;
    line->setSpacing(space::xs);
    line->addWidget(name);
    line->addStretch();
    line->addWidget(choose);
    line->addWidget(m_again);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::xs);
    column->addLayout(line);
    column->addWidget(m_about);
    return header;
}

QWidget *BatchPage::makeFileLine()
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_file = plainLabel();
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_file, 1);
    m_separator = choiceOf(tr("Separator"), line);
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_separator->addItem(tr("Bar"), QChar(u'|'));
    m_encoding = choiceOf(tr("Encoding"), line);
    m_encoding->addItem(u"UTF-8"_s, static_cast<int>(CsvDialect::Encoding::Utf8));
    m_encoding->addItem(u"UTF-16 LE"_s, static_cast<int>(CsvDialect::Encoding::Utf16Le));
    m_encoding->addItem(u"UTF-16 BE"_s, static_cast<int>(CsvDialect::Encoding::Utf16Be));
    m_encoding->addItem(u"ISO 8859-1"_s, static_cast<int>(CsvDialect::Encoding::Latin1));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(space::xl, 0, space::xl, space::m);
    column->setSpacing(space::s);
    column->addLayout(line);
    column->addWidget(makeKeyLine());
    return box;
}

QWidget *BatchPage::makeKeyLine()
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *label = new QLabel(tr("Business key where the row has none"));
    m_pattern = new QLineEdit;
    m_pattern->setAccessibleName(label->text());
    m_pattern->setPlaceholderText(tr("None; or a pattern such as {user}-{date}-{n}"));
    m_pattern->setMaximumWidth(420);
    label->setBuddy(m_pattern);
    line->addWidget(label);
    line->addWidget(m_pattern, 1);
    line->addStretch();
    return box;
}

QWidget *BatchPage::makeRows()
{
    auto *pane = new QWidget;
    m_model = new RowsModel(this);
    m_filter = new ProblemRowsFilter(this);
    m_filter->setSourceModel(m_model);
    m_view = new QTableView;
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Rows of the file"));
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + space::m);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setDefaultSectionSize(kCellWidth);
    m_onlyProblems = new QToolButton;
    m_onlyProblems->setText(tr("Only rows with problems"));
    m_onlyProblems->setIcon(themedIcon(u"filter"_s));
    m_onlyProblems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_onlyProblems->setCheckable(true);
    m_onlyProblems->setFocusPolicy(Qt::StrongFocus);
    m_next = new QPushButton(themedIcon(u"down"_s), tr("Next problem"));
    m_row = plainLabel();
    m_row->setWordWrap(true);
    m_row->setAccessibleName(tr("Problems of the row"));
    // It must not move the list when another row has more to tell.
    m_row->setFixedHeight(3 * fontMetrics().lineSpacing());
    m_row->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::s);
    tools->addWidget(m_onlyProblems);
    tools->addWidget(m_next);
    QLabel *hint = captionLabel(tr("Cells can be corrected here (F2); the file stays as it is."));
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // gives way in narrow windows
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    tools->addWidget(hint, 1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(space::m, 0, space::xl, 0);
    column->setSpacing(space::s);
    column->addLayout(tools);
    column->addWidget(m_view, 1);
    column->addWidget(m_row);
    return pane;
}

QWidget *BatchPage::makeFooter()
{
    auto *footer = new QWidget;
    m_busy = new BusyBar(footer);
    m_progress = plainLabel({}, footer);
    m_progress->setAccessibleName(tr("Check of the rows"));
    m_cancel = new QPushButton(tr("Stop checking"), footer);
    m_run = new QPushButton(tr("Run"), footer);
    setButtonTone(m_run, Tone::Info);
    QSizePolicy policy = m_cancel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_cancel->setSizePolicy(policy);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::xl, space::m, space::xl, space::m);
    line->setSpacing(space::s);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_run);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_busy);
    column->addLayout(line);
    return footer;
}

void BatchPage::connectParts()
{
    connect(m_columns, &BatchColumns::changed, this, &BatchPage::checkAll);
    connect(m_model, &RowsModel::cellEdited, this, &BatchPage::checkRow);
    connect(m_separator, &QComboBox::activated, this, &BatchPage::chooseDialect);
    connect(m_encoding, &QComboBox::activated, this, &BatchPage::chooseDialect);
    connect(m_onlyProblems, &QToolButton::toggled, m_filter, &ProblemRowsFilter::setOnlyProblems);
    connect(m_next, &QPushButton::clicked, this, &BatchPage::goToProblem);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &BatchPage::showCurrentRow);
    connect(m_cancel, &QPushButton::clicked, this, &BatchPage::cancelCheck);
    connect(m_run, &QPushButton::clicked, this, &BatchPage::run);
    connect(m_model, &RowsModel::modelReset, this, [this] {
        m_view->setColumnWidth(RowsModel::LineColumn, 56);
        m_view->setColumnWidth(RowsModel::CheckColumn, kCheckWidth);
    });
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &BatchPage::showCheck);
}

} // namespace podium
