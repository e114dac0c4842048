<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Correct it and try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the latest CPD Desktop. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted; look in the Trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Look at it again, then decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings, Accounts, and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup: everything up to it is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, save a report under Help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
