// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakeworkspace.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tabarea.h"

#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace podium {

/// A page that only counts.
class TestPage : public Page
{
    Q_OBJECT
public:
    TestPage(const PageContext &context, const Location &location, QWidget *parent)
        : Page(context, location, parent)
        , field(new QLineEdit(this))
    {
        ++made;
        field->setAccessibleName(QStringLiteral("Field"));
        setFocusProxy(field);
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(field);
    }
    QString title() const override { return QStringLiteral("%1 %2").arg(location().kind, location().id).trimmed(); }
    QString iconName() const override { return QStringLiteral("instance"); }
    void refresh() override { ++refreshes; }
    QJsonObject saveState() const override { return {{QStringLiteral("text"), field->text()}}; }
    void restoreState(const QJsonObject &state) override { field->setText(state.value(QLatin1String("text")).toString()); }
    void signedIn() override { ++signIns; }
    using Page::setLocation;

    QLineEdit *field;
    int refreshes = 0;
    int signIns = 0;
    static inline int made = 0;
};
inline std::vector<PageEntry> testPages()
{
    const auto make = [](const PageContext &context, const Location &location, QWidget *parent) -> Page * {
        return new TestPage(context, location, parent);
    };
    return {{QStringLiteral("overview"), [] { return QStringLiteral("Overview"); }, QStringLiteral("overview"), make},
            {QStringLiteral("instances"), [] { return QStringLiteral("Instances"); }, QStringLiteral("instance"), make},
            {QStringLiteral("workflow"), {}, QStringLiteral("workflow"), make},
            {QStringLiteral("instance"), {}, QStringLiteral("instance"), make},
            {QStringLiteral("journal"), {}, QStringLiteral("document"), make}};
}

/// A window over made-up environments, with pages that only count.
struct WindowFixture
{
    void keepSettingsApart()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("podium-test"));
        QCoreApplication::setApplicationName(QStringLiteral("podium-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }

    void open()
    {
        QSettings().clear();
        m_environments = std::make_unique<FakeEnvironments>();
        m_consoles = std::make_unique<FakeConsoles>(*m_environments);
        makeWindow();
    }

    void makeWindow()
    {
        m_window = std::make_unique<MainWindow>(*m_consoles, *m_environments, m_workspace, testPages(), m_tracer);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        if (!m_environments->list.isEmpty())
            QTRY_VERIFY(m_window->currentView());
    }

    void close()
    {
        m_window.reset();
        m_consoles.reset();
        m_environments.reset();
    }

    TabArea *tabs() const { return m_window->currentView()->tabs(); }
    TestPage *page() const { return static_cast<TestPage *>(tabs()->currentPage()); }
    FakeConsole *fake() { return m_consoles->fake(QStringLiteral("Local sandbox")); }
    static Location instance(const QString &id) { return {QStringLiteral("instance"), id, {}}; }

    QTemporaryDir m_folder;
    Tracer m_tracer;
    FakeWorkspace m_workspace;
    std::unique_ptr<FakeEnvironments> m_environments;
    std::unique_ptr<FakeConsoles> m_consoles;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace podium
