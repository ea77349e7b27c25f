// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/subscriptionmessages.h"

using namespace podium;

/// What a WebSocket could bring: some messages, one a line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QStringList messages = text.split(u'\n');
    const PushedBatch batch = decodePushed(messages);
    if (batch.messages != messages.size() || batch.instances.size() + batch.jobs.size() > qsizetype(size))
        qFatal("Counted wrong");
    for (const WorkflowInstance &instance : batch.instances) {
        if (instance.id.isEmpty())
            qFatal("A row without an id");
    }
    return 0;
}
