// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tabarea.h"

#include "ui/widgets/documenttabbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/themesheet.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kClosedKept = 20;
constexpr qsizetype kTabsRestored = 50;
} // namespace

TabArea::TabArea(const PageContext &context, const std::vector<PageEntry> &entries, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_entries(entries)
    , m_stack(new QStackedWidget(this))
{
    // Not the bar itself wears the theme: Qt then takes what holds a tab bar for styled, too, and no longer tells it,
    // and so the ground of the pages, of a new palette.
    auto *top = new QWidget(this);
    auto *bar = new DocumentTabBar(top);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->addWidget(bar);
    wearTheme(top);
    m_bar = bar;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(top);
    layout->addWidget(m_stack, 1);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);

    m_tabs.insert(0, {});
    m_bar->setTabData(m_bar->addTab(QString()), 0);
    connect(bar, &DocumentTabBar::closeWanted, this, &TabArea::closeTab);
    connect(m_bar, &QTabBar::currentChanged, this, &TabArea::onCurrentChanged);
    connect(m_bar, &QTabBar::tabMoved, this, &TabArea::keepListTabFirst);
    connect(m_bar, &QTabBar::customContextMenuRequested, this, [this](const QPoint &position) {
        const int index = m_bar->tabAt(position);
        if (index <= 0)
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Close"), this, [this, index] { closeTab(index); });
        menu->addAction(tr("Close others"), this, [this, index] {
            selectTab(index);
            closeOthers();
        });
        menu->popup(m_bar->mapToGlobal(position));
    });
}

const PageEntry *TabArea::entryFor(const QString &kind) const
{
    for (const PageEntry &entry : m_entries) {
        if (entry.kind == kind)
            return &entry;
    }
    return nullptr;
}

TabArea::Tab &TabArea::tabAt(int index)
{
    return m_tabs[m_bar->tabData(index).toInt()];
}

int TabArea::indexOf(const Location &location) const
{
    for (int i = 1; i < m_bar->count(); ++i) {
        if (m_tabs.value(m_bar->tabData(i).toInt()).location == location)
            return i;
    }
    return -1;
}

Page *TabArea::open(const Location &location)
{
    const PageEntry *entry = entryFor(location.kind);
    if (!entry)
        return nullptr;
    if (entry->railName) {
        showListPage(location.kind);
        if (Page *page = currentPage(); page && !location.id.isEmpty())
            page->go(location);
    } else {
        int index = indexOf(location);
        Location place = location;
        place.part.clear(); // Back shall not point again
        if (index < 0)
            index = addTab({place, place.id, nullptr, {}});
        if (index == m_bar->currentIndex())
            onCurrentChanged(index);
        else
            m_bar->setCurrentIndex(index);
        if (Page *page = currentPage(); page && !location.part.isEmpty())
            page->showPart(location.part);
    }
    return currentPage();
}

int TabArea::addTab(const Tab &tab)
{
    const QScopedValueRollback<bool> quiet(m_changing, true);
    const int id = m_nextId++;
    const PageEntry *entry = entryFor(tab.location.kind);
    const int index = m_bar->addTab(themedIcon(entry ? entry->iconName : QString()), QString());
    m_bar->setTabData(index, id);
    m_tabs.insert(id, tab);
    auto *bar = static_cast<DocumentTabBar *>(m_bar);
    bar->addCloseButton(index);
    bar->setTitle(index, tab.title);
    return index;
}

Page *TabArea::makePage(const Location &location, const QJsonObject &state)
{
    const PageEntry *entry = entryFor(location.kind);
    Page *page = entry->make(m_context, location, m_stack);
    m_stack->addWidget(page);
    wearTheme(page);
    connect(page, &Page::titleChanged, this, [this, page] { updateTitle(page); });
    if (!state.isEmpty())
        page->restoreState(state);
    return page;
}

void TabArea::showListPage(const QString &kind)
{
    Page *&page = m_listPages[kind];
    if (!page)
        page = makePage({kind, {}, {}}, m_listStates.take(kind));
    Tab &tab = m_tabs[0];
    tab.location = page->location();
    tab.page = page;
    updateTitle(page);
    if (m_bar->currentIndex() == 0)
        onCurrentChanged(0);
    else
        m_bar->setCurrentIndex(0);
}

void TabArea::onCurrentChanged(int index)
{
    if (m_changing || index < 0)
        return;
    Tab &tab = tabAt(index);
    if (!tab.page) {
        if (!tab.location.isValid())
            return;
        if (index == 0)
            return showListPage(tab.location.kind);
        tab.page = makePage(tab.location, std::exchange(tab.state, {}));
        updateTitle(tab.page);
    }
    m_stack->setCurrentWidget(tab.page);
    Q_EMIT currentChanged(tab.location);
}

void TabArea::updateTitle(Page *page)
{
    for (int i = 0; i < m_bar->count(); ++i) {
        Tab &tab = tabAt(i);
        if (tab.page != page)
            continue;
        tab.title = page->title();
        if (tab.location != page->location()) {
            const Location before = std::exchange(tab.location, page->location());
            Q_EMIT moved(before, tab.location);
        }
        static_cast<DocumentTabBar *>(m_bar)->setTitle(i, tab.title);
        m_bar->setTabIcon(i, themedIcon(page->iconName()));
        if (i == m_bar->currentIndex())
            Q_EMIT currentChanged(tab.location);
    }
}

