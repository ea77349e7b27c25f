// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"

#include "app/application.h"
#include "app/commandline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTabBar>
#include <QTextEdit>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const QString kBrowser = QStringLiteral(PODIUM_TEST_BROWSER);

QString textOf(const QWidget *widget)
{
    QStringList texts{widget->accessibleName()};
    for (const char *property : {"text", "plainText", "currentText", "placeholderText", "title"}) {
        const QVariant value = widget->property(property);
        if (value.typeId() == QMetaType::QString)
            texts << value.toString().remove(u'&');
    }
    return texts.join(u'\n');
}

bool isFull()
{
    return qEnvironmentVariable("PODIUM_SANDBOX") == "full"_L1;
}

/// Text that a view paints from its model, in the rows that are there.
bool viewShows(const QAbstractItemView *view, const QString &text)
{
    const QAbstractItemModel *model = view->model();
    if (!model)
        return false;
    for (int row = 0; row < qMin(model->rowCount(view->rootIndex()), 500); ++row) {
        for (int column = 0; column < model->columnCount(view->rootIndex()); ++column) {
            if (model->index(row, column, view->rootIndex()).data().toString().contains(text))
                return true;
        }
    }
    return false;
}

} // namespace

Desk::Desk()
{
    // A home of its own: the journey neither reads nor leaves anything in the user's folders.
    for (const char *kind : {"config", "data", "cache", "state"}) {
        const QString name = QString::fromLatin1(kind);
        QDir(m_home.path()).mkpath(name);
        const QByteArray variable = "XDG_" + QByteArray(kind).toUpper() + "_HOME";
        qputenv(variable.constData(), m_home.filePath(name).toLocal8Bit());
    }
    qputenv("BROWSER", kBrowser.toLocal8Bit());
    signInAs(u"operator"_s);
}

Desk::~Desk()
{
    stop();
}

void Desk::signInAs(const QString &user)
{
    qputenv("PODIUM_TEST_USER", user.toLocal8Bit());
    qputenv("PODIUM_TEST_PASSWORD", user.toLocal8Bit());
}

void Desk::start(const QStringList &arguments)
{
    Application::setNames();
    m_application = std::make_unique<Application>(CommandLine::parse(QStringList{u"podium"_s} + arguments));
    m_application->show();
    QVERIFY(waitFor([this] { return window() && window()->isActiveWindow(); }));
}

void Desk::startOnSandbox(const QStringList &arguments)
{
    const QString name = configFolder() + u"/sandbox.json"_s;
    const QByteArray environment = sandboxEnvironment();
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(environment), environment.size());
    file.close();
    start(QStringList{u"--environment"_s, name} + arguments);
}

void Desk::stop()
{
    m_application.reset();
}

QMainWindow *Desk::window() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *main = qobject_cast<QMainWindow *>(widget); main && main->isVisible())
            return main;
    }
    return nullptr;
}

QList<QWidget *> Desk::roots()
{
    QList<QWidget *> roots;
    if (QWidget *popup = QApplication::activePopupWidget())
        roots << popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return roots << modal;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && !roots.contains(widget))
            roots << widget;
    }
    return roots;
}

bool Desk::isCalled(const QWidget *widget, const QString &name)
{
    return widget->objectName() == name || textOf(widget).split(u'\n').contains(name);
}

bool Desk::waitFor(const std::function<bool()> &condition, int timeoutMs) const
{
    return QTest::qWaitFor(condition, timeoutMs);
}

bool Desk::click(const QString &name, int timeoutMs)
{
    const auto button = [&]() -> QAbstractButton * { return find<QAbstractButton>(name); };
    if (!waitFor([&] { return button() && button()->isEnabled(); }, timeoutMs)) {
        qWarning("There is no enabled “%s” to click.", qUtf8Printable(name));
        return false;
    }
    QTest::mouseClick(button(), Qt::LeftButton);
    return true;
}

bool Desk::type(const QString &field, const QString &text)
{
    QWidget *target = nullptr;
    if (!waitFor(
            [&] {
                return (target = find<QLineEdit>(field)) || (target = find<QPlainTextEdit>(field)) ||
                       (target = find<QTextEdit>(field));
            },
            10000)) {
        qWarning("There is no field “%s”.", qUtf8Printable(field));
        return false;
    }
    target->setFocus();
    QTest::keySequence(target, QKeySequence::SelectAll);
    QTest::keyClicks(target, text);
    return true;
}

