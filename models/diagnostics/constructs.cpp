// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/constructs.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

// One construct each: its name, "*" where other members are allowed, its members as name:types (! where it must be
// there), and {a b} for "exactly one of". State types inherit the members of "state". A line that is indented goes on.
constexpr const char *kConstructs = R"(
workflow * id:text key:text name:text description:string version:text annotations:[string]+
  dataInputSchema:text|inputSchema secrets:string|[string]+ constants:string|object start:text|start
  specVersion!:text expressionLang:text timeouts:string|timeouts errors:string|[error]+ keepActive:bool
  metadata:strings events:string|[event]+ functions:string|[function]+ autoRetries:bool retries:string|[retry]+
  auth:string|[auth]+ states!:[state]+ {id key}
inputSchema schema!:text failOnValidationErrors!:bool
start stateName!:text schedule!:text|schedule
schedule interval:text cron:text|cron timezone:string {interval cron}
cron expression!:text validUntil:string
timeouts workflowExecTimeout:text|workflowTimeout stateExecTimeout:text|stateTimeout actionExecTimeout:text
  branchExecTimeout:text eventTimeout:text
workflowTimeout duration!:text interrupt:bool runBefore:text
stateTimeout single:text total!:text
stateTimeouts * stateExecTimeout:text|stateTimeout actionExecTimeout:text branchExecTimeout:text eventTimeout:text
error name!:text code:text description:string
event name!:text source:string type!:string kind:=consumed,produced correlation:[correlation]+ dataOnly:bool
  metadata:strings
correlation contextAttributeName!:text contextAttributeValue:text
function name!:text operation!:text type:=rest,asyncapi,rpc,graphql,odata,expression,custom authRef:text
  metadata:strings
retry name!:text delay:string maxDelay:string increment:string multiplier:number|text maxAttempts!:number|string
  jitter:number|string
auth * name!:text scheme:=basic,bearer,oauth2 properties!:string|authProperties
authProperties * metadata:strings
onError errorRef:text errorRefs:[string]+ transition:text|transition end:bool|end {errorRef errorRefs} {transition
  end}
transition nextState!:text produceEvents:[produceEvent] compensate:bool
end terminate:bool produceEvents:[produceEvent] compensate:bool continueAs:text|continueAs
continueAs * workflowId!:string version:text data:string|object workflowExecTimeout:text|workflowTimeout
produceEvent eventRef!:string data:string|object contextAttributes:strings
stateDataFilter input:string output:string
eventDataFilter useData:bool data:string toStateData:string
actionDataFilter fromStateData:string useResults:bool results:string toStateData:string
action id:string name:string functionRef:text|functionRef eventRef:eventRef subFlowRef:text|subFlowRef
  sleep:actionSleep retryRef:string nonRetryableErrors:[string]+ retryableErrors:[string]+
  actionDataFilter:actionDataFilter condition:text {functionRef eventRef subFlowRef}
actionSleep * before:string after:string
functionRef refName!:string arguments:object selectionSet:string invoke:=sync,async
eventRef triggerEventRef!:string resultEventRef!:string resultEventTimeout:string data:string|object
  contextAttributes:strings invoke:=sync,async
subFlowRef * workflowId!:string version:text onParentComplete:=continue,terminate invoke:=sync,async
onEvents eventRefs!:[string]+ actionMode:=sequential,parallel actions:[action] eventDataFilter:eventDataFilter
branch name!:string timeouts:stateTimeouts actions!:[action]
dataCondition name:string condition!:string transition:text|transition end:bool|end metadata:strings {transition
  end}
eventCondition name:string eventRef!:string transition:text|transition end:bool|end eventDataFilter:eventDataFilter
  metadata:strings {transition end}
defaultCondition transition:text|transition end:bool|end {transition end}
state id:text name!:string type!:string stateDataFilter:stateDataFilter timeouts:stateTimeouts compensatedBy:text
  metadata:strings
sleep =state duration!:string end:bool|end transition:text|transition onErrors:[onError] usedForCompensation:bool
event_ =state exclusive:bool onEvents!:[onEvents] end:bool|end transition:text|transition onErrors:[onError]
operation =state actionMode:=sequential,parallel actions!:[action] end:bool|end transition:text|transition
  onErrors:[onError] usedForCompensation:bool
parallel =state branches!:[branch] completionType:=allOf,atLeast numCompleted:number|string end:bool|end
  transition:text|transition onErrors:[onError] usedForCompensation:bool
switch =state dataConditions:[dataCondition] eventConditions:[eventCondition] defaultCondition!:defaultCondition
  onErrors:[onError] usedForCompensation:bool {dataConditions eventConditions}
inject =state data!:object end:bool|end transition:text|transition usedForCompensation:bool
foreach =state inputCollection!:string outputCollection:string iterationParam:string batchSize:number|string
  actions!:[action] mode:=sequential,parallel end:bool|end transition:text|transition onErrors:[onError]
  usedForCompensation:bool
callback =state action!:action eventRef!:string eventDataFilter:eventDataFilter end:bool|end
  transition:text|transition onErrors:[onError] usedForCompensation:bool
)";

Construct::Member memberFrom(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    Construct::Member member;
    member.name = word.first(colon);
    member.required = member.name.endsWith(u'!');
    if (member.required)
        member.name.chop(1);
    member.types = word.mid(colon + 1).split(u'|');
    return member;
}

Construct constructFrom(const QString &line, const QHash<QString, Construct> &before)
{
    Construct made;
    const qsizetype groups = line.indexOf(u'{');
    const QStringList words = line.first(groups < 0 ? line.size() : groups).split(u' ', Qt::SkipEmptyParts);
    made.name = words.constFirst();
    for (const QString &word : words.mid(1)) {
        if (word == "*"_L1)
            made.open = true;
        else if (word.startsWith(u'='))
            made.members = before.value(word.mid(1)).members;
        else
            made.members.append(memberFrom(word));
    }
    const QStringList parts = groups < 0 ? QStringList() : line.mid(groups).split(u'}', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QString group = part.trimmed(); group.startsWith(u'{'))
            made.oneOf.append(group.mid(1).split(u' ', Qt::SkipEmptyParts));
    }
    return made;
}

QHash<QString, Construct> readConstructs()
{
    QHash<QString, Construct> all;
    const QStringList lines =
        QString::fromLatin1(kConstructs).replace("\n  "_L1, " "_L1).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const Construct made = constructFrom(line, all);
        all.insert(made.name, made);
    }
    return all;
}

} // namespace

const Construct::Member *Construct::member(const QString &memberName) const
{
    for (const Member &candidate : members) {
        if (candidate.name == memberName)
            return &candidate;
    }
    return nullptr;
}

const Construct *construct(const QString &name)
{
    static const QHash<QString, Construct> all = readConstructs();
    const auto found = all.constFind(name);
    return found == all.cend() ? nullptr : &*found;
}

} // namespace podium
