// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 36;
constexpr int kWidth = 620;
constexpr int kRows = 10;

/// Icon, title with the matched letters stronger, category or shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, kRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(toneFill(Tone::Info, option.palette));
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6);
        }
        QRect rest = option.rect.adjusted(space::m, 0, -space::m, 0);
        const QColor muted = mutedColor(option.palette);
        const QRect icon(rest.x(), rest.center().y() - 8, 16, 16);
        paintIcon(painter, icon, index.data(PaletteModel::IconRole).toString(), muted);
        rest.setLeft(icon.right() + 1 + space::m);

        QString right = index.data(PaletteModel::HintRole).toString();
        if (right.isEmpty())
            right = index.data(PaletteModel::CategoryRole).toString();
        painter->setPen(muted);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, right);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(right) - space::l);
        paintTitle(painter, rest, option, index);
        painter->restore();
    }

private:
    static void paintTitle(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
    {
        const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width());
        QSet<qsizetype> strong;
        for (const QVariant &position : index.data(PaletteModel::MatchRole).toList())
            strong << position.toLongLong();
        painter->setPen(option.palette.color(QPalette::Text));
        int x = rect.x();
        // Runs of equal weight, so that letters keep their kerning.
        for (qsizetype begin = 0; begin < title.size();) {
            const bool bold = strong.contains(begin);
            qsizetype end = begin + 1;
            while (end < title.size() && strong.contains(end) == bold)
                ++end;
            painter->setFont(bold ? strongFont(option.font) : option.font);
            const QString part = title.mid(begin, end - begin);
            painter->drawText(QRect(x, rect.y(), rect.right() - x + space::l, rect.height()),
                              Qt::AlignVCenter | Qt::TextSingleLine, part);
            x += painter->fontMetrics().horizontalAdvance(part);
            begin = end;
        }
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing matches."), this))
{
    setObjectName(u"CommandPalette"_s);
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Type a command, a workflow, or paste an instance id"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setMaxLength(512);
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Matches"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(2 * kRow);
    setMuted(m_nothing);

    auto *line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Midlight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::xs, space::s, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(m_field);
    layout->addWidget(line);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);

    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(48);
    shadow->setOffset(0, 12);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::setSource(std::function<QList<PaletteItem>()> source)
{
    m_source = std::move(source);
}

void CommandPalette::setTextSource(std::function<QList<PaletteItem>(const QString &)> source)
{
    m_textSource = std::move(source);
}

void CommandPalette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_field->clear();
    reload();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::reload()
{
    m_items = m_source ? m_source() : QList<PaletteItem>();
    refill(m_field->text());
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::refill(const QString &text)
{
    QList<PaletteItem> items = m_textSource ? m_textSource(text.trimmed()) : QList<PaletteItem>();
    // What exists for this text alone always matches it.
    for (PaletteItem &item : items)
        item.bonus += 100'000;
    m_model.setQuery(text);
    m_model.setItems(items + m_items);
    m_list->setCurrentIndex(m_model.index(0, 0));
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    place();
}

void CommandPalette::place()
{
    const int rows = qBound(1, m_model.rowCount(), kRows);
    m_list->setFixedHeight(rows * kRow);
    const int wide = qMin(kWidth, parentWidget()->width() - 2 * space::xl);
    layout()->activate();
    const int high = qMin(sizeHint().height(), parentWidget()->height() - 80);
    setGeometry((parentWidget()->width() - wide) / 2, 64, wide, high);
}

void CommandPalette::run(int row)
{
    const std::function<void()> action = m_model.use(row);
    if (!action)
        return;
    dismiss();
    action();
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    m_list->setCurrentIndex(m_model.index(row, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(kRows);
        return true;
    case Qt::Key_PageUp:
        moveBy(-kRows);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go within the palette
    default:
        return false;
    }
}

} // namespace podium
