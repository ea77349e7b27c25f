// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/textdiffview.h"

#include "ui/graph/differencemarks.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Kind = TextDiffRow::Kind;

constexpr qsizetype kMostCopied = 50'000; ///< lines

GraphChange changeOf(Kind kind)
{
    return kind == Kind::Removed ? GraphChange::Removed : kind == Kind::Added ? GraphChange::Added : GraphChange::Same;
}

} // namespace

TextDiffView::TextDiffView(QWidget *parent)
    : QListView(parent)
    , m_model(new TextDiffModel(this))
{
    setModel(m_model);
    setItemDelegate(new TextDiffDelegate(this));
    setUniformItemSizes(true);
    setFont(monoFont());
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Both texts, line by line"));
    setMinimumSize(120, 80);
}

void TextDiffView::setDifference(const SharedTextDifference &difference)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    m_model->setDifference(difference);
    scheduleDelayedItemsLayout();
}

void TextDiffView::setChangesOnly(bool on)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    const QModelIndex current = currentIndex();
    const int old = current.data(TextDiffModel::OldLineRole).toInt();
    const int line = current.data(TextDiffModel::NewLineRole).toInt();
    m_model->setChangesOnly(on);
    scheduleDelayedItemsLayout();
    if (current.isValid())
        showLine(line > 0 ? line : old, line == 0);
}

void TextDiffView::goToRow(int row, bool center)
{
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row);
    setCurrentIndex(index);
    // The width of a line is no reason to leave its beginning.
    scrollTo(index, center ? PositionAtCenter : EnsureVisible);
    horizontalScrollBar()->setValue(0);
}

void TextDiffView::showLine(int line, bool old)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    goToRow(m_model->rowOf(line - 1, old), true);
    Q_EMIT currentChangeMoved();
}

void TextDiffView::step(bool backward)
{
    const int count = m_model->changeCount();
    if (count == 0)
        return;
    const int row = currentIndex().row();
    int next = 0;
    if (backward) {
        next = count - 1;
        for (int i = count - 1; row >= 0 && i >= 0; --i) {
            if (m_model->rowOfChange(i) < row && i != m_model->changeAt(row)) {
                next = i;
                break;
            }
        }
    } else {
        while (next < count && m_model->rowOfChange(next) <= row)
            ++next;
        next = next == count ? 0 : next;
    }
    goToRow(m_model->rowOfChange(next), true);
}

void TextDiffView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_quiet || !current.isValid())
        return;
    const TextDiffRow &row = m_model->rowAt(current.row());
    if (row.kind != Kind::Gap && row.kind != Kind::Cut)
        Q_EMIT lineChosen(row.oldLine + 1, row.newLine + 1);
    Q_EMIT currentChangeMoved();
}

void TextDiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        return expandGap(currentIndex().row());
    QListView::keyPressEvent(event);
}

void TextDiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    if (const QModelIndex index = indexAt(event->pos()); index.isValid())
        expandGap(index.row());
}

// What hides lines shows them: all of the text, there.
void TextDiffView::expandGap(int row)
{
    const TextDiffRow at = m_model->rowAt(row);
    if (at.kind != Kind::Gap)
        return;
    Q_EMIT wholeTextWanted();
    showLine(at.newLine + 1, false);
}

void TextDiffView::copySelection() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostCopied; ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        const Kind kind = m_model->rowAt(row).kind;
        const auto sign = kind == Kind::Removed ? "-"_L1 : kind == Kind::Added ? "+"_L1 : " "_L1;
        lines << sign + m_model->text(row);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TextDiffView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

// ---- rows ----

TextDiffDelegate::TextDiffDelegate(TextDiffView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

int TextDiffDelegate::numberWidth() const
{
    const auto &difference = m_view->diff()->difference();
    const int most = difference ? std::max(difference->before.count(), difference->after.count()) : 0;
    const auto digits = static_cast<int>(std::max<qsizetype>(3, QString::number(most).size()));
    return m_view->fontMetrics().horizontalAdvance(u'9') * digits + space::s;
}

QSize TextDiffDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics metrics = m_view->fontMetrics();
    const int sign = metrics.horizontalAdvance(u'+') + 2 * space::s;
    const int text = metrics.horizontalAdvance(u'x') * (m_view->diff()->longestLine() + 2);
    return {2 * numberWidth() + sign + text, metrics.height() + 2};
}

void TextDiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TextDiffRow &row = m_view->diff()->rowAt(index.row());
    const GraphChange change = changeOf(row.kind);
    const bool gap = row.kind == Kind::Gap || row.kind == Kind::Cut;
    painter->save();
    painter->setFont(m_view->font());
    QColor ground = gap ? toneFill(Tone::Neutral, option.palette) : changeFill(change, option.palette);
    painter->fillRect(option.rect, ground);
    const int wide = numberWidth();
    const int sign = m_view->fontMetrics().horizontalAdvance(u'+') + 2 * space::s;
    QRect room = option.rect;
    const auto take = [&room](int width) {
        const QRect part(room.left(), room.top(), width, room.height());
        room.setLeft(room.left() + width);
        return part;
    };
    painter->setPen(mutedColor(option.palette));
    const QRect old = take(wide);
    const QRect current = take(wide);
    if (!gap) {
        if (row.oldLine >= 0)
            painter->drawText(old, Qt::AlignRight | Qt::AlignVCenter, QString::number(row.oldLine + 1));
        if (row.newLine >= 0)
            painter->drawText(current, Qt::AlignRight | Qt::AlignVCenter, QString::number(row.newLine + 1));
    }
    painter->setPen(changeColor(change, option.palette));
    painter->drawText(take(sign), Qt::AlignCenter, gap ? u"\u22EF"_s : changeSign(change));
    paintText(painter, room, option, index.row());
    if (option.state & QStyle::State_Selected) {
        QColor veil = option.palette.color(QPalette::Highlight);
        veil.setAlpha(110);
        painter->setCompositionMode(isDark(option.palette) ? QPainter::CompositionMode_Screen
                                                           : QPainter::CompositionMode_Multiply);
        painter->fillRect(option.rect, veil);
    }
    painter->restore();
}

void TextDiffDelegate::paintText(QPainter *painter, const QRect &room, const QStyleOptionViewItem &option,
                                 int row) const
{
    const TextDiffModel &model = *m_view->diff();
    const Kind kind = model.rowAt(row).kind;
    const QString text = model.text(row);
    if (kind == Kind::Gap || kind == Kind::Cut) {
        painter->setPen(mutedColor(option.palette));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        return;
    }
    if (const auto [begin, end] = model.emphasis(row); begin < end) {
        const QFontMetricsF metrics(m_view->font());
        const double left = room.left() + metrics.horizontalAdvance(text.left(begin));
        QColor strong = changeColor(changeOf(kind), option.palette);
        strong.setAlpha(isDark(option.palette) ? 90 : 60);
        painter->fillRect(
            QRectF(left, room.top(), metrics.horizontalAdvance(text.mid(begin, end - begin)), room.height()), strong);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace podium
