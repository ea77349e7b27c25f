// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/overlayscenarios.h"

#include "tests/fakes/await.h"

#include <QTest>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QList<Scenario> quietRuns()
{
    return {
        {.workflow = u"greet_team"_s,
         .input = R"({"name":"team"})",
         .done = {u"Prepare greeting"_s, u"Greet"_s},
         .path = {u"Prepare greeting>Greet"_s}},
        {.workflow = u"onboard_employee"_s,
         .input = R"({"person":{"firstName":"Ada","lastName":"Byron","email":"ada@example.org",
             "startDate":"2026-12-10","employment":"full-time"},"access":{"costCentre":"EN-1200",
             "applications":[{"name":"git","role":"reader"}]},"equipment":{"computer":"none"}})",
         .done = {u"Create account"_s, u"Wait for directory"_s, u"Grant access"_s, u"Equipment wanted"_s, u"Report"_s},
         .path = {u"Create account>Wait for directory"_s, u"Wait for directory>Grant access"_s,
                  u"Grant access>Equipment wanted"_s, u"Equipment wanted>Report"_s}},
        {.workflow = u"release_rollout"_s,
         .input = R"({"release":"1.4.0","strategy":"everywhere"})",
         .done = {u"Build image"_s, u"Settle"_s, u"Checks"_s, u"First wave"_s, u"Observe"_s, u"Strategy"_s,
                  u"All sites"_s, u"Announce"_s},
         .path = {u"Build image>Settle"_s, u"Settle>Checks"_s, u"Checks>First wave"_s, u"First wave>Observe"_s,
                  u"Observe>Strategy"_s, u"Strategy>All sites"_s, u"All sites>Announce"_s}},
        {.workflow = u"site_inspection"_s,
         .input = "{}",
         .done = {u"Inspect"_s, u"Sign off"_s},
         .path = {u"Inspect>Sign off"_s}},
        {.workflow = u"invoice_batch"_s,
         .input = R"({"invoices":[{"number":"A1","net":100},{"number":"A2","net":50}]})",
         .done = {u"Price invoices"_s}},
        {.workflow = u"quarterly_report"_s,
         .input = R"({"department":"sales","quarter":"2026-Q1"})",
         .done = {u"Open report"_s, u"Department report"_s, u"Summarise"_s},
         .path = {u"Open report>Department report"_s, u"Department report>Summarise"_s}},
        {.workflow = u"course_booking"_s,
         .input = R"({"participant":{"name":"Ada Byron","team":"sales"},"booking":{"course":"NEG-1"}})",
         .done = {u"Book the place"_s}},
        {.workflow = u"duty_handover"_s,
         .input = R"({"duty":"night"})",
         .done = {u"Tell the next one"_s, u"Settle in"_s, u"Tell all"_s},
         .path = {u"Tell the next one>Settle in"_s, u"Settle in>Tell all"_s}},
        {.workflow = u"department_report"_s,
         .input = "{}",
         .done = {u"Query warehouse"_s, u"Deliver figures"_s},
         .path = {u"Query warehouse>Deliver figures"_s}},
        {.workflow = u"travel_booking"_s,
         .input = R"({"destination":"Vienna"})",
         .done = {u"Book flight"_s, u"Hotel free"_s, u"Book hotel"_s},
         .path = {u"Book flight>Hotel free"_s, u"Hotel free>Book hotel"_s}},
        {.workflow = u"travel_booking"_s,
         .input = R"({"destination":"Vienna","hotelFull":true})",
         .done = {u"Book flight"_s, u"Hotel free"_s, u"Cancel flight"_s, u"Give up"_s},
         .path = {u"Book flight>Hotel free"_s, u"Hotel free>Give up"_s, u"Book flight>Cancel flight"_s}},
    };
}

void fireNow(SandboxConsole &console, const WorkflowInstance &instance)
{
    const auto jobs = await(console.jobs.jobsOf(instance.id));
    QVERIFY(jobs);
    for (const Job &job : *jobs) {
        if (!isFinal(job.status))
            (void)await(console.jobs.reschedule(job, QDateTime::currentDateTimeUtc()));
    }
}

