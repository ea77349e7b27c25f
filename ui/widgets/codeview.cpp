// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/codeview.h"

#include "ui/widgets/codehighlighter.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostHighlighted = 500; ///< lines: more than a screen shows
} // namespace

/// The strip with line numbers.
class CodeGutter : public QWidget
{
public:
    explicit CodeGutter(CodeView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }
    void mousePressEvent(QMouseEvent *event) override
    {
        const QTextCursor cursor = m_view->cursorForPosition(QPoint(0, event->pos().y()));
        m_view->goToLine(cursor.blockNumber() + 1);
    }
    void wheelEvent(QWheelEvent *event) override { QCoreApplication::sendEvent(m_view->viewport(), event); }

private:
    CodeView *m_view;
};

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new CodeGutter(this))
    , m_highlighter(new CodeHighlighter(document()))
    , m_findBar(new FindBar(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFont(monoFont());
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Source text"));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    m_highlighter->setPalette(palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::layoutExtras);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        updateMarks();
        if (!m_settingCode)
            Q_EMIT lineActivated(textCursor().blockNumber() + 1);
    });
    layoutExtras();
}

void CodeView::setCode(const QString &text, Language language)
{
    m_settingCode = true;
    m_highlighted = m_lastHighlighted = 0;
    m_highlighter->setLanguage(language);
    setPlainText(text);
    m_settingCode = false;
    updateMarks();
}

void CodeView::setCode(const QByteArray &utf8, Language language)
{
    setCode(QString::fromUtf8(utf8), language);
}

void CodeView::goToLine(int line)
{
    const int block = qBound(0, line - 1, blockCount() - 1);
    setTextCursor(QTextCursor(document()->findBlockByNumber(block)));
    centerCursor();
}

void CodeView::showLine(int line)
{
    const int top = verticalScrollBar()->value(); // in lines, while nothing wraps
    const int page = verticalScrollBar()->pageStep();
    if (line - 1 < top || line > top + page)
        verticalScrollBar()->setValue(line - 1 - page / 3);
}

void CodeView::setLanguage(Language language)
{
    m_highlighter->setLanguage(language);
}

void CodeView::highlightLines(int first, int last)
{
    if (m_highlighted == first && m_lastHighlighted == last)
        return;
    m_highlighted = first;
    m_lastHighlighted = last;
    updateMarks();
}

void CodeView::showFindBar()
{
    m_findBar->open();
    layoutExtras();
}

bool CodeView::isProse() const
{
    return lineWrapMode() != NoWrap;
}

int CodeView::gutterWidth() const
{
    if (isProse())
        return 0;
    const int digits = int(qMax<qsizetype>(3, QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + space::l + space::m;
}

void CodeView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const bool strong = block.blockNumber() == current || isHighlighted(block.blockNumber() + 1);
        painter.setPen(strong ? palette().color(QPalette::Text) : mutedColor(palette()));
        const QRectF line(0, top, m_gutter->width() - space::m, height);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        paintLineMark(painter, block.blockNumber() + 1, QRectF(0, top, space::l, height));
        top += height;
        block = block.next();
    }
}

void CodeView::paintLineMark(QPainter &, int, const QRectF &) const {}

void CodeView::layoutExtras()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
    m_findBar->adjustSize();
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    m_findBar->move(width() - m_findBar->width() - bar - space::s, 0);
}

void CodeView::updateMarks()
{
    const auto mark = [this](const QTextCursor &cursor, const QColor &color) {
        QTextEdit::ExtraSelection selection;
        selection.format.setBackground(color);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = cursor;
        selection.cursor.clearSelection();
        return selection;
    };
    QList<QTextEdit::ExtraSelection> selections;
    if (!isProse())
        selections << mark(textCursor(), toneFill(Tone::Neutral, palette()));
    const int last = qMin(m_lastHighlighted, m_highlighted + kMostHighlighted);
    for (int line = m_highlighted; line > 0 && line <= last && line <= blockCount(); ++line) {
        const QTextCursor cursor(document()->findBlockByNumber(line - 1));
        selections << mark(cursor, toneFill(Tone::Info, palette()));
    }
    setExtraSelections(selections + moreMarks());
    m_gutter->update();
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutExtras();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        m_highlighter->rehighlight();
        updateMarks();
    } else if (event->type() == QEvent::FontChange) {
        layoutExtras();
    }
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        showFindBar();
        return;
    }
    if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious)) {
        m_findBar->findNext(event->matches(QKeySequence::FindPrevious));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace podium
