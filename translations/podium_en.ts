<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 The Podium authors -->
<!-- SPDX-License-Identifier: Apache-2.0 -->
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>BatchReport</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted, not to be seen yet</source>
        <translation>
            <numerusform>%n accepted, not to be seen yet</numerusform>
            <numerusform>%n accepted, not to be seen yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n left alone</numerusform>
            <numerusform>%n left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried</source>
        <translation>
            <numerusform>%n not tried</numerusform>
            <numerusform>%n not tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelling %n job(s)</source>
        <translation>
            <numerusform>Cancelling %n job</numerusform>
            <numerusform>Cancelling %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rescheduling %n job(s)</source>
        <translation>
            <numerusform>Rescheduling %n job</numerusform>
            <numerusform>Rescheduling %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionFindings</name>
    <message numerus="yes">
        <source>%n workflow(s)</source>
        <translation>
            <numerusform>%n workflow</numerusform>
            <numerusform>%n workflows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message numerus="yes">
        <source>There are more than %n fields in it.</source>
        <translation>
            <numerusform>There is more than %n field in it.</numerusform>
            <numerusform>There are more than %n fields in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterTexts</name>
    <message numerus="yes">
        <source>last %n second(s)</source>
        <translation>
            <numerusform>last second</numerusform>
            <numerusform>last %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minute(s)</source>
        <translation>
            <numerusform>last minute</numerusform>
            <numerusform>last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hour(s)</source>
        <translation>
            <numerusform>last hour</numerusform>
            <numerusform>last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n week(s)</source>
        <translation>
            <numerusform>last week</numerusform>
            <numerusform>last %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HttpError</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 did not answer within %n second.</numerusform>
            <numerusform>%1 did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentBundle</name>
    <message numerus="yes">
        <source>%n value(s) of the variables are left out, and %1 stands in their place in all files:</source>
        <translation>
            <numerusform>%n value of the variables is left out, and %1 stands in its place in all files:</numerusform>
            <numerusform>%n values of the variables are left out, and %1 stands in their place in all files:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewRows</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them new since you last looked</source>
        <translation>
            <numerusform>, %n of them new since you last looked</numerusform>
            <numerusform>, %n of them new since you last looked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s) longer than usual, %2</source>
        <translation>
            <numerusform>%1: %n run longer than usual, %2</numerusform>
            <numerusform>%1: %n runs longer than usual, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is about %n minute(s) ahead of the sign-in server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is about %n minute ahead of the sign-in server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is about %n minutes ahead of the sign-in server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is about %n minute(s) behind the sign-in server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is about %n minute behind the sign-in server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is about %n minutes behind the sign-in server&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartAnswer</name>
    <message numerus="yes">
        <source>The service found %n problem(s) in the input.</source>
        <translation>
            <numerusform>The service found %n problem in the input.</numerusform>
            <numerusform>The service found %n problems in the input.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>in %n d</numerusform>
            <numerusform>in %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ms</source>
        <translation>
            <numerusform>%n ms</numerusform>
            <numerusform>%n ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n repetition(s) in it</source>
        <translation>
            <numerusform>%n repetition in it</numerusform>
            <numerusform>%n repetitions in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), no times told</source>
        <translation>
            <numerusform>%n node, no times told</numerusform>
            <numerusform>%n nodes, no times told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) in %1</source>
        <translation>
            <numerusform>%n node in %1</numerusform>
            <numerusform>%n nodes in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValidateApplication</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchRule</name>
    <message numerus="yes">
        <source>%n failure(s) within %1</source>
        <translation>
            <numerusform>%n failure within %1</numerusform>
            <numerusform>%n failures within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) now.</source>
        <translation>
            <numerusform>%n instance now.</numerusform>
            <numerusform>%n instances now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are fewer than %n instance(s)</source>
        <translation>
            <numerusform>There are fewer than %n instance</numerusform>
            <numerusform>There are fewer than %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n instance(s)</source>
        <translation>
            <numerusform>There are more than %n instance</numerusform>
            <numerusform>There are more than %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” lists fewer than %n instance(s)</source>
        <translation>
            <numerusform>“%1” lists fewer than %n instance</numerusform>
            <numerusform>“%1” lists fewer than %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” lists more than %n instance(s)</source>
        <translation>
            <numerusform>“%1” lists more than %n instance</numerusform>
            <numerusform>“%1” lists more than %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n failure(s)</source>
        <translation>
            <numerusform>More than %n failure</numerusform>
            <numerusform>More than %n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) failed</source>
        <translation>
            <numerusform>%n instance failed</numerusform>
            <numerusform>%n instances failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) of %1 failed</source>
        <translation>
            <numerusform>%n instance of %1 failed</numerusform>
            <numerusform>%n instances of %1 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your runs failed</source>
        <translation>
            <numerusform>One of your runs failed</numerusform>
            <numerusform>%n of your runs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your runs ended or failed</source>
        <translation>
            <numerusform>One of your runs ended or failed</numerusform>
            <numerusform>%n of your runs ended or failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) take long</source>
        <translation>
            <numerusform>%n run takes long</numerusform>
            <numerusform>%n runs take long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are overdue</source>
        <translation>
            <numerusform>%n job is overdue</numerusform>
            <numerusform>%n jobs are overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runtime(s) went away</source>
        <translation>
            <numerusform>%n runtime went away</numerusform>
            <numerusform>%n runtimes went away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ActiveDropdownEditor</name>
    <message numerus="yes">
        <source>%n choice(s) of %1</source>
        <translation>
            <numerusform>%n choice of %1</numerusform>
            <numerusform>%n choices of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ActiveInputEditor</name>
    <message numerus="yes">
        <source>%n suggestion(s) of %1</source>
        <translation>
            <numerusform>%n suggestion of %1</numerusform>
            <numerusform>%n suggestions of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ActiveMultiSelectEditor</name>
    <message numerus="yes">
        <source>%n entries of %1</source>
        <translation>
            <numerusform>%n entry of %1</numerusform>
            <numerusform>%n entries of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::AllJobsModel</name>
    <message numerus="yes">
        <source>%1 job(s)</source>
        <extracomment>%1 is a number as it is written in the language, such as &quot;1,234&quot; or &quot;100+&quot;</extracomment>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ArrayEditor</name>
    <message numerus="yes">
        <source>%n more entries are edited in the JSON.</source>
        <translation>
            <numerusform>%n more entry is edited in the JSON.</numerusform>
            <numerusform>%n more entries are edited in the JSON.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::AttentionList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BatchColumns</name>
    <message numerus="yes">
        <source>%n column(s) left out</source>
        <translation>
            <numerusform>%n column left out</numerusform>
            <numerusform>%n columns left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BatchPage</name>
    <message numerus="yes">
        <source>%1 · %n row(s)</source>
        <translation>
            <numerusform>%1 · %n row</numerusform>
            <numerusform>%1 · %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run the %n good row(s)</source>
        <translation>
            <numerusform>Run the %n good row</numerusform>
            <numerusform>Run the %n good rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n row(s)</source>
        <translation>
            <numerusform>Run %n row</numerusform>
            <numerusform>Run %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with problems: correct them, or leave them out.</source>
        <translation>
            <numerusform>%n row with problems: correct it, or leave it out.</numerusform>
            <numerusform>%n rows with problems: correct them, or leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n run(s)?</source>
        <translation>
            <numerusform>Start %n run?</numerusform>
            <numerusform>Start %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with problems are left out.</source>
        <translation>
            <numerusform>%n row with problems is left out.</numerusform>
            <numerusform>%n rows with problems are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n run(s)</source>
        <translation>
            <numerusform>Start %n run</numerusform>
            <numerusform>Start %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of %1</source>
        <translation>
            <numerusform>%n row of %1</numerusform>
            <numerusform>%n rows of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were started from this file.</source>
        <translation>
            <numerusform>%n run was started from this file.</numerusform>
            <numerusform>%n runs were started from this file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulkActions</name>
    <message numerus="yes">
        <source>%n selected instance(s)</source>
        <translation>
            <numerusform>%n selected instance</numerusform>
            <numerusform>%n selected instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulkButton</name>
    <message numerus="yes">
        <source>Actions on %n selected instance(s)</source>
        <translation>
            <numerusform>Actions on %n selected instance</numerusform>
            <numerusform>Actions on %n selected instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulkDialog</name>
    <message numerus="yes">
        <source>%n instance(s) read. Nothing is changed yet.</source>
        <translation>
            <numerusform>%n instance read. Nothing is changed yet.</numerusform>
            <numerusform>%n instances read. Nothing is changed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of these %n instance(s) can take this</source>
        <translation>
            <numerusform>This instance cannot take this</numerusform>
            <numerusform>None of these %n instances can take this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) are left alone.</source>
        <translation>
            <numerusform>%n instance is left alone.</numerusform>
            <numerusform>%n instances are left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen instance(s) are not on the server any more.</source>
        <translation>
            <numerusform>%n chosen instance is not on the server any more.</numerusform>
            <numerusform>%n chosen instances are not on the server any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more: one action takes at most %n instance(s), the newest first.</source>
        <translation>
            <numerusform>There are more: one action takes at most %n instance, the newest first.</numerusform>
            <numerusform>There are more: one action takes at most %n instances, the newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulkListModel</name>
    <message numerus="yes">
        <source>Retry %n instance(s)</source>
        <translation>
            <numerusform>Retry %n instance</numerusform>
            <numerusform>Retry %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip the failed node of %n instance(s)</source>
        <translation>
            <numerusform>Skip the failed node of %n instance</numerusform>
            <numerusform>Skip the failed nodes of %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Abort %n instance(s)</source>
        <translation>
            <numerusform>Abort %n instance</numerusform>
            <numerusform>Abort %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rerun %n instance(s)</source>
        <translation>
            <numerusform>Rerun %n instance</numerusform>
            <numerusform>Rerun %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unconfirmed</numerusform>
            <numerusform>%n unconfirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n left alone</numerusform>
            <numerusform>%n left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried</source>
        <translation>
            <numerusform>%n not tried</numerusform>
            <numerusform>%n not tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n run(s)</source>
        <translation>
            <numerusform>Start %n run</numerusform>
            <numerusform>Start %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulkPage</name>
    <message numerus="yes">
        <source>%n instance(s) that failed before</source>
        <translation>
            <numerusform>%n instance that failed before</numerusform>
            <numerusform>%n instances that failed before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::BulksPage</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::CompareBar</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::CompareRunsView</name>
    <message numerus="yes">
        <source>%n in both</source>
        <comment>states</comment>
        <translation>
            <numerusform>%n in both</numerusform>
            <numerusform>%n in both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in A</source>
        <comment>states</comment>
        <translation>
            <numerusform>%n only in A</numerusform>
            <numerusform>%n only in A</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in B</source>
        <comment>states</comment>
        <translation>
            <numerusform>%n only in B</numerusform>
            <numerusform>%n only in B</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ComparedStatesModel</name>
    <message numerus="yes">
        <source>%1, retried %n time(s)</source>
        <translation>
            <numerusform>%1, retried %n time</numerusform>
            <numerusform>%1, retried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::DesktopAlerts</name>
    <message numerus="yes">
        <source>%n more notification(s)</source>
        <translation>
            <numerusform>%n more notification</numerusform>
            <numerusform>%n more notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::DifferenceLines</name>
    <message numerus="yes">
        <source>and %n more part(s)</source>
        <translation>
            <numerusform>and %n more part</numerusform>
            <numerusform>and %n more parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::DifferenceSummary</name>
    <message numerus="yes">
        <source>%n state(s) added</source>
        <translation>
            <numerusform>%n state added</numerusform>
            <numerusform>%n states added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>states</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>states</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) removed</source>
        <translation>
            <numerusform>%n state removed</numerusform>
            <numerusform>%n states removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) changed</source>
        <translation>
            <numerusform>%n state changed</numerusform>
            <numerusform>%n states changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) added</source>
        <translation>
            <numerusform>%n transition added</numerusform>
            <numerusform>%n transitions added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>transitions</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>transitions</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) removed</source>
        <translation>
            <numerusform>%n transition removed</numerusform>
            <numerusform>%n transitions removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) changed</source>
        <translation>
            <numerusform>%n transition changed</numerusform>
            <numerusform>%n transitions changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) or end(s) differ</source>
        <translation>
            <numerusform>%n start or end differs</numerusform>
            <numerusform>%n starts or ends differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::DueBlock</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::EnvironmentDialog</name>
    <message numerus="yes">
        <source>%n environment(s) have changes that are not saved.</source>
        <translation>
            <numerusform>%n environment has changes that are not saved.</numerusform>
            <numerusform>%n environments have changes that are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ErrorView</name>
    <message numerus="yes">
        <source>Show the stack (%n frame(s))</source>
        <translation>
            <numerusform>Show the stack (%n frame)</numerusform>
            <numerusform>Show the stack (%n frames)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted among the last %n failure(s) of this workflow: the same node and the same message, apart from numbers, ids and the like</source>
        <translation>
            <numerusform>Counted among the last %n failure of this workflow: the same node and the same message, apart from numbers, ids and the like</numerusform>
            <numerusform>Counted among the last %n failures of this workflow: the same node and the same message, apart from numbers, ids and the like</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::EventPage</name>
    <message numerus="yes">
        <source>The event is not complete yet: %n field(s) need attention.</source>
        <translation>
            <numerusform>The event is not complete yet: %n field needs attention.</numerusform>
            <numerusform>The event is not complete yet: %n fields need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The data do not fit the schema of the workflow: %n field(s) need attention.</source>
        <translation>
            <numerusform>The data do not fit the schema of the workflow: %n field needs attention.</numerusform>
            <numerusform>The data do not fit the schema of the workflow: %n fields need attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::FieldRow</name>
    <message numerus="yes">
        <source>At least %n entries</source>
        <translation>
            <numerusform>At least %n entry</numerusform>
            <numerusform>At least %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n entries</source>
        <translation>
            <numerusform>At most %n entry</numerusform>
            <numerusform>At most %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::FormView</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphBuilder</name>
    <message numerus="yes">
        <source>%n action(s) side by side</source>
        <translation>
            <numerusform>%n action side by side</numerusform>
            <numerusform>%n actions side by side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then %n action(s) side by side</source>
        <translation>
            <numerusform>Then %n action side by side</numerusform>
            <numerusform>Then %n actions side by side</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphDescription</name>
    <message numerus="yes">
        <source>entered %n time(s)</source>
        <translation>
            <numerusform>entered %n time</numerusform>
            <numerusform>entered %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>retried %n time(s)</source>
        <translation>
            <numerusform>retried %n time</numerusform>
            <numerusform>retried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>folded, %n part(s) hidden</source>
        <translation>
            <numerusform>folded, %n part hidden</numerusform>
            <numerusform>folded, %n parts hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) that follow are hidden</source>
        <translation>
            <numerusform>%n state that follows is hidden</numerusform>
            <numerusform>%n states that follow are hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n state(s) that follow (Shift+Space)</source>
        <translation>
            <numerusform>Show the state that follows (Shift+Space)</numerusform>
            <numerusform>Show the %n states that follow (Shift+Space)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n part(s) inside (Space)</source>
        <translation>
            <numerusform>Show the part inside (Space)</numerusform>
            <numerusform>Show the %n parts inside (Space)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphDetails</name>
    <message numerus="yes">
        <source>and %n more: see the outline</source>
        <translation>
            <numerusform>and %n more: see the outline</numerusform>
            <numerusform>and %n more: see the outline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphHeat</name>
    <message numerus="yes">
        <source>Reached by %1 of %n run(s)</source>
        <translation>
            <numerusform>Reached by %1 of %n run</numerusform>
            <numerusform>Reached by %1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entered %n time(s)</source>
        <translation>
            <numerusform>entered %n time</numerusform>
            <numerusform>entered %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reached by none of %n run(s)</source>
        <translation>
            <numerusform>Reached by none of %n run</numerusform>
            <numerusform>Reached by none of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphHeatLegend</name>
    <message numerus="yes">
        <source>last %n run(s)</source>
        <translation>
            <numerusform>last %n run</numerusform>
            <numerusform>last %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading: %1 of %n run(s)</source>
        <translation>
            <numerusform>Reading: %1 of %n run</numerusform>
            <numerusform>Reading: %1 of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphPainter</name>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphReplayBar</name>
    <message numerus="yes">
        <source>moment %1 of %n</source>
        <translation>
            <numerusform>moment %1 of %n</numerusform>
            <numerusform>moment %1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::GraphView</name>
    <message numerus="yes">
        <source>%n problem(s) in this definition</source>
        <translation>
            <numerusform>%n problem in this definition</numerusform>
            <numerusform>%n problems in this definition</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide the %n state(s) that &amp;follow	Shift+Space</source>
        <translation>
            <numerusform>Hide the state that &amp;follows	Shift+Space</numerusform>
            <numerusform>Hide the %n states that &amp;follow	Shift+Space</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::HeatControl</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of other versions were left out</source>
        <translation>
            <numerusform>%n run of another version was left out</numerusform>
            <numerusform>%n runs of other versions were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::IncidentDialog</name>
    <message numerus="yes">
        <source>%n value(s) are left out, wherever they occur. Look through the others: only what looks like a secret was chosen.</source>
        <translation>
            <numerusform>%n value is left out, wherever it occurs. Look through the others: only what looks like a secret was chosen.</numerusform>
            <numerusform>%n values are left out, wherever they occur. Look through the others: only what looks like a secret was chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::InstanceListModel</name>
    <message numerus="yes">
        <source>%1 instance(s)</source>
        <extracomment>%1 is a number as it is written in the language, such as &quot;1,234&quot; or &quot;100+&quot;</extracomment>
        <translation>
            <numerusform>%1 instance</numerusform>
            <numerusform>%1 instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JobActions</name>
    <message numerus="yes">
        <source>%n selected job(s) are over and stay as they are.</source>
        <translation>
            <numerusform>%n selected job is over and stays as it is.</numerusform>
            <numerusform>%n selected jobs are over and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n job(s) at once: select fewer.</source>
        <translation>
            <numerusform>At most %n job at once: select fewer.</numerusform>
            <numerusform>At most %n jobs at once: select fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)?</source>
        <translation>
            <numerusform>Cancel %n job?</numerusform>
            <numerusform>Cancel %n jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)</source>
        <translation>
            <numerusform>Cancel %n job</numerusform>
            <numerusform>Cancel %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reschedule %n job(s)?</source>
        <translation>
            <numerusform>Reschedule %n job?</numerusform>
            <numerusform>Reschedule %n jobs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JobsPage</name>
    <message numerus="yes">
        <source>At most %n job(s) at once: select fewer.</source>
        <translation>
            <numerusform>At most %n job at once: select fewer.</numerusform>
            <numerusform>At most %n jobs at once: select fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected job(s) are not read yet: scroll over them, or select fewer.</source>
        <translation>
            <numerusform>%n selected job is not read yet: scroll over it, or select fewer.</numerusform>
            <numerusform>%n selected jobs are not read yet: scroll over them, or select fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) selected</source>
        <translation>
            <numerusform>%n job selected</numerusform>
            <numerusform>%n jobs selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JournalPage</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n action(s)</source>
        <translation>
            <numerusform>%1 of %n action</numerusform>
            <numerusform>%1 of %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JqLine</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s): there are more.</source>
        <translation>
            <numerusform>The first result: there are more.</numerusform>
            <numerusform>The first %n results: there are more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JsonChangesModel</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[%n item(s)]</source>
        <translation>
            <numerusform>[%n item]</numerusform>
            <numerusform>[%n items]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n member}</numerusform>
            <numerusform>{%n members}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::MapEntries</name>
    <message numerus="yes">
        <source>%n more entries are edited in the JSON.</source>
        <translation>
            <numerusform>%n more entry is edited in the JSON.</numerusform>
            <numerusform>%n more entries are edited in the JSON.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::NotificationActions</name>
    <message numerus="yes">
        <source>%n notification(s) marked as read</source>
        <translation>
            <numerusform>%n notification marked as read</numerusform>
            <numerusform>%n notifications marked as read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::NotificationBell</name>
    <message numerus="yes">
        <source>Notifications: %n unread</source>
        <translation>
            <numerusform>Notifications: %n unread</numerusform>
            <numerusform>Notifications: %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::NotificationDetail</name>
    <message numerus="yes">
        <source>%n notification(s) selected</source>
        <translation>
            <numerusform>%n notification selected</numerusform>
            <numerusform>%n notifications selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::NotificationListModel</name>
    <message numerus="yes">
        <source>%1 notification(s)</source>
        <extracomment>%1 is a number as it is written in the language, such as &quot;1,234&quot; or &quot;100+&quot;</extracomment>
        <translation>
            <numerusform>%1 notification</numerusform>
            <numerusform>%1 notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::NotificationsPage</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::OverviewPage</name>
    <message numerus="yes">
        <source>%n instance(s) failed</source>
        <translation>
            <numerusform>%n instance failed</numerusform>
            <numerusform>%n instances failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workflow(s) cannot run</source>
        <translation>
            <numerusform>%n workflow cannot run</numerusform>
            <numerusform>%n workflows cannot run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) overdue</source>
        <translation>
            <numerusform>%n job overdue</numerusform>
            <numerusform>%n jobs overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed run(s) started earlier</source>
        <translation>
            <numerusform>%n failed run started earlier</numerusform>
            <numerusform>%n failed runs started earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n job(s) that were due first were looked at.</source>
        <translation>
            <numerusform>Only the %n job that was due first was looked at.</numerusform>
            <numerusform>Only the %n jobs that were due first were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) longer than usual</source>
        <translation>
            <numerusform>%n run longer than usual</numerusform>
            <numerusform>%n runs longer than usual</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ProblemBar</name>
    <message numerus="yes">
        <source>%n fields need attention.</source>
        <translation>
            <numerusform>%n field needs attention.</numerusform>
            <numerusform>%n fields need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are still to be filled in.</source>
        <translation>
            <numerusform>%n field is still to be filled in.</numerusform>
            <numerusform>%n fields are still to be filled in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::RescheduleDialog</name>
    <message numerus="yes">
        <source>Reschedule %n job(s)</source>
        <translation>
            <numerusform>Reschedule %n job</numerusform>
            <numerusform>Reschedule %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is more than %n year(s) away: pick an earlier time.</source>
        <translation>
            <numerusform>This is more than %n year away: pick an earlier time.</numerusform>
            <numerusform>This is more than %n years away: pick an earlier time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::ResultView</name>
    <message numerus="yes">
        <source>%n more in the variables</source>
        <translation>
            <numerusform>%n more in the variables</numerusform>
            <numerusform>%n more in the variables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::RunFooter</name>
    <message numerus="yes">
        <source>Starting… %n s. The answer comes when the run first waits or ends.</source>
        <translation>
            <numerusform>Starting… %n s. The answer comes when the run first waits or ends.</numerusform>
            <numerusform>Starting… %n s. The answer comes when the run first waits or ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::RunPage</name>
    <message numerus="yes">
        <source>The input does not fit yet: %n fields need attention.</source>
        <translation>
            <numerusform>The input does not fit yet: %n field needs attention.</numerusform>
            <numerusform>The input does not fit yet: %n fields need attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::SavedViews</name>
    <message numerus="yes">
        <source>There are %n views already.</source>
        <translation>
            <numerusform>There is %n view already.</numerusform>
            <numerusform>There are %n views already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen as CSV…</source>
        <translation>
            <numerusform>%n chosen as CSV…</numerusform>
            <numerusform>%n chosen as CSV…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen as JSON…</source>
        <translation>
            <numerusform>%n chosen as JSON…</numerusform>
            <numerusform>%n chosen as JSON…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::StatusLine</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::StepBar</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>%n field needs attention</numerusform>
            <numerusform>%n fields need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are still to be filled in</source>
        <translation>
            <numerusform>%n field is still to be filled in</numerusform>
            <numerusform>%n fields are still to be filled in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::SummaryView</name>
    <message numerus="yes">
        <source>%1 % of the last %n run(s) that ended</source>
        <translation>
            <numerusform>%1 % of the last %n run that ended</numerusform>
            <numerusform>%1 % of the last %n runs that ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n run(s)</source>
        <translation>
            <numerusform>%1 of the last %n run</numerusform>
            <numerusform>%1 of the last %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::TextDiffModel</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::TrayIcon</name>
    <message numerus="yes">
        <source>Podium: %n unread notification(s)</source>
        <translation>
            <numerusform>Podium: %n unread notification</numerusform>
            <numerusform>Podium: %n unread notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::VariablesEditor</name>
    <message numerus="yes">
        <source>%n change(s) cannot be made: %1. The service merges what it is sent, so nothing can be taken away or set to null, and a text, a list and an object cannot take the place of each other.</source>
        <translation>
            <numerusform>%n change cannot be made: %1. The service merges what it is sent, so nothing can be taken away or set to null, and a text, a list and an object cannot take the place of each other.</numerusform>
            <numerusform>%n changes cannot be made: %1. The service merges what it is sent, so nothing can be taken away or set to null, and a text, a list and an object cannot take the place of each other.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::WatchPage</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n watch rule(s)?</source>
        <translation>
            <numerusform>Delete %n watch rule?</numerusform>
            <numerusform>Delete %n watch rules?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::WatchRules</name>
    <message numerus="yes">
        <source>There are %n rules already.</source>
        <translation>
            <numerusform>There is %n rule already.</numerusform>
            <numerusform>There are %n rules already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::WorkflowsPage</name>
    <message numerus="yes">
        <source>%n workflow(s)</source>
        <translation>
            <numerusform>%n workflow</numerusform>
            <numerusform>%n workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n workflow(s)</source>
        <translation>
            <numerusform>%1 of %n workflow</numerusform>
            <numerusform>%1 of %n workflows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>podium::WorkspaceView</name>
    <message numerus="yes">
        <source>%n text(s) that you had not saved were brought back.</source>
        <translation>
            <numerusform>A text that you had not saved was brought back.</numerusform>
            <numerusform>%n texts that you had not saved were brought back.</numerusform>
        </translation>
    </message>
</context>
</TS>
