// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QTest>
#include <QUuid>

namespace podium {

/// Tests on the sandbox as its operator, with runs of their own: found by a business key.
class SandboxTest : public QObject
{
protected:
    /// Skips the tests where there is no sandbox.
    void prepare();
    WorkflowDefinition workflow(const QString &id);
    Result<RunStarted> start(const QString &workflowId, const QByteArray &input);
    Result<WorkflowInstance> read(const QString &id) { return await(m_operator->instances.instance(id)); }
    bool reaches(const QString &id, InstanceState state, int timeoutMs = 20000);
    /// As soon as `isSo(WorkflowInstance) -> bool`, or after a while: the events of a run and of its nodes come apart.
    template <typename Predicate>
    Result<WorkflowInstance> readWhen(const QString &id, Predicate isSo)
    {
        Result<WorkflowInstance> last = read(id);
        (void)QTest::qWaitFor(
            [&] {
                last = read(id);
                return last && isSo(*last);
            },
            20000);
        return last;
    }

    std::unique_ptr<SandboxConsole> m_operator;
    QString m_key;
};

inline void SandboxTest::prepare()
{
    m_operator = std::make_unique<SandboxConsole>(QStringLiteral("operator"));
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    m_key = QStringLiteral("contract-") + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

inline WorkflowDefinition SandboxTest::workflow(const QString &id)
{
    const auto definition = await(m_operator->catalog.definition(id, {}));
    return definition ? *definition : WorkflowDefinition();
}

inline Result<RunStarted> SandboxTest::start(const QString &workflowId, const QByteArray &input)
{
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    return await(m_operator->runs.start({workflow(workflowId), json, m_key + u'-' + workflowId}), 30000);
}

inline bool SandboxTest::reaches(const QString &id, InstanceState state, int timeoutMs)
{
    return QTest::qWaitFor(
        [&] {
            const auto instance = read(id);
            return instance && instance->state == state;
        },
        timeoutMs);
}

} // namespace podium
