// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/inputmemory.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/events/eventattributes.h"
#include "ui/pages/events/eventpage.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/run/inputsource.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

// What the page is made of.

namespace podium {

using namespace Qt::StringLiterals;

QWidget *EventPage::makeContent()
{
    auto *content = new QWidget;
    m_banner = new Banner(content);
    m_attributes = new EventAttributes;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(340);
    scroll->setWidget(m_attributes);
    // The longest choice must not push the fields below the scroll bar.
    const QList<QComboBox *> choices = m_attributes->findChildren<QComboBox *>();
    for (QComboBox *choice : choices) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(16);
    }
    m_split = new QSplitter;
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(scroll);
    m_split->addWidget(makeData());
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_split->setSizes({440, 560});
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_split, 1);
    column->addWidget(makeFooter());
    return content;
}

QWidget *EventPage::makeHeader()
{
    auto *header = new QWidget;
    m_title = plainLabel();
    m_title->setFont(titleFont(m_title->font()));
    m_about = captionLabel({});
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint = plainLabel();
    m_hint->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_title);
    line->addStretch();
    line->addWidget(makeTools());
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::xs);
    column->addLayout(line);
    column->addWidget(m_about);
    column->addWidget(m_hint);
    return header;
}

QWidget *EventPage::makeTools()
{
    auto *tools = new QWidget;
    m_sentButton = new QToolButton(tools);
    m_sentButton->setText(tr("Sent before"));
    m_sentButton->setIcon(themedIcon(u"save"_s));
    m_sentButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sentButton->setPopupMode(QToolButton::InstantPopup);
    m_sentButton->setFocusPolicy(Qt::StrongFocus);
    m_sentMenu = new QMenu(m_sentButton);
    m_sentButton->setMenu(m_sentMenu);
    QToolButton *more = iconButton(u"more"_s, tr("More for the event"), tools);
    auto *menu = new QMenu(more);
    QAction *paste = menu->addAction(themedIcon(u"json"_s), tr("Paste data"), m_source, &InputSource::paste);
    paste->setShortcut(QKeySequence(u"Ctrl+Shift+V"_s));
    paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QAction *file =
        menu->addAction(themedIcon(u"import"_s), tr("Data from a file…"), m_source, &InputSource::chooseFile);
    QAction *curl = menu->addAction(themedIcon(u"copy"_s), tr("Copy as curl"), this, &EventPage::copyAsCurl);
    addActions({paste, file, curl}); // for the palette
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    line->addWidget(m_sentButton);
    line->addWidget(more);
    return tools;
}

QWidget *EventPage::makeData()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(360);
    m_form = new FormView;
    m_json = new JsonPane;
    m_dataTabs = detailTabs(tr("Data of the event"));
    m_dataTabs->addTab(m_form, tr("Data as a form"));
    m_dataTabs->addTab(m_json, tr("Data as JSON"));
    m_dataTabs->setTabVisible(0, false);
    m_dataTabs->tabBar()->hide();
    auto *caption = new QLabel(tr("Data"), pane);
    caption->setFont(strongFont(caption->font()));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(space::l, space::l, space::xl, space::s);
    column->setSpacing(space::xs);
    column->addWidget(caption);
    column->addWidget(captionLabel(tr("JSON; paste or drop YAML, too. Leave it empty to send none.")));
    column->addWidget(m_dataTabs, 1);
    return pane;
}

QWidget *EventPage::makeFooter()
{
    auto *footer = new QWidget;
    m_busy = new BusyBar(footer);
    m_progress = captionLabel({}, footer);
    m_stop = new QPushButton(tr("Stop waiting"), footer);
    m_send = new QPushButton(tr("Send event"), footer);
    m_send->setToolTip(tr("Send the event (Ctrl+Return)"));
    setButtonTone(m_send, Tone::Info);
    QSizePolicy policy = m_stop->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_stop->setSizePolicy(policy);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::xl, space::m, space::xl, space::m);
    line->setSpacing(space::s);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    line->addWidget(m_send);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_busy);
    column->addLayout(line);
    setBusy({});
    return footer;
}

void EventPage::setBusy(const QString &text)
{
    m_busy->setBusy(!text.isEmpty());
    m_progress->setText(text);
    m_stop->setVisible(!text.isEmpty());
    m_send->setEnabled(text.isEmpty() && m_read && !m_attributes->target().isEmpty());
}

void EventPage::connectParts()
{
    connect(m_attributes, &EventAttributes::edited, this, &EventPage::noteEdit);
    connect(this, &Page::partWanted, this, [this](const QString &part) {
        if (m_read && part.startsWith("event="_L1))
            m_attributes->chooseEvent(proposedEvent(part));
    });
    connect(m_attributes, &EventAttributes::eventChosen, this, &EventPage::showSchema);
    connect(m_form, &FormView::valueChanged, this, [this] {
        if (!m_schema)
            return;
        m_data = m_form->value();
        m_json->setValue(m_data);
        noteEdit();
    });
    connect(m_json, &JsonPane::edited, this, [this](const SharedJson &edited) {
        m_data = *edited;
        if (m_schema)
            m_form->setInput(edited);
        noteEdit();
    });
    connect(m_source, &InputSource::read, this, [this](const SharedJson &input, const QString &from) {
        CloudEvent filled = event();
        filled.data = input;
        fill(filled, tr("Filled in: %1.").arg(from));
    });
    connect(m_source, &InputSource::failed, this,
            [this](const QString &why) { m_banner->setMessage(Tone::Danger, why); });
    connect(m_send, &QPushButton::clicked, this, &EventPage::send);
    connect(m_stop, &QPushButton::clicked, this, &EventPage::stopWaiting);
    connect(m_tracker, &EventTracker::found, this, &EventPage::showFinding);
    connect(&console().inputs, &InputMemory::problemChanged, this, [this] {
        if (const QString problem = console().inputs.problem(); !problem.isEmpty())
            m_banner->setMessage(Tone::Warning, problem);
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &EventPage::send);
    }
}

} // namespace podium
