// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/auth/oidcsession.h"
#include "models/core/trace.h"
#include "tests/app/auth/fakeissuer.h"
#include "tests/app/auth/memorykeychain.h"
#include "tests/fakes/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

namespace podium {

/// A message to the user has a cause and a remedy.
inline bool isWhole(const Error &error)
{
    return !error.what.isEmpty() && !error.why.isEmpty() && !error.remedy.isEmpty();
}

/// A session with everything around it faked: issuer, browser, keychain, clock.
class SessionFixture
{
public:
    using State = SessionService::State;

    explicit SessionFixture(std::unique_ptr<FakeHttpServer> server = std::make_unique<FakeHttpServer>())
        : issuer(clock, std::move(server))
        , browser(issuer)
        , environment(issuer.environment())
    {
        using namespace std::chrono_literals;
        timings.request = 5s;
        timings.deviceMinInterval = 10ms;
        timings.deviceSlowDown = 30ms;
        timings.retryFirst = 20ms;
        timings.retryMost = 100ms;
    }

    /// A new session with the present environment and timings, as after a restart.
    OidcSession &start()
    {
        session.reset();
        session = std::make_unique<OidcSession>(environment, keychain, browser.opener(), clock, tracer);
        session->setTimings(timings);
        failures = std::make_unique<QSignalSpy>(session.get(), &SessionService::signInFailed);
        hints = std::make_unique<QSignalSpy>(session.get(), &SessionService::signInHinted);
        return *session;
    }

    bool reaches(State state)
    {
        // By signals: QTest::qWaitFor() sleeps between the many steps of a sign-in.
        QSignalSpy changed(session.get(), &SessionService::stateChanged);
        while (session->state() != state && changed.wait(10000)) {
        }
        return session->state() == state;
    }

    bool signIn()
    {
        QSignalSpy page(&browser, &FakeBrowser::arrived);
        session->signIn();
        return reaches(State::SignedIn) && (!page.isEmpty() || page.wait(10000));
    }

    /// The first failure that the session tells; an empty error where none comes.
    Error failure()
    {
        if (failures->isEmpty())
            failures->wait(10000);
        return failures->isEmpty() ? Error() : failures->first().first().value<Error>();
    }
    Error hint()
    {
        if (hints->isEmpty())
            hints->wait(10000);
        return hints->isEmpty() ? Error() : hints->first().first().value<Error>();
    }

    /// Signs in, sees it fail, and checks what every failure has in common.
    Error failedSignIn()
    {
        start().signIn();
        const Error error = failure();
        [&] {
            QVERIFY2(isWhole(error), qPrintable(error.text()));
            QCOMPARE(failures->count(), 1);
            QCOMPARE(session->state(), State::SignedOut);
            QVERIFY(token().isEmpty());
            QVERIFY(keychain.entries.isEmpty());
        }();
        return error;
    }

    template <typename T>
    static Result<T> waitFor(const Async<T> &future)
    {
        QFutureWatcher<Result<T>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!future.isFinished())
            finished.wait(10000);
        return future.isFinished() && future.resultCount() > 0 ? future.result() : Result<T>(Error::cancelled());
    }
    QString token()
    {
        const auto got = waitFor(session->accessToken());
        return got ? *got : QString();
    }
    QByteArray stored() const { return keychain.entries.isEmpty() ? QByteArray() : keychain.entries.cbegin().value(); }

    FakeClock clock;
    FakeIssuer issuer;
    FakeBrowser browser;
    Environment environment;
    MemoryKeychain keychain;
    Tracer tracer;
    SignInTimings timings;
    std::unique_ptr<OidcSession> session;
    std::unique_ptr<QSignalSpy> failures;
    std::unique_ptr<QSignalSpy> hints;
};

} // namespace podium