void TabArea::keepListTabFirst()
{
    for (int i = 1; i < m_bar->count(); ++i) {
        if (m_bar->tabData(i).toInt() == 0)
            return m_bar->moveTab(i, 0);
    }
}

void TabArea::close(const Location &location)
{
    closeTab(indexOf(location));
}

void TabArea::closeTab(int index)
{
    if (index <= 0 || index >= m_bar->count())
        return;
    const int id = m_bar->tabData(index).toInt();
    Tab tab = m_tabs.take(id);
    if (tab.page) {
        tab.state = tab.page->saveState();
        m_stack->removeWidget(tab.page);
        tab.page->hide();
        tab.page->deleteLater();
        tab.page = nullptr;
    }
    m_closed.append(tab);
    if (m_closed.size() > kClosedKept)
        m_closed.removeFirst();
    m_bar->removeTab(index);
}

void TabArea::closeCurrent()
{
    closeTab(m_bar->currentIndex());
}

void TabArea::closeOthers()
{
    const Location kept = current();
    for (int i = m_bar->count() - 1; i > 0; --i) {
        if (tabAt(i).location != kept)
            closeTab(i);
    }
}

void TabArea::reopenClosed()
{
    if (m_closed.isEmpty())
        return;
    const Tab tab = m_closed.takeLast();
    const int open = indexOf(tab.location);
    selectTab(open > 0 ? open : addTab(tab));
}

void TabArea::selectTab(int index)
{
    if (index >= 0 && index < m_bar->count())
        m_bar->setCurrentIndex(index);
}

void TabArea::step(int by)
{
    m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
}

int TabArea::count() const
{
    return m_bar->count();
}

Location TabArea::current() const
{
    return m_tabs.value(m_bar->tabData(m_bar->currentIndex()).toInt()).location;
}

Page *TabArea::currentPage() const
{
    return m_tabs.value(m_bar->tabData(m_bar->currentIndex()).toInt()).page;
}

QList<Page *> TabArea::pages() const
{
    QList<Page *> pages = m_listPages.values();
    for (auto it = m_tabs.cbegin(); it != m_tabs.cend(); ++it) {
        if (it.key() != 0 && it->page)
            pages << it->page;
    }
    return pages;
}

QJsonArray TabArea::savedTabs() const
{
    QJsonArray tabs;
    for (int i = 1; i < m_bar->count(); ++i) {
        const Tab tab = m_tabs.value(m_bar->tabData(i).toInt());
        tabs << QJsonObject{{u"location"_s, tab.location.toText()},
                            {u"title"_s, tab.title},
                            {u"state"_s, tab.page ? tab.page->saveState() : tab.state}};
    }
    return tabs;
}

QJsonObject TabArea::saveState() const
{
    QJsonObject lists;
    for (auto it = m_listStates.cbegin(); it != m_listStates.cend(); ++it)
        lists.insert(it.key(), it.value());
    for (auto it = m_listPages.cbegin(); it != m_listPages.cend(); ++it)
        lists.insert(it.key(), it.value()->saveState());
    return {{u"tabs"_s, savedTabs()},
            {u"current"_s, m_bar->currentIndex()},
            {u"list"_s, m_tabs.value(0).location.kind},
            {u"lists"_s, lists}};
}

void TabArea::restoreState(const QJsonObject &state)
{
    const QJsonObject lists = state.value("lists"_L1).toObject();
    for (auto it = lists.constBegin(); it != lists.constEnd(); ++it) {
        if (entryFor(it.key()))
            m_listStates.insert(it.key(), it.value().toObject());
    }
    const QJsonArray tabs = state.value("tabs"_L1).toArray();
    for (qsizetype i = 0; i < qMin(tabs.size(), kTabsRestored); ++i) {
        const QJsonObject saved = tabs.at(i).toObject();
        const Location location = Location::fromText(saved.value("location"_L1).toString());
        const PageEntry *entry = entryFor(location.kind);
        if (entry && !entry->railName && indexOf(location) < 0) {
            const QString title = saved.value("title"_L1).toString(location.id).left(200);
            addTab({location, title, nullptr, saved.value("state"_L1).toObject()});
        }
    }
    QString list = state.value("list"_L1).toString();
    const PageEntry *entry = entryFor(list);
    if (!entry || !entry->railName)
        list = m_entries.empty() ? QString() : m_entries.front().kind;
    m_tabs[0].location = {list, {}, {}};
    if (const PageEntry *home = entryFor(list)) {
        m_tabs[0].title = home->railName();
        static_cast<DocumentTabBar *>(m_bar)->setTitle(0, m_tabs[0].title);
        m_bar->setTabIcon(0, themedIcon(home->iconName));
    }
    const int current = qBound(0, state.value("current"_L1).toInt(), m_bar->count() - 1);
    if (current == m_bar->currentIndex())
        onCurrentChanged(current);
    else
        m_bar->setCurrentIndex(current);
}

} // namespace podium
