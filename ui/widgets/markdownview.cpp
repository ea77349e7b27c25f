// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/markdownview.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <cmath>
#include <memory>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// What is laid out within a frame or two, however it is written: longer texts belong into a file.
constexpr qsizetype kMaxLength = 32 * 1024;

bool isHarmlessLink(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return url.isValid() && (scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1);
}

struct Fragment
{
    int position;
    int length;
    QTextCharFormat format;
};

QList<Fragment> fragmentsOf(const QTextDocument &document)
{
    QList<Fragment> fragments;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it)
            fragments << Fragment{it.fragment().position(), it.fragment().length(), it.fragment().charFormat()};
    }
    return fragments;
}

/// Must run before the document is laid out: the layout of an image would read its file.
void makeHarmless(QTextDocument *document)
{
    const QList<Fragment> fragments = fragmentsOf(*document);
    for (auto it = fragments.crbegin(); it != fragments.crend(); ++it) {
        QTextCursor cursor(document);
        cursor.setPosition(it->position);
        cursor.setPosition(it->position + it->length, QTextCursor::KeepAnchor);
        if (it->format.isImageFormat()) {
            const QString description = it->format.property(QTextFormat::ImageAltText).toString();
            cursor.insertText(description.isEmpty() ? MarkdownView::tr("[image]")
                                                    : MarkdownView::tr("[image: %1]").arg(description),
                              QTextCharFormat());
        } else if (it->format.isAnchor() && !isHarmlessLink(QUrl(it->format.anchorHref()))) {
            cursor.setCharFormat(QTextCharFormat());
        }
    }
}

/// Qt's defaults for headings, tables and code are those of a browser of 1995.
void makeCalm(QTextDocument *document, const QPalette &palette)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (const int level = block.blockFormat().headingLevel(); level > 0) {
            QTextCharFormat heading;
            heading.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 2 : level == 2 ? 1 : 0);
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(heading);
        } else if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)) {
            QTextBlockFormat code;
            code.setBackground(toneFill(Tone::Neutral, palette));
            cursor.mergeBlockFormat(code);
        }
    }
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(lineColor(palette));
        format.setCellPadding(space::xs + 2);
        format.setCellSpacing(0);
        format.setTopMargin(space::s);
        format.setBottomMargin(space::s);
        table->setFormat(format);
    }
}

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (isHarmlessLink(url))
            Q_EMIT linkActivated(url);
    });
}

void MarkdownView::setMarkdown(const QString &text)
{
    m_markdown = text;
    render();
}

void MarkdownView::render()
{
    const bool tooLong = m_markdown.size() > kMaxLength;
    // Without a view the document has no layout yet, so nothing looks at it before it is harmless.
    auto *harmless = new QTextDocument(this);
    harmless->setUndoRedoEnabled(false);
    harmless->setDefaultFont(font());
    harmless->setMarkdown(tooLong ? m_markdown.left(kMaxLength) : m_markdown,
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                              QTextDocument::MarkdownNoHTML);
    harmless->setDocumentMargin(m_margin);
    makeHarmless(harmless);
    makeCalm(harmless, palette());
    if (tooLong) {
        QTextCursor end(harmless);
        end.movePosition(QTextCursor::End);
        end.insertBlock(QTextBlockFormat(), QTextCharFormat());
        end.insertText(tr("The text was shortened here: it is too long to show."));
    }
    // The document that came with the widget goes by itself, those of earlier texts are ours.
    QTextDocument *const old = document()->parent() == this ? document() : nullptr;
    setDocument(harmless);
    delete old;
    updateHeight();
}

void MarkdownView::setDocumentMargin(int margin)
{
    m_margin = margin;
    document()->setDocumentMargin(margin);
}

void MarkdownView::setSizesToContents(bool on)
{
    m_sizesToContents = on;
    setVerticalScrollBarPolicy(on ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, on ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateHeight();
}

QSize MarkdownView::sizeHint() const
{
    if (!m_sizesToContents)
        return QTextBrowser::sizeHint();
    return {QTextBrowser::sizeHint().width(), int(std::ceil(document()->size().height())) + 2 * frameWidth()};
}

QSize MarkdownView::minimumSizeHint() const
{
    return m_sizesToContents ? QSize(120, sizeHint().height()) : QTextBrowser::minimumSizeHint();
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    updateHeight();
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    // Link colours are fixed when the text is read.
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

void MarkdownView::updateHeight()
{
    if (m_sizesToContents)
        updateGeometry();
}

} // namespace podium
