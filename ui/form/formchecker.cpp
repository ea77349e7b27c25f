// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formchecker.h"

#include <mutex>

namespace podium {

/// The schema is made ready by the first check that needs it, on its worker thread.
struct FormChecker::Shared
{
    SharedJson schema;
    std::once_flag once;
    std::unique_ptr<Validator> validator;
};

FormChecker::~FormChecker()
{
    stop();
}

void FormChecker::setSchema(const SharedJson &schema)
{
    stop();
    m_shared = std::make_shared<Shared>();
    m_shared->schema = schema ? schema : std::make_shared<const Json>(Json::object());
}

void FormChecker::stop()
{
    if (m_stopped)
        *m_stopped = true;
    m_pending.cancel();
    m_isBusy = false;
}

void FormChecker::check(const SharedJson &value)
{
    stop();
    if (!m_shared)
        return;
    m_isBusy = true;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    const auto work = [shared = m_shared, stopped = m_stopped, value]() -> Result<QList<FieldError>> {
        std::call_once(shared->once, [&shared] { shared->validator = std::make_unique<Validator>(*shared->schema); });
        return shared->validator->validate(*value, [&stopped] { return stopped->load(); });
    };
    m_pending = deliver(runOnWorker<QList<FieldError>>(work), this, [this](const Result<QList<FieldError>> &errors) {
        m_isBusy = false;
        if (errors)
            Q_EMIT checked(*errors);
    });
}

} // namespace podium
