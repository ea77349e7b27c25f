// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/tokenkeeper.h"
#include "tests/fakes/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTokenKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refreshesAheadOfExpiryUnasked();
    void givesOutATokenThatLives();
    void holdsRequestsBackWhileItRefreshes();
    void aServiceThatRejectsEverythingDoesNotCauseAStormOfRefreshes();
    void retriesLessAndLessOften();
    void endsWithoutARefreshToken();
    void droppingAnswersThoseWhoWait();

private:
    TokenSet tokens(qint64 lifetimeMs)
    {
        const QString number = QString::number(++m_count);
        return {u"access-"_s + number, u"refresh-"_s + number, {}, m_clock.now().addMSecs(lifetimeMs), lifetimeMs};
    }
    /// Lets the refresh under way end.
    void finish(const Result<TokenSet> &outcome) { m_asked.takeFirst().finish(outcome); }
    static Error failure(Error::Kind kind)
    {
        Error error;
        error.kind = kind;
        return error;
    }

    FakeClock m_clock;
    SignInTimings m_timings;
    std::unique_ptr<TokenKeeper> m_keeper;
    QList<AsyncSource<TokenSet>> m_asked; ///< refreshes that wait for the test
    QStringList m_with;                   ///< the refresh tokens that were used
    int m_count = 0;
};

void TestTokenKeeper::init()
{
    m_asked.clear();
    m_with.clear();
    m_count = 0;
    m_timings = {};
    m_timings.retryFirst = 10ms;
    m_timings.retryMost = 40ms;
    m_keeper = std::make_unique<TokenKeeper>(
        [this](const QString &refreshToken) {
            m_with << refreshToken;
            m_asked << AsyncSource<TokenSet>();
            return m_asked.last().future();
        },
        m_clock, m_timings);
}

void TestTokenKeeper::refreshesAheadOfExpiryUnasked()
{
    QSignalSpy refreshed(m_keeper.get(), &TokenKeeper::refreshed);
    m_keeper->hold(tokens(400));
    m_clock.advance(300); // a quarter of its life is left
    QTRY_COMPARE(m_with, QStringList{u"refresh-1"_s});
    finish(tokens(60000));
    QTRY_COMPARE(refreshed.count(), 1);
    const auto token = m_keeper->accessToken();
    QTRY_VERIFY(token.isFinished());
    QCOMPARE(*token.result(), u"access-2"_s);
}

void TestTokenKeeper::givesOutATokenThatLives()
{
    QVERIFY(!m_keeper->remainingLifeMs());
    m_keeper->hold(tokens(60000));
    m_clock.advance(50000);
    QCOMPARE(m_keeper->remainingLifeMs(), std::optional<qint64>(10000));
    QCOMPARE(*m_keeper->accessToken().result(), u"access-1"_s);
    QVERIFY(m_asked.isEmpty());
}

void TestTokenKeeper::holdsRequestsBackWhileItRefreshes()
{
    m_keeper->hold(tokens(60000));
    const auto renewed = m_keeper->renewedToken(u"access-1"_s);
    const auto asked = m_keeper->accessToken(); // the present one was rejected just now
    QVERIFY(!asked.isFinished());
    QCOMPARE(m_asked.size(), 1);
    finish(tokens(60000));
    QTRY_VERIFY(renewed.isFinished() && asked.isFinished());
    QCOMPARE(*renewed.result(), u"access-2"_s);
    QCOMPARE(*asked.result(), u"access-2"_s);
}

void TestTokenKeeper::aServiceThatRejectsEverythingDoesNotCauseAStormOfRefreshes()
{
    m_keeper->hold(tokens(60000));
    const auto first = m_keeper->renewedToken(u"access-1"_s);
    finish(tokens(60000));
    QTRY_VERIFY(first.isFinished());
    for (int i = 0; i < 20; ++i) {
        const auto again = m_keeper->renewedToken(u"access-2"_s);
        QTRY_VERIFY(again.isFinished());
        QCOMPARE(*again.result(), u"access-2"_s);
    }
    QCOMPARE(m_with.size(), 1);
}

void TestTokenKeeper::retriesLessAndLessOften()
{
    m_keeper->hold(tokens(60000));
    m_clock.advance(61000);
    const auto asked = m_keeper->accessToken();
    finish(failure(Error::Kind::Network));
    QTRY_VERIFY(asked.isFinished());
    QCOMPARE(asked.result().error().kind, Error::Kind::Network);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 4; ++i) { // after 10, 20, 40 and 40 ms
        QTRY_COMPARE(m_asked.size(), 1);
        finish(failure(Error::Kind::Server));
    }
    QVERIFY(timer.elapsed() >= 60);
    QTRY_COMPARE(m_asked.size(), 1);
    QVERIFY(m_keeper->isHolding());
    finish(tokens(60000));
    QTRY_COMPARE(m_keeper->refreshToken(), u"refresh-2"_s);
}

void TestTokenKeeper::endsWithoutARefreshToken()
{
    QSignalSpy ended(m_keeper.get(), &TokenKeeper::ended);
    TokenSet only = tokens(60000);
    only.refreshToken.clear();
    m_keeper->hold(only);
    m_clock.advance(61000);
    const auto asked = m_keeper->accessToken();
    QTRY_VERIFY(asked.isFinished());
    QCOMPARE(asked.result().error().kind, Error::Kind::Unauthorized);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(m_asked.isEmpty()); // there was nothing to ask with
}

void TestTokenKeeper::droppingAnswersThoseWhoWait()
{
    m_keeper->hold(tokens(60000));
    const auto asked = m_keeper->renewedToken(u"access-1"_s);
    m_keeper->drop(failure(Error::Kind::Unauthorized));
    QVERIFY(asked.isFinished());
    QVERIFY(!asked.result());
    QTRY_VERIFY(m_asked.first().isCanceled()); // the request is aborted
    QVERIFY(!m_keeper->isHolding());
}

QTEST_GUILESS_MAIN(TestTokenKeeper)
#include "tst_tokenkeeper.moc"
