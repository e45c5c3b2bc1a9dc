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
        <source>Write one of: http, set, wait, flow, log, check.</source>
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
        <source>The request needs a token</source>
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
        <source>status:failed, flow:update_profile, user:, session:, correlation:, last:6h, or an ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowCanvas</name>
    <message>
        <source>Zoom, %1</source>
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
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
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
        <source>Use status:, flow:, user:, session:, correlation: or last:, for example last:6h.</source>
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
        <source>%Ln run(s), 1 selected</source>
        <translation>
            <numerusform>%Ln run, 1 selected</numerusform>
            <numerusform>%Ln runs, 1 selected</numerusform>
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
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search, paste an ID, or run a command</source>
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
        <source>Open the pasted execution ID</source>
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
</context>
<context>
    <name>StepInspector</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Content</source>
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
        <source>All %n attempt(s) got HTTP %1.</source>
        <translation>
            <numerusform>The %n attempt got HTTP %1.</numerusform>
            <numerusform>All %n attempts got HTTP %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) failed; the last one with: %1.</source>
        <translation>
            <numerusform>%n attempt failed; the last one with: %1.</numerusform>
            <numerusform>%n attempts failed; the last one with: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The call got HTTP %1.</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>TraceTree</name>
    <message>
        <source>Steps of the run</source>
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
</context>
</TS>
