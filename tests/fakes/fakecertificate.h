// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace podium {

/// A self-signed certificate with its key, made at run time: no key lies in the repository.
struct FakeCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem;

    bool isNull() const { return certificatePem.isEmpty(); }

    static FakeCertificate valid();        ///< for IP address 127.0.0.1 and localhost, from an hour ago, for a day
    static FakeCertificate expired();      ///< for 127.0.0.1, ended an hour ago
    static FakeCertificate forOtherHost(); ///< for other.example only
};

} // namespace podium
