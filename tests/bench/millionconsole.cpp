// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/millionconsole.h"

#include "tests/fakes/await.h"

#include <QApplication>
#include <QTest>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

MillionConsole::MillionConsole()
    : m_sandbox(u"operator"_s)
    , m_console{m_sandbox.http.environment(),
                m_fake.session,
                m_sandbox.catalog,
                m_sandbox.instances,
                m_sandbox.runs,
                m_fake.events,
                m_sandbox.jobs,
                m_fake.live,
                m_fake.journal,
                m_fake.bulks,
                m_fake.views,
                m_fake.inputs,
                m_clock,
                m_sandbox.tracer}
{
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

std::optional<double> PaintWatch::wait(const QElapsedTimer &timer)
{
    // Not QTest::qWaitFor(), which sleeps between its looks.
    while (!m_painted && timer.elapsed() < 30000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
    if (!m_painted)
        return {};
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace podium
