// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/activefetch.h"
#include "tests/fakes/fakeformdata.h"
#include "tests/ui/form/formfixture.h"
#include "ui/form/activestatus.h"

namespace podium {

/// A form whose fields ask a made-up hub.
struct ActiveFixture : FormFixture
{
    void startForm()
    {
        m_service.answers.clear();
        m_service.requests.clear();
        m_form = std::make_unique<FormView>();
        m_form->setDataService(m_service);
    }
    /// With these members of its root.
    void showForm(const QByteArray &members)
    {
        show(QByteArray(R"({"type":"object","properties":{)" + members + "}}").constData());
    }
    ActiveStatus *status(const char *field) const
    {
        const auto all = m_form->findChildren<ActiveStatus *>();
        for (ActiveStatus *one : all) {
            const auto *label = one->findChild<QLabel *>();
            if (label && label->accessibleName() == QStringLiteral("State of ") + QString::fromUtf8(field))
                return one;
        }
        return nullptr;
    }

    FakeFormData m_service;
};

} // namespace podium
