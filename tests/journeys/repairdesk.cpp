// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/repairdesk.h"

#include "models/domain/runtimeaddress.h"
#include "tests/fakes/await.h"
#include "ui/timeline/timelinechart.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

RepairDesk::RepairDesk()
    : m_server(std::make_unique<SandboxConsole>(u"operator"_s))
    , m_key(u"mend-"_s + QUuid::createUuid().toString(QUuid::Id128).left(6))
{
}

RepairDesk::~RepairDesk()
{
    stop();
    for (const QString &id : std::as_const(m_started)) {
        if (const auto instance = await(m_server->instances.instance(id)); instance && !isFinal(instance->state))
            (void)await(m_server->instances.abort(*instance));
    }
}

void RepairDesk::open(const QStringList &arguments)
{
    startOnSandbox(arguments);
    QVERIFY(click(u"Sign in"_s, 20000));
    QVERIFY(waitFor([this] { return find(u"rail-instances"_s) && find(u"rail-instances"_s)->isEnabled(); }, 30000));
}

// ---- at the servers ----

QString RepairDesk::startRun(const QString &workflow, const QString &keyPart, const Json &input)
{
    const auto definition = await(m_server->catalog.definition(workflow, {}), 30000);
    if (!definition)
        return {};
    const auto json = std::make_shared<const Json>(input);
    const auto started = await(m_server->runs.start({*definition, json, key(keyPart)}), 30000);
    const QString id = started ? started->instanceId : started.error().instanceId;
    if (!id.isEmpty())
        m_started << id;
    return id;
}

Json RepairDesk::ask(const QString &document)
{
    HttpRequest request;
    request.verb = "POST";
    request.url = m_server->http.environment().dataIndexUrl;
    request.contentType = "application/json";
    request.body = QByteArray::fromStdString(Json{{"query", document.toStdString()}}.dump());
    const auto answer = await(m_server->http.send(request), 30000);
    const auto parsed = answer ? parseJson(answer->body) : Result<Json>(answer.error());
    const Json *data = parsed ? memberAt(*parsed, "data") : nullptr;
    return data ? *data : Json();
}

Json RepairDesk::instance(const QString &id)
{
    const Json data = ask(u"{ProcessInstances(where:{id:{equal:\"%1\"}},pagination:{limit:1,offset:0}){id processId "
                          u"state businessKey variables error{message} nodes{id name type exit}}}"_s.arg(id));
    const Json *rows = memberAt(data, "ProcessInstances");
    return rows && rows->is_array() && !rows->empty() ? rows->front() : Json();
}

QString RepairDesk::stateOf(const QString &id)
{
    return stringAt(instance(id), "state");
}

bool RepairDesk::stateIs(const QString &id, const QString &state)
{
    return waitFor([&] { return stateOf(id) == state; }, 30000);
}

Json RepairDesk::jobsOf(const QString &instanceId)
{
    const Json data =
        ask(u"{Jobs(where:{processInstanceId:{equal:\"%1\"}},orderBy:{lastUpdate:ASC},pagination:{limit:100,offset:0})"
            u"{id status expirationTime nodeInstanceId}}"_s.arg(instanceId));
    const Json *rows = memberAt(data, "Jobs");
    return rows && rows->is_array() ? *rows : Json::array();
}

QString RepairDesk::timerStatus(const QString &instanceId)
{
    const Json jobs = jobsOf(instanceId);
    return jobs.empty() ? QString() : stringAt(jobs.back(), "status");
}

qsizetype RepairDesk::countNodes(const QString &instanceId, const QString &type)
{
    const Json now = instance(instanceId);
    const Json *nodes = memberAt(now, "nodes");
    if (!nodes || !nodes->is_array())
        return 0;
    return std::count_if(nodes->begin(), nodes->end(),
                         [&](const Json &node) { return stringAt(node, "type") == type; });
}

Json RepairDesk::runtime(const QString &path)
{
    HttpRequest request;
    request.verb = "GET";
    request.url = QUrl(m_server->http.environment().runtimeUrls.value(0).toString() + path);
    const auto answer = await(m_server->http.send(request), 30000);
    const auto parsed = answer && answer->isSuccess() ? parseJson(answer->body) : Result<Json>(Error());
    return parsed ? *parsed : Json();
}

// ---- at the window ----

bool RepairDesk::runInPalette(const QString &text)
{
    QTest::keySequence(window(), QKeySequence(u"Ctrl+K"_s));
    if (!waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }, 5000))
        return false;
    QTest::keyClicks(QApplication::focusWidget(), text);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    return true;
}

bool RepairDesk::offers(const QString &action)
{
    return waitFor([&] {
        const QList<QAction *> actions = window()->findChildren<QAction *>();
        return std::any_of(actions.cbegin(), actions.cend(), [&](const QAction *each) {
            const auto *page = qobject_cast<const QWidget *>(each->parent());
            return page && page->isVisible() && each->text().startsWith(action) && each->isEnabled();
        });
    });
}

bool RepairDesk::openInstance(const QString &id)
{
    return runInPalette(id) && waitFor([&] { return find<StateBadge>({}) && seesText(id); });
}

bool RepairDesk::sees(const QString &badge)
{
    return waitFor([&] { return find<StateBadge>(badge); }, 30000);
}

bool RepairDesk::selectInstances(const QString &keyPart, int count)
{
    const QString filter = u"Filter as text"_s;
    if (!click(u"rail-instances"_s) || !type(filter, u"key:"_s % key(keyPart) % u'*'))
        return false;
    QTest::keyClick(find<QLineEdit>(filter), Qt::Key_Return);
    QAbstractItemView *list = nullptr;
    const bool isThere = waitFor(
        [&] {
            list = find<QAbstractItemView>(u"Instances"_s);
            bool all = list && list->model()->rowCount() == count;
            for (int row = 0; all && row < qMin(count, 20); ++row)
                all = !list->model()->index(row, 0).data().toString().isEmpty();
            return all;
        },
        60000);
    if (!isThere)
        return false;
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    return waitFor([&] { return seesText(u"Actions on %1"_s.arg(count)); });
}

bool RepairDesk::selectInTimeline(const QString &nodeType)
{
    if (!openTab(u"Timeline"_s))
        return false;
    TimelineChart *chart = nullptr;
    int lane = -1;
    const bool isThere = waitFor([&] {
        chart = find<TimelineChart>(u"Nodes over time"_s);
        if (!chart || !chart->timeline())
            return false;
        const auto &rows = chart->timeline()->rows;
        for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
            if (rows.at(i).type == nodeType && !chart->rowRect(i).isEmpty())
                lane = i;
        }
        return lane >= 0;
    });
    if (isThere)
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->rowRect(lane).center());
    return isThere;
}

bool RepairDesk::confirmBulk()
{
    return waitFor([this] { return find(u"bulk-go"_s) && find(u"bulk-go"_s)->isEnabled(); }, 60000) &&
           click(u"bulk-go"_s);
}

} // namespace podium
