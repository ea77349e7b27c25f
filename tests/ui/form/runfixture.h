// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/inputs/inputfiles.h"
#include "models/services/inputmemory.h"
#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "ui/form/formview.h"
#include "ui/pages/run/businesskeyfield.h"
#include "ui/pages/run/inputpicker.h"
#include "ui/pages/run/runpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/displaysettings.h"

#include <QClipboard>
#include <QDirIterator>
#include <QDropEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace podium {

using namespace Qt::StringLiterals;

inline constexpr auto kSchema = R"({"type":"object","required":["person"],"properties":{
    "person":{"title":"Person","type":"object","required":["name"],"properties":{"name":{"title":"Name","type":"string"},
        "pin":{"title":"Pin","type":"string","ui:widget":"password"}}},
    "keys":{"title":"Keys","type":"array","items":{"$ref":"#/definitions/key"}},
    "access":{"title":"Access","type":"object","properties":{"way":{"oneOf":[{"title":"By word","type":"object","required":["word"],"properties":{
        "word":{"title":"Word","type":"string","writeOnly":true}}},{"title":"By card","type":"object","required":["card"],
        "properties":{
        "card":{"title":"Card","type":"string"}}}]}}}},
    "definitions":{"key":{"type":"object","properties":{"id":{"type":"string"},"token":{"type":"string","format":"password"}}}}})";
inline constexpr auto kSecret = R"({"person":{"name":"Ada","pin":"hush"},"keys":[{"id":"k","token":"hush"}],
    "access":{"way":{"word":"hush"}}})";

/// A run form in front of its real files.
struct RunFixture
{
    void init();
    void cleanup();
    void open(const SharedJson &input = nullptr);
    void startRun();
    InputPicker *openPicker();
    FormView *form() const { return m_page->findChild<FormView *>(); }
    QString banner() const { return m_page->findChild<Banner *>()->text(); }
    QLineEdit *businessKey() const { return m_page->findChild<BusinessKeyField *>()->findChild<QLineEdit *>(); }
    QByteArray value() const { return toBytes(form()->value()); }
    template <typename T>
    T *named(QWidget *root, const char *name) const
    {
        for (T *widget : root->findChildren<T *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const QString wanted = QString::fromUtf8(name);
            if (widget->accessibleName() == wanted || (button && button->text() == wanted))
                return widget;
        }
        return nullptr;
    }
    void click(QWidget *root, const char *name) { named<QAbstractButton>(root, name)->click(); }
    QByteArray allFiles() const
    {
        QByteArray all;
        for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<FakeNavigator> m_navigator;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<InputFiles> m_files;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<RunPage> m_page;
    Location m_location;
};

inline void RunFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fake = std::make_unique<FakeConsole>();
    m_navigator = std::make_unique<FakeNavigator>();
    m_display = std::make_unique<DisplaySettings>();
    FakeWorkflow &workflow = m_fake->catalog.workflows.first();
    workflow.schemas.input = std::make_shared<const Json>(Json::parse(kSchema));
    m_location = {u"run"_s, workflow.definition.id, workflow.definition.version};
}

inline void RunFixture::cleanup()
{
    m_page.reset();
    m_console.reset();
    m_files.reset();
    m_display.reset();
    m_navigator.reset();
    m_fake.reset();
}

/// As after a start of Podium: nothing is known but the files. `input` is what another page asks for.
inline void RunFixture::open(const SharedJson &input)
{
    m_page.reset();
    m_files = std::make_unique<InputFiles>(m_folder->path(), u"Sandbox"_s);
    m_console = std::make_unique<Console>(Console{m_fake->console.environment, m_fake->session, m_fake->catalog,
                                                  m_fake->instances, m_fake->runs, m_fake->events, m_fake->jobs,
                                                  m_fake->live, m_fake->journal, m_fake->bulks, m_fake->views, *m_files,
                                                  m_fake->formData, m_fake->clock, m_fake->tracer});
    m_page = std::make_unique<RunPage>(PageContext{*m_console, *m_navigator, *m_display}, m_location);
    m_page->setInput(input);
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    QTRY_VERIFY(form()->isVisible() && form()->hasSteps());
    QTest::qWait(20);
}

inline void RunFixture::startRun()
{
    const auto before = m_fake->runs.requests.size();
    m_page->activateWindow(); // a dialog may have been in front
    QTRY_VERIFY(m_page->isActiveWindow());
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form()->isReviewing());
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_fake->runs.requests.size(), before + 1);
}

inline InputPicker *RunFixture::openPicker()
{
    click(m_page.get(), "&Saved inputs…");
    auto *picker = m_page->findChild<InputPicker *>();
    if (picker)
        (void)QTest::qWaitForWindowExposed(picker);
    return picker;
}

} // namespace podium
