// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/lazytext.h"

#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPieceLines = 500;
constexpr qsizetype kPieceBytes = 64 * 1024;
constexpr qsizetype kMostLine = 4000; ///< bytes of one line

/// Not in the middle of a character.
qsizetype cutBefore(const QByteArray &utf8, qsizetype at)
{
    for (int i = 0; i < 3 && at > 0 && at < utf8.size() && (static_cast<uchar>(utf8.at(at)) & 0xc0) == 0x80; ++i)
        --at;
    return at;
}

} // namespace

LazyText::LazyText(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_view(new CodeView)
    , m_foot(captionLabel({}))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    m_foot->setContentsMargins(space::m, space::xs, space::m, space::xs);
    layout->addWidget(m_foot);
    m_foot->hide();
    m_view->setAccessibleName(accessibleName);
    setFocusProxy(m_view);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &LazyText::appendWhereNeeded);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LazyText::appendWhereNeeded);
}

void LazyText::setText(const QByteArray &text, CodeView::Language language)
{
    if (text == m_text && m_at > 0)
        return;
    const int position = m_view->verticalScrollBar()->value();
    m_text = text;
    m_at = 0;
    m_appending = true;
    m_view->setCode(nextPiece(), language);
    m_appending = false;
    while (!isComplete() && m_view->verticalScrollBar()->maximum() < position && m_view->blockCount() < position + 5000)
        append();
    m_view->verticalScrollBar()->setValue(position);
    tell();
}

QString LazyText::nextPiece()
{
    QByteArray piece;
    for (int line = 0; line < kPieceLines && piece.size() < kPieceBytes && !isComplete(); ++line) {
        const qsizetype lineEnd = m_text.indexOf('\n', m_at);
        const qsizetype end = lineEnd < 0 ? m_text.size() : lineEnd;
        const bool whole = end - m_at <= kMostLine;
        const qsizetype cut = whole ? end : cutBefore(m_text, m_at + kMostLine);
        piece += QByteArrayView(m_text).sliced(m_at, cut - m_at);
        if (lineEnd >= 0 || !whole)
            piece += '\n';
        m_at = whole ? end + (lineEnd < 0 ? 0 : 1) : cut;
    }
    if (!isComplete() && piece.endsWith('\n'))
        piece.chop(1); // the next piece begins with it
    return QString::fromUtf8(piece);
}

void LazyText::append()
{
    m_appending = true;
    QTextCursor end(m_view->document());
    end.movePosition(QTextCursor::End);
    end.insertText(u'\n' + nextPiece());
    m_appending = false;
}

void LazyText::appendWhereNeeded()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (m_appending || isComplete() || bar->value() < bar->maximum() - 2 * bar->pageStep())
        return;
    append();
    tell();
}

void LazyText::tell()
{
    m_foot->setVisible(!isComplete());
    if (!isComplete())
        m_foot->setText(tr("%1 of %2 shown: scroll down for more").arg(sizeText(m_at), sizeText(m_text.size())));
}

} // namespace podium