QList<Scenario> waitingRuns()
{
    return {
        {.workflow = u"purchase_approval"_s,
         .input = R"({"item":"Desk","amount":420})",
         .done = {u"Ask for approval"_s, u"Decision"_s, u"Order"_s},
         .path = {u"Ask for approval>Decision"_s, u"Decision>Order"_s},
         .event = u"podium.sandbox.approval.decided"_s,
         .data = R"({"approved":true})"},
        {.workflow = u"purchase_approval"_s,
         .input = R"({"item":"Yacht","amount":4200})",
         .done = {u"Ask for approval"_s, u"Decision"_s, u"Reject"_s},
         .path = {u"Ask for approval>Decision"_s, u"Decision>Reject"_s},
         .event = u"podium.sandbox.approval.decided"_s,
         .data = R"({"approved":false})"},
        {.workflow = u"parcel_tracking"_s,
         .input = R"({"parcel":"P-1"})",
         .done = {u"Hand over"_s, u"Wait for delivery"_s, u"File proof"_s},
         .path = {u"Hand over>Wait for delivery"_s, u"Wait for delivery>File proof"_s},
         .event = u"podium.sandbox.parcel.delivered"_s,
         .data = R"({"signedBy":"M."})"},
        {.workflow = u"change_request"_s,
         .input = R"({"change":"C-1"})",
         .done = {u"Await verdict"_s, u"Close"_s},
         .path = {u"Await verdict>Close"_s},
         .event = u"podium.sandbox.change.refused"_s,
         .data = "{}"},
        {.workflow = u"change_request"_s,
         .input = R"({"change":"C-2"})",
         .done = {u"Await verdict"_s, u"Lapse"_s},
         .path = {u"Await verdict>Lapse"_s},
         .act = fireNow},
        {.workflow = u"water_plants"_s,
         .input = "{}",
         .done = {u"Wait for the sun to set"_s, u"Water"_s},
         .path = {u"Wait for the sun to set>Water"_s},
         .act = fireNow},
        {.workflow = u"nightly_backup"_s,
         .input = R"({"volumes":["home"]})",
         .end = InstanceState::Aborted,
         .done = {u"Snapshot"_s},
         .other = {{u"Copy"_s, NodeState::Aborted}},
         .path = {u"Snapshot>Copy"_s},
         .act = [](SandboxConsole &console,
                   const WorkflowInstance &instance) { QVERIFY(await(console.instances.abort(instance))); }},
    };
}

std::function<void(SandboxConsole &, const WorkflowInstance &)> repairAndRetry(const QString &service)
{
    return [service](SandboxConsole &console, const WorkflowInstance &instance) {
        console.setHealthy(service, true);
        QVERIFY(await(console.instances.retry(instance)));
    };
}

QList<Scenario> failingRuns()
{
    const auto skip = [](SandboxConsole &console, const WorkflowInstance &instance) {
        QVERIFY(await(console.instances.skip(instance)));
    };
    return {
        {.workflow = u"stock_reservation"_s,
         .input = R"({"sku":"CHAIR-42"})",
         .end = InstanceState::Error,
         .done = {u"Accept order"_s, u"Queue"_s},
         .other = {{u"Check stock"_s, NodeState::Failed}},
         .path = {u"Accept order>Queue"_s, u"Queue>Check stock"_s}},
        {.workflow = u"stock_reservation"_s,
         .input = R"({"sku":"CHAIR-43"})",
         .done = {u"Accept order"_s, u"Queue"_s, u"Check stock"_s, u"Reserve"_s},
         .path = {u"Accept order>Queue"_s, u"Queue>Check stock"_s, u"Check stock>Reserve"_s},
         .act = repairAndRetry(u"inventory"_s)},
        {.workflow = u"ledger_import"_s,
         .input = R"({"month":"2026-03"})",
         .done = {u"Fetch ledger"_s},
         .failsWhileStarting = true,
         .act = repairAndRetry(u"ledger"_s)},
        {.workflow = u"ledger_import"_s,
         .input = R"({"month":"2026-04"})",
         .other = {{u"Fetch ledger"_s, NodeState::Skipped}},
         .failsWhileStarting = true,
         .act = skip},
        {.workflow = u"sensor_calibration"_s,
         .input = R"({"reading":0})",
         .end = InstanceState::Error,
         .done = {u"Warm up"_s},
         .other = {{u"Calibrate"_s, NodeState::Failed}},
         .path = {u"Warm up>Calibrate"_s}},
        {.workflow = u"currency_quote"_s,
         .input = R"({"currency":"USD"})",
         .done = {u"Use last rate"_s, u"Publish"_s},
         .other = {{u"Ask exchange"_s, NodeState::Failed}},
         .path = {u"Ask exchange>Use last rate"_s, u"Use last rate>Publish"_s}},
        {.workflow = u"warehouse_transfer"_s,
         .input = R"({"sku":"DESK-7"})",
         .end = InstanceState::Active,
         .other = {{u"Reserve at source"_s, NodeState::Running}}},
    };
}

} // namespace

QList<QList<Scenario>> scenarioGroups()
{
    return {quietRuns(), waitingRuns(), failingRuns()};
}

} // namespace podium
