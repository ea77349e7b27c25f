// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/differencedetails.h"

#include "models/graph/graphtexts.h"
#include "models/text/textlines.h"
#include "ui/graph/differencemarks.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTextEdit>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostLines = 400;
constexpr int kLongestLine = 4000;
} // namespace

DifferenceDetails::DifferenceDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_text(new QTextEdit)
    , m_source(new QPushButton(themedIcon(u"document"_s), tr("Show in the text")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(space::m, 0, space::m, 0);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    header->addWidget(m_title, 1);
    header->addWidget(m_source);
    column->addLayout(header);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("What changed"));
    m_text->document()->setDocumentMargin(0);
    m_text->setMinimumHeight(60);
    column->addWidget(m_text, 1);
    connect(m_source, &QPushButton::clicked, this,
            [this] { Q_EMIT sourceWanted(sourcePlace(*m_comparison->whole->difference, m_entry)); });
    clear();
}

void DifferenceDetails::setEntry(const SharedComparison &comparison, const DifferenceEntry &entry)
{
    m_comparison = comparison;
    m_entry = entry;
    const GraphDifference &difference = *comparison->whole->difference;
    const GraphModel &model = difference.model;
    QString name = clipped(model.nodes.at(entry.node).title, 160);
    if (entry.edge >= 0)
        name = tr("%1 \u2192 %2").arg(name, clipped(model.nodes.at(model.edges.at(entry.edge).to).title, 160));
    m_title->setFont(strongFont(font()));
    setMuted(m_title, false);
    m_title->setText(tr("%1: %2").arg(displayName(entry.change), name));
    m_title->setToolTip(plainToolTip(name));
    m_lines = differenceLines(difference, entry);
    m_source->setVisible(sourcePlace(difference, entry).line > 0);
    rebuild();
}

void DifferenceDetails::clear()
{
    m_comparison.reset();
    m_lines.clear();
    m_title->setText(tr("Select a difference to see what changed."));
    m_title->setFont(font());
    setMuted(m_title);
    m_source->hide();
    rebuild();
}

QString DifferenceDetails::text() const
{
    return m_text->toPlainText();
}

void DifferenceDetails::rebuild()
{
    m_text->clear();
    bool first = true;
    for (const DifferenceLine &line : m_lines.mid(0, kMostLines)) {
        appendLine(line, first);
        first = false;
    }
    if (m_lines.isEmpty() && m_comparison)
        appendLine({GraphChange::Same, tr("It says the same in both versions."), -1}, true);
    if (m_lines.size() > kMostLines)
        appendLine({GraphChange::Same, tr("The rest is in the text."), -1}, false);
    m_text->moveCursor(QTextCursor::Start);
}

// "Label: value" with the value as code, and the part that differs from the other version's line marked.
void DifferenceDetails::appendLine(const DifferenceLine &line, bool first)
{
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setBackground(changeFill(line.side, palette()));
    block.setLeftMargin(space::m);
    block.setTopMargin(1);
    block.setTextIndent(0);
    if (first)
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    QTextCharFormat plain;
    plain.setForeground(palette().color(QPalette::Text));
    QTextCharFormat sign = plain;
    sign.setFont(strongFont(monoFont()));
    sign.setForeground(changeColor(line.side, palette()));
    const QString mark = changeSign(line.side);
    cursor.insertText((mark.isEmpty() ? u" "_s : mark) + u' ', sign);

    const QString text = line.text.left(kLongestLine);
    const qsizetype colon = text.indexOf(": "_L1);
    const qsizetype value = colon < 0 ? 0 : colon + 2;
    QTextCharFormat code = plain;
    if (colon >= 0)
        code.setFont(monoFont());
    QTextCharFormat marked = code;
    marked.setFontWeight(QFont::DemiBold);
    marked.setFontUnderline(true);
    QTextCharFormat label = plain;
    label.setForeground(mutedColor(palette()));
    cursor.insertText(text.left(value), label);
    ChangedPart part{text.size(), text.size(), text.size()};
    if (line.other >= 0) {
        const bool old = line.side == GraphChange::Removed;
        const QString other = m_lines.at(line.other).text.left(kLongestLine);
        part = old ? changedPart(text, other) : changedPart(other, text);
        part.oldEnd = old ? part.oldEnd : part.newEnd;
    }
    const qsizetype begin = std::max(part.begin, value);
    const qsizetype end = std::max(part.oldEnd, begin);
    cursor.insertText(text.mid(value, begin - value), code);
    cursor.insertText(text.mid(begin, end - begin), marked);
    cursor.insertText(text.mid(end), code);
}

void DifferenceDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace podium
