// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/workflowinstance.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<InstanceState, const char *>, 6> kWords{{
    {InstanceState::Pending, "PENDING"},
    {InstanceState::Active, "ACTIVE"},
    {InstanceState::Completed, "COMPLETED"},
    {InstanceState::Aborted, "ABORTED"},
    {InstanceState::Suspended, "SUSPENDED"},
    {InstanceState::Error, "ERROR"},
}};

} // namespace

InstanceState instanceStateFromWord(const QString &word)
{
    for (const auto &[state, known] : kWords) {
        if (word == QLatin1StringView(known))
            return state;
    }
    return InstanceState::Unknown;
}

QString wordOf(InstanceState state)
{
    for (const auto &[known, word] : kWords) {
        if (known == state)
            return QString::fromLatin1(word);
    }
    return u"UNKNOWN"_s;
}

QString displayName(InstanceState state)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("InstanceState", text); };
    switch (state) {
    case InstanceState::Pending:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Pending"));
    case InstanceState::Active:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Running"));
    case InstanceState::Completed:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Completed"));
    case InstanceState::Aborted:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Aborted"));
    case InstanceState::Suspended:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Suspended"));
    case InstanceState::Error:
        return tr(QT_TRANSLATE_NOOP("InstanceState", "Failed"));
    case InstanceState::Unknown:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("InstanceState", "Unknown"));
}

bool isFinal(InstanceState state)
{
    return state == InstanceState::Completed || state == InstanceState::Aborted;
}

} // namespace podium
