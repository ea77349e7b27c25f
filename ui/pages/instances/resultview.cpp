// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/resultview.h"

#include "models/items/itemtexts.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/statebadge.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOutputs = 200;
constexpr qsizetype kMostText = 20'000; ///< characters of one output

QLabel *section(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(strongFont(label->font()));
    return label;
}

} // namespace

ResultView::ResultView(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_layout->setContentsMargins(space::l, space::l, space::l, space::l);
    setAccessibleName(tr("Result"));
}

void ResultView::setVariables(const SharedJson &variables)
{
    const Json *now = variables ? resultPart(*variables) : nullptr;
    const Json *before = m_variables ? resultPart(*m_variables) : nullptr;
    const bool same = now == before || (now && before && *now == *before);
    const SharedJson old = std::exchange(m_variables, variables);
    if (same)
        return; // rebuilding would lose scroll position and focus
    const auto result = variables ? resultOf(*variables) : std::nullopt;
    m_hasResult = result.has_value();
    delete m_page;
    m_page = nullptr;
    if (result)
        build(*result);
}

void ResultView::build(const WorkflowResult &result)
{
    m_page = new QWidget;
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(space::m);
    if (!result.completedWith.isEmpty()) {
        auto *badge = new StateBadge;
        const bool success = result.completedWith == "success"_L1;
        const bool error = result.completedWith == "error"_L1;
        badge->setBadge(success ? Tone::Success
                        : error ? Tone::Danger
                                : Tone::Neutral,
                        success ? u"check"_s
                        : error ? u"error"_s
                                : u"info"_s,
                        success ? tr("Success")
                        : error ? tr("Ended with an error")
                                : singleLine(result.completedWith, 60));
        page->addWidget(badge);
    }
    if (!result.message.isEmpty()) {
        auto *message = new MarkdownView;
        message->setAccessibleName(tr("Message"));
        message->setSizesToContents(true);
        message->setDocumentMargin(0); // in line with what is around it
        message->setMarkdown(result.message);
        connect(message, &MarkdownView::linkActivated, this, &ResultView::linkActivated);
        page->addWidget(message);
    }
    if (!result.outputs.isEmpty()) {
        page->addWidget(section(tr("Outputs")));
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(space::l);
        grid->setVerticalSpacing(space::s);
        grid->setColumnStretch(1, 1);
        const qsizetype shown = qMin(result.outputs.size(), kMostOutputs);
        for (qsizetype i = 0; i < shown; ++i) {
            const ResultOutput &output = result.outputs.at(i);
            QLabel *key = captionLabel(singleLine(output.key, 80));
            key->setToolTip(plainToolTip(output.key));
            grid->addWidget(key, static_cast<int>(i), 0, Qt::AlignTop | Qt::AlignLeft);
            // A link is as wide as its text; the others take the room there is.
            const bool link = output.format == ResultOutput::Format::Link;
            grid->addWidget(makeOutput(output), static_cast<int>(i), 1, link ? Qt::AlignLeft : Qt::Alignment());
        }
        page->addLayout(grid);
        if (shown < result.outputs.size())
            page->addWidget(
                captionLabel(tr("%n more in the variables", nullptr, static_cast<int>(result.outputs.size() - shown))));
    }
    if (!result.nextWorkflows.isEmpty()) {
        page->addWidget(section(tr("What may follow")));
        for (const NextWorkflow &next : result.nextWorkflows.first(qMin<qsizetype>(result.nextWorkflows.size(), 50))) {
            auto *button = new QPushButton(themedIcon(u"run"_s), singleLine(next.name, 100).replace(u'&', "&&"_L1));
            button->setAccessibleName(tr("Run %1").arg(singleLine(next.name, 100)));
            connect(button, &QPushButton::clicked, this, [this, id = next.id] { Q_EMIT runRequested(id); });
            page->addWidget(button, 0, Qt::AlignLeft);
        }
    }
    page->addStretch(1);
    m_layout->addWidget(m_page);
}

QWidget *ResultView::makeOutput(const ResultOutput &output)
{
    if (output.format == ResultOutput::Format::Markdown) {
        auto *view = new MarkdownView;
        view->setSizesToContents(true);
        view->setDocumentMargin(0);
        view->setMarkdown(output.text);
        connect(view, &MarkdownView::linkActivated, this, &ResultView::linkActivated);
        view->setAccessibleName(singleLine(output.key, 80));
        return view;
    }
    if (output.format == ResultOutput::Format::Link) {
        auto *button =
            new QPushButton(themedIcon(u"link"_s, Tone::Info), singleLine(output.text, 100).replace(u'&', "&&"_L1));
        button->setFlat(true);
        button->setProperty("inline", true); // its text in line with that of the others
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        button->setToolTip(plainToolTip(output.text));
        button->setAccessibleName(tr("Open %1").arg(singleLine(output.text, 100)));
        connect(button, &QPushButton::clicked, this, [this, url = output.link] { Q_EMIT linkActivated(url); });
        return button;
    }
    const QString text = output.text.size() > kMostText ? output.text.left(kMostText) + u'…' : output.text;
    QLabel *label = plainLabel(text);
    label->setWordWrap(true);
    label->setAccessibleName(singleLine(output.key, 80));
    if (output.format == ResultOutput::Format::Number)
        label->setFont(monoFont());
    return label;
}

} // namespace podium
