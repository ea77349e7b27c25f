// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/form/validator.h"

#include <QObject>

namespace podium {

/// Checks the values of one form on a worker thread, the newest only.
class FormChecker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~FormChecker() override;

    void setSchema(const SharedJson &schema);
    /// Drops a check that is under way. checked() follows, unless another check comes first.
    void check(const SharedJson &value);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void checked(const QList<podium::FieldError> &errors);

private:
    struct Shared;
    void stop();

    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<std::atomic_bool> m_stopped;
    Pending m_pending;
    bool m_isBusy = false;
};

} // namespace podium
