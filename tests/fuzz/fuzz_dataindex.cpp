// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/actionfailure.h"
#include "app/dataindex/decodedefinition.h"
#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/decodejob.h"
#include "app/runtime/decoderuntime.h"
#include "app/runtime/decodestart.h"
#include "app/runtime/runtimevariables.h"

using namespace podium;

namespace {

void decodeAnswer(QByteArrayView body)
{
    const auto decoders = {
        +[](GraphqlAnswer &answer) { (void)decodeInstancePage(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeInstanceDetail(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeInstanceCount(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeEndedCounts(answer, 2); },
        +[](GraphqlAnswer &answer) { (void)decodeDefinitionDetail(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeNewestVersion(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeDefinitionSource(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeJobs(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeJobPage(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeJobSections(answer, 3); },
        +[](GraphqlAnswer &answer) { (void)decodeDueCounts(answer, 2); },
        +[](GraphqlAnswer &answer) {
            (void)countDueTimes(answer, {{}, {}}, 2);
        },
        +[](GraphqlAnswer &answer) { (void)decodeJobHosts(answer); },
        +[](GraphqlAnswer &answer) { (void)decodeTypeFields(answer); },
        +[](GraphqlAnswer &answer) { (void)errorOf(answer.errors); },
    };
    for (const auto decode : decoders) {
        if (auto answer = decodeGraphqlAnswer(body))
            decode(*answer);
    }
}

} // namespace

/// What Data Index and a runtime could answer: the first byte chooses the status of a start, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static constexpr int statuses[] = {200, 201, 400, 404, 409, 500};
    const QByteArray body(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    decodeAnswer(body);
    (void)decodeActionFailure(QString::fromUtf8(body));
    (void)decodeSchemas(body);
    (void)decodeSourceName(body);
    (void)decodeUnhealthy(body);
    (void)decodeVariables(body);
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:8080/order"));
    (void)decodeStart(request, {statuses[data[0] % std::size(statuses)], {}, body}, QStringLiteral("K"));
    (void)decodeSchemaErrors(QStringLiteral("There are JsonSchema validation errors:\n") + QString::fromUtf8(body));
    return 0;
}
