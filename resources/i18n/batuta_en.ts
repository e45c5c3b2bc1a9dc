<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
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
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertsModel</name>
    <message>
        <source>%1, muted until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertsPane</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What alerts did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alerts could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in metrics.yaml.</source>
        <translation>
            <numerusform>%n problem in metrics.yaml.</numerusform>
            <numerusform>%n problems in metrics.yaml.</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert rules yet. They stand under alerts in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an alert first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has acknowledged it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted for an hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Approve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; it is kept with the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>This step waits for an approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the role %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It expires at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AtEndLine</name>
    <message>
        <source>Always at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs after all others, whatever happened to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the step to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the step among the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptModel</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptTable</name>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n service(s) saved in %1</source>
        <translation>
            <numerusform>%n service saved in %1</numerusform>
            <numerusform>%n services saved in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups of the services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now → in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup yet. One is a folder with every service as YAML, and its checksums, below %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not restored: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) restored; Cloud Run makes their revisions.</source>
        <translation>
            <numerusform>%n service restored; Cloud Run makes its revision.</numerusform>
            <numerusform>%n services restored; Cloud Run makes their revisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardGrid</name>
    <message>
        <source>Arrange panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Let it run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this run of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) under way will be asked to stop, and no other one will start.</source>
        <translation>
            <numerusform>%n step under way will be asked to stop, and no other one will start.</numerusform>
            <numerusform>%n steps under way will be asked to stop, and no other one will start.</numerusform>
        </translation>
    </message>
    <message>
        <source>What a called function has already done stays done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelPanel</name>
    <message>
        <source>Cancel run %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has been running for %2. Steps that run now are told to stop and those that wait do not start. What steps have already done stays done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasEdits</name>
    <message>
        <source>Line %1 keeps the flow from being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Select %n or more steps</source>
        <translation>
            <numerusform>Select %n or more steps</numerusform>
            <numerusform>Select %n or more steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n step(s)</source>
        <translation>
            <numerusform>Delete %n step</numerusform>
            <numerusform>Delete %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasSearch</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step by its id or title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapsuleControl</name>
    <message>
        <source>Capsule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapsulePanel</name>
    <message>
        <source>The key of this workspace signed it, and no byte was changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No byte was changed since this key signed it. Anybody can make a key: compare its fingerprint with the one that the sender tells you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of the environment, without their values</source>
        <translation>
            <numerusform>%n key of the environment, without its value</numerusform>
            <numerusform>%n keys of the environment, without their values</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapsuleStrip</name>
    <message>
        <source>Capsule, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, made by %2 on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged, signed by this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged, signed by key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the flow itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>sign, word, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign, field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>%1 is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be looked up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), the same as now</source>
        <translation>
            <numerusform>%n key, the same as now</numerusform>
            <numerusform>%n keys, the same as now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) differ from now: %1</source>
        <translation>
            <numerusform>%n key differs from now: %1</numerusform>
            <numerusform>%n keys differ from now: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Target image in registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target revision ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud would take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it started, and its probes pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) run, no cold start</source>
        <translation>
            <numerusform>%n instance runs, no cold start</numerusform>
            <numerusform>%n instances run, no cold start</numerusform>
        </translation>
    </message>
    <message>
        <source>none runs: the first requests wait for a start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln request(s) failed</source>
        <translation>
            <numerusform>%1 of %Ln request failed</numerusform>
            <numerusform>%1 of %Ln requests failed</numerusform>
        </translation>
    </message>
    <message>
        <source>checked without changing anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this engine cannot ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was checked and what was found</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>The same in every line: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsBox</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n run still going</numerusform>
            <numerusform>%n runs still going</numerusform>
        </translation>
    </message>
    <message>
        <source>The window closes when the last one has ended and is recorded. New runs are not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They run inside this window. Let them finish, or cancel them: either way their end is recorded before the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish, then close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloudStrip</name>
    <message>
        <source>every entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Cloud Logging is asked for:
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked for only here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Logging has no words for %1: it is looked for among the entries that were brought over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring older entries over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>… %1 characters more are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the differences as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the lines can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>only in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran only in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran only in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls A / B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Two runs are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align at the start or at the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read both runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other difference in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary was copied as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <comment>start, state, duration, subject</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other run of this flow is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step that ran in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align at step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both bars begin at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs to compare. Choose a run and press C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier run of this flow that is kept ended well: there is nothing to compare %1 with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step to see what differs in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step was sent the same, and gave the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs had the same input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs gave the same output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs had the same version, environment and trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>newest %n run(s)</source>
        <translation>
            <numerusform>newest %n run</numerusform>
            <numerusform>newest %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n run(s)</source>
        <translation>
            <numerusform>all %n run</numerusform>
            <numerusform>all %n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both texts side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Steps of both runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> with %n extra attempt(s)</source>
        <translation>
            <numerusform> with %n extra attempt</numerusform>
            <numerusform> with %n extra attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n attempt(s) less</source>
        <translation>
            <numerusform> with %n attempt less</numerusform>
            <numerusform> with %n attempts less</numerusform>
        </translation>
    </message>
    <message>
        <source>Both took the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B took %1 longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B took %1 less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 adds %2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 saves %2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both had the same input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their input differs in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs went the same way: no step differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is where they part: %2 in A, %3 in B%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of two runs of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Configuration: %1 line(s) added, %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Workspace folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Diagnosis copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine inside this window, workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last engine lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ids, inputs and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, language and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or cancel flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live updates and older runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine at %1, workspace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last attempts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleControl</name>
    <message>
        <source>it was stopped from this window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateTimeEditor</name>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployConfig</name>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How an instance is made, and how many there may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the values of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 CPU, 2Gi, 540 s, 1 to 100 instances, port 8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployGates</name>
    <message>
        <source>a question to the workspace&apos;s Prometheus server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a filter of Cloud Monitoring that names one metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of a flow of the workspace that has to succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: over so many minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks back so far; empty is the whole stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow whose recorded executions run again first: paths, that, may, differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployKeys</name>
    <message>
        <source>%1 added, %2 changed, %3 removed, %4 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the container finds in its environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of a .env file or of an env-vars.yaml; those that it does not have stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments (*.env .env* *.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Secret Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret as a value can be read by whoever may look at the service; Secret Manager keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployPlan</name>
    <message>
        <source>The service has no name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is being built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is not built yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag has small letters, digits and hyphens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without traffic it needs a tag, or nobody could reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A canary needs a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages rise from 1 % to 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks are not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check fails</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployPreflight</name>
    <message>
        <source>Preflight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at without changing anything; the last look is the cloud&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n look(s) failed: nothing can be deployed like this.</source>
        <translation>
            <numerusform>%n look failed: nothing can be deployed like this.</numerusform>
            <numerusform>%n looks failed: nothing can be deployed like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s), none failed.</source>
        <translation>
            <numerusform>%n look, none failed.</numerusform>
            <numerusform>%n looks, none failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeployProgress</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Cloud Run says of the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the new revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deployed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deployed: the traffic is where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on in the engine when you leave this, or close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Log, %n error(s)</source>
        <translation>
            <numerusform>Log, %n error</numerusform>
            <numerusform>Log, %n errors</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic is now at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic was moved by somebody else since: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic was moved by %1 since: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployReview</name>
    <message>
        <source>The service is made, and its first revision serves as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new revision is made without traffic; what serves now goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be ready for Cloud Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be ready for Cloud Run, and to answer 2xx at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays without traffic, at the tag %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets %1 % for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then it gets all of the traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something fails, the traffic goes back to where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with gcloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a backup of the configuration first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) to type.</source>
        <translation>
            <numerusform>%n more character to type.</numerusform>
            <numerusform>%n more characters to type.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the name of the service.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployRollout</name>
    <message>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how traffic moves to the new revision and what stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In stages, gates decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % after health checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy with a tag, move later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates, watched in every stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold and ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a gate fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nobody answers, then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: an address of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path that has to answer 2xx before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the revision behind the service&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made when it is deployed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeploySource</name>
    <message>
        <source>The directory is being packed and uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is being built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not built: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the new revision runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that was pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its image, settings and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built by Cloud Build first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory with a Dockerfile, where the engine runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, image %2, %3</source>
        <comment>a revision, its image, when it was made</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, serves %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployStages</name>
    <message>
        <source>then 100 %, when the last gate has passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of stage %1, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of stage %1, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% for</source>
        <comment>a share, for so long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeploySteps</name>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeploySummary</name>
    <message>
        <source>copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployText</name>
    <message>
        <source>Image in its registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of Cloud Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud would take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be looked up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all within their bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the revision is made when it is deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) resolved</source>
        <translation>
            <numerusform>%n key resolved</numerusform>
            <numerusform>%n keys resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n from Secret Manager</source>
        <translation>
            <numerusform>, %n from Secret Manager</numerusform>
            <numerusform>, %n from Secret Manager</numerusform>
        </translation>
    </message>
    <message>
        <source>the new revision gets what the rollout says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked without changing anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is asked: only the probes of Cloud Run tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing serves yet: it is asked after the deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: it wants a token, and gets one after the deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is asked when nothing else fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New revision, without traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what served before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of one instance: 512Mi, 2Gi; more CPUs allow more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.08 to 1, or 2, 4, 6, 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a request, 1 s to 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests at a time in one instance, 1 to 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stay even when nobody asks; 0 scales to none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that the container listens on, as PORT says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that it runs as; empty is the project&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request may take 1 s to 60 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is 1 to 65,535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most instances are 1 to 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fewest instances are 0 up to the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what serves now answers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>canary, %n stage(s)</source>
        <translation>
            <numerusform>canary, %n stage</numerusform>
            <numerusform>canary, %n stages</numerusform>
        </translation>
    </message>
    <message>
        <source>all at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no traffic, tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded executions once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question was withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the traffic was moved by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would get the mask of a secret as its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a reference that nobody would resolve: Cloud Run hands on the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a secret in plain sight: whoever may look at the service reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its value again, or take it from Secret Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from Secret Manager, or write its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it, or remove the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into Secret Manager, and refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployWizard</name>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft kept until you cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+←</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy of a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built from a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 CPU, %2, %3</source>
        <comment>of an instance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message>
        <source>looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is safe to close this: the engine goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to preflight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy to production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in %1 before step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesktopAlerts</name>
    <message numerus="yes">
        <source>Batuta: %n alert(s) firing</source>
        <translation>
            <numerusform>Batuta: %n alert firing</numerusform>
            <numerusform>Batuta: %n alerts firing</numerusform>
        </translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at %1, the limit is %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>no flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 steps, 1 flow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <translation>
            <numerusform>%n flow</numerusform>
            <numerusform>%n flows</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more: P goes through them</source>
        <translation>
            <numerusform>and %n more: P goes through them</numerusform>
            <numerusform>and %n more: P goes through them</numerusform>
        </translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 secret forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 secret set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 secret rotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a secret: nobody can tell whether it is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the files of %1 have no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stronger than the files of %1: the engine takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not as in the files of %1: they count after a deployment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffGraph</name>
    <message>
        <source>Steps that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign, word</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences between %1 and %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Line %2 was: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Line %2 is: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: A %2, B %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the same, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencesPane</name>
    <message>
        <source>Environment on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message>
        <source>(in the store of secrets)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(a secret that cannot be compared)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskStrip</name>
    <message>
        <source>What you see is kept; publishing writes the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edits are kept until you choose. Reload can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no edits of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone from the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is kept. The file is looked at again when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be edited and tested as a draft; publishing needs the right to write it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DurationHistogram</name>
    <message>
        <source>Durations in other runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>A %1, %2 percent took at most as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B %1, %2 percent took at most as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few runs are kept for a distribution.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditCanvas</name>
    <message>
        <source>There is no other step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step and no edge is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) copied as YAML</source>
        <translation>
            <numerusform>%n step copied as YAML</numerusform>
            <numerusform>%n steps copied as YAML</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no steps: an id, and what the step does under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle the breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step after the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete and bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete without bridging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste steps from YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the selected steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected steps out of their group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No selected step is in a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align centres in a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align centres in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out the selected steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step was moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not snap to the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the selected steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the step palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the step palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n step(s)</source>
        <translation>
            <numerusform>Move %n step</numerusform>
            <numerusform>Move %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Graph follows line %1 once it parses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then it shows what could be read last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab adds a step after the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a press on a step does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays out the selected steps again, or all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Tab or drag a step here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps, Tab adds a step, C connects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No selected step was moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next edge of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group holds some of the steps, not all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected to the other selected steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditInspector</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspector of the flow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector of the step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields follow line %1 once it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields follow once the text can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditView</name>
    <message>
        <source>Arrow keys choose what follows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge from %1 to %2: Delete takes it away, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorDesk</name>
    <message>
        <source>The file was changed outside, and was read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window edits this draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow&apos;s file has changed since it was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not published. Undo does not reach behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown beside the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process %1 on %2 has it. Here it can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>No flow is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is discarded. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show graph and YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panes below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a GitHub Actions workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflows (*.yml *.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow has errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the graph as PNG …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the graph as SVG …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the graph as Mermaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, edited</source>
        <comment>a flow&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine. Edit flows where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no flow named %1 in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diff v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) must be mended first.</source>
        <translation>
            <numerusform>%n error must be mended first.</numerusform>
            <numerusform>%n errors must be mended first.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft of v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>a version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, being saved</source>
        <comment>3 edits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <comment>3 edits, saved 14:06</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next match in the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the match before in the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a line of the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment the lines out or in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window edits this draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow&apos;s file may only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File on disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnginePill</name>
    <message>
        <source>Engine starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvHistoryPane</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore what was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As an edit that you can look at before it is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was applied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 forgotten by the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set in the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rotated in the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvWords</name>
    <message>
        <source>no value in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the template&apos;s text is still there in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no URL in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http:// to another machine in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be deployed from %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another value in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 only, not in the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no flow uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>breaks %1 and %n more</source>
        <translation>
            <numerusform>breaks %1 and %n more</numerusform>
            <numerusform>breaks %1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is under this path: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in trouble: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reference to a secret in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 the process has another value, which is stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 the revision %2 runs without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 the revision %2 runs with another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 only the revision %2 has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentMenu</name>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine elsewhere decides where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of all environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>applied %1, %2</source>
        <comment>a time and a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock production, open for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production for 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentTag</name>
    <message>
        <source>Environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unlocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentsPage</name>
    <message>
        <source>The files are with the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a cell first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)</source>
        <translation>
            <numerusform>Review %n change</numerusform>
            <numerusform>Review %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URLs are being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow calls a URL of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no production environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create .env from the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unset the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into every environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the secret for 20 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell has no URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied for this page only: a secret does not go to the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a key and what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value is no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n URL(s) are asked with OPTIONS: no function runs.</source>
        <translation>
            <numerusform>%n URL is asked with OPTIONS: no function runs.</numerusform>
            <numerusform>%n URLs are asked with OPTIONS: no function runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n URL(s) answer.</source>
        <translation>
            <numerusform>%1 of %n URL answers.</numerusform>
            <numerusform>%1 of %n URLs answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, and the engine has read them.</source>
        <translation>
            <numerusform>%n file written, and the engine has read it.</numerusform>
            <numerusform>%n files written, and the engine has read them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create from the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production can be edited for 15 minutes; applying asks for its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The env files of this workspace are with its engine, and only it can read them. Open the workspace where it is, or use `batuta env` there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to .gitignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) as before: review and apply.</source>
        <translation>
            <numerusform>%n key as before: review and apply.</numerusform>
            <numerusform>%n keys as before: review and apply.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no env file and no template in this workspace, and no flow needs a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no env file yet. Create one from the template: nothing is written before you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n env file(s) could get into git.</source>
        <translation>
            <numerusform>%n env file could get into git.</numerusform>
            <numerusform>%n env files could get into git.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) changed on the disk that you have edited.</source>
        <translation>
            <numerusform>%n key changed on the disk that you have edited.</numerusform>
            <numerusform>%n keys changed on the disk that you have edited.</numerusform>
        </translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n key(s)</source>
        <translation>
            <numerusform>%1 of %n key</numerusform>
            <numerusform>%1 of %n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys by environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) of the last time are here again: not applied yet.</source>
        <translation>
            <numerusform>%n edit of the last time is here again: not applied yet.</numerusform>
            <numerusform>%n edits of the last time are here again: not applied yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set or rotate the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move all secrets to the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move all secrets to a sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store of secrets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown for 20 seconds; the audit has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of secrets has its value: reveal it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the clipboard for 20 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed file is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sealed file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the cloud again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace names no cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 % of the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud does not answer; what is deployed is shown as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is deployed cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed file of secrets is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that need one of its secrets are skipped until it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs is shown here, and not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment whose deployed variables are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Internal error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the lines of the log around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command with --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it, or remove what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the JSON at the place given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send less, or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON Schema is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use draft-07 keywords with values of the right type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value does not fit its schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value as the rule says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the expression at the column given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression uses an unknown name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a known context or function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function was given the wrong number of arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the function&apos;s signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression cannot be evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the values it works on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is beyond a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it shorter or less deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the YAML at the place given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML is beyond a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file smaller, flatter, or with fewer aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key appears twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format version is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `batuta: 1` as the first key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not part of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it or mend its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A required key is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value has the wrong type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a value of the type named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names match [a-z][a-z0-9_]{0,62}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one of the values named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step needs one that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an existing step, or remove it from needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps need each other in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the needs on the path shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step has exactly one kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Batuta does not run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or use a version that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two settings contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files define the same flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `batuta flows` for the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend routes.yaml at the place given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the environment file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write KEY=value, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment key is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys match [A-Za-z_][A-Za-z0-9_]*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input does not fit the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the fields named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the id; `batuta executions` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The execution has already ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same request is already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the window to pass, or change the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with `batuta serve`, or check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL is not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write http:// or https:// with a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and the address is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS connection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the certificate, its host name and the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the timeout, or find out why the server is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit, or ask for less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not valid HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what listens at that address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot be listened on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a free port and a local address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the request as the detail says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request does not prove who sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send `Authorization: Bearer &lt;token&gt;`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See /docs for the addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method is not allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of the methods in the Allow header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The media type is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send `Content-Type: application/json`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has too many connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file away and restore a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history was written by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version, or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not answered for 3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one kind, such as http, set or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many executions of the flow run as it allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, or let them queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow&apos;s version is not kept any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the newest version of the flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list of acts in the documentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The act does not fit what is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the execution again, then choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role for this act is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask somebody who has the role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted values cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the key file back beside the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; nothing that was acknowledged is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is locked or out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that holds it or see that its server runs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow has no schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a schedule among its triggers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow takes messages of this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the queue in a message trigger of a flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret is not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in the environment, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what answers there does not speak TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what answers there is not a Batuta engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is not the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token is one word of plain characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate is for another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate was revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no authority that is trusted here has signed the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds no certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a host is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only http and https lead to an engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address has no user, query or fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in to the cloud failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a key file in `cloud.credentials` of batuta.yaml, or run `gcloud auth application-default login`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud refuses the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the request as its answer says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what changed, then do it again on the newest state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production is read only until it is unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edits are being applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let those who own it give you the right to write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store of secrets has its value, which is stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it there, or take it out of the store first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something that must be settled first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at conflicts and locks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what runs is shown here, and not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the file beside it, apply and deploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has changed on the disk since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what has changed, and apply again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment has no files any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the store any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wants a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no file of sealed secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its value was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace names no service for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it in batuta.yaml, under the environment&apos;s cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the revision that serves is not in the list of its revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins with neither https:// nor http://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Run sets it itself and refuses a deployment that does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Run keeps names that begin with X_GOOGLE_ for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file: `batuta validate` says what is wrong, and where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, whether the server runs, and who may sign in there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Write the secrets, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the clear: whoever reads the file has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export an environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>env-vars.yaml (Cloud Run)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written, secrets masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that the secrets are written in the clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) left out.</source>
        <translation>
            <numerusform>%n secret left out.</numerusform>
            <numerusform>%n secrets left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported without %n secret(s).</source>
        <translation>
            <numerusform>Exported without %n secret.</numerusform>
            <numerusform>Exported without %n secrets.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service.yaml</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpressionBox</name>
    <message>
        <source>= ••••, a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1 in the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the last run: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Facets of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by nothing else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>%1: %2, %Ln run(s)</source>
        <translation>
            <numerusform>%1: %2, %Ln run</numerusform>
            <numerusform>%1: %2, %Ln runs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureListModel</name>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for attempt %Ln</source>
        <translation>
            <numerusform>%1 waits for attempt %Ln</numerusform>
            <numerusform>%1 waits for attempt %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for an answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailurePane</name>
    <message>
        <source>Choose a failure to see what it has in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %3 ran first at %1, %2 before the first of these failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %3 of the flow ran first at %1, %2 before the first of these failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %3 of the flow was published by %4 at %1, %2 before the first of these failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 changed %4 in the environment %5 at %1, %2 before the first of these failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was published, edited or deployed within 6 hours before the first of these failures, as far as this workspace knows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailuresPage</name>
    <message>
        <source>Choose a failure first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs of the failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the runs of the failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the failure as addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressed until it comes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the failures again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last repetition is not finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated from the failure inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were repeated.</source>
        <translation>
            <numerusform>%Ln run was repeated.</numerusform>
            <numerusform>%Ln runs were repeated.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused: %1</source>
        <translation>
            <numerusform>%Ln was refused: %1</numerusform>
            <numerusform>%Ln were refused: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The note was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failures could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failures cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for another attempt or an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked as addressed in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All failures are addressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>%1, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>members that the flow does not name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, required, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>Filter for this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as a column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>array of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at least %n character(s)</source>
        <translation>
            <numerusform>at least %n character</numerusform>
            <numerusform>at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n character(s)</source>
        <translation>
            <numerusform>up to %n character</numerusform>
            <numerusform>up to %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n item(s)</source>
        <translation>
            <numerusform>at least %n item</numerusform>
            <numerusform>at least %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n item(s)</source>
        <translation>
            <numerusform>up to %n item</numerusform>
            <numerusform>up to %n items</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a date and time with its zone, as 2026-11-21T14:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a date, as 2026-11-21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a time with its zone, as 14:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an address with its scheme, as https://example.org/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a UUID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must have the format %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be of type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number, as 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number with a decimal point, as 1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a JSON object, as {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be at least %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be more than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be less than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a multiple of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n character(s).</source>
        <translation>
            <numerusform>It needs at least %n character.</numerusform>
            <numerusform>It needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n character(s).</source>
        <translation>
            <numerusform>It may have at most %n character.</numerusform>
            <numerusform>It may have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n item(s).</source>
        <translation>
            <numerusform>It needs at least %n item.</numerusform>
            <numerusform>It needs at least %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n item(s).</source>
        <translation>
            <numerusform>It may have at most %n item.</numerusform>
            <numerusform>It may have at most %n items.</numerusform>
        </translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item may stand twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must match the pattern %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow does not know this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a field of its own: use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPane</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the file, secrets masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file and its environment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), not applied yet</source>
        <translation>
            <numerusform>%n change, not applied yet</numerusform>
            <numerusform>%n changes, not applied yet</numerusform>
        </translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Add a filter, or type an ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status:failed, flow:update_profile, flow:!heartbeat, user:, session:, correlation:, last:6h, or an ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop finding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>%1: %2</source>
        <comment>what was checked and what was found</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>There is no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container Registry is shut down; gcr.io is served by Artifact Registry at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in its registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push it, or build it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`%1` is no number of CPUs that Cloud Run has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 0.08 to 1, or 2, 4, 6, 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than one CPU is only there while requests are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a whole CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`%1` is no size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 512Mi, 2Gi …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not go with %2 CPU: %3 to %4 does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the memory or the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instance with less than one CPU takes one request at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the concurrency to 1, or give it a CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2; %3 to %4 is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeout in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The concurrency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fewest instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delay of the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period of the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeout of the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set by Cloud Run itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`%1` is no name of a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of %1 is longer than 32 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a file or a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe fails before it has been tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1 or more failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe could take longer than the 240 s that a start may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the period or the number of failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of the probe does not begin with /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write /health or the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not begin with /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`%1` is no name of a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than 50 small letters, digits and hyphens, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`%1` is no name of a revision of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1-SUFFIX, at most 63 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a revision %1 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another suffix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic is pinned to %1: the new revision gets 0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send traffic to the latest: batuta traffic %1 latest=100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another change of the service is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region has %1 services; 1,000 are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete one that is not needed, or take another region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region has 2,000 tags, and no more are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take tags away that are not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has 1,000 revisions: the oldest that serves nothing will be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you want to keep.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowCanvas</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowChooser</name>
    <message>
        <source>The routes of %1 choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow to run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowHeader</name>
    <message>
        <source>Version %1 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowInspector</name>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the step or flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowList</name>
    <message>
        <source>No flow matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flows cannot be listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no flows. A flow is a YAML file in its flows folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows by system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowListModel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n step(s)</source>
        <translation>
            <numerusform>%1, %2, %n step</numerusform>
            <numerusform>%1, %2, %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowSchema</name>
    <message>
        <source>Version of the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole execution; the rest is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that run at the same time; 1 gives the order of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Schema (draft-07) of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What starts the flow by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is the display order and the tie-break of the scheduler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the execution answers; texts may hold ${{ }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that run after all others, whatever happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to the format, not run by this version of Batuta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text; ${{ }} parts are evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expression; ${{ }} may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For people: one text, or one for each language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the same request comes again within the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that end before this one starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoes the step when the execution fails, or is cancelled with compensation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that keep failing are not made for a while. Shared by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;flow&gt;.&lt;step&gt; without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older failures do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls let through when half-open; that many successes close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most `limit` calls in any `per`; more of them wait. Shared by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is done once for each item; its output is the list of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list, or an expression that gives one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the item beside `item`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all, the first one included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is tried again; without it connection and timeout are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait before attempt n+1: first x factor^(n-1), at most max.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body; texts may hold ${{ }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty value sends no Authorization header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duration, or an expression that gives one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time like 2026-11-21T02:00:00Z, or an expression that gives one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signal of that name ends the wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values; they are the step&apos;s output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named gates; all of them must hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command, never through a shell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program and its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables of the engine that reach it, beside PATH, HOME, LANG and TZ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to its standard input: a text as it is, else as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From being asked to stop to being stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may answer; everybody without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Schema (draft-07) of what is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ${{ }} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data; texts may hold ${{ }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed POST; 15 s and three attempts unless the step says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 s and three attempts unless the step says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message for whoever watches the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many executions (with the same key) run at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing that starts the flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute, hour, day of month, month, day of week; or @hourly, @daily, @weekly …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of times that passed while no engine ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the HMAC-SHA256 that signs a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true: anybody may call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition, or a measured value with a bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`group` frames steps on the canvas; without one, `domain` does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An id token of Google for this audience. `auth: google_id_token` takes the address that is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something with a service of Cloud Run, in the place that batuta.yaml names for the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s own without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one of batuta.yaml without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest without it; a rollback chooses the last good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a deployment; the newest revision&apos;s without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revision whose configuration a deployment begins with; what the service has without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the new revision&apos;s name; made of the execution without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the revision an address of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory, cpu, timeout, concurrency, min, max, port, service-account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys to add or change: a text, or {secret, version} of the secret manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys to take away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 100: share of the revision; others keep the rest in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole split: a list of {revision, percent, tag}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the revision to act on; with any other somebody else has moved the traffic, and it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked of the revision until it answers 2xx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a gate watches, or a wait waits at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a gate looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a gate waits for figures that come late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a bound is broken; told in the output as `passed: false`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s name as a person typed it; production wants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds like error_rate &lt;= 1%, p95 &lt;= 800ms, memory &lt;= 85%, flow = smoke, rehearsal = order: id; or mappings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked only while the revision has this share; moved by somebody else, the question is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all steps that say nothing else; timeout, total_timeout and retry are for http, flow, process and jq.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all attempts and items of a step together, with the waits between them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Graph of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no flow named %1 in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flow that is added to the workspace is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a problem and its place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message>
        <source>Every flow was published at least once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes of the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the input as a form or as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tokens (%n), never kept</source>
        <translation>
            <numerusform>Tokens (%n), never kept</numerusform>
            <numerusform>Tokens (%n), never kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Secrets (%n), never kept</source>
        <translation>
            <numerusform>Secrets (%n), never kept</numerusform>
            <numerusform>Secrets (%n), never kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other keys (%n)</source>
        <translation>
            <numerusform>Other keys (%n)</numerusform>
            <numerusform>Other keys (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreeBox</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>run, start, state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatPage</name>
    <message>
        <source>Choose a cell first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run at this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs to compare. Choose three or more and press C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Compare · %n run(s)</source>
        <translation>
            <numerusform>Compare · %n run</numerusform>
            <numerusform>Compare · %n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>A cell is the warmer the longer its step took beside the other runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatTable</name>
    <message>
        <source>Steps by runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldStrip</name>
    <message numerus="yes">
        <source>%Ln newer run(s)</source>
        <translation>
            <numerusform>%Ln newer run</numerusform>
            <numerusform>%Ln newer runs</numerusform>
        </translation>
    </message>
    <message>
        <source>held while a row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held while the list is scrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held while the pointer moves over the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held while the list is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held while the list is sorted by duration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Runs in which the step ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of this step is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n run(s) of this flow; percentiles of those that ended well.</source>
        <translation>
            <numerusform>Of the newest %n run of this flow; percentiles of those that ended well.</numerusform>
            <numerusform>Of the newest %n runs of this flow; percentiles of those that ended well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of all %n run(s) of this flow; percentiles of those that ended well.</source>
        <translation>
            <numerusform>Of all %n run of this flow; percentiles of those that ended well.</numerusform>
            <numerusform>Of all %n runs of this flow; percentiles of those that ended well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdLine</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the flow that names the step follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import an env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env or .yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each key goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take as edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Env files (.env .env.* *.env *.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n line cannot be read and is left out.</numerusform>
            <numerusform>%n lines cannot be read and are left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not known here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) taken as edits: review and apply.</source>
        <translation>
            <numerusform>%n key taken as an edit: review and apply.</numerusform>
            <numerusform>%n keys taken as edits: review and apply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputBox</name>
    <message>
        <source>Name, type, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a field to the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the field %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorField</name>
    <message>
        <source>From %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duration is written like 250ms, 90s or 5m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size is written like 64KiB or 16MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path is written like /hooks/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has small letters, digits and _, and begins with a letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label in Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same request again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message of a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times (cron)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody may call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only from shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the traffic stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total timeout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorForm</name>
    <message>
        <source>Other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsBox</name>
    <message>
        <source>Add a gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 has a value in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>added</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret %1:%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a key and its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the new revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindChooser</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaunchPane</name>
    <message>
        <source>%1 copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets read *** here and in the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cURL is for batuta serve on this computer; batuta run works in the workspace folder. Secrets are left to variables of your shell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>A line holds up to %1 characters; the rest was left out. Use the JSON view for longer text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of text: use the JSON view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %n item(s) are edited in the JSON view.</source>
        <translation>
            <numerusform>More than %n item is edited in the JSON view.</numerusform>
            <numerusform>More than %n items are edited in the JSON view.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogColumns</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 20 around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line names no execution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Same message %Ln time(s)</source>
        <translation>
            <numerusform>Same message %Ln time</numerusform>
            <numerusform>Same message %Ln times</numerusform>
        </translation>
    </message>
    <message>
        <source>This line is no whole JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 masked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogFacetList</name>
    <message>
        <source>Facets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogFacetModel</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n line</numerusform>
            <numerusform>%1, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogHistogram</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, the last %n line(s)</source>
        <translation>
            <numerusform>%1, the last %n line</numerusform>
            <numerusform>%1, the last %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n line</numerusform>
            <numerusform>%1, %n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>The log has no line about this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has no line about this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had been logged by this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the services in the cloud have logged about this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Cloud Logging</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Select a line first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find, next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep lines in one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter for the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the cell out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line names no execution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the lines as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lines around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of this engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a log file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of log files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush the histogram to choose a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No error before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No error behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many lines to copy: export them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln line copied.</numerusform>
            <numerusform>%Ln lines copied.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines are being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) written.</source>
        <translation>
            <numerusform>%Ln line written.</numerusform>
            <numerusform>%Ln lines written.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter by cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>A value is missing behind %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is missing before the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bracket is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket closes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular expression cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no time such as 2026-11-21T14:21:07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets stand too deep in each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a time such as 14:21:07, or 2026-11-21T14:21:07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine has not written a line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no lines in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lines match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new lines come from the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~%1 of ~%2 lines, %3 % read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln line(s), %2 ms</source>
        <translation>
            <numerusform>%1 of %Ln line, %2 ms</numerusform>
            <numerusform>%1 of %Ln lines, %2 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) selected</source>
        <translation>
            <numerusform>%Ln line selected</numerusform>
            <numerusform>%Ln lines selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Logging of this environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No environment here runs in a cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring older entries over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that there is was brought over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud does not tell what was logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new entries come from Cloud Logging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all services</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · all services</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapBox</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a key %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= ••••, a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1 in the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixDelegate</name>
    <message numerus="yes">
        <source>%n key(s), folded</source>
        <translation>
            <numerusform>%n key, folded</numerusform>
            <numerusform>%n keys, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>a new value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixHeader</name>
    <message>
        <source>applied %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n set</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n set</numerusform>
        </translation>
    </message>
    <message>
        <source>open %1:%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the files of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixLegend</name>
    <message>
        <source>differs from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed and missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret, four characters of its fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 edit, P next problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret, revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret Manager, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Run sets it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>No board is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the figures again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the time before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was zoomed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of the panel&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a panel first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs behind the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the alerts first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute the alert, or hear it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board is not being edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boards could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in this board.</source>
        <translation>
            <numerusform>%n problem in this board.</numerusform>
            <numerusform>%n problems in this board.</numerusform>
        </translation>
    </message>
    <message>
        <source>This board has no panels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n s</source>
        <translation>
            <numerusform>every %n s</numerusform>
            <numerusform>every %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the problems in its file first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No environment here runs in a cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Monitoring of %1 in %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of this time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricsText</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: click hides or shows it, Alt and click shows it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s)</source>
        <translation>
            <numerusform>%Ln reading</numerusform>
            <numerusform>%Ln readings</numerusform>
        </translation>
    </message>
    <message>
        <source>n = %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out</source>
        <translation>
            <numerusform>%Ln line left out</numerusform>
            <numerusform>%Ln lines left out</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firing, acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below %2, over %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 above %2, over %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniGraph</name>
    <message>
        <source>Graph of the flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewFlowDialog</name>
    <message>
        <source>Empty flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions one after the other. Each gets what the one before answered, and is tried again when it fails for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches side by side, one of them for each item of a list, and a step that brings their answers together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measured condition, then a person who says yes or no within a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message starts it. What was done is undone, last first, when a later step fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs every night, never two at a time, and tells when something is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but a name: build it on the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2 (%3)</source>
        <comment>of an import: line, what, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the workflow has its counterpart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the workflow have no counterpart, and stand in the flow as comments:</source>
        <translation>
            <numerusform>%n thing in the workflow has no counterpart, and stands in the flow as a comment:</numerusform>
            <numerusform>%n things in the workflow have no counterpart, and stand in the flow as comments:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin with a letter; then a-z, 0-9 and _, at most 63.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a flow of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system is a folder: a-z, 0-9 and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has no counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a GitHub Actions workflow …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the flow, each behind what it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 step, id %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. From %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow has no steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln step(s)</source>
        <translation>
            <numerusform>Remove %Ln step</numerusform>
            <numerusform>Remove %Ln steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps appear once the text can be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayChooser</name>
    <message>
        <source>No overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 of recorded runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 of recorded runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What recorded runs say of each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run of this flow is recorded here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Next section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge: mute the alert, or mark the failure as addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what needs attention first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes when it has been dealt with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the overview again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted for an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addressed until it comes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs attention again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ran in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs attention. The last problem was at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %Ln run(s), height is duration</source>
        <translation>
            <numerusform>last %Ln run, height is duration</numerusform>
            <numerusform>last %Ln runs, height is duration</numerusform>
        </translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 vs 7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in this time. This engine keeps no figures, so that it raises no alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This environment has no services yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Req/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1, %2 of error budget used</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln flow(s)</source>
        <translation>
            <numerusform>%Ln flow</numerusform>
            <numerusform>%Ln flows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) failed, %1</source>
        <translation>
            <numerusform>%Ln run failed, %1</numerusform>
            <numerusform>%Ln runs failed, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %Ln answer(s)</source>
        <translation>
            <numerusform>%1 waits for %Ln answer</numerusform>
            <numerusform>%1 waits for %Ln answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alert fires at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the workspace</source>
        <translation>
            <numerusform>%Ln problem in the workspace</numerusform>
            <numerusform>%Ln problems in the workspace</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert %1 fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert %1 is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert %1 acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert %1 muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure of %1 addressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the failure of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vs previous %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the environment %1</source>
        <translation>
            <numerusform>%Ln problem in the environment %1</numerusform>
            <numerusform>%Ln problems in the environment %1</numerusform>
        </translation>
    </message>
    <message>
        <source>keys that steps need have no value, or one that cannot work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment %1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal sent to run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoints set in run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held step of run %1 let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule of %1 paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule of %1 resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed runs of %1 made up for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message put into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old runs removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret %1 revealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board %1 saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic of %1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud refused a change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) cancelled</source>
        <translation>
            <numerusform>%Ln run cancelled</numerusform>
            <numerusform>%Ln runs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) run again</source>
        <translation>
            <numerusform>%Ln run was run again</numerusform>
            <numerusform>%Ln runs were run again</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was done, and in which environment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, and %Ln more</numerusform>
            <numerusform>%1, and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1 told to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 told to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 told to take its next stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 told to promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows and routes read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout of %1 started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal of %1 started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image of %1 built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 restored from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert of %1 saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replaced from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not measured yet</source>
        <comment>a gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <comment>a gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a gate and what it measured</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by a gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gate is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ready</source>
        <comment>services</comment>
        <translation>
            <numerusform>%Ln ready</numerusform>
            <numerusform>%Ln ready</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many are ready, how many fail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <comment>services</comment>
        <translation>
            <numerusform>%Ln failing</numerusform>
            <numerusform>%Ln failing</numerusform>
        </translation>
    </message>
    <message>
        <source>Rollout of %1 ended: the traffic was moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic was moved by somebody else since: nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic was moved by %1 since: nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by others</source>
        <comment>a rollout whose traffic somebody else moved</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Execution ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not look for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed, or be of another engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) need it</source>
        <translation>
            <numerusform>%n flow needs it</numerusform>
            <numerusform>%n flows need it</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share, shown in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the title, in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dashed line at this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what lies above is tinted, such as 0.05 for 5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric, function, where and by; or source and expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>Panel menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These figures could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to list these runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to list these requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>A sealed file for the secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is kept nowhere: without it nobody reads the secrets again. An engine that runs without a window takes it from the file that BATUTA_PASSPHRASE_FILE names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in this window and its engine until they end, and is written nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>A passphrase for the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its JSON pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path and pointer can be copied in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload as a tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the payload to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no payload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>Time of the call by phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>To the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 · %3 s · %4</source>
        <comment>moment, count, time, what happens</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferenceControl</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns on status bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows the desktop, also while the window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids, log lines and commands stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and controls grow with the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of tables and lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing turns, slides or flashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each status keeps its own pattern besides its colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How times are shown. Copies and exports are always UTC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent and presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent input %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset was not kept: the input is too large, or there are too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset %1 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1 saved, without secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Set value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst case %1 is above the deadline of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst case of %1 attempts is %2, above the deadline of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits until somebody answers, for ever if nobody does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for an event without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs a command without an end to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 attempt is never tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`on` names nothing, so nothing is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never runs: its condition is always false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never runs: it is always skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never runs: it has no items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never runs: it needs %2, which never does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condition is always true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule never skips the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the flow uses input.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing uses the output of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every execution sends the same Idempotency-Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is sent without TLS: everybody on the way can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message sends secrets.%1 to everybody in the channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every process of the machine can read secrets.%1 among the arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text shows a mask in place of secrets.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It always starts without %1, and is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who can reach the engine can start the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every execution has the same key: each is a repetition of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every execution has the same key: the limit is of all of them anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many items as the request has: input.%1 has no maxItems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the input %2, which is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each attempt runs %1 anew: %2 may be done twice, with another Idempotency-Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean `%1`?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in that environment, or write default(…) around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in each of them, or write default(…) around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower timeouts or attempts on that path, or raise the deadline: what is left then is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `expires`, or give the flow a deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `timeout`, or give the flow a deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more attempts, or remove retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is tried again, or remove `on` for connection and timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what keeps it from running, or remove the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it, or remove it from the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use steps.%1.output, or remove the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the header: the engine sends a key of its own, the same for all attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it over in `env` of the process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in the trigger&apos;s `input`, or give it a default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `secret`, so that calls are signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the key of what tells requests apart, as in ${{ input.id }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key, or make it of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write maxItems in its schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend that flow first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a flow of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in `input`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `retry` at the steps of %1 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the calls on the path shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the need of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the second %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the deadline to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the timeout to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set timeout to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it expire after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over input.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it all in one expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use blanks instead of tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has one attempt, which `timeout` limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shorter than the timeout of one attempt, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is longer than the step&apos;s total_timeout of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an approval has no total_timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step of kind %1 has one attempt only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the attempts or the timeout, write total_timeout, or raise the deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more attempts, or `timeout` instead of total_timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise total_timeout, or lower timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise total_timeout, or lower this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it: `timeout` limits the only attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `expires` in the approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set total_timeout to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise total_timeout to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the timeout to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use timeout instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems of the severities that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>It is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) must be mended first</source>
        <translation>
            <numerusform>%n error must be mended first</numerusform>
            <numerusform>%n errors must be mended first</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is different from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the warnings first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new in it? People read this in the list of versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1, compared with its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1, compared with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1, its first version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Publish v15, of update_profile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Batuta commits nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s). Enter shows the place.</source>
        <translation>
            <numerusform>%n problem. Enter shows the place.</numerusform>
            <numerusform>%n problems. Enter shows the place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish with %n warning(s)</source>
        <translation>
            <numerusform>Publish with %n warning</numerusform>
            <numerusform>Publish with %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Words, or fields such as severity&gt;=WARN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsPane</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cancel came to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ran that had to be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message>
        <source>p50 %1, p95 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 %, tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its functions are really called, with the recorded inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they write or send, they write or send again. Live traffic and other steps are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executions of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest that succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that may differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs in the execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the executions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 1 to 50 executions can be run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on when this is closed, as an execution of the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 executions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for executions that called the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Then %1 · now %2, from %n call(s)</source>
        <translation>
            <numerusform>Then %1 · now %2, from one call</numerusform>
            <numerusform>Then %1 · now %2, from %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearsalRows</name>
    <message>
        <source>same</source>
        <comment>as it was</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different</source>
        <comment>from what it was</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseMarks</name>
    <message>
        <source>%1 was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 was deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 was rolled back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollout of %1 began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic of %1 was moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic of %2 was moved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseText</name>
    <message>
        <source>%1, changing</source>
        <comment>shares</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unhealthy</source>
        <comment>shares</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when it was changed and its shares</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share of the traffic</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at %1; the traffic is moving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic has moved, at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serving</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a service, its state, its shares</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>an environment, a revision, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, by %3. %4</source>
        <comment>a time, what was done, who, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout ended: the traffic was moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>The traffic was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the traffic as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the change of traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change of the last two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the revision&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a revision first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the releases again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic is moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone within two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide revisions that were never ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown is from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running, and only it knows the cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace names no cloud. Write cloud: with project and region into batuta.yaml (and server: local for a Cloud Run on this machine), and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service runs in %1. What is deployed there appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change was dropped; the bar shows what serves now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message>
        <source>no figures: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last change %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>two revisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ %1</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a file of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments (*.env .env* *.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace names no cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy to production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a new service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was watched for two minutes: no errors in its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 was watched for two minutes: %n error(s) in its log.</source>
        <translation>
            <numerusform>%1 was watched for two minutes: %n error in its log.</numerusform>
            <numerusform>%1 was watched for two minutes: %n errors in its log.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two minutes after the rollback:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes after the change of traffic:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no errors in the log of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in the log of the service.</source>
        <translation>
            <numerusform>%n error in the log of the service.</numerusform>
            <numerusform>%n errors in the log of the service.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of keys …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a revision with a tag and 0 % of the traffic can be rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoteControl</name>
    <message>
        <source>this window has left it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatPanel</name>
    <message>
        <source>Do nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)</source>
        <translation>
            <numerusform>Repeat %Ln run</numerusform>
            <numerusform>Repeat %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)?</source>
        <translation>
            <numerusform>Repeat %Ln run?</numerusform>
            <numerusform>Repeat %Ln runs?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each begins with the steps that failed; steps that succeeded are not called again. Members written here replace those of each input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the input is another, as a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RerunDialog</name>
    <message>
        <source>Retry from the failed step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest version is the one that ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace does not have this flow any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A new run begins with the steps that failed or did not run; what they do is done once more. Up to %n step(s) keep what they gave.</source>
        <translation>
            <numerusform>A new run begins with the steps that failed or did not run; what they do is done once more. Up to %n step keeps what it gave.</numerusform>
            <numerusform>A new run begins with the steps that failed or did not run; what they do is done once more. Up to %n steps keep what they gave.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new run begins with this step and all that follow from it; what they do is done once more. Other steps that ended well keep what they gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets of the input are kept as they were; once anything is edited, they must be typed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review and apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? It is kept in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files have changed on the disk: settle that first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production is locked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the environment first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 afterwards</source>
        <comment>3 changes; 2 problems afterwards</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevisionRows</name>
    <message>
        <source>Answered with 5xx, of the last day&apos;s requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 requests of the last hour were faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RollbackDialog</name>
    <message>
        <source>The same with gcloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the traffic of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <comment>an environment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move traffic in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preflight, %1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed the service meanwhile: look again, then confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter does not confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter does not confirm here. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of traffic moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the current rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flows call this service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed there in the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks are not done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) to type.</source>
        <translation>
            <numerusform>%n more character to type.</numerusform>
            <numerusform>%n more characters to type.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not the name of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by the cloud after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved after %1. It can be undone for two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic is now at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is safe to close this: the cloud goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the service since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message>
        <source>Log, %1, watched for %2 s more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no requests are on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>served for %1, %Ln request(s), %2 % with 5xx</source>
        <translation>
            <numerusform>served for %1, %Ln request, %2 % with 5xx</numerusform>
            <numerusform>served for %1, %Ln requests, %2 % with 5xx</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone within two minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RouteLine</name>
    <message>
        <source>True: it chooses the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True, but an earlier rule has chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition of rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow of rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule %1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule %1 down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rule %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutesDocument</name>
    <message>
        <source>Change a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutesPage</name>
    <message>
        <source>Routes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this workspace are with its engine. Edit routes where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule cannot be decided: a request like this is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule is true: the default %1 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs, by the rule %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also true, and without a say: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: runs</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: filtered, %2</source>
        <comment>a step and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: the engine routes by these rules now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no routes to edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes have errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules: the first true one chooses the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When no rule is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the chosen flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s); the tree says the same row by row.</source>
        <translation>
            <numerusform>%n line; the tree says the same row by row.</numerusform>
            <numerusform>%n lines; the tree says the same row by row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsBox</name>
    <message>
        <source>Add an argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another run as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another run as B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>The engine went away before it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run may have been started: look at Runs before you run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same request came a short time ago and is run again as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no flow %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no JSON object, so the form was not filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) were never kept.</source>
        <translation>
            <numerusform>%n secret was never kept.</numerusform>
            <numerusform>%n secrets were never kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill them in again if they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of all flows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields come from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not told its flows yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In production only the button runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow before dropping an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one JSON file of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows once the input is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows once the required fields are filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) run</source>
        <translation>
            <numerusform>%n step runs</numerusform>
            <numerusform>%n steps run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are skipped</source>
        <translation>
            <numerusform>%n is skipped</numerusform>
            <numerusform>%n are skipped</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n depend on results</source>
        <translation>
            <numerusform>%n depends on results</numerusform>
            <numerusform>%n depend on results</numerusform>
        </translation>
    </message>
    <message>
        <source>The routes choose %1, because no rule is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routes choose %1 by the rule %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These flags have no say: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine accepts runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine does not accept runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to mend</source>
        <translation>
            <numerusform>%n field to mend</numerusform>
            <numerusform>%n fields to mend</numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment keys for these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n environment key(s) not set</source>
        <translation>
            <numerusform>%n environment key not set</numerusform>
            <numerusform>%n environment keys not set</numerusform>
        </translation>
    </message>
    <message>
        <source>Identical input ran %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a flow first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production: only this button runs it, by pointer or by Tab and Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan, payload and command lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFacets</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFilters</name>
    <message>
        <source>status is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subject is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started in last %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started in last %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started in last %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error is not %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHistogram</name>
    <message numerus="yes">
        <source>%1: %Ln run(s)</source>
        <translation>
            <numerusform>%1: %Ln run</numerusform>
            <numerusform>%1: %Ln runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision %1 ran first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 ran first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>The flow has not run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has not run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the execution ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the row as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets in the input of this run were masked. Type them again before you run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 was asked to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 had already ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has the ID %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln filter(s)</source>
        <translation>
            <numerusform>Clear %Ln filter</numerusform>
            <numerusform>Clear %Ln filters</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs are as of %1. Nothing can be started or cancelled until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, %1 runs/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln run(s)</source>
        <translation>
            <numerusform>More than %Ln run</numerusform>
            <numerusform>More than %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last act on several runs is not finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the selected runs from the steps that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the filters as a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed in the last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A view needs a name, and at most %Ln are kept.</source>
        <translation>
            <numerusform>A view needs a name, and at most %Ln is kept.</numerusform>
            <numerusform>A view needs a name, and at most %Ln are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view %1 was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected runs is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected runs has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)?</source>
        <translation>
            <numerusform>Cancel %Ln run?</numerusform>
            <numerusform>Cancel %Ln runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %Ln run(s)?</source>
        <translation>
            <numerusform>Repeat %Ln run?</numerusform>
            <numerusform>Repeat %Ln runs?</numerusform>
        </translation>
    </message>
    <message>
        <source>What their steps have already done stays done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that succeeded are not called again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were asked to stop.</source>
        <translation>
            <numerusform>%Ln run was asked to stop.</numerusform>
            <numerusform>%Ln runs were asked to stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were repeated.</source>
        <translation>
            <numerusform>%Ln run was repeated.</numerusform>
            <numerusform>%Ln runs were repeated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were refused: %1</source>
        <translation>
            <numerusform>%Ln was refused: %1</numerusform>
            <numerusform>%Ln were refused: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were written to %1.</source>
        <translation>
            <numerusform>%Ln run was written to %1.</numerusform>
            <numerusform>%Ln runs were written to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use status:, flow:, user:, session:, correlation:, version:, revision:, error: or last:, for example last:6h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln selected</numerusform>
            <numerusform>%1, %Ln selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one run, or up to twenty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the selected runs as a capsule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as a capsule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by start, or turn the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by duration, or turn the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %Ln longest run(s)</source>
        <translation>
            <numerusform>The longest run</numerusform>
            <numerusform>The %Ln longest runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln shortest run(s)</source>
        <translation>
            <numerusform>The shortest run</numerusform>
            <numerusform>The %Ln shortest runs</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs match: what has not ended has no duration yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not live while sorted by duration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsWords</name>
    <message>
        <source>This run is being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, next attempt in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln retry(s)</source>
        <translation>
            <numerusform>%Ln retry</numerusform>
            <numerusform>%Ln retries</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by start, or turn the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort what has ended by its duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are sorted by their start or their duration: of so many, no other order would be quick.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SayGesture</name>
    <message>
        <source>Enter connects %1 to %2, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Kept in the sealed file of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the keyring of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no value yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refers to Secret Manager for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in %1 as readable text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) use it:</source>
        <translation>
            <numerusform>%n step uses it:</numerusform>
            <numerusform>%n steps use it:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>The store is at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock production first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the environment first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the new value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 into the store of secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that stands in the file, or a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rotated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the store of secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text goes from the file when you apply the edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that holds the value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretEditor</name>
    <message>
        <source>Show %1 while held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting fits. Clear the field above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you, in every workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>There is no view for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs could not be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine and connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine runs already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n run still going</numerusform>
            <numerusform>%n runs still going</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the folder&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace: a folder with flows/&lt;system&gt;/&lt;flow&gt;.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no folder named flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the pasted ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a capsule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a capsule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capsules (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the capsule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capsule is open in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replayed against the recorded answers; nothing was called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capsule is only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The engine begins again in %1. %n run(s) go on as they began.</source>
        <translation>
            <numerusform>The engine begins again in %1. %n run goes on as it began.</numerusform>
            <numerusform>The engine begins again in %1. %n runs go on as they began.</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine begins again in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Ask whoever runs the engine for its token, and type it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the authority file (CA) that belongs to this engine, or ask whoever runs it. Nothing was sent: a certificate that is not trusted is never passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network, and that the engine runs: batuta serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address: something else answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine wants a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is not the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Batuta engine answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not work yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for each time, kept nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority file (CA), PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: the authorities that this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the token while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is not encrypted: whoever is on the way can read the token. Use https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of its own then shows the flows and runs of a batuta serve on another machine, and acts on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the screen stays, and goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port, or write http:// when the engine has no TLS in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection cannot be encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageChart</name>
    <message>
        <source>%1 % for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the new revision over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected · %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the engine&apos;s last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is wrong in the workspace&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batuta %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between English and Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected, retrying</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepInspector</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J / K next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recorded call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has made no call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of the call is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was copied as cURL; secrets are variables of the shell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepListBox</name>
    <message>
        <source>Select the step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPalette</name>
    <message>
        <source>Filter steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that can be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds one after the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPicker</name>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the kind of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the step to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestBench</name>
    <message>
        <source>The engine is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no flow yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow on the screen has no such step yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has given no output that could be pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long to be pinned: at most 256 KiB a step and 1 MiB a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: the step answers with this from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestDetail</name>
    <message>
        <source>Select a step to see what it gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the pinned output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestPane</name>
    <message>
        <source>No step is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step calls nothing, so no call of it can go wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults are injected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) go wrong on purpose in the next test.</source>
        <translation>
            <numerusform>%n step goes wrong on purpose in the next test.</numerusform>
            <numerusform>%n steps go wrong on purpose in the next test.</numerusform>
        </translation>
    </message>
    <message>
        <source>The test that is shown went wrong on purpose; the next one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Held before %1 and %n other(s)</source>
        <translation>
            <numerusform>Held before %1 and %n other</numerusform>
            <numerusform>Held before %1 and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine refused it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestStepsModel</name>
    <message>
        <source>Fault: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>injected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with earlier output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoint when %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up for the test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeBrush</name>
    <message>
        <source>Overview of the whole time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In view: from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Go to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14:21:07, or 2026-11-21T14:21:07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment of this engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceCanvas</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts, critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the flow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ways to run it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>No run is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel has been asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the execution_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command batuta run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the mini graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out to the view before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other failure in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other step in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run now, and the history of this workspace does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel was asked for at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps under way are being stopped; the run is not over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ended by itself before that had an effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cancel came to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody cancelled it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected step asks nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the selected step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run from failed step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step failed: run it again from a step, or whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run from the selected step, with edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a step first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of finally run by themselves at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run of the sub-flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected step has started no sub-flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the parent run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other run started this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further step starts until it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this step went in other runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the end of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole record is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the runs that failed like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run did not fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as a capsule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as a capsule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capsule was written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Cloud Logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment of the run does not run in a cloud.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <source>The body is not text: %1 are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is cut: the record keeps %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) failed; the last one with: %1.</source>
        <translation>
            <numerusform>%n attempt failed; the last one with: %1.</numerusform>
            <numerusform>%n attempts failed; the last one with: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The step failed, and its record gives no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow went on: on_failure is continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flow was aborted: on_failure is abort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps that need it were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message>
        <source>on critical path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a wait of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 then %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was skipped, and its record gives no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step did not run. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was running when the execution was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The execution was cancelled before the step began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1 ended with %2. The next one follows after a wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended well at attempt %1. The one before ended with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) had ended before.</source>
        <translation>
            <numerusform>%n step had ended before.</numerusform>
            <numerusform>%n steps had ended before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running step(s) were stopped.</source>
        <translation>
            <numerusform>%n running step was stopped.</numerusform>
            <numerusform>%n running steps were stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) never started.</source>
        <translation>
            <numerusform>%n step never started.</numerusform>
            <numerusform>%n steps never started.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection was already open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of %1, %2, lasts %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %2, %n step(s), lasts %3</source>
        <translation>
            <numerusform>Group %1, %2, %n step, lasts %3</numerusform>
            <numerusform>Group %1, %2, %n steps, lasts %3</numerusform>
        </translation>
    </message>
    <message>
        <source>backoff %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name lookup (DNS): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1 · %2</source>
        <comment>number and hash</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: attempt %2 begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: attempt %2 ends with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is over: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer waited for; what the call does is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came to its end before it could be stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had succeeded, and was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had succeeded, and its effects stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at %1</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt got %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt got %1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call got %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call got %1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item %1, attempt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other run that is kept failed in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other run(s) failed in this step since %1.</source>
        <translation>
            <numerusform>%n other run failed in this step since %1.</numerusform>
            <numerusform>%n other runs failed in this step since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n run(s) of the flow were looked at.</source>
        <translation>
            <numerusform>Only the newest %n run of the flow was looked at.</numerusform>
            <numerusform>Only the newest %n runs of the flow were looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceTree</name>
    <message>
        <source>Steps of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrafficBar</name>
    <message>
        <source>%1 %2 %</source>
        <comment>a revision and its share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic, not applied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the divider, or use Left and Right: 5 % steps, with Shift 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the traffic goes to one revision. T gives the selected revision a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share of the traffic</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnappliedDialog</name>
    <message numerus="yes">
        <source>%n change(s) of env files not applied</source>
        <translation>
            <numerusform>%n change of env files not applied</numerusform>
            <numerusform>%n changes of env files not applied</numerusform>
        </translation>
    </message>
    <message>
        <source>No file has them yet. Kept, they are here again the next time, for you alone: values are sealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep and close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreachableStrip</name>
    <message>
        <source>Engine unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing data from %1, %2 old. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1, asking now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1, next in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuePanel</name>
    <message>
        <source>Value in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>%1, runs now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>runs now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsDesk</name>
    <message>
        <source>%1 is published. The engine did not take it: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is published and runs from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is %1 now. Undo brings back what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window edits this draft.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of %1, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft becomes this version. Undo brings the draft back; nothing is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s text becomes a version of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File changed outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text was never published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list cannot be read</source>
        <translation>
            <numerusform>%n line of the list cannot be read</numerusform>
            <numerusform>%n lines of the list cannot be read</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no version yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was published yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>The budget is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when the forecast reaches 100 %, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above so many percent of the requests answered with 5xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above so many milliseconds for 95 of 100 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For so many minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of a month, in the currency of the billing account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell at so many percent of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a channel and its type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no notification channel: the alert only shows in Monitoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batuta.yaml names no billing_account for this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount, like 100 or 100.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write percents, like 50, 90, 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 0 to 1,410 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more than 0 and at most 100 percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1 to 3,600,000 milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The reason needs %n more character(s).</source>
        <translation>
            <numerusform>The reason needs %n more character.</numerusform>
            <numerusform>The reason needs %n more characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has this budget. It only tells; it stops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no budget. It only tells; it stops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is this alert on the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such alert on the service yet; this one is ready to be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alerts of the project: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaterfallView</name>
    <message>
        <source>Waterfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars over time for the rows of the list of steps, which says the same in words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Batuta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run flows, watch them live, trace every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine %1 runs inside this window, with a history of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) in %1. Batuta follows this folder and never rewrites what it does not understand.</source>
        <translation>
            <numerusform>%n flow in %1. Batuta follows this folder and never rewrites what it does not understand.</numerusform>
            <numerusform>%n flows in %1. Batuta follows this folder and never rewrites what it does not understand.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sandbox plays the ten ML functions on this computer: flows run without a cloud account. It ends with this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows call the functions whose addresses stand in this workspace&apos;s .env.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they run against the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowStrip</name>
    <message>
        <source>%1 to %2: %3 requests, %4 with 5xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1 took requests in the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took requests in the last day</source>
        <comment>a revision</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capsule is only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlBox</name>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlEdit</name>
    <message>
        <source>YAML of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlPane</name>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::ConnectRules</name>
    <message>
        <source>Start and end follow from what the steps need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step cannot need itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of finally run after all others anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would close a circle: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowGraph</name>
    <message>
        <source>unless %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unless %1, and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 step, id %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <comment>a step of the graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>steps that come before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>steps that come after</comment>
        <translation type="unfinished"></translation>
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
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowInspector</name>
    <message>
        <source>body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip what needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, no retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grows by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>jitter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retried on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason given is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is skipped when the environment does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs after all other steps, whatever happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged, runs all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered with the run that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others are stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens after</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in a row</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest is cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed times are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed times run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed times all run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook, open to anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total timeout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::GroupItem</name>
    <message>
        <source>when %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::StepItem</name>
    <message>
        <source>%1, finally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::StepPalette</name>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::TestCommands</name>
    <message>
        <source>Run draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set or clear a breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakpoint with a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to the next step, and hold there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the payload of the held step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the moment before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of an earlier moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the moment after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is injected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has given no output that could be pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mock output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::TestQuestions</name>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test this draft in production?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It calls the functions of production with what is on the screen, without being published. What they do stays done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this flow, without secrets. The Run dialog begins with it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing or does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes wrong with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On purpose, and only in tests of this editor. Steps and record say that it was injected. It is gone when the editor is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would go wrong: give a latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latency must be a duration of at most an hour: 500ms, 2s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always, or only when an expression is true: input.user_id == &apos;u1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the breakpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned output of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tests the step is not called: it gives this JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long to be pinned: at most 256 KiB a step and 1 MiB a flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step sees this as its input, and goes on. Secrets stay as they are where *** stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batuta::views::VersionWords</name>
    <message>
        <source>as committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since the last commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staged for a commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known to git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored by git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) added</source>
        <translation>
            <numerusform>%n step added</numerusform>
            <numerusform>%n steps added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) changed</source>
        <translation>
            <numerusform>%n step changed</numerusform>
            <numerusform>%n steps changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) removed</source>
        <translation>
            <numerusform>%n step removed</numerusform>
            <numerusform>%n steps removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added</source>
        <translation>
            <numerusform>%n connection added</numerusform>
            <numerusform>%n connections added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) removed</source>
        <translation>
            <numerusform>%n connection removed</numerusform>
            <numerusform>%n connections removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) of the flow changed</source>
        <translation>
            <numerusform>%n setting of the flow changed</numerusform>
            <numerusform>%n settings of the flow changed</numerusform>
        </translation>
    </message>
    <message>
        <source>another order of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps cannot be compared: one of the two is no YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that runs is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts are the same</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>%1; they differ too much for an exact comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in a git repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 ahead, %3 behind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