bool Desk::choose(const QString &field, const QString &option)
{
    if (auto *button = find<QAbstractButton>(field % u": " % option)) {
        button->click();
        return true;
    }
    auto *box = find<QComboBox>(field);
    const int index = box ? box->findText(option, Qt::MatchFixedString) : -1;
    if (index < 0) {
        qWarning("There is no “%s” in “%s”.", qUtf8Printable(option), qUtf8Printable(field));
        return false;
    }
    box->setFocus();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    return true;
}

bool Desk::openRow(const QString &list, const QString &text, int timeoutMs)
{
    QModelIndex found;
    const auto isThere = [&] {
        auto *view = find<QAbstractItemView>(list);
        const QAbstractItemModel *model = view ? view->model() : nullptr;
        for (int row = 0; model && row < qMin(model->rowCount(), 500); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (index.data().toString() == text) {
                    found = index;
                    return true;
                }
            }
        }
        return false;
    };
    if (!waitFor(isThere, timeoutMs)) {
        qWarning("The list “%s” has no row “%s”.", qUtf8Printable(list), qUtf8Printable(text));
        return false;
    }
    auto *view = find<QAbstractItemView>(list);
    view->scrollTo(found);
    const QPoint middle = view->visualRect(found).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, middle);
    return true;
}

bool Desk::openTab(const QString &name)
{
    for (QTabBar *bar : window()->findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
            if (bar->tabText(i).remove(u'&').startsWith(name) && bar->isTabVisible(i)) {
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                return bar->currentIndex() == i;
            }
        }
    }
    qWarning("There is no tab “%s”.", qUtf8Printable(name));
    return false;
}

bool Desk::seesText(const QString &text) const
{
    for (const QWidget *root : roots()) {
        const QList<QWidget *> widgets = root->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if (textOf(widget).contains(text))
                return true;
            const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            if (view && viewShows(view, text))
                return true;
        }
    }
    return false;
}

void Desk::screenshot(const QString &name)
{
    const QString folder = QStringLiteral(PODIUM_SCREENSHOTS);
    QDir().mkpath(folder);
    QTest::qWait(300); // let animations and late repaints settle: this is for eyes, nothing is asserted on it
    QWidget *shown = window();
    QPixmap picture = shown->grab();
    for (QWidget *root : roots()) {
        if (root != shown && root->isWindow() && root->isVisible()) {
            QPainter painter(&picture);
            painter.drawPixmap(root->mapToGlobal(QPoint()) - shown->mapToGlobal(QPoint()), root->grab());
        }
    }
    QVERIFY(picture.save(folder % u'/' % name % u".png"));
}

void Desk::screenshots(const QString &name)
{
    const QSize sizes[]{{1400, 900}, {1000, 650}};
    for (const QSize &size : sizes) {
        window()->resize(size);
        QVERIFY(waitFor([&] { return window()->size() == size; }, 3000));
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            applyTheme(*qApp, scheme);
            screenshot(u"%1-%2-%3"_s.arg(name).arg(size.width()).arg(scheme == Scheme::Dark ? u"dark"_s : u"light"_s));
        }
    }
    applyTheme(*qApp, Scheme::Light);
    window()->resize(sizes[0]);
}

QByteArray sandbox(const QStringList &arguments)
{
    QProcess tool;
    tool.start(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/sandbox"), arguments);
    if (!tool.waitForFinished(30000) || tool.exitCode() != 0)
        return {};
    return tool.readAllStandardOutput();
}

bool sandboxRuns()
{
    static const bool runs =
        !sandbox(isFull() ? QStringList{u"status"_s, u"--full"_s} : QStringList{u"token"_s, u"operator"_s})
             .trimmed()
             .isEmpty();
    return runs;
}

QByteArray sandboxEnvironment()
{
    return sandbox(isFull() ? QStringList{u"environment"_s, u"--full"_s} : QStringList{u"environment"_s});
}

bool setHealthy(const QString &service, bool healthy)
{
    const QJsonArray runtimes = QJsonDocument::fromJson(sandboxEnvironment())[u"runtimeUrls"_s].toArray();
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(runtimes.first().toString() + u"/sandbox-services/state/"_s + service));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(
        network.put(request, healthy ? R"({"healthy":true})" : R"({"healthy":false})"));
    return QTest::qWaitFor([&] { return reply->isFinished(); }, 10000) && reply->error() == QNetworkReply::NoError;
}

} // namespace podium
