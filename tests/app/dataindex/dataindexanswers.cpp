// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/dataindex/dataindexanswers.h"

const char *const kInstance = R"({"data":{"ProcessInstances":[{
  "id":"i1","processId":"order","version":"1.2","processName":"Order","state":"ERROR","businessKey":"K-1",
  "start":"2026-03-02T14:30:07.1Z","end":null,"lastUpdate":"2026-03-02T14:30:08Z","parentProcessInstanceId":"p1",
  "rootProcessInstanceId":"r1","rootProcessId":"root","serviceUrl":"http://flows:8080","createdBy":"olivia",
  "updatedBy":"victor","slaDueDate":"2026-03-03T00:00:00.000Z","executionSummary":["Workflow started","failed"],
  "identity":"olivia","addons":["process-management","source-files"],"cloudEventId":"ce1","cloudEventSource":"/shop",
  "variables":{"workflowdata":{"z":1,"a":[true,null]},"workflowdatainput":{}},
  "error":{"nodeDefinitionId":"6","nodeInstanceId":"n2","message":"Service Unavailable"},
  "nodes":[
    {"id":"n2","name":"Reserve","type":"WorkItemNode","definitionId":"6","nodeId":"6","enter":"2026-03-02T14:30:07.34Z",
     "exit":null,"errorMessage":"Service Unavailable","retrigger":true,"slaDueDate":"2026-03-03T00:00:00Z",
     "cancelType":"OBSOLETE","inputArgs":{"sku":1},"outputArgs":{"ok":false}},
    {"id":"n1","name":"Start","type":"StartNode","definitionId":"1","nodeId":"1","enter":"2026-03-02T14:30:07.1Z",
     "exit":"2026-03-02T14:30:07.2Z","errorMessage":null,"retrigger":false},
    {"id":"n1","name":"Start","type":"StartNode","definitionId":"1","nodeId":"1","enter":"2026-03-02T14:30:07.1Z"},
    {"id":"n3","name":"Later","type":"ActionNode","definitionId":"9","nodeId":"9","enter":null}],
  "parentProcessInstance":{"id":"p1","processId":"batch","processName":"Batch","state":"ACTIVE"},
  "childProcessInstances":[{"id":"c1","processId":"ship","processName":"Ship","state":"COMPLETED"},{"id":"c1"}]
}],"CountProcessInstances":101000}})";

const char *const kDefinitions = R"({"data":{"ProcessDefinitions":[{
  "id":"order","version":"1.10","name":"Order","description":"Takes orders","type":"SW",
  "endpoint":"http://flows:8080/order","serviceUrl":"http://flows:8080","annotations":["shop","b"],
  "metadata":{"Tags":["shop"]},"source":"id: order",
  "nodes":[{"id":"1","name":"Start","type":"StartNode","uniqueId":"u1","metadata":{"state":"Fan","branch":null,"action":null}},
           {"id":"2","name":"la","type":"ActionNode","uniqueId":"u2","metadata":{"state":"Fan","branch":"a","action":"la"}},
           {"id":"3","name":"Fan-a","type":"CompositeContextNode","uniqueId":"u3","metadata":null}]},
  {"id":"order","version":"1.9"}]}})";

const char *const kJobs = R"({"data":{"Jobs":[{
  "id":"j1","processId":"order","processInstanceId":"i1","nodeInstanceId":"n2","rootProcessInstanceId":"r1",
  "rootProcessId":"root","status":"SCHEDULED","expirationTime":"2026-03-02T15:30:07.629Z","priority":3,
  "callbackEndpoint":"http://flows:8080/cb","endpoint":"http://jobs/jobs","repeatInterval":9000000000,"repeatLimit":5,
  "scheduledId":"s1","retries":2,"executionCounter":4,"lastUpdate":"2026-03-02T14:30:07.64Z",
  "exceptionMessage":"boom","exceptionDetails":"at line 1"},
  {"id":"j1"},{"id":"j2","status":"EXECUTED","priority":null,"repeatInterval":null}]}})";
