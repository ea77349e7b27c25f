// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/millionconsole.h"

#include "tests/fakes/await.h"

#include <QApplication>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

QNetworkReply *WatchedNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    const qsizetype index = m_requests.size();
    m_requests << Request{now(), -1, body && body->peek(4096).contains("ProcessInstances")};
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
    connect(reply, &QNetworkReply::finished, this, [this, index] { m_requests[index].to = now(); });
    return reply;
}

std::optional<WatchedNetwork::Request> WatchedNetwork::firstSince(double from) const
{
    for (const Request &one : m_requests) {
        if (one.ofInstances && one.from >= from && one.to >= 0)
            return one;
    }
    return {};
}

int WatchedNetwork::besides(const Request &one) const
{
    return static_cast<int>(std::count_if(
               m_requests.cbegin(), m_requests.cend(),
               [&one](const Request &other) { return other.from < one.to && (other.to < 0 || other.to > one.from); })) -
           1;
}

MillionConsole::MillionConsole()
    : m_sandbox(u"operator"_s)
    , m_bulks({m_sandbox.instances, m_sandbox.runs, m_sandbox.catalog}, m_fake.bulkStore, m_fake.session, m_fake.live,
              m_clock)
    , m_console{m_sandbox.http.environment(),
                m_fake.session,
                m_sandbox.catalog,
                m_sandbox.instances,
                m_sandbox.runs,
                m_fake.events,
                m_sandbox.jobs,
                m_fake.live,
                m_fake.journal,
                m_bulks,
                m_fake.views,
                m_fake.inputs,
                m_fake.formData,
                m_clock,
                m_sandbox.tracer}
{
    m_sandbox.http.setNetwork(&m_network);
}

void MillionConsole::renewToken()
{
    (void)await(m_sandbox.tokens.renewedToken({}));
}

double MillionConsole::plainMs(const GraphqlRequest &request)
{
    HttpRequest http;
    http.verb = "POST";
    http.url = m_sandbox.http.environment().dataIndexUrl;
    http.body = request.body();
    http.contentType = "application/json";
    QElapsedTimer timer;
    timer.start();
    const auto answer = await(m_sandbox.http.send(http), 30000);
    const double spent = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return answer && answer->isSuccess() ? spent : -1;
}

PaintWatch::PaintWatch(QWidget *root, std::function<bool()> ready)
    : m_root(root)
    , m_ready(std::move(ready))
{
    qApp->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_seen) {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && (widget == m_root || m_root->isAncestorOf(widget)) && m_ready()) {
            m_seen = true;
            QTimer::singleShot(0, this, [this] { m_painted = true; }); // once this paint is through
        }
    }
    return QObject::eventFilter(watched, event);
}

bool PaintWatch::wait()
{
    QElapsedTimer timer;
    timer.start();
    // Not QTest::qWaitFor(), which sleeps between its looks.
    while (!m_painted && timer.elapsed() < 30000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
    return m_painted;
}

} // namespace podium
