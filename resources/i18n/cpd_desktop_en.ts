<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountWatch</name>
    <message>
        <source>Accounts: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe: connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddresseeFilter</name>
    <message>
        <source>Any attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody with a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sessions in this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignmentDialog</name>
    <message>
        <source>&amp;Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rubric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;ss mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;quired for the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required for the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignmentsPanel</name>
    <message numerus="yes">
        <source>%n approved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be revised</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mark</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked work approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a place on this event yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where people have to hand something in, their work is listed and marked here. Assignments are added under Plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{title} (%n to mark)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceMatrix</name>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{met} enough   {not_met} not enough   {absent} not there   {open} not decided   {in_person} in person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendancePapers</name>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens PDF files. Save the list as PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list opens as a PDF; print it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceQuestions</name>
    <message>
        <source>It is them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who else is “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was there as “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceStage</name>
    <message numerus="yes">
        <source>Accept %n certain</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody by sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in the reports is compared with everybody registered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who is registered is listed here, with a strip of when they were there, as soon as there is a report of the meeting or somebody is checked in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out who was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s attendance is known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull from Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Review %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the latest decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceTools</name>
    <message>
        <source>Import a list of who did something…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note what they did…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note who was in a session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of this event…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due in CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on running, and sends what is due. Quit it from this icon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupTable</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>&amp;Back up now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is made on each day that you work and before every update. One that you make here holds everything, also the files, and can lie anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.cpdbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to how everything was on {when}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backups yet. The first one is made today, and appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a fi&amp;le…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {when} is whole: every byte fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was checked and is whole. What you did since then will not be there any more. How it is now is kept as a backup first, so you can come back to it. CPD Desktop closes its pages and opens them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written and checked: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing and checking the backup…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BandsEntry</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band {number}: percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band {number}: share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three quarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two thirds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BankDialog</name>
    <message numerus="yes">
        <source>%n decided about before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new payment(s)</source>
        <translation>
            <numerusform>%n new payment</numerusform>
            <numerusform>%n new payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) booked</source>
        <translation>
            <numerusform>%n payment booked</numerusform>
            <numerusform>%n payments booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that did not come in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Book %n payment(s)</source>
        <translation>
            <numerusform>Book %n payment</numerusform>
            <numerusform>Book %n payments</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency where the list names none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each payment that came in is held against what is open. What names its order and has its amount is ticked. Tick others after looking, or write the number of their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a list of payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.xlsx *.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PayPal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the list comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasicsSection</name>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learning objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another zone keeps the times of the clock: 14:00 stays 14:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Markdown: **bold**, *italic*, # heading, - list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, PNG, GIF or WebP of at most 5 MB. It can be dropped here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or two sentences for lists and invitations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su&amp;mmary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where people meet in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas between.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeginForm</name>
    <message>
        <source>&amp;Membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page at Stripe asks for the card. Nothing is charged and nothing begins before the person agrees there; the page is open for one day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Free for the first %n day(s).</source>
        <translation>
            <numerusform>Free for the first %n day.</numerusform>
            <numerusform>Free for the first %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the browser here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send its link by mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe&apos;s p&amp;age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have a membership already: {offer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will pay {price}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillingDeeds</name>
    <message numerus="yes">
        <source>%n message(s) in the outbox</source>
        <translation>
            <numerusform>%n message in the outbox</numerusform>
            <numerusform>%n messages in the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came another way: give that money back yourself; this books it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) could not be written to</source>
        <translation>
            <numerusform>%n person could not be written to</numerusform>
            <numerusform>%n persons could not be written to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) did not go. {why}</source>
        <translation>
            <numerusform>%n refund did not go. {why}</numerusform>
            <numerusform>%n refunds did not go. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>All refunds went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card payments go back through Stripe now and cannot be called back. The places are given up, and credit notes are issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a payment link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Refund %n payment(s), {sum}?</source>
        <translation>
            <numerusform>Refund %n payment, {sum}?</numerusform>
            <numerusform>Refund %n payments, {sum}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remind %n person(s) by mail of what is open?</source>
        <translation>
            <numerusform>Remind %n person by mail of what is open?</numerusform>
            <numerusform>Remind %n persons by mail of what is open?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages go through the outbox, with the invoice where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of {order} is not charged any more, and a credit note is issued if there is an invoice. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} booked for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doubt} Write what you found out; it is kept with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{order} taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillingFilters</name>
    <message>
        <source>All currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money of everybody, not only of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, order or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name}  ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillingPage</name>
    <message numerus="yes">
        <source>%n event(s) at Stripe since the last look</source>
        <translation>
            <numerusform>%n event at Stripe since the last look</numerusform>
            <numerusform>%n events at Stripe since the last look</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Stripe what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Stripe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch from Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import bank list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once an event has a price, what people owe and pay for their places stands here: by card through Stripe, by bank, in cash. The price is set at the Plan stage of an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BinderOutput</name>
    <message numerus="yes">
        <source>%n file(s). The SHA-256 of its manifest, to tell whoever gets it:</source>
        <translation>
            <numerusform>%n file. The SHA-256 of its manifest, to tell whoever gets it:</numerusform>
            <numerusform>%n files. The SHA-256 of its manifest, to tell whoever gets it:</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit binder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreaksEntry</name>
    <message>
        <source>Add break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ButtonsAnswer</name>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message numerus="yes">
        <source>Noted what %n person(s) did</source>
        <translation>
            <numerusform>Noted what %n person did</numerusform>
            <numerusform>Noted what %n persons did</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted who was there: %n person(s)</source>
        <translation>
            <numerusform>Noted who was there: %n person</numerusform>
            <numerusform>Noted who was there: %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Payment of %n noted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message>
        <source>{day}, today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: no sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Picture of the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning by camera is not installed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives no picture; another program may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no camera on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a scanner, or search for the name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message numerus="yes">
        <source>%n meeting(s) at Zoom</source>
        <translation>
            <numerusform>%n meeting at Zoom</numerusform>
            <numerusform>%n meetings at Zoom</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete them; their links stop working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep them there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the event; nobody is written to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Enter or {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present as “{names}” {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Add issuer card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare these letters with those that the issuer publishes, on their website or letterhead. A card can be made by anybody under any name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are the same: add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardNote</name>
    <message>
        <source>Connect Stripe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is in test mode: cards are for trying, and no money moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is not connected, so nobody can pay by card or by a link yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardPayment</name>
    <message>
        <source>Asking Stripe for a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser opened: copy the address and open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not waiting any more. A payment on the page is still noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing counts as paid before Stripe says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe says: not paid yet. The page is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is open in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was closed unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Stripe to tell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message>
        <source>Asking Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Stripe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships are paid by it from the next time on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment method was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay memberships by this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment methods of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this payment method of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe forgets it and it cannot be brought back. Without another one, the next payment of a membership fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} left with Stripe to pay by. Another one is left on the member&apos;s page or when paying; no number of a card comes to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brand} ending in {digits}, until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card} · pays memberships</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificatesStage</name>
    <message numerus="yes">
        <source>%n PDF(s) saved in {path}</source>
        <translation>
            <numerusform>%n PDF saved in {path}</numerusform>
            <numerusform>%n PDFs saved in {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued</source>
        <translation>
            <numerusform>%n certificate issued</numerusform>
            <numerusform>%n certificates issued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be issued.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back them up now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Email %n certificate(s)…</source>
        <translation>
            <numerusform>Email %n certificate…</numerusform>
            <numerusform>Email %n certificates…</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue and email %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has earned a certificate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n PDF(s)…</source>
        <translation>
            <numerusform>Save %n PDF…</numerusform>
            <numerusform>Save %n PDFs…</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Something else is known now than stands on %n certificate(s). What was issued stays as it is until you replace it.</source>
        <translation>
            <numerusform>Something else is known now than stands on %n certificate. What was issued stays as it is until you replace it.</numerusform>
            <numerusform>Something else is known now than stands on %n certificates. What was issued stays as it is until you replace it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: {count} of %n issued. They count, and no number is lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The keys that sign your certificates have no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever the attendance finds eligible is listed here, with a preview of their certificate and what is missing before it can be issued.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message numerus="yes">
        <source>%n people fit: choose one with the arrow keys.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) confirmed</source>
        <translation>
            <numerusform>%n registration confirmed</numerusform>
            <numerusform>%n registrations confirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm and check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who fits “{text}” is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, reference or number, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is checked in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on this event fits “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may be meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{here} of %n here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here already, since {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not checked in any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {name} is checked in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n thing to put right</numerusform>
            <numerusform>%n things to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth a look</source>
        <translation>
            <numerusform>%n thing worth a look</numerusform>
            <numerusform>%n things worth a look</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>&amp;People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Search %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: both sat at one screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least two with the space bar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseSpeakerDialog</name>
    <message>
        <source>Add a speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else spoke at an event yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>&amp;Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Takes off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20% or 10.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always, or such as 2026-10-14 18:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses &amp;in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses by each &amp;person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodesDialog</name>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No codes yet. A code takes a share or an amount off the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken off before stays taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{column}” tells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsButton</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Answer: {question}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command, event, person or registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line}, {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made and checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event from a &amp;Zoom meeting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample event removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manual could not be opened. It lies here: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command event person registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help guide documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money payments invoices orders memberships Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences backup vault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>At Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for each line which one holds. What holds here is sent to Zoom; what holds at Zoom changes the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all as &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all as at &amp;Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, {where}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now} (was: {before})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{topic}” was changed at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings, Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is not answering; working offline. What you decide is kept, and sent when Zoom answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is not connected. Meetings can be planned, and are made once it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentPanel</name>
    <message numerus="yes">
        <source>%n document(s) added</source>
        <translation>
            <numerusform>%n document added</numerusform>
            <numerusform>%n documents added</numerusform>
        </translation>
    </message>
    <message>
        <source>Add assignment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add content…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add module…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first module…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents, videos, texts and quizzes go into modules, which open at once or one after the other. An event without any is complete, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No learning content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They open when it would have opened. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentTree</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>Duplicate “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and sessions always, people and money never.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names no people, addresses or passwords, and nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data is safe: everything saved is saved. You can go on. If it happens again, save the report and send it to whoever helps you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditDialog</name>
    <message>
        <source>&amp;Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type of credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ccreditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accreditor&apos;s &amp;statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved &amp;until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the whole event asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is not the one of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed word for word on the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;vider number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as the field of study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditSection</name>
    <message>
        <source>&amp;Minimum to attend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the whole event asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for the credit: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule changed on {day} by {who}; before: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for the whole event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for the whole event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event gives no credit yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever attends less gets no credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activity number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved until {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credit} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} ({preset})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateAnswer</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the date from a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-10-14</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>&amp;Days that links are good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies go to your storage. Whoever has a link can read that certificate until the link ends; the copy stays in the storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put %n certificate(s) online</source>
        <translation>
            <numerusform>Put %n certificate online</numerusform>
            <numerusform>Put %n certificates online</numerusform>
        </translation>
    </message>
    <message>
        <source>Put online</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Moving in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialogDraft</name>
    <message>
        <source>Unsaved changes from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoorCamera</name>
    <message>
        <source>Scan with the camera</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message numerus="yes">
        <source>%n minute(s) in all</source>
        <translation>
            <numerusform>%n minute in all</numerusform>
            <numerusform>%n minutes in all</numerusform>
        </translation>
    </message>
    <message>
        <source>A row that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G guest, S split, O somebody else, M same as another, U undo. Remembered for next time. Undo with Ctrl+Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest, no certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtsOpen</name>
    <message>
        <source>Settle…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueTable</name>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events due for deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Compare and merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for people who may be one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody seems to be here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The likeliest %n of {total} are shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Add page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reading order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorActions</name>
    <message>
        <source>Add page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align at the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre from top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move page earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move page later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
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
        <source>{what} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElementPanel</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message>
        <source>A credit type or an accreditor: who has no such credit does not get this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For readers and lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading of the amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading of the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading of the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit to a credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>&amp;Passcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Registration at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternative &amp;hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail addresses with a Zoom licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People come &amp;in through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;cording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended: each person gets a join link of their own, by which the report names them without doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report the e-mail addresses of people who sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight in, also before me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight in, once I am there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting runs as soon as somebody opens it, with or without you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who comes early waits until you start the meeting, then all come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You let people in, one by one or all at once. Nobody talks before you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom chooses one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you to see to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: asked by letter of 3 March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the &amp;name to erase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsTable</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>&amp;Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people will learn about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventFilters</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, place, tag or session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message numerus="yes">
        <source>%n event(s) deleted</source>
        <translation>
            <numerusform>%n event deleted</numerusform>
            <numerusform>%n events deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted for good</source>
        <translation>
            <numerusform>%n event deleted for good</numerusform>
            <numerusform>%n events deleted for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) restored</source>
        <translation>
            <numerusform>%n event restored</numerusform>
            <numerusform>%n events restored</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n event(s)</source>
        <translation>
            <numerusform>Delete %n event</numerusform>
            <numerusform>Delete %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n event(s) for good?</source>
        <translation>
            <numerusform>Delete %n event for good?</numerusform>
            <numerusform>Delete %n events for good?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each event has its own workspace, from the plan to the certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a sample event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event fits these words and choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events. Those you deleted are in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not deleted: %n event(s) with certificates.</source>
        <translation>
            <numerusform>Not deleted: %n event with certificates.</numerusform>
            <numerusform>Not deleted: %n events with certificates.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan the first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their sessions and registrations go too. Undo can bring them back until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What was issued must stay provable: %n certificate(s).</source>
        <translation>
            <numerusform>What was issued must stay provable: %n certificate.</numerusform>
            <numerusform>What was issued must stay provable: %n certificates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventMoves</name>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date left out of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event duplicated; this is the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event postponed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event taken out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this date out of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventOutputs</name>
    <message>
        <source>Badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges: {layout}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar file (.ics)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster (.{kind})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save audit binder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in sheet, {session}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventRuleDialog</name>
    <message>
        <source>Keep rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for the whole event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventWorkspace</name>
    <message numerus="yes">
        <source>%n event(s) deleted</source>
        <translation>
            <numerusform>%n event deleted</numerusform>
            <numerusform>%n events deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {places}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a list of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExistingDialog</name>
    <message>
        <source>Asking Zoom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing one changes nothing at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an event of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned at Zoom, or nothing fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by topic or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Add time stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a folder, with time stamps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into one ZIP file, with time stamps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into one ZIP file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put online…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Just look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan my first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new event starts from the rules of this body, such as how long somebody has to be there. Each event can differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new event starts from this; each event can differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet of people, such as a ticket shop or Zoom exports it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A title and a date are enough to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event with 48 invented people to try everything on. One click removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be&amp;gin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring everything from my &amp;other computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop needs no account. What you enter lies in one folder on this computer, and a backup is made on each day that you work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do people pay by card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you meet on Zoom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which address do you write?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How are your events, mostly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a &amp;sample event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an event of a &amp;list I have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is made. The first steps are under Help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the &amp;rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this if not, or connect later in Settings, under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this if you like. Messages can wait, or be written to a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that “Pack everything” wrote there, and its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands on certificates and in e-mails. You can change it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do your events count for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to begin with?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are sign-ins kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who offers the events?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can sign in to Zoom, e-mail and Stripe later, when you need them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data stays with you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>&amp;Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop is portable: everything lies in this folder beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything lies in this folder on this computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer by itself. CPD Desktop uses the network only for what you ask: Zoom, e-mail and payments. Removing the program leaves this folder where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer opens folders. Copy the path instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path was copied.</source>
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
    <name>Furnishing</name>
    <message>
        <source>CPD Desktop ended unexpectedly the last time. What you saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>&amp;Delete it; its links stop working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it there; it only leaves this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it &amp;although who came may be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up “{topic}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer&apos;s &amp;e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets the bill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>All places of “{group}” marked as paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {sum} as paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups. People who pay together form one, such as a ward or a company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it &amp;late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant one more &amp;attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant one more attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} hands in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message>
        <source>Asking Zoom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held {when}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at Zoom: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Zoom has, and what is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came is read next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came is read next: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came was not fetched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a time that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ settled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>&amp;Check everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First s&amp;teps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check looks at the data, the backups and the secrets, and writes a report without names, addresses or passwords. You read it before it goes anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Event kept longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep longer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{title}” longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only until a day, not until it is lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as a complaint; an auditor reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is lifted, or</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people registered from a list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People registered from a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the people on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this &amp;list of errors…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nobody was registered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The errors were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it, without changing anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which &amp;day is “{date}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsertPanel</name>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}. Enter inserts it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a line to see why it says so, and to decide otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Event changed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysBackupDialog</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up the signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificates are signed with keys that exist only on this computer. Without a backup, losing them means that new certificates come from somebody nobody knows. Only this passphrase opens the file, and nobody can recover it: keep both apart from this computer, such as on a stick and on paper.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>! Not backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Own certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.p12 *.pfx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this if somebody else may have got hold of the keys. What was signed before stays valid. Everybody who has your card needs the new one, your verification page has to be made anew, and the new keys want a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every certificate is signed, so that anybody can tell it from a forgery. The keys lie in the keychain of this computer. If they are lost, certificates that were issued stay good, but no others can be signed by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the verification page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this card to whoever verifies your certificates: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this computer is lost, so are the keys. Back them up now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer cards (*.card)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;verification page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys sign from now on. Back them up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others know you by these letters. Put them on your website or letterhead, so that they can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files are signed by the certificate in {name} from now on. QR codes and badges keep your own keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files are signed by your certificate from now on. Back up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save issuer &amp;card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save issuer card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign with new keys from now on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing keys (*{suffix});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card makes your certificates known to another CPD Desktop. The verification page is one file for everybody: put its folder on your website, or send it. Make it anew when you revoked a certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys in {name} come back into the keychain of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing keys are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are made when the first certificate is issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}. Nothing on this computer opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Backed up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send to %n…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {button}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownPeople</name>
    <message>
        <source>People known already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n job(s) still running</source>
        <translation>
            <numerusform>%n job still running</numerusform>
            <numerusform>%n jobs still running</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stop at a safe place; what is done so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LedgerList</name>
    <message>
        <source>Report by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: by year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save revenue report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save who owes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineAnswer</name>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number from {lowest} to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>&amp;Copy all</source>
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
    <message numerus="yes">
        <source>Links to %n certificate(s)</source>
        <translation>
            <numerusform>Links to %n certificate</numerusform>
            <numerusform>Links to %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and links</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The links end after %n day(s). They are kept nowhere.</source>
        <translation>
            <numerusform>The links end after %n day. They are kept nowhere.</numerusform>
            <numerusform>The links end after %n days. They are kept nowhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>All sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Search %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Nobody fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present {starts}–{ends}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message>
        <source> seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answers go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Messages a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client s&amp;ecret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the From address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the one kept in the keychain stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rom name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in with what {domain} tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the settings of my address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy of each mail in the folder of sent mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look there for bounces and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ma&amp;ilbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mail account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (this computer only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords and keys go into the keychain of this computer only. A test message is sent to the From address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause &amp;between two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;tection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSL from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent mai&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server of the mailbo&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailPanel</name>
    <message numerus="yes">
        <source>%n a day</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test message lies in the folder: {name} works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test message went to {sender}: look whether it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;mail account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected. The provider was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password is forgotten here. Messages that went through it stay in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes out through the usual account unless you choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail account yet. Add the one you write from every day; its password stays in the keychain of this computer. Without one, messages can be written to a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept here. The provider was not told: look there, under the apps that may use your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;test message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending a test message to yourself…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The account is kept, but not signed in to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in is forgotten here. What waits in the outbox goes once you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} · usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is kept, but the test message did not go. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Refused the last time · {account}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailPreview</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the mail says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailSigningIn</name>
    <message>
        <source>Sign in to a mail account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailView</name>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailWatch</name>
    <message>
        <source>Sending mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MakeVaultDialog</name>
    <message>
        <source>Make an encrypted vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is a file in the data folder that only your passphrase opens. Nobody can recover a forgotten passphrase: you would sign in to your accounts again. You enter it after each start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>&amp;Number of messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the same %n message(s) again?</source>
        <translation>
            <numerusform>Send the same %n message again?</numerusform>
            <numerusform>Send the same %n messages again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkListDialog</name>
    <message numerus="yes">
        <source>%n not certain</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) certain</source>
        <translation>
            <numerusform>%n person certain</numerusform>
            <numerusform>%n persons certain</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Note it of %n person(s)</source>
        <translation>
            <numerusform>&amp;Note it of %n person</numerusform>
            <numerusform>&amp;Note it of %n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what they have done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row counts as one answer or code of the person it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody on it counts as passed. Take out first who did not pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody on it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a list of who did something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what the columns tell. Nothing is noted before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noting it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these nothing is noted, as it is not certain who they are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people on it have &amp;done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it, without noting anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}: {certain}, {uncertain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: noted of {people}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkdownEntry</name>
    <message>
        <source>Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkingDialog</name>
    <message>
        <source>&amp;Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked, to be decided later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} of {most} points. The pass mark {pass_mark} is not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} of {most} points. The pass mark {pass_mark} is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, attempt {attempt}, handed in late: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, attempt {attempt}, handed in {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>&amp;Answers and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quiz passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found out, not by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assi&amp;gnments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Leave: owed by %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Leave: {now}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Note for %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Number of answers and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: 8 of 10 points, on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of this event asks for none of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of this event asks for: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What %n person(s) did</source>
        <translation>
            <numerusform>What %n person did</numerusform>
            <numerusform>What %n persons did</numerusform>
        </translation>
    </message>
    <message>
        <source>answers and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, noted by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialsSection</name>
    <message>
        <source>Add file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File added: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File removed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet. They can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}: {file}, {size}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Attendance by session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetStage</name>
    <message>
        <source>Each session&apos;s meeting at Zoom is shown here: its links, a countdown, and later who came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Zoom now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meetings planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody takes part from elsewhere, so no meeting at Zoom is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan meetings at Zoom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan meetings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions are over, so there is nothing left to plan. A meeting that was held can still be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an existing meeting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingBox</name>
    <message>
        <source>Choose what holds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the join link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the link to register at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the passcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting “{topic}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same link for all sessions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingDeeds</name>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting planned again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Start the meeting in the Zoom app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody new is registered at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the meeting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was done until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has the meetings as they are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is not answering; working offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom opens in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingQuestions</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is planned to begin {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People can come in once it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start “{topic}” now?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberDeeds</name>
    <message>
        <source>Asking Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Stripe for a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The page is open for one day, and for this person only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the offer at Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser opened: the address was copied, open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can begin it any more, and links to it end. Who has it keeps it and goes on paying. To offer it again, make a new offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop offering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop offering “{offer}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link for {name} is in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is open in the browser. Nothing begins before Stripe says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is on offer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersList</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The address works for a few minutes and for this member only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the membership of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End with the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End with the period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends at once and cannot be let go on. Nothing is paid back by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays until what is paid for is over, and can be let go on until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an offer first; then memberships can be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New offer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open member&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment methods…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} on “{offer}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send its link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a membership…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop offering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe charges or credits the difference for the rest of the period now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe collects for memberships. Connect it under Settings, Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The membership ends with the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The membership goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The membership was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page opens in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} (test)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, ends with the period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both entries and what they make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on under the name of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModuleDialog</name>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it opens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Day and time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>&amp;Group that pays together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n person(s)</source>
        <translation>
            <numerusform>Move %n person</numerusform>
            <numerusform>Move %n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>None: each pays alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingPanel</name>
    <message>
        <source>&amp;Bring everything in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pack everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring everything in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a packed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase that was chosen when “{name}” was packed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything goes into one file that only a passphrase opens: events, people, certificates, files, settings, and the keys that sign your certificates. Sign-ins to Zoom, e-mail and Stripe stay here; you sign in again over there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its signing keys take the place of those on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this passphrase opens the file, and nobody can recover it. You enter it once on the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the packed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack everything into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed and checked, your signing keys too: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed and checked; there are no signing keys yet: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed by CPD Desktop (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing everything and checking it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace everything here by what was packed on {computer}, {when}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file takes the place of all that is here, which is kept as a backup first. Work on one of the two computers from then on: they do not follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was checked and is whole. What is here now is kept as a backup first. CPD Desktop closes its pages and opens them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no signing keys in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To another computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each call that CPD Desktop makes is listed here, without passwords, keys and what was said. Nothing else is contacted: no statistics, nobody but the services that you connected, and the release note if you wish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was contacted yet. The first call appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calls were copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkTable</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webinars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>&amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 12 characters; several words are best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message numerus="yes">
        <source>Going in {seconds} seconds: %n message(s).</source>
        <translation>
            <numerusform>Going in {seconds} seconds: %n message.</numerusform>
            <numerusform>Going in {seconds} seconds: %n messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing goes until you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Mail settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode: everything goes to yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Due since {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. It was due {moment}, while CPD Desktop was closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Free trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pai&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 9.00 GBP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer is made at Stripe. Nobody is charged by this: a membership begins when somebody agrees to it on Stripe&apos;s page. Its rhythm stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnlineCopies</name>
    <message>
        <source>Connect your storage first. Nothing was uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these counts any more. Nothing was uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Putting %n certificate(s) online</source>
        <translation>
            <numerusform>Putting %n certificate online</numerusform>
            <numerusform>Putting %n certificates online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenVaultDialog</name>
    <message>
        <source>Open the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-ins are in the encrypted vault. Its passphrase opens it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersList</name>
    <message>
        <source>Issue the invoice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxDeeds</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cancelled</source>
        <translation>
            <numerusform>%n message cancelled</numerusform>
            <numerusform>%n messages cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent</source>
        <translation>
            <numerusform>%n message sent</numerusform>
            <numerusform>%n messages sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Going again: %n message(s)</source>
        <translation>
            <numerusform>Going again: %n message</numerusform>
            <numerusform>Going again: %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going now: %n message(s)</source>
        <translation>
            <numerusform>Going now: %n message</numerusform>
            <numerusform>Going now: %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going: %n message(s)</source>
        <translation>
            <numerusform>Going: %n message</numerusform>
            <numerusform>Going: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes exactly as it went before, with the same text, files and Message-ID. Some mailboxes show a message of the same Message-ID only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail is on its way already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the same %n message(s) again?</source>
        <translation>
            <numerusform>Send the same %n message again?</numerusform>
            <numerusform>Send the same %n messages again?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the same message to {who} again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxFilters</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to everybody, not only to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, address or subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name}  ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxInspector</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All to this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a message to see exactly what it says and what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not: send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes again only if you say so: somebody might get it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend exactly…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {moment}: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↩ {what} ({moment})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) could not be written to</source>
        <translation>
            <numerusform>%n person could not be written to</numerusform>
            <numerusform>%n persons could not be written to</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every message to the people of an event is listed here, with exactly what it said and what became of it. Messages are made at the Send stage of an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Going: %n reminder(s)</source>
        <translation>
            <numerusform>Going: %n reminder</numerusform>
            <numerusform>Going: %n reminders</numerusform>
        </translation>
    </message>
    <message>
        <source>Making reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message fits these words and choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go by what is &amp;computed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Override the result of %n person(s)</source>
        <translation>
            <numerusform>Override the result of %n person</numerusform>
            <numerusform>Override the result of %n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: was there by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is &amp;met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is &amp;not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to refund</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpaid</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Stripe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People can pay by card once Stripe is connected. Bank and cash work now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is connected as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Owing</name>
    <message>
        <source>Note a payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay by card here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind by mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a payment link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {x}, {y}, {width} wide, {height} high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Choose background…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, PNG, JPEG or SVG; it fills the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>No program here opens PDF files. Save the document instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentBox</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay by card here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments of a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a payment link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is not charged any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}. Order {order}: {total} in all, {paid} paid, {open} open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>&amp;Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is open for {name}. A payment that is booked stays booked; the way back is a refund. What is more than the order costs stays on account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsList</name>
    <message>
        <source>All of it went back already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People appear here as soon as they are registered for an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Possible duplicates (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name, e-mail, licence or organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two entries of one person to merge them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {tag} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonActions</name>
    <message numerus="yes">
        <source>%n person(s) removed</source>
        <translation>
            <numerusform>%n person removed</numerusform>
            <numerusform>%n persons removed</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased. This is left for you to see to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted as two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two entries merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>&amp;Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licence numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not &amp;write to this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other s&amp;pellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Decide about “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} of {most} minutes, {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{session}: {minutes} of {most} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Earns {credit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Does not earn {credit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place on any event yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of credits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, paid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureEntry</name>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PieceDialog</name>
    <message>
        <source>&amp;Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceActions</name>
    <message numerus="yes">
        <source>%n did not come</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n place(s)</source>
        <translation>
            <numerusform>Cancel %n place</numerusform>
            <numerusform>Cancel %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy e-mail addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as due again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as paid</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as refunded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments of this place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waive the payment of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesBar</name>
    <message numerus="yes">
        <source>%n offer(s) open until {until}</source>
        <translation>
            <numerusform>%n offer open until {until}</numerusform>
            <numerusform>%n offers open until {until}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) taken, no limit</source>
        <translation>
            <numerusform>%n place taken, no limit</numerusform>
            <numerusform>%n places taken, no limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due: {sums}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: {sums}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{held} of %n place(s)</source>
        <translation>
            <numerusform>{held} of %n place</numerusform>
            <numerusform>{held} of %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>{taken}, none free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>A &amp;meeting for each session (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A webinar needs a webinar plan at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Zoom it is a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;link for all sessions, at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;recurring meeting, on the same link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan meetings at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanStage</name>
    <message numerus="yes">
        <source>%n field(s) not saved</source>
        <translation>
            <numerusform>%n field not saved</numerusform>
            <numerusform>%n fields not saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Basics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes from {time}: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section} ({count} to correct)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostponeDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpone the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpone “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresenceDialog</name>
    <message>
        <source>&amp;All of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go by reports and check-ins again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a &amp;part of it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Note for %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far counted as there: %n of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>So far {minutes} of {most} minutes count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: signed the list at the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take back for %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Who was there: %n person(s)</source>
        <translation>
            <numerusform>Who was there: %n person</numerusform>
            <numerusform>Who was there: %n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and %n more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>A rule of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset kept: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this rule in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as my preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}, looked at on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unverified: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (mine)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out if empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More lines, then smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture, described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller, then more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>&amp;Answers to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hint below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lowest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hi&amp;ghest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It &amp;must be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPreview</name>
    <message>
        <source>{high} or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsSection</name>
    <message>
        <source>Add question…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering asks for name and e-mail only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{question}” removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadOptions</name>
    <message>
        <source>&amp;Between columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Header in row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shee&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person gets a corrected certificate with a new number that says what is known now. The old one points to it and does not count any more. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replace %n certificate(s)</source>
        <translation>
            <numerusform>Replace %n certificate</numerusform>
            <numerusform>Replace %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n certificate(s)</source>
        <translation>
            <numerusform>Revoke %n certificate</numerusform>
            <numerusform>Revoke %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: issued in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: name corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not count any more, and whoever verifies them with your newest list reads so. This cannot be undone; they stay in the register with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsPanel</name>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Erase %n certificate(s) for good?</source>
        <translation>
            <numerusform>Erase %n certificate for good?</numerusform>
            <numerusform>Erase %n certificates for good?</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase and delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event kept longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are kept as long as the longest of their rules asks. After that they are listed here and stay until you delete them, with their certificates if there are any. Save the audit binder first if anybody may still ask for proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep &amp;longer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event is due. Those that need not be kept appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save audit &amp;binder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would be deleted:
{goes}
This stays:
{stays}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” goes to the trash. The certificates, their files and what the audit trail tells of them are erased, and nothing brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>&amp;Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason told to Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the money back to {name} the way it came ({method}); this books that it went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on the credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe sends the money back to the card of {name}. It cannot be called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place is given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundsDue</name>
    <message>
        <source>Refund all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterDeeds</name>
    <message numerus="yes">
        <source>%n certificate(s) replaced</source>
        <translation>
            <numerusform>%n certificate replaced</numerusform>
            <numerusform>%n certificates replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) revoked</source>
        <translation>
            <numerusform>%n certificate revoked</numerusform>
            <numerusform>%n certificates revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written: {path}</source>
        <translation>
            <numerusform>%n certificate written: {path}</numerusform>
            <numerusform>%n certificates written: {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %n certificates: use Export.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on this computer shows PDF files. Save it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Writing %n certificate(s)</source>
        <translation>
            <numerusform>Writing %n certificate</numerusform>
            <numerusform>Writing %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterFilters</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of everybody, not only of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, code, name or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name}  ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When issued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterInspector</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge as JSON-LD…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate to see what it says and what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag them out of the window, or export them below the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of credits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterStage</name>
    <message>
        <source>Add the first person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount codes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody with a place on this event is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Groups (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Roster (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting line (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the waiting line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} registered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every certificate issued for an event is listed here, with its number. Nothing is ever taken off this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate fits these words and choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationDialog</name>
    <message>
        <source>&amp;Discount code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early price: {price} instead of {full}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place is free: goes to the waiting line as number {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due for this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid with &amp;group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price: {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price: {price} instead of {full}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own; else one is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationSection</name>
    <message>
        <source>&amp;Keep a waiting list when all places are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earl&amp;y price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For those who register by the end of that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho&amp;urs an offered place is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty if free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places on the &amp;waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration &amp;closes at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration &amp;opens at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came first is offered a free place first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message>
        <source>&amp;Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after so many dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every month on the same date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every month on the same weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportColumns</name>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the columns tell. It is remembered for files with this header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next file: {name}</source>
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
        <source>Import a report of who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a list of who &amp;did something…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report “{name}” imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportListDialog</name>
    <message>
        <source>&amp;Import another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report yet. Import one, or fetch it from Zoom after the meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Decisions about people are kept, and so is the file for Undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report “{name}” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times ({zone})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportOutcome</name>
    <message>
        <source>Nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows, as they are understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (first {original})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportQuestions</name>
    <message>
        <source>&amp;Which day is “{date}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its times: none of the sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its times: {sessions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which &amp;zone is “{time}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which da&amp;y was “{time}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n row(s) cannot be true or read. Such rows are kept, and wait for somebody to leave them out.</source>
        <translation>
            <numerusform>%n row cannot be true or read. Such rows are kept, and wait for somebody to leave them out.</numerusform>
            <numerusform>%n rows cannot be true or read. Such rows are kept, and wait for somebody to leave them out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer what is open. Nothing is imported before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is imported before it is clear what the columns tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows, as they are understood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n e-mail address(es) copied</source>
        <translation>
            <numerusform>%n e-mail address copied</numerusform>
            <numerusform>%n e-mail addresses copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as paid</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as refunded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) moved</source>
        <translation>
            <numerusform>%n person moved</numerusform>
            <numerusform>%n persons moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) noted as not having come</source>
        <translation>
            <numerusform>%n person noted as not having come</numerusform>
            <numerusform>%n persons noted as not having come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) cancelled</source>
        <translation>
            <numerusform>%n place cancelled</numerusform>
            <numerusform>%n places cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) confirmed</source>
        <translation>
            <numerusform>%n registration confirmed</numerusform>
            <numerusform>%n registrations confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n payment(s) in full?</source>
        <translation>
            <numerusform>Book %n payment in full?</numerusform>
            <numerusform>Book %n payments in full?</numerusform>
        </translation>
    </message>
    <message>
        <source>Book as paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name, e-mail, organisation, reference or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all the same, out of turn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm out of turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on a place with a price books an order and a payment in the ledger. That cannot be undone; the way back is a refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The payment of %n waived</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>%1, sorted, first first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted, last first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RubricTable</name>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleEntry</name>
    <message>
        <source>&amp;Rule for the credit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>60; some accreditors take 50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to polls, codes called out, checks by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignments done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least so many sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interactions for each credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes away on end, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes before the start count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes for 1 credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes late, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes left early, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about coming and leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never more than is advertised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded down to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions marked mandatory must count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as advertised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the minutes attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each session by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in bands, such as half of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no least time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of the sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleTrial</name>
    <message>
        <source>Example: minutes attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {minutes} of {most} minutes: {earns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no credit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>First rows of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerField</name>
    <message>
        <source>Badge code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a badge, or type its code and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>&amp;Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretsPanel</name>
    <message>
        <source>&amp;Make an encrypted vault…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the vault…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: a trial entry was put in, read and taken out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting a trial entry in and taking it out again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-ins to Zoom, e-mail and Stripe are kept apart from the data, so that neither a backup nor a copy of the folder gives them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open until CPD Desktop is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendBanner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendDeeds</name>
    <message numerus="yes">
        <source>%n message(s) discarded</source>
        <translation>
            <numerusform>%n message discarded</numerusform>
            <numerusform>%n messages discarded</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody has it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Going out in {seconds} s: %n message(s).</source>
        <translation>
            <numerusform>Going out in {seconds} s: %n message.</numerusform>
            <numerusform>Going out in {seconds} s: %n messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail is on its way already. The outbox shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What went is sent, the rest waits in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Writing %n message(s)</source>
        <translation>
            <numerusform>Writing %n message</numerusform>
            <numerusform>Writing %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the evaluation, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No mail for %n person(s). {first}</source>
        <translation>
            <numerusform>No mail for %n person. {first}</numerusform>
            <numerusform>No mail for %n persons. {first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Number of mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send %n now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is paused: they wait until you resume it in the Outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them in Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode: everything goes to yourself, nobody else gets mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {count} to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {count}, the number of mails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{what}: %n person(s)</source>
        <translation>
            <numerusform>{what}: %n person</numerusform>
            <numerusform>{what}: %n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendStage</name>
    <message>
        <source>Add an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmations, joining details, reminders and certificates are sent from here, through your own mail account. Without a server, mails can be kept as files in a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Made and not sent: %n message(s).</source>
        <translation>
            <numerusform>Made and not sent: %n message.</numerusform>
            <numerusform>Made and not sent: %n messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail goes out through {name} ({sender}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled mail goes only while the application runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused; resume it in the Outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode is on: everything goes to yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of mails…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesBar</name>
    <message>
        <source>Changes &amp;are for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are for</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all %n date(s) of the series</source>
        <translation>
            <numerusform>all %n date of the series</numerusform>
            <numerusform>all %n dates of the series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this date and %n after it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>this date only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link to the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom host (e-mail)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: as the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spea&amp;kers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come from the event&apos;s list of speakers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tra&amp;ck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wants a certificate &amp;must be there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsSection</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Add session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom host {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} without the breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (mandatory)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the meeting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each change is kept as soon as you leave its field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings changed: {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message numerus="yes">
        <source>%n participant(s) matched</source>
        <translation>
            <numerusform>%n participant matched</numerusform>
            <numerusform>%n participants matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) overridden</source>
        <translation>
            <numerusform>%n result overridden</numerusform>
            <numerusform>%n results overridden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside as guest(s)</source>
        <translation>
            <numerusform>%n set aside as guest</numerusform>
            <numerusform>%n set aside as guests</numerusform>
        </translation>
    </message>
    <message>
        <source>The latest decision taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n as guest(s)</source>
        <translation>
            <numerusform>Mark %n as guest</numerusform>
            <numerusform>Mark %n as guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Override %n result(s)…</source>
        <translation>
            <numerusform>Override %n result…</numerusform>
            <numerusform>Override %n results…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG with a clear background looks best. Certificates that were issued keep what was printed on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature as it is printed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SilentPanel</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that want no news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free messages pass these addresses by, and whoever is marked “Do not write” among your people. Certificates, joining details and receipts reach them all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody said so yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send news again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send no news to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get news again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message>
        <source>&amp;Biography</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conflicts of interest declared on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Qualifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role at this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Statement on conflicts of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accreditors want one that is not older than a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New speaker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakersSection</name>
    <message>
        <source>Add a speaker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named as a speaker of this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker added: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker changed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker removed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflicts of interest declared on {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageChecks</name>
    <message>
        <source>! Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n person(s)</source>
        <translation>
            <numerusform>Show %n person</numerusform>
            <numerusform>Show %n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>i Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {says} {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{first} And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Every name fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageDeeds</name>
    <message>
        <source>Issuing a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} is replaced by {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageFiles</name>
    <message numerus="yes">
        <source>%n certificate(s) open as PDF; print there.</source>
        <translation>
            <numerusform>%n certificate open as PDF; print there.</numerusform>
            <numerusform>%n certificates open as PDF; print there.</numerusform>
        </translation>
    </message>
    <message>
        <source>Into a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into one ZIP file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens PDF files. Save the certificate instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n PDF(s)</source>
        <translation>
            <numerusform>Save %n PDF</numerusform>
            <numerusform>Save %n PDFs</numerusform>
        </translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saving %n PDF(s)</source>
        <translation>
            <numerusform>Saving %n PDF</numerusform>
            <numerusform>Saving %n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageIssueDialog</name>
    <message>
        <source>&amp;Email each one: you see the mails before they go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type {count} to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email each one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Number {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Something is missing for %n eligible person(s).</source>
        <translation>
            <numerusform>Something is missing for %n eligible person.</numerusform>
            <numerusform>Something is missing for %n eligible persons.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are your first certificates: signing keys are made now, and kept in your keychain. You are asked for an encrypted backup of them right after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is issued stays as it is; it can be revoked or replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{template}” for %n person(s)</source>
        <translation>
            <numerusform>“{template}” for %n person</numerusform>
            <numerusform>“{template}” for %n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageIssuing</name>
    <message numerus="yes">
        <source>Issuing %n certificate(s)</source>
        <translation>
            <numerusform>Issuing %n certificate</numerusform>
            <numerusform>Issuing %n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>The signing keys are backed up in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageMailing</name>
    <message numerus="yes">
        <source>Email %n correction(s)…</source>
        <translation>
            <numerusform>Email %n correction…</numerusform>
            <numerusform>Email %n corrections…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not told yet that a certificate changed: %n person(s).</source>
        <translation>
            <numerusform>Not told yet that a certificate changed: %n person.</numerusform>
            <numerusform>Not told yet that a certificate changed: %n persons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tell %n person(s) it is revoked…</source>
        <translation>
            <numerusform>Tell %n person it is revoked…</numerusform>
            <numerusform>Tell %n persons it is revoked…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageMiddle</name>
    <message numerus="yes">
        <source>%n person(s) selected</source>
        <translation>
            <numerusform>%n person selected</numerusform>
            <numerusform>%n persons selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about these certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagePeople</name>
    <message>
        <source>From the check {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and their certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagePreview</name>
    <message>
        <source>A sample: nobody is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it would be issued now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of {person}. {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it out to copy the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible: shown as if all of the credit were earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the certificate of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, as issued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageReplaceDialog</name>
    <message>
        <source>Issue the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would say the same as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate would be issued now: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: the name was misspelt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} gets a new certificate with a new number, which says what is known now. {number} will not count any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageRevokeDialog</name>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: was issued by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {person} will not count any more. The file stays in the register, and whoever verifies it is told. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageTemplates</name>
    <message>
        <source>Edit templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageThumbnails</name>
    <message>
        <source>Name of the person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageWaiting</name>
    <message>
        <source>Finding out who attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking through %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {done}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageWays</name>
    <message>
        <source>{name} changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All credits of the certificates that count, of events in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of credits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatementEntry</name>
    <message>
        <source>Begin with the usual statement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatementOutput</name>
    <message>
        <source>Statement of credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageDialog</name>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bucket or container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ID of the key, or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text of the key file (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure Blob Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect online storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the usual one of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Cloud Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S3 (Amazon and many others)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes into the keychain of this computer and is not shown again. To see whether it is good, one empty page is put into the bucket now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoragePanel</name>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the storage and its key?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is uploaded by itself. Only the certificates for which you press “Put online” in the register are copied to your storage, and each gets a link that ends after some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is online stays there, and its links work until they end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripePanel</name>
    <message>
        <source>&amp;Which permissions?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Stripe whose key it is and what it may do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Stripe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Stripe: Developers, API keys, Create restricted key. Choose these, and leave all else at None:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k permissions now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Stri&amp;pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect from Stripe?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected. The key is not kept here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, without its middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody pays anything: cards are those that Stripe gives for trying. To take real money, refund what was paid for trying, disconnect, and connect with a key that begins with rk_live_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People pay with real money. It goes to your account at Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions that the key needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted key (rk_test_… or rk_live_…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is forgotten here; it stays good at Stripe until you delete it there. What was booked stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key lacks these permissions. Add them at Stripe, then check again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may do all that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Stripe, people pay by card on Stripe&apos;s own pages, straight to your account. The key goes into the keychain of this computer and nowhere else. Bank transfers and cash work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{permission} (not needed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubjectBox</name>
    <message>
        <source>As a sample person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SumBar</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message>
        <source>By check-in alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Certificate template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the saved one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored your unsaved template from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateGallery</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFields</name>
    <message>
        <source>&amp;Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**bold**, *italic*, - list, [words](address). Fields stand in {{ }}; with {% if field %} … {% endif %} a part is only there if the field has something to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextsDialog</name>
    <message>
        <source>&amp;Keep this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the built-in text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the text for all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what it was without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing now forgets what you wrote there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for this person, so the mail would not go: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More languages: a folder named after it, such as fr, with one file for each kind of mail, in “mail-texts” of the data folder. The first line is the subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person to preview it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept yet: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own text for all events, version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own text for this event, version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} (not kept)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}: back to before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextsPanel</name>
    <message>
        <source>Each kind of mail has a text of its own, which you can word anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of mails…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeStamping</name>
    <message numerus="yes">
        <source>%n certificate(s) time stamped by {authority}</source>
        <translation>
            <numerusform>%n certificate time stamped by {authority}</numerusform>
            <numerusform>%n certificates time stamped by {authority}</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding time stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time stamp was missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n registered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered of {places}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back up the signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT EVENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or take the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan the first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUNNING NOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is next, and what needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your next event and everything that waits for you will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · everything is saved on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.cpdbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop cannot open your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the backup of {when} and putting it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;backup file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup in the data folder. One may lie elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There: %n backup(s). The newest is chosen; it is checked before it takes the place of the data. How the data is now is kept too.</source>
        <translation>
            <numerusform>There: %n backup. The newest is chosen; it is checked before it takes the place of the data. How the data is now is kept too.</numerusform>
            <numerusform>There: %n backups. The newest is chosen; it is checked before it takes the place of the data. How the data is now is kept too.</numerusform>
        </translation>
    </message>
    <message>
        <source>This backup is whole. Restore it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>CPD Desktop {version} has come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdatesPanel</name>
    <message>
        <source>&amp;Open the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in version {version}, of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser opened. Copy the address above instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is CPD Desktop {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser shows the download. Close CPD Desktop before you install it; your data stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsualPresetPanel</name>
    <message>
        <source>Each event gets the rule you give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for credit begin from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. New events begin from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyAnswer</name>
    <message>
        <source>Add issuer card…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyIssuers</name>
    <message>
        <source>Add issuer card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add issuer card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer cards (*.card);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer forgotten: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuers give you their card, and from time to time their list of revoked certificates. Your own are known by your register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known issuers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of revoked certificates of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of revoked certificates (*.list);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of revoked certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: every certificate will be of an unknown issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {name} is known now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is known now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyView</name>
    <message>
        <source>A PDF file, a badge (PNG), or a picture of the QR code. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, pictures, issuer cards (*.pdf *.png *.jpg *.jpeg *.gif *.webp *.txt *.jwt *.card *.list);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture of the code instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a certificate here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied that could be a certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the QR code, its address, or a badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this filter as a view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{name}” as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Copy this address into a browser on this computer and sign in there. It is waited for five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in on {service}&apos;s page in your browser and allow CPD Desktop there. If no page appeared, copy this address into a browser on this computer. It is waited for five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message numerus="yes">
        <source>%n person(s) left the line</source>
        <translation>
            <numerusform>%n person left the line</numerusform>
            <numerusform>%n persons left the line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) free to offer.</source>
        <translation>
            <numerusform>%n place free to offer.</numerusform>
            <numerusform>%n places free to offer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>An offer holds for %n hour(s).</source>
        <translation>
            <numerusform>An offer holds for %n hour.</numerusform>
            <numerusform>An offer holds for %n hours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place is free to offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Offer %n free place(s)</source>
        <translation>
            <numerusform>Offer %n free place</numerusform>
            <numerusform>Offer %n free places</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer free places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no limit, so nobody needs to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to Zoom now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Watches</name>
    <message numerus="yes">
        <source>%n message(s) did not arrive: the mail came back.</source>
        <translation>
            <numerusform>%n message did not arrive: the mail came back.</numerusform>
            <numerusform>%n messages did not arrive: the mail came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent.</source>
        <translation>
            <numerusform>%n message sent.</numerusform>
            <numerusform>%n messages sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) due: send or leave out.</source>
        <translation>
            <numerusform>%n reminder due: send or leave out.</numerusform>
            <numerusform>%n reminders due: send or leave out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows whether %n message(s) arrived. You decide.</source>
        <translation>
            <numerusform>Nobody knows whether %n message arrived. You decide.</numerusform>
            <numerusform>Nobody knows whether %n messages arrived. You decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent: %n message(s). The outbox says why.</source>
        <translation>
            <numerusform>Not sent: %n message. The outbox says why.</numerusform>
            <numerusform>Not sent: %n messages. The outbox says why.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest waits in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened at Stripe is not known here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be sent to Zoom waits here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Week calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the selected words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the selected words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the selected words, in percent of the text&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YesNoAnswer</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomAppDialog</name>
    <message>
        <source>A&amp;ccount ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop talks to Zoom through an app that is registered there. These are the kinds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client s&amp;ecret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the app of CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-&amp;mail at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomDetails</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomLacks</name>
    <message>
        <source>Not allowed either, and only needed if you want it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app at Zoom lacks scopes, without which this does not work. Add the scopes at Zoom, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomPanel</name>
    <message>
        <source>&amp;Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect to Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Zoom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop can use Zoom as:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disc&amp;onnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect from Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect from Zoom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected. Zoom was told, and nothing is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept here. Zoom was not told: look there, under Added Apps, whether CPD Desktop is still listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use &amp;another app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser opens Zoom&apos;s own page, where you sign in and allow CPD Desktop to make your meetings, register people and find out who came. Your password is never entered here. Everything else works without Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is told that CPD Desktop may not use the account any more, and the sign-in is forgotten here, also the secret of an app of your own. Meetings stay at Zoom, and what was fetched from there stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom was asked: this is how it stands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_BreakLine</name>
    <message>
        <source>Break ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FieldList</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Names</name>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SessionRow</name>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Start</name>
    <message>
        <source>First session &amp;starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First session starts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agenda</name>
    <message>
        <source>Choose its folder in Settings, Calendar. Everything else is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar file was not written: there is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not registered for any of these events.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assignment</name>
    <message>
        <source>A line of the rubric has no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the rubric is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it late, or move the due date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another assignment instead. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant one more, or allow more attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept, with all that people handed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it again, or ask for a revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempt is left of %n attempt(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration {registration} is not on this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assignment has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date of “{title}” has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of attempts is not between 1 and {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pass mark is not between 0 and {points} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points are not between 1 and {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rubric has more than {limit} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rubric has {lines} lines, and {given} were marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a later attempt; mark that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither a text nor a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no assignment {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no submission {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work is {status}; it cannot be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent back for a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} points are below the pass mark of {pass_mark}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has handed nothing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no place on this event (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be removed: it has %n submission(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” keeps its points: there are marks for %n submission(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” has no points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is worth 0 to {points} points, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attendance</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n candidate(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n device(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n host(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n people here are called “{shown}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n row(s) read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n time(s) in the hour that the clocks show twice: the likelier one was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is not ready; fetch it again before you conclude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with {options}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was answered for such a file before, “{text}” was read as {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called by telephone, from a number that is nobody&apos;s for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called from their telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in at “{session}” on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the attendance report after the meeting. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event} has no registration {registration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event} has no session {session}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched from Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From “{joined}” to “{left}” is longer than any meeting lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Meet report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guests and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the waiting room, which never counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear what the columns tell: {columns}. Say which one tells what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined as {email}, an address of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined as {email}, an address of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined as {email}, which several use, under the name {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by their personal link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by {name}&apos;s personal link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name that tells who it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report and no check-in tells yet who was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in this report was there at the time of a session. It begins {time} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody who is registered has a name or an address like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was credited. Import the reports again, and save a report under Help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided about this event yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered as {name}, but {other} is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say of which session it is. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which session it is about: {sessions}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside, because it cannot be true or read: %n row(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several participants are called “{shown}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people use {email}, and the name settles nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is {name}&apos;s, but {other} is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {email} spells their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connections were made by several people&apos;s links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision does not say who took it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision names no registration, or more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision to undo is not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no line of credit “{line}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link or address is {name}&apos;s, who is also there under the own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest reports do not tell for certain whom it was about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of interactions is not between 0 and {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personal link is {name}&apos;s, but {other} is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registration it named is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report does not say in which time zone it is. Its times fit {zone}, so they were read so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report does not say in which time zone “{text}” is. Say which one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report does not tell when people were there, and there are several sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is not ready: it tells stays of no length. Fetch it again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report lists them as not having come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they joined at a time that is yet to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they left before they joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they stayed longer than 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they were a co-host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they were a panelist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says they were the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report tells of %n meeting(s): {meetings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report tells of nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report tells times such as “{text}” without a day. Say which day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports have {read} rows, but {settled} of them are accounted for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports tell of no participant {participant}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row cannot be true or read, so it can only be left out, as of a guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row does not say when they were there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has no name and no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row is about another meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was from {starts} to {ends}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report {report}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are there under another name as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot leave before they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold no place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They left before they joined: “{joined}” to “{left}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is either done or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the report of meeting {meeting}, and the event has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the report of meeting {meeting}, and the session has meeting {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list was saved while the meeting ran: it tells who came and went until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To merge participants, name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To split a participant, name at least two registrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people&apos;s names were shown: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was on a device called “{shown}” before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was “{shown}” when you decided it before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webex report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was not there neither came nor left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom webinar report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min, times unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} of {needed} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is registered more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} runs the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was there, but the registration is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {needed} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided it on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided it on {day}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided on {day} that they are a guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided on {day} that they are a guest: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} noted on {day} that they were in “{session}” from {came} to {left}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} noted on {day} that they were in “{session}”: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} noted on {day} that they were not in “{session}”: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not end in .csv, .xlsx or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a program that takes notes, not a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” cannot be compared with the names on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” differs from their name in few letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” has a short or other form of their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” has an initial of their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is close to {name}, but not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is their full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is their name in other letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is their name in part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is their name run together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is {name}&apos;s full name, and nobody else&apos;s here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” may be them: decide about that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” sounds like their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” was {name} when you decided it before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” can be {day_first} or {month_first}. Say which comes first, the day or the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” did not exist: the clocks went forward. The time zone may be another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no length of time that can be read one way only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a day such as 2026-10-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a time of day such as 09:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not told in the time of {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” lies in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Overridden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attendance_list</name>
    <message>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met, by decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes by session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes in {number}. {session}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met, by decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for {credit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noted by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {read} = matched {matched} + guests {guests} + hosts {hosts} + ignored {ignored} + to review {to_review}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared address and name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>A backup is being restored into this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it and try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another place. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is open in another CPD Desktop window or command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data of CPD Desktop in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another backup. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a backup of CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>badge</name>
    <message>
        <source>Nothing was scanned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code of this badge was not read right. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge was made by a later version of CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the code of a badge made by CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bank</name>
    <message>
        <source>It comes from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names the place {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names {order}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the file says the {what}: {headers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was booked. Read the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open is {open}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} is no payment that came in, or was booked before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} names no currency; say which one the account has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} was booked meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: “{text}” is no amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: “{text}” is no day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is what is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>billing</name>
    <message>
        <source>%n line(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the order costs less than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the order has no quantity between 1 and {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the order says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment came for a place that is not held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment came for what was paid already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment on account belongs to no order, so it has no receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice needs your name as a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another amount came than was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book a payment, a refund or a credit note for the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who begins a membership.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First payment open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you still have the test key, connect with it and refund them instead. Set aside, they are booked here as given back, and their places count as paid no more. Nothing happens at Stripe. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another account at Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money of Stripe&apos;s test mode and real money cannot pay the same order ({order}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is taken off a line than it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More was paid than is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No membership. They are sold and collected by Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money is in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody owes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due for the place of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the order {order} is left to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this payment {left} is left; {amount} cannot go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this {left} still counts; {amount} cannot be taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer the place first; then it can be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {left} of the payment is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PayPal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places on different events are ordered one event at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse charge needs the tax number of whoever pays, which is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say for which places the order is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how it was settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the money goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %n payment(s) of the test mode aside?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside and connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is not connected. Connect it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount {amount} is not more than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount {amount} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has no lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is in {currency}, the payment in {paid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment is disputed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment of {day} is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment {external} was booked before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of {name} is in order {order} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of {name} is in order {order}; the ledger says what is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The places have prices in different currencies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tax rate is not between 0% and 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no document {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no doubt {doubt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no e-mail address to send it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order {order}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no payment {payment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is {left} on account, not {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: the place was ordered since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was paid through Stripe, so it goes back through Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was settled before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Stripe to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in the settings. Nothing was booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the price, such as 9.00 GBP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n day(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n month(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n week(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n year(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} waits for a place and was not offered one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of the order {order} was paid; refund that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (test mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a day such as 2026-10-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a row and an order such as 12=ORD-2026-0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not the number of a row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>binder</name>
    <message>
        <source>A file is called {name}, which must not be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the binder again. Nothing of it was unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another place. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of the list of files cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit binder could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original {name} is inside, but was altered since it was taken in: {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original {name} is not kept here any more, so it is not inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page to read it by, {name}, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {most} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no list of its files with their hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no whole ZIP file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its files overlap, or there is something before or after them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, a link or locked, and no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is compressed, which no binder&apos;s files are; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is listed and not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is listed more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there and not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed or damaged: its bytes do not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed: it does not fit the hash that is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an audit binder, or it is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>+%n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: session {number} of %n, {session}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certificate</name>
    <message>
        <source>No font on this computer can print {letters}, needed for {text}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certificate check</name>
    <message>
        <source>It is certificate {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent. Restore it from a backup, or issue the certificate anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record was erased on {day}, as it had to be kept no longer. Only that its number was given, and whether it was revoked or replaced, is still known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font on this computer can print {letters}, needed for “{element}” of {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of certificate {number} is not sound: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no credit to list for {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture of the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is empty for {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” and “{other}” overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” has a field {field}, which is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” has no room for all credit of {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” is a smaller heading with none above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” is hard to read: its contrast is {ratio} to 1, not {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” lies partly off page {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” of {person} does not fit, even at {size} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{element}” of {person} is printed at {size} points instead of {usual} to fit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>! Issued {number}, changed since: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Missing: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n issued already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A badge with a proof needs the package PyLD, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later CPD Desktop wrote the signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accreditor&apos;s statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another template is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended at least {minimum} of “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {number} was erased on {day}, as it had to be kept no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {number} was {status} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file, best on another disk or a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either the passphrase is wrong or the backup was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter its address in the settings under Certificates. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install cpd-desktop[jsonld], then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {kept}; the attendance now gives {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {kept}; the event is now on {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {kept}; the name is now {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says “{kept}”; the event is now called “{now}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not issued. Try again; if it stays so, tell us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is good from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is not for signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key cannot be used: it takes RSA of {least} to {most} bits or ECDSA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let CPD Desktop examine the data folder in Settings, Help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new signing keys, or bring in a newer certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them, or restore them from your backup of the signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issuer that you know signed a list of revoked certificates like this. Take in the issuer&apos;s card first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time stamp service is set up, and none is asked by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the issuers on the page signed this list of revoked certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Issue a new one if they should have one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open certificate settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open provider settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore them from your backup of the signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore them from your backup, in the settings under Signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke it if it should not count. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in the settings who you are as a provider: keys are made for a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, in a few words: the reason is kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock, then try again. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed; no time stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was issued until then stays; go on at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: {element}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attendance now gives no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The badge in the PDF file stays good. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate could not be drawn as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {person} did not verify after it was made: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate that signs PDF files is good from {first} to {last} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates are issued and count as they are. Time stamps that came are kept; add the others when this computer is online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates count as they are. Look at the address of the service in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no certificate {number} that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened with this password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not carry the one badge that a certificate has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no certificate together with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or its time stamp is not as it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that signed this badge is not in use any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not keep the signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys that signed your certificates are not on this computer any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be shown: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing keys that are kept here cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time stamp service cannot be reached: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time stamp service refused: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no signing keys yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are signing keys already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no badge in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no known issuer {issuer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “{template}”. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are made when the first certificate is issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no place on this event, and nobody saw them there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were erased on request: there is no name to certify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card of {issuer} is of {day}; a newer one is kept. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {day}, which cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a backup of signing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a list of revoked certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not an issuer card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own card; it is known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This issuer card was changed after it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of revoked certificates is not signed by {issuer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of {issuer} is of {day}; a newer one is kept. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamped by {authority} on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the passphrase again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {count}, the number of certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the time stamp service sent is no stamp of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing tells that they were there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{element} on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issued} issued · {eligible} to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would get no certificate now: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, issued {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, issued {day}, replaced ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, issued {day}, revoked ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” came with the application. Keep what you changed under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a day such as 2026-10-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Issued {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Revoked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>check_in</name>
    <message>
        <source>Confirm them first, then check them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event} has no session {session}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not checked in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {status}, so has no place here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Erasing {name} cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what goes with --dry-run, then add --yes. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>code</name>
    <message>
        <source>A code takes off either a share or an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} does not hold any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} does not hold yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} is for another event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} takes off {off}, but the price is in {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} was used %n time(s), which is all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} was used %n time(s); switch it off instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of uses is below one; leave it out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share is not between 1% and 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a code {code} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay, so the code {code} takes nothing off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person used the code {code} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is neither a share such as 20% nor an amount.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>completeness</name>
    <message>
        <source>%n people are called {name}; see that each gets their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {number} of {person} counts, but the attendance now gives no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {number} of {person} says {kept}; the attendance now gives {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category of “{credit}” is none of those of {body}: {categories}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates would be {provider}&apos;s, who belongs to the sample data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is not over: its last session ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event lies in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture of the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category or field of study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its accreditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement of the accreditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{body} wants certificates within {days} days of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is missing, which {body} wants on the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of {person} is missing, which {body} wants on the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of {person} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{credit}” has no statement, which {body} wants. It usually reads: “{wording}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{credit}” has no {fact}, which {body} wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{credit}” is approved from {first} to {last}, and the event is not within these days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>conflict</name>
    <message>
        <source>{what} speaks at “{first}” and at “{second}”, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are both in {what}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” and “{second}” have the same Zoom host {what}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>content</name>
    <message>
        <source>Let them open when it would have opened, or change them first. It was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day on which the module opens is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not start with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module to wait for is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of days is not between 0 and {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no content {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no module {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is waited for by %n module(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” would wait for itself and never open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>copy</name>
    <message>
        <source>Credit and minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials, in their latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules and assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and discount codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions on registering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the Zoom meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>credit</name>
    <message>
        <source>The accreditor&apos;s statement is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit has no type, such as CPD hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit is not between 0.01 and {most}, in hundredths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit&apos;s type is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no line of credit “{line}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum is not between 1 and 10,000 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum is not between 1% and 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider number is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a credit such as “2 CPD hours”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a minimum such as 80% or 96min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a period such as 2026-01-01:2026-12-31.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crew</name>
    <message>
        <source>A worker process ended before its work was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system did not let another process start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was finished is kept. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Accreditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-in taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date left out of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided what holds of a meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided who somebody was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision about attendance taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount code added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount code changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount code removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early price in the smallest unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early price until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event deleted for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event duplicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event kept longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event made of a meeting at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event postponed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours an offered place is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the trash since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept longer because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept longer until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting at Zoom taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting to be made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings at Zoom planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted what somebody did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted who was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places on the waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price in the smallest unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrations fetched from Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of who came added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of who came removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule for the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the whole event asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} added: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} removed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>Nearly the same address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gives the name in part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name is a short form of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names differ in one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same address: {email}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same licence number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same name but for titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same name in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their names differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>erasure</name>
    <message>
        <source>%n imported file(s) may still name them: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that you keep elsewhere still hold them until you delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased person {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, addresses, spellings, licence numbers, phone, organisation, job title, tags, consent and notes are erased. The name becomes “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes and your own references on %n place(s) are erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the number of the entry stays, and that it was erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail forgets what %n step(s) changed. What was changed so cannot be undone any more, also for others in the same step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail keeps that something was done, when and by whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register keeps %n certificate(s) with the name, as issued: whoever is shown one must be able to ask you whether it is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search and the free space of the database forget them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker {name} has the same address and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text and files of %n piece(s) of work are erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are still in %n backup(s) in the data folder, until newer ones take that place. Backups made by hand or kept elsewhere stay until you delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold %n place(s) on sessions to come. Cancel these first if need be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traces may be left in the database file, because another program had it open. Close it and erase this person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is emptied, and goes out no more: %n message(s) to them. What was sent, and when, stays known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is erased: %n answer(s) and question(s) of theirs during meetings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is erased: %n answer(s) given when registering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays as it came is %n report(s) of who was at a meeting, with the name: it proves the credit that you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays in the ledger: %n line(s), with the orders, invoices and receipts as issued, and the name on them: the law wants accounts kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays is %n place(s) with number, dates, status, check-ins, marks and amounts: your accounts and the credit you gave must remain provable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom keeps %n registration(s) of theirs; delete them there if need be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
        <source>It is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted; look in the Trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed in the meantime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
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
        <source>Others have waited longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments of the test mode are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup: everything up to it is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some letters cannot be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something needs correcting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe asks to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not accept the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe may have done it or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe was asked something else before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app at Zoom may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for Stripe may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan at Zoom does not include this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of a report do not add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data needs a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was refunded already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, save a report under Help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom asks to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom may have done it or not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>event</name>
    <message>
        <source>A break ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A break lies outside of its session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of the session is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offer is open between 1 and 720 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left behind at Zoom: %n meeting(s). Once the event is removed, only Zoom can delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration closes before it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say both: the early price, and the last day on which it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The breaks take up the whole session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The early price holds until {until}, but the event starts on {starts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The early price is below nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The early price is in {early}, but the price is in {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The early price is not lower than the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was changed elsewhere in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than {limit} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of places is not between 1 and {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is not above nothing; leave it out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is longer than 24 hours; check its dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waiting line has room for nobody; switch it off instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an early price, but no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event {event}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone called “{zone}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two breaks overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} does not exist in {zone}: the clocks go forward there that night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” cannot be removed: %n person(s) answered it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a break such as 15:00-15:15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date and time such as 2026-10-14T14:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be removed: it was attended by %n person(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be removed: there is a report of who came to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>Accreditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accreditor&apos;s statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer&apos;s fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” is neither yes nor no: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” is not a date such as 2026-10-14: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” is not a number: “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” is not between {lowest} and {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest value of “{label}” is above the highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question has no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question “{label}” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times and zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” has more than {limit} answers to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” has no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” needs at least two different answers to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a whole number such as 40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not one of the answers to “{label}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Discount code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Another CPD Desktop is writing the file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is there and may be read. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder. Nothing was left half-written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>folder</name>
    <message>
        <source>A sync service has put aside copies of the database: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close CPD Desktop over there. Two computers cannot notice each other in one folder, and what one of them writes may be lost. To change computers, use Moving in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the data folder elsewhere on this computer, and backups into {service} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the data folder on this computer, and backups over there instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data lies on another computer. Two programs there do not notice each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two computers wrote at the same time, and one of them lost. Keep these files: what is missing here may be in them. Then let one computer only use the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{computer}” has worked on this data folder too, last on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Book the opposite: a refund, or a credit note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this folder as it is, and compare it with a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke it, or replace it by a corrected one, and say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail was tampered with at entry {entry} ({fault}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no entry {entry} in the audit trail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: a certificate that was issued stays in the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: it was changed again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: its details were erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: what was booked stays in the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <source>It does not say which time the meeting was held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about a meeting that belongs to no event here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of this kind mean nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is at that time, so the event stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message {message} in the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has no recording of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>invitations</name>
    <message>
        <source>Nobody stands as the sender of “{title}”; calendars would refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no identity that calendars could know it by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” invites nobody.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keychain</name>
    <message>
        <source>CPD Desktop is portable here, so the keychain of this computer is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an encrypted vault in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an encrypted vault in Settings, under Secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with its passphrase in Settings, Secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in Windows Credential Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain of this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the macOS Keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted vault keeps the secrets; it is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked: it has not answered for {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault with your sign-ins is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain here that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds characters that no keychain can keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or create an encrypted vault in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it where it asks for its password, then try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is no keychain that keeps secrets safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>A date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer from a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer, all of them seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online and in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webinar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>Accounts: Zoom, e-mail and Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance at the event that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar file to subscribe to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything, and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How certificates are numbered and shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICS iCal feed Outlook Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices, tax and currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail of the event that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders and invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of the event that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register people for the event that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT rate number receipts bank account terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You as a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounces bounced undelivered returned answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check genuine QR code signature badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark light colours colors theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted events restore bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>design layout logo picture editor print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doctor problems support log version about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import list CSV Excel waitlist waiting line codes discount check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoices reminders unpaid open due payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued revoke replace badge print PDF export CSV statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail password login sign in SMTP connect connection keys API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meetings send watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members subscriptions renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merge same person twice double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money back credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name address logo accreditation organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new version release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers pattern language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passwords vault passphrase keychain keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price early capacity speakers sessions credit questions language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipts credit notes print PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received bank cash card receipts CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders write message send confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report Zoom CSV who came minutes results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore copies daily recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention delete erase years privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature handwritten certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature password backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates texts wording language reminders unsubscribed news test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer export restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>learning</name>
    <message>
        <source>After another module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %n day(s) after registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens after “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lifecycle</name>
    <message>
        <source>%n meeting(s) at Zoom must be deleted or kept; a new date reaches them by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n paid place(s) must be refunded or carried over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n registered person(s) must be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n waiting person(s) must be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar files of %n session(s) are out of date; send new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is held in person, and neither it nor a session has a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first session starts more than a day from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last session has not ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s place and no answer is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an event that is a draft or published can be postponed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is {status}; it cannot be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event lies in the trash. Restore it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a mark: %n submission(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your decision: %n participant(s) in the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays with the event: %n check-in(s).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>list</name>
    <message>
        <source>No column tells the names. Say which one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “{column}”. The columns are: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{field}”. The fields are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no payment such as paid, due or waived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no status such as confirmed, pending or cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>No log is written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail account</name>
    <message>
        <source>Add one in Settings, Accounts. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop has no client ID at {service} yet. Give one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that mails are written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each message becomes an .eml file, which mail programs open and send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings, Accounts. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server by hand. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an API key in your account at {provider}. Verify your own domain there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the server of the mailbox, such as imap.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the server that takes mail, such as smtp.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the user to sign in as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account: files in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where mail goes: --smtp HOST:PORT or --folder DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key of “{name}” is not kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daily limit is a number from 1 to 100000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain of this address tells nothing of its servers. Enter them by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second way, if the first is not allowed at {provider}. An administrator may have to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test message did not go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are blanks inside. Copy it again from the page of {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an account “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mail account yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mail account “{account}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a test. Mail from {sender} goes out through the account “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password are those of {provider}&apos;s SMTP access. Verify your own domain there first, with SPF and DKIM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TLS a password can be read on the way. Choose STARTTLS or SSL, or leave the user out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign in on {provider}&apos;s own page in your browser; no password is entered here. This needs the client ID of an app that you or your organisation registered there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed in as {user}. Mail is from {sender}: that address must be one of that account, or it is refused or sent as {user}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your provider&apos;s help pages name the server and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not answer, so its mail server is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no mail: it is larger than 1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} wants an app password, made in your account there; the usual password is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider}: API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider}: sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider}: sign in, over SMTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not an account that one signs in to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” still has to send %n message(s). Send or cancel what waits first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a server such as smtp.example.org:587.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail fields</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit on the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date on the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the replaced certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to verify certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place is kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason it was revoked or replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title on the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail refusal</name>
    <message>
        <source>Choose another one for this account. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account or enter its password in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. What waits goes once this is put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answered in the place of {server}. If this network asks to sign in, do so in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {server} does not prove that it is this server ({words}). Nothing was sent and no password was told. Check the name of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {server} was lost after the message was handed over. Nobody can say whether it arrived: ask, or look in Sent, then decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {server} was lost before the message was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer has no password for “{account}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox was not read. Nothing was changed in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has {size} MB; {server} takes {most} MB. Set up online storage to send a link instead, or send it through an SMTP account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too large for {server}. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot take it now. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused it. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in does not let CPD Desktop send mail. Connect the account again and allow it. {server} said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such mailbox. The server said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} accepts the sign-in of this account no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} asks to wait {seconds} seconds. The rest goes after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} cannot be reached: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} did not answer as a mailbox does: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} does not let this account send as {sender}. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} does not pass on mail for this account: sign in, or use the server of your own provider. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} offers no STARTTLS on this port. Nothing was sent. Try SSL, port 465.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} offers no way to sign in over this connection. Try STARTTLS or SSL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} refused the API key. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} refused the password. It wants an app password: make one in your account there (two-step sign-in must be on; a change of the usual password ends it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} refused user or password. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} takes no more for now. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} takes no passwords any more. Connect the account by signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} took it for unwanted mail. It said: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} took it: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail sign-in</name>
    <message>
        <source>Ask whoever looks after its accounts to allow the app, then connect again. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the client ID, and the client secret where there is one, and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it in Settings, Accounts. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the account again; what waits goes then. It ends when the password changes, after months without use, and after 7 days with a client ID at Google that is still in testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is not connected to {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation does not let CPD Desktop send mail through {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} accepts the sign-in of this account no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} does not know the app with this client ID.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail text</name>
    <message>
        <source>Line {line} cannot be read: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: a text can show fields, choose with “if” and repeat for each session, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail to {name} needs “{field}”, which is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject is one line of up to {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text could not be written: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{field}” in this kind of mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what the mail says.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>material</name>
    <message>
        <source>A copy of {name} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no material {material}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the same file as version {number}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>matrix</name>
    <message>
        <source>Checked in at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}, in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min, times not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min, {percent} %, enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min, {percent} %, not enough</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meet</name>
    <message>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n in the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n meeting(s) changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n meeting(s) changed at Zoom meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n meeting(s) deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n meeting(s) made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n meeting(s) not at Zoom any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n person(s) added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n person(s) approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n person(s) cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n person(s) registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n poll answer(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n put in the waiting line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n question(s) asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n row(s) read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n row(s) so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n thing(s) to be done at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n time(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Zoom&apos;s cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting number: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fixed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: I approve each person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: everybody registered is let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passcode: {passcode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register here, and get a link of your own: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered at Zoom: %n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webinar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled at Zoom, and still registered here: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n day(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n month(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n week(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {stretch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on now, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be sent: %n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (%n times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ Changed at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ To be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ To be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ To be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ At Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Not at Zoom any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meeting</name>
    <message>
        <source>A meeting lasts from {shortest} to {longest} minutes at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passcode has letters from a to z, digits and signs, and no spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series at Zoom ends after a number of dates or on a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series at Zoom has at most {limit} dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series needs at least two sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series on fixed dates needs its first date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternative hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command is sending to Zoom at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve {name} at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Zoom this meeting is held in another rhythm now. Give it up here without deleting it at Zoom, then choose it for the event again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {name} at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here, and registered at Zoom. Confirm them here, or cancel them there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “{topic}” at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide about “{topic}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{topic}” at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail addresses in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch who came with: cpd zoom attendance pull {event}. Or add --even-unfetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join before the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make “{topic}” at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is registered at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register {name} at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered at Zoom more than once; the first registration counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {session} has a meeting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {session} has no meeting at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of this event have meetings of their own already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom meeting {number} belongs to an event here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to “{label}” was left out: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is a draft; publish it, or send this event now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting that was given up is still to be deleted at Zoom. Send that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was changed at Zoom. Choose what holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting would start in the past; Zoom would let it start at once instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series does not say on which day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session of this meeting is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions are not at the same time of day or not equally long, so Zoom cannot hold them as a series. Give each a meeting of its own, or all of them one without fixed times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions are not evenly spaced, so Zoom cannot hold them as a series. Give each a meeting of its own, or all of them one without fixed times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions are too far apart for a series at Zoom. Give each a meeting of its own, or all of them one without fixed times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a Zoom meeting for this already; give that up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no meeting {meeting}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session left to make a meeting for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session {session}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has a meeting for all of its sessions already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your personal room at Zoom, which cannot be an event&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has no fixed time. Make the event with its sessions first, then choose this meeting there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is at Zoom; there is nothing to make again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is held once: choose the session it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is not at Zoom yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting was held, and who came has not been fetched yet. Once it is deleted, Zoom may not tell any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a waiting room nobody can join before the host; choose one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without registration at Zoom nobody gets a join link of their own, and the report has only the names that people type. More of them are left for you to match by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom cannot hold this series: it knows every so many days, weeks on given days, or months on one day. Make it a meeting without fixed times instead; the dates stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not have this meeting any more. Make it again, or forget it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom gives one join link for each e-mail address, and that of {name} is taken by {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has nothing else for: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom registers nobody without a first name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom repeats at most every {limit} days, weeks or months of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes a description of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes a passcode of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes a topic of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes an answer of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes an e-mail address of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom takes names of at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom tells no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom was asked to make this meeting, and whether it did is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom was asked to make “{topic}”, and has more than one meeting that this could be. Choose which one it is, or make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom was asked to register people, and has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no e-mail address, which Zoom needs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>A certificate stays with its place for good. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person cannot be merged with themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both have a place on “{title}”. {kept} stays ({status}); {gone} is given up. Answers, check-ins and work that {kept} does not have move to it; what differs is noted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both hold certificates of “{title}”, so they cannot be made one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both places on “{title}” are paid: {amount} for {gone} may have to be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs in “{name}” is kept in the notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves along: %n place(s) on other events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was erased on request and cannot be merged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A file that belongs to this message is not kept here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An approval of “{title}” runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command is sending mail at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an evaluation of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop was cut off while this message went out. Nobody can say whether it arrived: ask, or look in Sent, then decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event postponed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the report of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going now: %n message(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue and send the certificates of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent. Cancel it and make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was tried %n time(s). The last answer: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went to you as a test. Queue it to send it to {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail from {domain} may only go out through {domain}&apos;s own servers. Sent through {relay} it would be refused or land in spam. Choose an address of another domain, or the account of {domain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether %n message(s) arrived. You decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed and nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer of a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind the people of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request for an evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks to those who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {name} is too large for the account “{account}”. Set up online storage to send a link instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail to {name} must bring a link, and its text has no place for one. Write {field} into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message to {to} is not what it was when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message to {to} is “{state}”; that cannot be done with it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message {message}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes about {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To those who missed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {count}, the number of messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this message said was erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} wants no such mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{today} of %n message(s) go now; the account allows {limit} in a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} said that it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}” is not an address that mail can be sent to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” takes no more in these 24 hours; the rest goes later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>The amount {text} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} has {places} decimal places; “{text}” has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount such as 75.00 GBP.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message>
        <source>Choose the file that CPD Desktop wrote. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it from the other computer again, or make it anew there. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} holds something else than a move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged: it was cut off or altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} was written by a later version of CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it as on the other computer, capitals and spaces too. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not made by “Move to another computer”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>! Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants no more news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards to cut, {width} by {height} mm, {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a font that has it, such as Noto Sans, then print again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, {width} by {height} mm, {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificates in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font on this computer can print {letters}, needed for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in sheet has no columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no TrueType font on this computer to print with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to print a badge for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no session {session}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>party</name>
    <message>
        <source>Move them elsewhere first. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due from the group “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group “{name}” has %n member(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a group “{name}” on this event already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no group {party}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>Erase the person instead. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than {limit} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no person {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has %n place(s) on events and cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{email}” is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>SVG drawings can be taken in by the window only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a PNG and take that in. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing holds a program or moves (“{part}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing is too large or too deeply nested to be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing wants to load something from elsewhere: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not an SVG drawing that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has more than {limit} million dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its picture cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a JPEG, PNG, SVG or PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a picture in JPEG, PNG, GIF or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preset</name>
    <message>
        <source>10 hours of 60 minutes are 1 CEU, in steps of 0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 minutes are 1 credit, rounded down; 3 interactions for each credit are answered online. A report of who was connected is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 minutes for 1 CEU, steps of 0.5, and all of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>75 % for all and 50 % for half of the credit are practice only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset is an aid, not law: what the accreditor asks today stands in its handbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour of 60 minutes, and 80 % of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance is checked and learning assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance is reported with the activity number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock hours, and an evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the preset a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No partial credit, breaks do not count, an evaluation is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of 0.25, and 15 minutes at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That 15 minutes on end may be missed is practice only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boards of the states differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate shows the credit claimed, not the most possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole session, and a written evaluation before the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset called “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{preset}” of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{preset}”. There are: {presets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual practice; there is no binding rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What earns the hours is announced, and the event is evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Adding time stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing certificates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>registration</name>
    <message>
        <source>No place is free to give: {held} of {capacity} are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on event {event} has the reference {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for a place without an offer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer the free places to the first in line, or give {name} one out of turn. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the number of places, or switch the waiting line on. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is full, and so is its waiting line ({limit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is full: {held} of {capacity} places are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference {reference} belongs to {name} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no registration {registration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: the place was given to somebody else since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a place ahead of {name}: %n person(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the waiting line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noted as not having come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not wait for a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a place on this event already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no open offer of a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has paid or got a bill, so the code cannot be changed any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {status}; that cannot be changed to {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>repeat</name>
    <message>
        <source>A date of the series is not between the years 1900 and 9000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session would start on {time}, which does not exist in {zone}: the clocks go forward there. Choose another day, or another time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every date of the series is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates of a series are local times of its time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day of the series is before its first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of the series does not say daily, weekly, monthly or yearly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series falls on {time}, which does not exist in {zone}: the clocks go forward there. Leave that date out, or choose another time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series goes on for more than 20 years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series has both a last day and a number of dates; choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series has more than {limit} dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series never ends: give it a last day or a number of dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series starts on {day}, but its rule leaves that day out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the rule {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n months on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n weeks on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n years on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every month on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every week on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every year on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fifth {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fourth {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last but one {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the second {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the third {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}, %n date(s) left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}, %n time(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}, and %n date(s) more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} is not a date of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{part}” cannot be read in the rule of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{part}” stands twice in the rule of the series.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Choose another place. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>%n decision(s) kept, of people the reports do not tell of any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n decision(s) kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n guest(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n host(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n row(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer report of the same meeting counts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended (yes or no)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co-host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched from Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Meet report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest (yes or no)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a list of who did something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import reports of who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces the report “{file}” of {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new: this file was imported on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panelist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polls answered or codes given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams attendance report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report tells only how long people were there in all, and not when. Their minutes count, but nobody can see whether they were there before the session or in its breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no times in it: everybody on it counts as there for the whole session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was imported on {when}. To import it again changes nothing, unless it is read otherwise now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting room, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webex report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom participants report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom webinar report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>Away for {gap} minutes on end in “{session}”; {most} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came to “{session}” at {came}; {latest} was the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say who decided it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known when they were in “{session}”, only how long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left “{session}” at {left}; {earliest} was the earliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, so that an auditor understands it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assignment is not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation is not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fee is not paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quiz is not passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that was attended comes to no credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attended} of the {minutes} minutes of “{session}”; {needed} minutes needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attended} of {all} sessions; {needed} needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attended} of {minutes} minutes; {needed} minutes needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} interactions; {needed} needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the {minutes} minutes of “{session}”; {needed} % needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {minutes} minutes; {needed} % needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {minutes} minutes; {needed} % needed; came at {came}, left at {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {minutes} minutes; {needed} % needed; came at {came}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {minutes} minutes; {needed} % needed; left at {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided on {day} that it is met: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} decided on {day} that it is not met: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{session}” is mandatory and was not attended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>retention</name>
    <message>
        <source>%n certificate(s) with all files, for good: this cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n material(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n registration(s) with answers, check-ins, marks and results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n report(s) of who came, with everything decided about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were taken in stay in the data folder, so that it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until {day} (default {usual} years).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until {day} ({body}, {years} years; default {usual} years).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the hold first. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %n certificate(s) the number, the status and a fingerprint of the code stay, so that no number is missing and whoever shows one can be told that its record was erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %n imported list(s), that they belong to this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold until somebody lifts it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold until {day}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People stay; whoever asks for it is erased under People, one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it has to be kept longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, credit, rules, modules and assignments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail keeps what was done, when and by whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates of “{title}” must be kept: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole event, for %n certificate(s): what was issued must stay provable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is on hold: “{why}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roster</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>%n interaction(s) for each credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of minutes is not between 0 and 10,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule has no “{name}”. It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit of credit is not between 1 and 6,000 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also asked: {things}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %n interaction(s) for each credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %n session(s) attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %n session(s) must count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {minutes} minutes are attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {minutes} minutes of each session are attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {percent} % of each session that counts is attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {percent} % of the time is attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks count as attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit is earned by the minutes attended: {unit} minutes are 1, rounded down to {step}, never above what is advertised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit is rounded down to 0.01, 0.1, 0.2, 0.25, 0.5 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit is rounded down to {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each session that counts gives its share, rounded down to {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {percent} % of the time on, {share} of the credit is earned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps of up to {seconds} seconds count as attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody comes more than {minutes} minutes after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is away for more than {minutes} minutes on end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody leaves more than {minutes} minutes before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial credit needs at least one percentage, and each only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions marked as mandatory must be attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit goes by how much is attended: {bands}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit is as advertised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fee is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum is not between 1% and 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of interactions is not at least 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of sessions to attend is not at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quiz is passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The required assignments are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time before the start and after the end does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time counts from {minutes} minutes before the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {minutes} minutes before the start count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever meets it earns the credit as advertised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever was there has attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a passed quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every mandatory session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never away for more than {minutes} minutes on end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fee paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there until {minutes} minutes before the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there within {minutes} minutes of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes must be attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes of a session must be attended for it to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of a session must be attended for it to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the event must be attended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} from {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} minutes attended give 1 credit, rounded down to {step}, at most as advertised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a setting such as minimum_percent=80.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>safekeeping</name>
    <message>
        <source>Sign-ins are kept there, never in the data folder&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not give back what was put into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or sign in to this computer again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sample certificate</name>
    <message>
        <source>Sample person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>send</name>
    <message>
        <source>%n mail(s) today, the rest ({rest}) over the next {days} days: the account allows {limit} in a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n mail(s) today, the rest ({rest}) tomorrow: the account allows {limit} in a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n mail(s) today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n more in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n not written to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sent to yourself, as a test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n without an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days, 1 day and 1 hour before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %n nobody knows whether it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that it does not count any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it out of everybody&apos;s calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That takes about %n minute(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corrected PDF is attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new date, with a new calendar entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To everybody with a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To those in the waiting line who may have one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To those who have a place and did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To those who know the old time or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To those who were there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom you choose, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and how to take part, with a calendar entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>series</name>
    <message>
        <source>This event belongs to a series already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event belongs to no series.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Whether it starts when you sign in could not be changed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: it does not expire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: without tax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account at Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a time stamp service (RFC 3161)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the release note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of your page for verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app of your whole account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app without a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with https://. The code on certificates leads there if it is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with https://. What comes is believed only if it is signed by us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing leaves the icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each kind of mail can be worded anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: as the template says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: nobody is asked. It is told a hash of each certificate, when you add stamps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the time zone of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything goes to yourself and nobody else; it waits to go to the people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps were shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From there you open the window, send what is due, or quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon beside the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the sessions of all events but drafts, and follows every change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not of the right kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be an address that begins with https://, without a #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be between {lowest} and {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must consist of letters A to Z and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must end with {number}, or with {number:06} for so many digits at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was said that closing leaves the icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, without its middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of dates, such as en-GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail accounts that were refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings and people follow each change. Else they wait until you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months until a certificate expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me of what is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers given before stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day the address below is asked, and told nothing. Nothing is ever installed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices contain the tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration numbers begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind 1 day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind 1 hour before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind 7 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders that are not to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders, reports to fetch, certificates to issue, and mail of which nobody knows whether it arrived. The icon is shown for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled mail goes only while the application runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled mail goes only while the application runs. It ends when you quit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send changes by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on invoices and in reminders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on invoices without tax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start when I sign in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as CPD-{year}-{number:06}. Numbers given before stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cpd-desktop.ics is written there; subscribe to it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup of each of so many days is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup of each of so many months is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that people know you by; it stands on certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings “{label}” could not be read; they were reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone called “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go when they are due, once to each person. Those that became due while the application was closed are asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under which your accreditor knows you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual length, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual rule for credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual start, hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch running meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the first steps were left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the rule of an event asks for longer, that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why sending is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why there is no tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years to keep an event at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You as a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own app with a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tax number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is asked every few minutes, while a meeting may run, whether it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” had the value {value}, which cannot be; it was reset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>A quotation mark in {place} is not closed, or text follows where it closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of “{name}” has more than {limit} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel cell holds {limit} characters, and {place} has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel sheet holds {limit} rows, and there are more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encoding, or save the file as CSV UTF-8. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of its sheets. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it there and import it again. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide it into smaller files. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or renamed. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as .xlsx or CSV. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} has {cells} cells, but the table has only {columns} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} is not one of the first {limit} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV instead. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as an Excel workbook (.xlsx) without a password. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as an Excel workbook without macros (.xlsx). Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in there and download the file again. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell in {place} is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line in {place} is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that begins in {place} does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding called “{encoding}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in {place} is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in {place} is not written in {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column} ({header})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{delimiter}” cannot stand between cells: choose one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” contains macros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} columns, in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no sheet called “{sheet}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a document or a picture, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a web page, not a table: perhaps one that asks to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is an old Excel file (.xls), or protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged, or no Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged: nothing can be read after {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty: it has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a table: its content is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is packed as no spreadsheet program does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” would unpack to more than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sign-in</name>
    <message>
        <source>Another CPD Desktop is renewing the sign-in to {service} and does not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop has the answer and goes on by itself. Go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether its network asks to sign in first. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to {service} again. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks to sign in, as in a hotel, open any web page and do so. Then try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether a firewall forbids programs to talk on this computer. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether this computer is online, then try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came from the browser within {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way back from the browser could be opened on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Connect again when you want to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from this page. Close it and go on where you signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it to an address that begins with https, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answered in the place of {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {service} is not safe, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page for signing in ended with an error: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the answer that is waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again. You stay connected to {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close this window. CPD Desktop says how to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not allow CPD Desktop to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is set to {address}, which is not safe to send secrets to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} cannot answer now (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} refused the sign-in ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>speaker</name>
    <message>
        <source>No conflict-of-interest statement is on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The biography is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conflict-of-interest statement is older than a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no speaker {speaker}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be removed: still a speaker of %n event(s).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>A link is good for 1 to {most} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install cpd-desktop[storage], then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No online storage is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in which region the bucket is, such as eu-west-2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that the key may read and write in this bucket. What is there already stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one up first. Nothing was uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID of the key, or the name of the account, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of certificate {number} is no PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the storage is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage does not answer as it should ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage refused the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bucket {bucket}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a key of the storage: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading needs the package obstore, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there already stays, and uploading again goes on from there. Look whether this computer is online, and at the address and the region of the bucket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a folder in a bucket, such as cpd/certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not the name of a bucket.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>Another program is using the database and does not let go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and make a backup. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the data folder. Nothing was changed, nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or ask whoever looks after this computer. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close CPD Desktop everywhere and delete this file: there is nothing in it. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the permissions, then try again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written in the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Look at it again, then decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup: everything up to it is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup: everything up to it is safe. The damaged files are kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows refer to rows that do not exist: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in the folder {folder} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in {folder} was not made by CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is missing from the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database may only be read, not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be kept: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept file {name} was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest changes, in the file {path}, are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock {path} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder in the place of the database {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be removed: certificate {number} was issued for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be removed: the order {number} was made for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer CPD Desktop (format {found}; this one knows {known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit with what was saved in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done and try again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was issued must stay provable. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>stripe</name>
    <message>
        <source>A bank wants {amount} back: {reason} ({state}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coupon takes off a percentage up to 100, or an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A membership was begun at Stripe that is not known here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message from Stripe bears another time than this computer&apos;s clock and was left unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message from Stripe tells of no event and was left unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was not signed by Stripe and was left unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page is open for {lowest} to {highest} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place is paid once, without a rhythm or a trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund of {amount} did not arrive: Stripe says “{state}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial lasts up to {most} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount of {amount} cannot be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Stripe: Settings, Billing, Customer portal, activate the link. Or copy the address of the member&apos;s page, which works for a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop asks Stripe what was paid and goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for discounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with the test key, refund them, then connect for real. If that key is lost, set them aside. Or keep trials in a data folder of their own. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect first. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount on the page of Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and memberships that are sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else works meanwhile. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what happened at Stripe, then look at the membership.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what happened at Stripe, then look at the payment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what happened at Stripe, then look at the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what happened at Stripe. No other page was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key this permission on Stripe&apos;s page of API keys, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the money back the way it came, then book the refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices and receipts that Stripe made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Stripe did this, and too late to ask as the same operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links that anybody can pay by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up at Stripe. Everything kept here is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new restricted key at Stripe and enter it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a restricted key at Stripe with the permissions listed here, and enter that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships: begin, change, end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money was taken. The payer can try another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way back from the browser could be opened on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for each of them that it is due, then connect for real. Or keep trials in a data folder of their own. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open for the order {order}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was asked or taken over. Disconnect, then connect with the right key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done twice. Begin anew to ask for the new values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer it anew. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One customer for each person who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings, Accounts, and enter a restricted key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment of the test mode, set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments of the test mode are still booked here ({count}), and places count as paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments that a bank takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments that came in, and refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places cost nothing because of a code or payment of the test mode ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real card payments are booked here ({count}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real money was paid for the order {order}, and Stripe is in test mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded at Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether a membership is paid each week, month or year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a new page to begin another. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a page to pay on first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the page as a link instead. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else than Stripe answered: the network here wants you to sign in or to agree first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe cannot take {amount} in one payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe cannot take {amount}: {currency} goes in steps of {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe did {what}, which could not be booked here: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not know this key, or it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not know this, or not any more: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe does not take this as it is: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe gave {amount} of this payment back, which is more than is booked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe has a fault of its own at the moment ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe has a fault of its own at the moment and may have done this or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is connected already, with another account or another mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe is still at work on this very operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe refused this: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe says that it was asked too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe says that this payment was refunded in full already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripe told an address that is not safe to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {address} is not one that begins with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of Stripe cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was declined: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards that members left with Stripe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Stripe is not private: somebody in between shows a certificate of their own. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost before Stripe said whether it did this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for Stripe is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for Stripe may not do this. It lacks the permission {permission}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in the keychain belongs to another account or mode ({account}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the account, so that you see whose it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order {order} has a real invoice, and Stripe is in test mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order {order} was paid in Stripe&apos;s test mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of the order {order} was paid already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page on which members look after their membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page on which members sign in is switched off at Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was paid, so there is nothing to close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages on which places and memberships are paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payer&apos;s bank has taken this payment back, so it cannot be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for Stripe yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no membership {membership}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no offer {offer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operation {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no signing secret yet to check messages from Stripe with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no signing secret yet. Copy it at Stripe from the page of the destination for events, and hand it over with --secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay for: neither a price nor an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no key for Stripe: a restricted key begins with rk_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the publishable key, with which nothing can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may do everything with real money, so it is not kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This membership is over at Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation was sent to Stripe before, with other values than now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not paid through Stripe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: it goes out as the same operation, so it counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the test mode in a data folder of its own. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened at Stripe could not be booked: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened since the last look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go back to the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} cannot be refunded of a payment of {paid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no e-mail address, which Stripe needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} never paid through Stripe, so there is no page for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} was paid in another mode than that of this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} was paid through Stripe, and nothing says what for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} was paid where {asked} was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not at Stripe yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not offered any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>template</name>
    <message>
        <source>This file is not a certificate template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template was made by a later version of CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: a template has no “{field}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: another one has the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: only JPEG and PNG pictures can lie in a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: the picture “{name}” is not in the template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “path” may hold M, L, C and Z with numbers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” has a value of the wrong kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” is longer than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” must be a colour such as #1a3c6e.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” must be one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: “{field}” must lie between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>%n offer(s) of a place ran out without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests are not disclosed yet by %n speaker(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended %n day(s) ago and is not completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended today and is not completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is today, and nobody is registered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is today, and the event is not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first session has begun, and the event is not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup has been made for %n day(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts in %n day(s), and nobody is registered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be paid: %n place(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data lies in a folder that {service} copies, which can damage it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a sample with invented people, to try things on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be completed: %n more event(s) that ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be marked: %n answer(s) to assignments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting in line: %n person(s). Free places: {room}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came is not fetched from Zoom yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came is not fetched yet. Zoom forgets it on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came is not fetched yet. Zoom&apos;s website forgets it on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your signing keys are not backed up. If this computer is lost, so are they.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{registered} people are registered; there is room for {capacity}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Enter it in the settings, under Updates. It came with the page of your download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address of a release note is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody may have altered it on its way, or the address is another one. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release note cannot be fetched: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when this computer is online, or look at the address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came is not a release note of CPD Desktop; it was ignored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message>
        <source>Check the path and who may read it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either the passphrase is wrong or the vault file was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs at least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the vault again with the new passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the file vault from a backup, or sign in again in a new vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in an encrypted vault in the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase needs at least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of the vault was changed in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets kept before are still there. Make room or allow writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was written by a later version of CPD Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an encrypted vault already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encrypted vault in the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the passphrase again. If it is right, restore the file vault.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>A certificate was found in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second, independent program comes to the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second, independent program refuses it: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {number} took its place, by the list of {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not on the list of revoked certificates of {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file does not carry the one badge that a certificate has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file has no signature that can be read, so its pages may show anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file is exactly as it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file is not as it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file and the badge in it are not of the same issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same issuer signed the file and the badge in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time stamp after it is damaged, or of another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are exactly those that were signed with key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are not those that were signed with key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is larger than any certificate and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed or damaged: it cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was there: this page cannot check its time stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a printed page says the same as this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was changed: that needs the issuer card of whoever signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was revoked after {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was revoked: there is no list of revoked certificates of this issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the person who shows it is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {authority} tells the right time: anybody can stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {issuer} issued it: it says so itself, which anybody could write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not know key {key}. It can be anybody&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know this key as {issuer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{authority} stamped the time on it: {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} began to use this key on {day}, after the day of issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} revoked it, by the list of {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} stopped using this key on {day}, before the day of issue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verify page</name>
    <message>
        <source>A known issuer signed this, and nothing was changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An issuer card that you add counts until you close the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another certificate counts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the letters with those that the issuer publishes: the page is only as honest as whoever gave it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything happens on this page: nothing is sent anywhere, and it works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known issuers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of revoked certificates of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of revoked certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: every certificate will be of an unknown issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said about it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a file on this page: the PDF of a certificate, a picture of its QR code, a badge (PNG), an issuer card or a list of revoked certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files cannot be checked here. Open this page as a file or over https, in a browser of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody signed this whom this page does not know. It may be anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the QR code, its address, or a badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer took it back. It does not count any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {issuer} is known now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no camera that this page may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here that can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither an issuer card nor a list of revoked certificates of a known issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not what was signed. Do not rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page needs JavaScript, which is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the camera sees. Hold the QR code before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this does not prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} is known now, with key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Give the view a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a view called “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no view {view}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>A defect in CPD Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened that CPD Desktop was not prepared for ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data is safe: a step that fails changes nothing. Save a report under Help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zoom</name>
    <message>
        <source>A message from Zoom bears another time than this computer&apos;s clock and was left unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was not signed by Zoom and was left unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them to the app at Zoom, then open Settings, Accounts, and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app &amp;without a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app of your whole &amp;Zoom account (Server-to-Server)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after your Zoom account, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Zoom this number is a webinar, not a meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At marketplace.zoom.us, choose Develop, Build App, Server-to-Server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At marketplace.zoom.us, sign in and choose Develop, Build App.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic: free, without registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop is not connected to Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPD Desktop needs the client ID of an app at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the plan at Zoom, or go on without it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the client ID and the secret, then connect to Zoom again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose General App, and that each user adds it (user-managed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, and point the tunnel to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again to work here. The other place has to connect again then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Zoom again. Nothing else was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Zoom in Settings, Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Account ID, the Client ID and the Client Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address below as OAuth Redirect URL and in the OAuth Allow List, exactly as it is. Leave Strict Mode off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event} has no meeting at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event} has no session {session}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else works meanwhile. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For companies that allow only apps with a secret. You sign in through the browser. The app is registered at Zoom once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the owner or an administrator of the account at Zoom. It signs in by itself and can read Zoom&apos;s own report, which knows more about who came:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits here and can be sent later. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Zoom what is there before asking again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up at Zoom. Everything kept here is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told by Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. See that this computer&apos;s clock is right, and in the browser whether the network wants you to sign in; or use another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if you want it, to {purpose}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open any page in the browser, do what the network asks, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} of this computer cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration is switched off for this meeting at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {session}: Zoom is asked again at {time} UTC; waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody signed in to Zoom with this app elsewhere since; Zoom keeps one sign-in only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else than Zoom answered: the network here wants you to sign in or to agree first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom account may not do this: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account ID of the app at Zoom is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of Zoom arrived incomplete or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app at Zoom may not do this. It lacks: {scopes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app for CPD Desktop was switched off at Zoom or by your company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret of the app at Zoom is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Zoom is not private: somebody in between shows a certificate of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost before Zoom said whether it did this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was removed at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail address that you sign in to Zoom with is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list at Zoom changes faster than it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has as many registrations as the plan at Zoom allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is running at Zoom; end it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was more than a year ago; Zoom does not tell about it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan at Zoom does not include webinars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is kept and does not change any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is kept. It is read once more, to see whether it grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was renewed, but Zoom&apos;s answer was lost on the way, and Zoom gives it only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual way: CPD Desktop brings an app along, and there is nothing to do at Zoom. Leave the client ID empty. To use one that you registered yourself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual way: you sign in through the browser, and there is no secret to copy. The app is registered at Zoom once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are blanks inside. Copy it again from the page at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no meeting {meeting} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no secret token yet to check messages from Zoom with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no secret token yet. Copy it at Zoom from the app&apos;s page Features, Access, and hand it over with --secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Zoom user may not hold meetings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to another Zoom account than the one you are signed in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the personal room of the host, which cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is not at Zoom yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {purpose}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Activation, switch the app on. No browser is needed then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under App Credentials, copy the Client ID and the Client Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under App Credentials, switch on Public Client OAuth and copy the Public Client ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Scopes, add those listed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed in to Zoom with CPD Desktop somewhere else, and Zoom keeps only the latest sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;own app with a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom accepts this sign-in no longer. It ends after months without use, or when the app is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not accept the sign-in any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not give access to this meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know the app through which CPD Desktop signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know this meeting, or it has not ended there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know this meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know this user any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know this, or not any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not take this as it is: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has a fault of its own at the moment ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has no recording of this meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has not finished its report. What it has so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom is not answering; working offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom knows of no meeting that was held at that time and is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom lets a host make or change {limit} meetings a day, which are used up. The next can follow after {time} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom lets a person be registered {limit} times a day, which are used up. The next can follow after {time} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom lets a registration be decided {limit} times a day, which are used up. The next can follow after {time} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom offers this to paid accounts only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom refused this: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom says that this was asked too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom says that this was asked too often. It can be asked again at {time} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom speaks of {total} rows but gave {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom tells nothing of this meeting. It tells nothing of a meeting with one participant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom tells of nobody yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve, deny and cancel registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end a meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find out who came to a webinar and who did not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find out who came, and for how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>know the panelists of a webinar, who need no credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>know what your Zoom plan and settings allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to the recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make, change and delete the meetings of your events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make, change and delete the webinars of your events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read Zoom&apos;s own report, which knows more about who came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read polls and questions as evidence that people took part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read who registered at Zoom, and their answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register people and keep their personal links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see your meetings at Zoom and notice what was changed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see your webinars at Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show whose account it is, its plan and its time zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
