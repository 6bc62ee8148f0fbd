---@meta halqa
-- Written by `halqa types`: what a script can name, for editors. Changes to this file are lost.
-- luacheck: std none, allow defined top, no unused, no max line length, ignore 131

--- A text, taken for every language, or texts by language: `{ en = "…", fr = "…", ar = "…" }`.
---@alias halqa.texts string|table<string, string>

--- The name of a field of the records at hand, or a path over references: `owners.country`.
---@alias halqa.field string

--- The name of an entity.
---@alias halqa.entity "organization"|"member"|"objective"|"session"|"agenda_item"|"attendance"|"practice"|"action_item"|"progress_report"

--- What a report is and does.
---@class halqa.report_options
---@field title? halqa.texts What it is called.
---@field description? halqa.texts What it does, in a sentence or two.
---@field params? table<string, halqa.parameter_options> What it asks its user for, by name.
---@field run fun(community: halqa.community, params: table<string, any>): any Makes the report, of the community and the values of the parameters. Returns a document, a query, groups, a list or a value.

--- What a contribution asks its user for.
---@class halqa.parameter_options
---@field type? ("text"|"integer"|"number"|"boolean"|"date"|"instant"|"month"|"quarter")|halqa.entity What is asked for; an entity for one of its records. Not needed beside `choices`.
---@field title? halqa.texts What users see in place of its name.
---@field description? halqa.texts What it is for.
---@field default? any What it is when the user leaves it out, as a user would type it: `"today"`, `30`.
---@field optional? boolean Whether it may be left out without a default; it is `any` then. Default: false.
---@field choices? string[] The texts of which it is one.

--- What a reminder is and does.
---@class halqa.reminder_options
---@field title? halqa.texts What it is called.
---@field description? halqa.texts What it does, in a sentence or two.
---@field every halqa.schedule When it runs.
---@field run fun(community: halqa.community, now: halqa.instant): any[] Makes the messages, of the community and the instant.

--- When a reminder runs, in the time zone of its recipient; without a day, each day.
---@class halqa.schedule
---@field at string A time of day: `08:00`.
---@field weekday? "monday"|"tuesday"|"wednesday"|"thursday"|"friday"|"saturday"|"sunday" The day of the week.
---@field day? integer The day of the month, from 1 to 31; in shorter months the last.

--- What a transform is and does. An import has `input`, and `row` or `rows`; an export `output` and `run`.
---@class halqa.transform_options
---@field title? halqa.texts What it is called.
---@field description? halqa.texts What it does, in a sentence or two.
---@field input? halqa.transform_input What an import takes.
---@field row? fun(community: halqa.community, row: table<string, any>, params: table<string, any>, number: integer): any Makes what is to be changed of the community and one row, a table with the columns by their headings. Returns a change, a list of changes, nil for none, or `reject("why")`. It may also take the values of the parameters, and the row's number in the file.
---@field rows? fun(community: halqa.community, rows: fun(): any, params: table<string, any>): any Makes what is to be changed of the community and an iterator over all rows: `for row, number in rows do`. Returns a list of changes and rejections, or a function that gives one after the other and nil after the last.
---@field output? halqa.transform_output What an export gives.
---@field params? table<string, halqa.parameter_options> What it asks its user for, by name.
---@field run? fun(community: halqa.community, params: table<string, any>): any Makes the rows or the text of an export, of the community and the values of the parameters.

--- What an import takes.
---@class halqa.transform_input
---@field format ("csv"|"xlsx"|"json")|("csv"|"xlsx"|"json")[] The format of its files, or a list of formats.
---@field columns table<string, string|halqa.import_column> By the heading of a column the type of its cells, with a `?` behind it where a cell may be empty and the column missing; or a table that says more.

--- A column of a file, where more is to be said of it than its type.
---@class halqa.import_column
---@field type string What its cells are: the type of a parameter, `list` for texts in a list, `cells` for the texts of all cells below one merged heading or in neighbouring columns with one title, an entity for the record that a cell names, an entity's plural for several, or a choice of a field, as in `action_item.status`. With a `?` behind it a cell may be empty, and the column missing.
---@field also? string|string[] What files may call it as well.
---@field separators? string What parts the items of a list; each character does. Default: ;|, and others.

--- What an export gives.
---@class halqa.transform_output
---@field format "csv"|"xlsx"|"json"|"text" The format of its file.

--- What a rule is and does.
---@class halqa.rule_options
---@field title? halqa.texts What it is called.
---@field description? halqa.texts What it does, in a sentence or two.
---@field on string|string[] The changes that it looks at: an entity and `create`, `update` or `delete`, as in `session.create`.
---@field check fun(community: halqa.community, change: halqa.rule_change): any Says what there is against a change, of the community as it would be and of the change. Returns `warn(…)`, `reject(…)`, a list of them, or nil.

--- What stands at the top of a document.
---@class halqa.document_options
---@field title? halqa.texts What it is called. Default: that of the report.
---@field subtitle? halqa.texts What stands below its title.

--- The fields of one organization, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_organization
---@field id? string What people type to name the record.
---@field kind? "state"|"un_agency"|"intergovernmental"|"ngo"|"academia"|"youth_council"|"other" What sort of body it is.
---@field name? halqa.texts Its short name.
---@field country? string The country it is, or is seated in: ISO 3166-1 alpha-3.
---@field time_zone? string The IANA time zone of its people, unless they have their own.
---@field weekend? ("monday"|"tuesday"|"wednesday"|"thursday"|"friday"|"saturday"|"sunday")[] The weekdays on which it does not work.
---@field languages? string[] The languages it works in: ISO 639 codes.
---@field active? boolean Whether it still takes part.

--- The fields of one member, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_member
---@field id? string What people type to name the record.
---@field name? string What the person is called.
---@field organization? halqa.organization|string Whom the person speaks for.
---@field role? "admin"|"moderator"|"focal_point"|"member"|"observer" What the person may do.
---@field position? halqa.texts The person's post in the organization.
---@field email? string Where messages go.
---@field phone? string A telephone number.
---@field language? string The language that the person reads: an ISO 639 code.
---@field time_zone? string The person's IANA time zone: their own, else the organization's.
---@field term_start? halqa.date|string The first day of the person's term.
---@field term_end? halqa.date|string The last day of the person's term.
---@field alternate_for? halqa.member|string The member for whom this one stands in.
---@field active? boolean Whether the person still takes part.

--- The fields of one objective, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_objective
---@field id? string What people type to name the record.
---@field number? integer Its number in the framework.
---@field label? halqa.texts A few words for it.
---@field title? halqa.texts Its whole title.

--- The fields of one session, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_session
---@field id? string What people type to name the record.
---@field title? halqa.texts What it is about.
---@field kind? "talk"|"workshop"|"training"|"expert_meeting"|"working_group"|"review"|"launch"|"other" What sort of meeting it is.
---@field series? string The series that it belongs to.
---@field status? "draft"|"proposed"|"scheduled"|"held"|"postponed"|"cancelled" How far it is.
---@field starts_at? halqa.instant|string When it starts, in UTC; shown in its own time zone.
---@field time_zone? string The IANA time zone in which the start was agreed.
---@field duration? integer How long it lasts, in minutes.
---@field recurrence? string How it repeats: an RRULE of RFC 5545.
---@field format? "in_person"|"online"|"hybrid" Where people take part.
---@field venue? halqa.texts The place.
---@field link? string The address for those who join online.
---@field confidentiality? "open"|"members"|"closed" Who may know of it.
---@field chatham_house? boolean Whether who said what stays in the room.
---@field interpretation? string[] The languages with interpretation: ISO 639 codes.
---@field hosts? (halqa.organization|string)[]|halqa.query_of_organization|string The organizations that convene it.
---@field chairs? (halqa.member|string)[]|halqa.query_of_member|string Who chairs it.
---@field objectives? (halqa.objective|string)[]|halqa.query_of_objective|string The objectives it serves.
---@field capacity? integer How many can take part.
---@field summary? halqa.texts What happens, or happened, in it.
---@field minutes? halqa.texts The minutes.

--- The fields of one agenda item, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_agenda_item
---@field id? string What people type to name the record.
---@field session? halqa.session|string The session.
---@field order? integer Its place in the agenda.
---@field title? halqa.texts What is talked about.
---@field minutes_planned? integer How long it should take, in minutes.
---@field speakers? (halqa.member|string)[]|halqa.query_of_member|string Who speaks.
---@field outcome? halqa.texts What came out of it.

--- The fields of one attendance, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_attendance
---@field id? string What people type to name the record.
---@field session? halqa.session|string The session.
---@field occurrence? halqa.date|string Which day of a session that repeats.
---@field member? halqa.member|string Who is invited.
---@field role? "chair"|"speaker"|"participant"|"interpreter"|"rapporteur"|"observer" As what.
---@field invited_at? halqa.instant|string When the invitation went out.
---@field response? "pending"|"accepted"|"tentative"|"declined"|"delegated" The answer to the invitation.
---@field delegate? halqa.member|string Who comes instead.
---@field attended? boolean Whether the person came; nothing until known.

--- The fields of one practice, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_practice
---@field id? string What people type to name the record.
---@field kind? "practice"|"challenge"|"lesson"|"achievement" What sort of experience it is.
---@field title? halqa.texts A line for it.
---@field summary? halqa.texts A paragraph.
---@field description? halqa.texts The whole of it.
---@field organizations? (halqa.organization|string)[]|halqa.query_of_organization|string Whose practice it is.
---@field contact? halqa.member|string Whom to ask about it.
---@field countries? string[] Where it is done: ISO 3166-1 alpha-3.
---@field objectives? (halqa.objective|string)[]|halqa.query_of_objective|string The objectives it serves.
---@field principles? ("people_centred"|"international_cooperation"|"national_sovereignty"|"rule_of_law"|"sustainable_development"|"human_rights"|"gender_responsive"|"child_sensitive"|"whole_of_government"|"whole_of_society")[] The guiding principles of the Global Compact that it follows.
---@field populations? ("children"|"women"|"unaccompanied_children"|"trafficking_victims"|"detainees"|"refugees"|"asylum_seekers"|"migrants"|"migrant_workers"|"internally_displaced"|"stateless_persons"|"youth"|"older_persons"|"persons_with_disabilities")[] Whom it protects.
---@field started? halqa.date|string Its first day.
---@field ended? halqa.date|string Its last day.
---@field status? "draft"|"submitted"|"in_review"|"published"|"archived" How far its review is.
---@field confidentiality? "open"|"members"|"closed" Who may read it once it is published.
---@field source? string Where it is described: an address.
---@field languages? string[] The languages it is described in: ISO 639 codes.
---@field adapted_from? halqa.practice|string The practice that it adapts.
---@field tags? string[] Words to find it by.

--- The fields of one action item, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_action_item
---@field id? string What people type to name the record.
---@field kind? "recommendation"|"commitment"|"activity"|"task" What sort of item it is.
---@field title? halqa.texts A line for it.
---@field description? halqa.texts The whole of it.
---@field reference? string Its number where it comes from.
---@field framework? string The workplan or document it belongs to.
---@field session? halqa.session|string The session it came out of.
---@field practice? halqa.practice|string The practice it is about.
---@field parent? halqa.action_item|string The item it is a part of.
---@field owners? (halqa.organization|string)[]|halqa.query_of_organization|string The organizations that see to it.
---@field assignee? halqa.member|string The person who sees to it.
---@field partners? (halqa.organization|string)[]|halqa.query_of_organization|string The organizations that help.
---@field objectives? (halqa.objective|string)[]|halqa.query_of_objective|string The objectives it serves.
---@field status? "open"|"in_progress"|"blocked"|"done"|"cancelled" How far it is.
---@field priority? integer 0 (none) to 9 (highest).
---@field starts? halqa.date|string The first day of the work.
---@field due? halqa.date|string The last day by which it is to be done.
---@field progress? integer How much is done, in percent.
---@field remarks? halqa.texts Progress and remarks, as a workplan has them.
---@field tags? string[] Words to find it by.

--- The fields of one progress report, as a change gives them. One that is nil or not named stays as it is, `none` empties it. A record may be given by itself or by its identifier, dates and instants also as text. A text that is in several languages is a table by language; those that it does not name stay, and a plain text is in the language of the run.
---@class halqa.fields_of_progress_report
---@field id? string What people type to name the record.
---@field action_item? halqa.action_item|string The item.
---@field at? halqa.instant|string When it was reported.
---@field by? halqa.member|string Who reported.
---@field status? "open"|"in_progress"|"blocked"|"done"|"cancelled" The item's status at that time.
---@field progress? integer In percent, at that time.
---@field achievement? halqa.texts What was reached.
---@field obstacle? halqa.texts What is in the way.
---@field next_step? halqa.texts What comes next.

--- What a metric is held against, and how it is shown.
---@class halqa.metric_options
---@field comparison? any The same value at another time.
---@field target? any What it should be.
---@field type? "any"|"text"|"integer"|"number"|"percent"|"boolean"|"date"|"instant"|"list"|"record"|"link"|"sparkline" What the values are.

--- A chart of a document.
---@class halqa.chart_options
---@field kind? "bar"|"stacked_bar"|"line"|"donut" How it is drawn. Default: "bar".
---@field title? halqa.texts What stands above it.
---@field rows halqa.list_of_groups|table<string, any>[] Groups by one field or two, or a list of tables with a label and numbers.
---@field label? string The name of a table's label. Default: "label".
---@field value? string The name of a table's number. Default: "value".
---@field values? string[] The names of a table's numbers, where it has several.

--- A chart of what begins and ends when. It has `starts`, `ends` or both.
---@class halqa.timeline_options
---@field kind "timeline" That it is a timeline.
---@field title? halqa.texts What stands above it.
---@field rows halqa.query|halqa.list_of_groups|any[] What it has a bar for.
---@field label? halqa.field|(fun(row: any): any) What a bar is called. Default: what records are called; `label` of a table.
---@field starts? halqa.field|(fun(row: any): any) When it begins: a date or an instant.
---@field ends? halqa.field|(fun(row: any): any) When it ends: a date or an instant.
---@field group? halqa.field|(fun(row: any): any) By what bars are coloured.
---@field progress? halqa.field|(fun(row: any): any) How much of it is done, 0 to 100.

--- A table of a document.
---@class halqa.table_options
---@field rows halqa.query|halqa.list_of_groups|any[] What it has a row for.
---@field columns? ((halqa.field|(fun(row: any): any))|halqa.column_options)[] What it shows of each row. Default: those that go with the rows.
---@field title? halqa.texts What stands above it.
---@field group_by? halqa.field The field under whose values rows come together.
---@field totals? table<string, "sum"|"average"|"count"|"min"|"max"> What the last row says of a column by its name, and with `group_by` the last row of each group.
---@field highlight? fun(row: any): ("danger"|"warning"|"success"|"muted")|nil Says what a row deserves.

--- A column of a table, where more is to be said of it than what it shows.
---@class halqa.column_options
---@field [1] halqa.field|(fun(row: any): any) What it shows of a row: a field, a path, a name in the row's table, or what a function of the row returns.
---@field title? halqa.texts What stands above it. Default: that of the field.
---@field heading? halqa.texts What an export has above the titles of neighbours that have the same heading.
---@field tag? string What an export has below the title, such as a hashtag of the Humanitarian Exchange Language.
---@field type? "any"|"text"|"integer"|"number"|"percent"|"boolean"|"date"|"instant"|"list"|"record"|"link"|"sparkline" What its values are. `sparkline` draws lists of numbers as small lines. Default: that of the field.
---@field align? "start"|"center"|"end" Which side its values keep to, in the direction of reading. Default: that of the type.
---@field total? "sum"|"average"|"count"|"min"|"max" What the last row says of it.
---@field highlight? fun(value: any, row: any): ("danger"|"warning"|"success"|"muted")|nil Says what a value of it deserves, of the value and the row.
---@field link? boolean Whether its values are addresses that can be followed. Default: false.

--- How a test runs a file of the plugin.
---@class halqa.test_run_options
---@field community? halqa.test_community The community. Default: one without records.
---@field change? halqa.proposed_change|halqa.proposed_change[] For a rule: the change that it looks at, or a list of changes that are made together.
---@field params? table<string, any> The parameters by name, as in Lua or as people type them.
---@field as? string The identifier of the member for whom it is run. Default: the operator.
---@field now? halqa.instant|string The clock of the run.
---@field language? string The language of the run.
---@field settings? table<string, any> Settings that are other than by default, by name.
---@field rows? table<string, any>[] The rows of an import, each a table with the values by heading, in Lua or as they stand in a file.
---@field file? string The file of an import, in the plugin's folder: `tests/plan.csv`.

--- A day of the calendar, without a zone. Compare with `<`, subtract two for the days between them, add `days(7)` or `months(1)`.
---@class halqa.date
---@field year integer The year.
---@field month integer The month of the year, 1 to 12.
---@field day integer The day of the month.
---@field weekday string The day of the week, such as "monday".
---@field quarter halqa.quarter The quarter that the day is in.
---@field calendar_month halqa.month The month that the day is in, as a value.
---@operator add(halqa.number_of_days): halqa.date
---@operator sub(halqa.number_of_days): halqa.date
---@operator add(halqa.number_of_months): halqa.date
---@operator sub(halqa.number_of_months): halqa.date
---@operator sub(halqa.date): integer
local date_type = {}

--- Writes the day by a pattern of Unicode Technical Standard #35: `d MMMM yyyy`, `EEEE`.
---
--- ```lua
--- date "2024-06-30":format("d MMMM yyyy", "fr") --> "30 juin 2024"
--- ```
---@param pattern string The pattern.
---@param language? string A language code; without one, that of the run.
---@return string # The text, with Western digits.
function date_type:format(pattern, language) end

--- The day in the Umm al-Qura calendar.
---
--- ```lua
--- date "2024-07-07":hijri().year --> 1446
--- ```
---@return halqa.hijri_date # A Hijri date.
function date_type:hijri() end

--- A point in time. It has a day, a weekday and a time of day only in a zone: `instant:at "Asia/Beirut"`.
---@class halqa.instant
---@operator add(halqa.duration): halqa.instant
---@operator sub(halqa.duration): halqa.instant
---@operator add(halqa.number_of_days): halqa.instant
---@operator sub(halqa.number_of_days): halqa.instant
---@operator sub(halqa.instant): halqa.duration
local instant_type = {}

--- The local time in a zone.
---
--- ```lua
--- session.starts_at:at("Asia/Beirut").hour --> 14
--- ```
---@param zone string An IANA time zone.
---@return halqa.local_time # A local time.
function instant_type:at(zone) end

--- The day in a zone.
---
--- ```lua
--- session.starts_at:day(session.time_zone)
--- ```
---@param zone string An IANA time zone.
---@return halqa.date # The date.
function instant_type:day(zone) end

--- The day of the week in a zone.
---
--- ```lua
--- session.starts_at:weekday(session.time_zone) --> "monday"
--- ```
---@param zone string An IANA time zone.
---@return string # The weekday, such as "monday".
function instant_type:weekday(zone) end

--- Writes the instant in a zone, by a pattern of Unicode Technical Standard #35: `d MMMM, HH:mm`.
---
--- ```lua
--- session.starts_at:format("d MMMM, HH:mm", "Asia/Beirut", "en") --> "25 September, 14:00"
--- ```
---@param pattern string The pattern.
---@param zone string An IANA time zone.
---@param language? string A language code; without one, that of the run.
---@return string # The text, with Western digits.
function instant_type:format(pattern, zone, language) end

--- Days of the calendar: `days(7)`.
---@class halqa.number_of_days
---@field count integer How many.
---@operator add(halqa.date): halqa.date
---@operator add(halqa.instant): halqa.instant
---@operator add(halqa.number_of_days): halqa.number_of_days
---@operator sub(halqa.number_of_days): halqa.number_of_days
---@operator mul(integer): halqa.number_of_days
---@operator unm: halqa.number_of_days

--- Months of the calendar: `months(3)`.
---@class halqa.number_of_months
---@field count integer How many.
---@operator add(halqa.date): halqa.date
---@operator add(halqa.number_of_months): halqa.number_of_months
---@operator sub(halqa.number_of_months): halqa.number_of_months
---@operator mul(integer): halqa.number_of_months
---@operator unm: halqa.number_of_months

--- Time that a clock counts: `hours(2)`, or what lies between two instants.
---@class halqa.duration
---@field hours number In hours.
---@field minutes number In minutes.
---@field days number In days of 24 hours.
---@operator add(halqa.instant): halqa.instant
---@operator add(halqa.duration): halqa.duration
---@operator sub(halqa.duration): halqa.duration
---@operator mul(integer): halqa.duration
---@operator unm: halqa.duration

--- A month of a year: `month "2024-06"`. Add a number for the months after it.
---@class halqa.month
---@field year integer The year.
---@field number integer 1 to 12.
---@field first_day halqa.date Its first day.
---@field last_day halqa.date Its last day.
---@field quarter halqa.quarter Its quarter.
---@operator add(integer): halqa.month
---@operator sub(integer): halqa.month
---@operator sub(halqa.month): integer
local month_type = {}

--- Writes the month by a pattern of Unicode Technical Standard #35.
---
--- ```lua
--- month "2024-06":format "MMMM yyyy" --> "June 2024"
--- ```
---@param pattern string The pattern.
---@param language? string A language code; without one, that of the run.
---@return string # The text.
function month_type:format(pattern, language) end

--- A quarter of a year: `quarter "2024-Q3"`. Add a number for the quarters after it.
---@class halqa.quarter
---@field year integer The year.
---@field number integer 1 to 4.
---@field first_day halqa.date Its first day.
---@field last_day halqa.date Its last day.
---@operator add(integer): halqa.quarter
---@operator sub(integer): halqa.quarter
---@operator sub(halqa.quarter): integer

--- An instant as the clocks of a zone show it.
---@class halqa.local_time
---@field date halqa.date The day.
---@field weekday string The day of the week, such as "monday".
---@field hour integer 0 to 23.
---@field minute integer 0 to 59.
---@field zone string The IANA time zone.
---@field instant halqa.instant The instant.
local local_time_type = {}

--- Writes the local time by a pattern of Unicode Technical Standard #35: `EEEE d MMMM, HH:mm`.
---
--- ```lua
--- session.starts_at:at("Asia/Beirut"):format "HH:mm" --> "14:00"
--- ```
---@param pattern string The pattern.
---@param language? string A language code; without one, that of the run.
---@return string # The text, with Western digits.
function local_time_type:format(pattern, language) end

--- A day of the Umm al-Qura calendar.
---@class halqa.hijri_date
---@field year integer The year.
---@field month integer The month, 1 to 12.
---@field day integer The day of the month.
---@field date halqa.date The same day as a date.
local hijri_date_type = {}

--- Writes the day by a pattern of Unicode Technical Standard #35.
---
--- ```lua
--- today:hijri():format("d MMMM y", "ar")
--- ```
---@param pattern string The pattern.
---@param language? string A language code; without one, that of the run.
---@return string # The text, with Western digits.
function hijri_date_type:format(pattern, language) end

--- The community as the viewer may see it, at one moment.
---@class halqa.community
---@field organizations halqa.query_of_organization A state, an agency or another body that takes part in the community.
---@field members halqa.query_of_member A person who takes part for an organization.
---@field objectives halqa.query_of_objective One of the objectives of the framework that the community follows: the 23 of the Global Compact for Migration.
---@field sessions halqa.query_of_session A meeting of the community: a talk, a workshop, a training.
---@field agenda_items halqa.query_of_agenda_item One point of a session's agenda.
---@field attendance halqa.query_of_attendance One person's invitation to a session, the answer, and whether the person came.
---@field practices halqa.query_of_practice What a state or agency does and shares: a practice, a challenge, a lesson, an achievement.
---@field action_items halqa.query_of_action_item What is to be done: a recommendation, a commitment, an activity of a workplan, a task.
---@field progress_reports halqa.query_of_progress_report What the regular review noted of an action item: progress, obstacles, solutions.
---@field viewer? halqa.member The member for whom the community is read; nil for the operator, who is nobody in it.

--- Records of one entity, as far as the viewer may see them. A value: adding to a query makes a new one; nothing is read before it is asked for.
---@class halqa.query
local query_type = {}

--- Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---
--- ```lua
--- community.action_items:where("status", except "done"):where("due", before(today))
--- ```
---@param field halqa.field A field, or a path of them.
---@param value any A value, a list of values, a query, or a condition such as `before(today)`.
---@return halqa.query # The narrower query.
function query_type:where(field, value) end

--- Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---
--- ```lua
--- community.practices:search "alternatives detention"
--- ```
---@param text string The words.
---@return halqa.query # The narrower query.
function query_type:search(text) end

--- Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---
--- ```lua
--- community.action_items:sort("due", "-priority")
--- ```
---@param ... halqa.field Fields, or paths of them.
---@return halqa.query # The ordered query.
function query_type:sort(...) end

--- Keeps the first records only.
---
--- ```lua
--- community.sessions:sort("-starts_at"):limit(5)
--- ```
---@param count integer How many.
---@return halqa.query # The narrower query.
function query_type:limit(count) end

--- Goes through the records, a batch at a time.
---
--- ```lua
--- for item in community.action_items:each() do … end
--- ```
---@return fun(): halqa.record # What `for` needs.
function query_type:each() end

--- All the records at once.
---
--- ```lua
--- local items = session.action_items:list()
--- ```
---@return halqa.record[] # A list of records.
function query_type:list() end

--- The first record.
---
--- ```lua
--- community.sessions:sort("-starts_at"):first()
--- ```
---@return halqa.record? # The record, or nil when there is none.
function query_type:first() end

--- How many records there are.
---
--- ```lua
--- community.members:count()
--- ```
---@return integer # The number.
function query_type:count() end

--- The record with an identifier.
---
--- ```lua
--- community.organizations:get "jor"
--- ```
---@param id string|integer The identifier: text, or for objectives also the number.
---@return halqa.record? # The record, or nil when there is none among these that the viewer may see.
function query_type:get(id) end

--- The record with an identifier, or with a name or title in any language, whatever its case and accents.
---
--- ```lua
--- community.organizations:find "Jordanie"
--- ```
---@param name string|integer The identifier or name.
---@return halqa.record? # The record, or nil when there is none among these that the viewer may see.
function query_type:find(name) end

--- The records with these identifiers or names, in their order.
---
--- ```lua
--- community.organizations:find_all(split("Jordan / UNHCR", "/"))
--- ```
---@param names string[] Identifiers or names; one that there is not is an error naming it.
---@return halqa.record[] # A list of records.
function query_type:find_all(names) end

--- Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---
--- ```lua
--- community.action_items:group("owners"):count()
--- ```
---@param ... halqa.field Fields, or paths of them.
---@return halqa.grouping # The grouping.
function query_type:group(...) end

--- The sum of all records.
---
--- ```lua
--- community.action_items:sum "progress"
--- ```
---@param field halqa.field A field that holds numbers.
---@return any # The value; 0 when no record has one.
function query_type:sum(field) end

--- The mean of all records.
---
--- ```lua
--- community.action_items:average "progress"
--- ```
---@param field halqa.field A field that holds numbers.
---@return any # The value; nil when no record has one.
function query_type:average(field) end

--- The least value of all records.
---
--- ```lua
--- community.action_items:min "progress"
--- ```
---@param field halqa.field A field that holds numbers, dates or instants.
---@return any # The value; nil when no record has one.
function query_type:min(field) end

--- The greatest value of all records.
---
--- ```lua
--- community.action_items:max "progress"
--- ```
---@param field halqa.field A field that holds numbers, dates or instants.
---@return any # The value; nil when no record has one.
function query_type:max(field) end

--- Groups of records; ask it for a number of each.
---@class halqa.grouping
local grouping_type = {}

--- The number of records of each group.
---
--- ```lua
--- community.members:group("role"):count()
--- ```
---@return halqa.list_of_groups # A list of rows, each with the group's fields and `count`.
function grouping_type:count() end

--- The sum of a field in each group.
---
--- ```lua
--- community.action_items:group("status"):sum "progress"
--- ```
---@param field halqa.field A field that holds numbers.
---@return halqa.list_of_groups # A list of rows, each with the group's fields and `sum_<field>`.
function grouping_type:sum(field) end

--- The mean of a field in each group.
---
--- ```lua
--- community.action_items:group("status"):average "progress"
--- ```
---@param field halqa.field A field that holds numbers.
---@return halqa.list_of_groups # A list of rows, each with the group's fields and `average_<field>`.
function grouping_type:average(field) end

--- The least value of a field in each group.
---
--- ```lua
--- community.action_items:group("status"):min "progress"
--- ```
---@param field halqa.field A field that holds numbers, dates or instants.
---@return halqa.list_of_groups # A list of rows, each with the group's fields and `min_<field>`.
function grouping_type:min(field) end

--- The greatest value of a field in each group.
---
--- ```lua
--- community.action_items:group("status"):max "progress"
--- ```
---@param field halqa.field A field that holds numbers, dates or instants.
---@return halqa.list_of_groups # A list of rows, each with the group's fields and `max_<field>`.
function grouping_type:max(field) end

--- Groups with a number each: a list of rows, which `ipairs`, `pairs`, `#` and `:each()` go through.
---@class halqa.list_of_groups
---@field [integer] table<string, any>
local list_of_groups_type = {}

--- Goes through the rows.
---
--- ```lua
--- for row in community.members:group("role"):count():each() do print(row.role, row.count) end
--- ```
---@return fun(): table<string, any> # What `for` needs.
function list_of_groups_type:each() end

--- What a field must be, for `where`.
---@class halqa.condition

--- What a report says, from top to bottom.
---@class halqa.document
local document_type = {}

--- Adds a heading.
---
--- ```lua
--- doc:heading { en = "Agenda", fr = "Ordre du jour", ar = "جدول الأعمال" }
--- ```
---@param text any A text, or texts by language.
---@param level? integer 1 to 6. Default: `1`.
---@return halqa.document # The document.
function document_type:heading(text, level) end

--- Adds paragraphs in Markdown.
---
--- ```lua
--- doc:text(session.summary)
--- ```
---@param text any A text, or texts by language.
---@return halqa.document # The document.
function document_type:text(text) end

--- Adds a remark on what is shown.
---
--- ```lua
--- doc:note "Items without a due date are left out."
--- ```
---@param text any A text, or texts by language.
---@return halqa.document # The document.
function document_type:note(text) end

--- Adds one number, or other value, that says how things are.
---
--- ```lua
--- doc:metric("Overdue", overdue:count(), { target = 0 })
--- ```
---@param title any What it is: a text, or texts by language.
---@param value any The value.
---@param options? halqa.metric_options What it is held against.
---@return halqa.document # The document.
function document_type:metric(title, value, options) end

--- Adds a chart.
---
--- ```lua
--- doc:chart { kind = "bar", title = "By organization", rows = overdue:group("owners"):count() }
--- ```
---@param options halqa.chart_options|halqa.timeline_options The chart, or the timeline.
---@return halqa.document # The document.
function document_type:chart(options) end

--- Adds a table.
---
--- ```lua
--- doc:table { rows = overdue, columns = { "title", { "owners.name", title = "Responsible" } } }
--- ```
---@param options halqa.table_options The table.
---@return halqa.document # The document.
function document_type:table(options) end

--- The settings of a plugin, by name.
---@class halqa.table_of_settings

--- What a test is given: makes communities, runs the plugin's files, and checks what comes of it.
---@class halqa.test
local test_type = {}

--- Makes a community with some records and nothing else. A required choice that is left out is the first of its choices, an identifier that is left out is made up.
---
--- ```lua
--- t:community { organizations = { { id = "jor", name = "Jordan" } } }
--- ```
---@param records table<string, table<string, any>[]> By the plural of an entity, a list of records, each a table of its fields. Values are as in Lua or as people type them; a reference is an identifier, several are a list of them; a text in several languages is a table by language.
---@return halqa.test_community # The community, for `t:run`.
function test_type:community(records) end

--- Runs a file of the plugin as it would be run for somebody, in a fresh state, with what the plugin asks for in `needs` granted.
---
--- ```lua
--- t:run("reports/overdue", { community = community, params = { as_of = "2024-06-30" } })
--- ```
---@param file string The file without `.lua`: `reports/overdue`.
---@param options? halqa.test_run_options How it is run.
---@return halqa.test_document|halqa.test_verdicts|halqa.test_import # What comes of it, to look at: of a report or an export a document, of an import its changes, of a rule what it has to say against the change.
function test_type:run(file, options) end

--- Checks that two values are the same: tables by what is in them, dates and records by what they are, 1 and 1.0 alike.
---
--- ```lua
--- t:equal(doc:rows(), { { "Late", 60 } })
--- ```
---@param actual any What there is.
---@param expected any What there should be.
---@param message? string What is checked, for whoever reads that it failed.
---@return any # Nothing.
function test_type:equal(actual, expected, message) end

--- Checks that a text has another in it, or a list a value.
---
--- ```lua
--- t:contains(doc:text(), "Overdue")
--- ```
---@param whole any The text or list.
---@param part any What is in it.
---@param message? string What is checked, for whoever reads that it failed.
---@return any # Nothing.
function test_type:contains(whole, part, message) end

--- Checks that a function raises an error.
---
--- ```lua
--- t:fails(function() t:run("reports/overdue") end, "needs the parameter")
--- ```
---@param call any A function without arguments.
---@param text? string What the error's message has in it.
---@return string # The error's message.
function test_type:fails(call, text) end

--- Checks that a value is neither false nor nil.
---
--- ```lua
--- t:truthy(doc.title)
--- ```
---@param value any The value.
---@param message? string What is checked, for whoever reads that it failed.
---@return any # Nothing.
function test_type:truthy(value, message) end

--- A community that a test has made, for `t:run`.
---@class halqa.test_community

--- A document that a report has made.
---@class halqa.test_document
---@field title? string The document's title.
---@field subtitle? string The document's subtitle.
local test_document_type = {}

--- The rows of a table, as values: a date is a date, a record is what it is called, a choice is its name, a list of one value is that value. An empty cell is nil.
---
--- ```lua
--- t:equal(doc:rows(), { { "Late", "Jordan", date "2024-05-01", 60 } })
--- ```
---@param number? integer Which of the document's tables. Default: `1`.
---@return any[] # A list of rows, each a list of values.
function test_document_type:rows(number) end

--- What a reader sees, or a file of an export says.
---
--- ```lua
--- t:contains(doc:text(), "Overdue")
--- ```
---@param format? string `terminal`, which is what a report has without it, or `markdown`; of an export `csv`, which is what it has without it, or `json`.
---@return string # The text.
function test_document_type:text(format) end

--- The document's metrics.
---
--- ```lua
--- t:equal(doc:metrics()[1].value, 3)
--- ```
---@return any[] # A list of tables with `title`, `value`, and `comparison` and `target` where there are such.
function test_document_type:metrics() end

--- The document's charts.
---
--- ```lua
--- t:equal(doc:charts()[1].rows, { { "Jordan", 2 } })
--- ```
---@return any[] # A list of tables with `kind`, `title`, `series` (their names) and `rows` (lists of a label and a number a series).
function test_document_type:charts() end

--- What an import has made of its rows.
---@class halqa.test_import
local test_import_type = {}

--- The changes that it proposes, in the order of the rows. Each is a table with `action`, `entity`, `id` and the fields: a record is its identifier, a text in the language of the run alone is that text, one in others a table by language, an emptied field is false.
---
--- ```lua
--- t:equal(import:changes()[1].id, "wp-training")
--- ```
---@return any[] # A list of tables.
function test_import_type:changes() end

--- The rows that it rejects, in their order; one with several faults once for each.
---
--- ```lua
--- t:equal(import:rejected()[1].column, "Due")
--- ```
---@return any[] # A list of tables with `row`, `column` where one is at fault, and `reason`.
function test_import_type:rejected() end

--- The rows that it passes over, in their order.
---
--- ```lua
--- t:equal(#import:skipped(), 1)
--- ```
---@return any[] # A list of tables with `row`, and `reason` where the transform gives one.
function test_import_type:skipped() end

--- What stands for a null of JSON, which nil cannot: it would make holes.
---@class halqa.null

--- A report, for the file to return.
---@class halqa.report

--- A reminder, for the file to return.
---@class halqa.reminder

--- A transform, for the file to return.
---@class halqa.transform

--- A rule, for the file to return.
---@class halqa.rule

--- A change of a record that a rule looks at.
---@class halqa.rule_change
---@field action "create"|"update"|"delete" What is done to the record.
---@field entity "organization"|"member"|"objective"|"session"|"agenda_item"|"attendance"|"practice"|"action_item"|"progress_report" What kind of record it is.
---@field after? any The record as it would be: one of the community that the rule is given. nil when it is deleted.
---@field before? halqa.former_record The record as it is: its fields read like a record's, and what they lead to is as it would be. nil when it is new.
---@field fields string[] The names of the fields that are other than before, in the entity's order.

--- A record as it is before a change: its fields read like a record's.
---@class halqa.former_record
local former_record_type = {}

--- All languages of a field that has text in several.
---
--- ```lua
--- local arabic = change.before:texts("title").ar
--- ```
---@param field halqa.field The field.
---@return table<string, string>? # A table of texts by language; nil when there is none.
function former_record_type:texts(field) end

--- A change that a transform proposes. The host checks it, shows it and makes it.
---@class halqa.proposed_change
---@field action string `create`, `update`, `upsert` or `delete`.
---@field entity string The entity of its record.
---@field id? string The record's identifier; nil where one will be made up.

--- Why something cannot be, for the function to return.
---@class halqa.rejection

--- Why nothing is made of a row, for a transform to return.
---@class halqa.skipped_row

--- What there is against a change that may be made all the same, for the rule to return.
---@class halqa.warning

--- What a rule has said of the changes of a test.
---@class halqa.test_verdicts
local test_verdicts_type = {}

--- What the rule warns of.
---
--- ```lua
--- t:equal(t:run("rules/weekends", { change = change }):warnings(), {})
--- ```
---@return string[] # A list of texts, in the order of the changes.
function test_verdicts_type:warnings() end

--- Why the rule refuses the changes.
---
--- ```lua
--- t:equal(#t:run("rules/weekends", { change = change }):rejections(), 0)
--- ```
---@return string[] # A list of texts, in the order of the changes.
function test_verdicts_type:rejections() end

--- Tests, for the file to return.
---@class halqa.table_of_tests

--- A record of any entity. It is read-only.
---@class halqa.record
---@field id string What people type to name the record.
local record_type = {}

--- All languages of a field that has text in several, where reading the field gives that of the run.
---
--- ```lua
--- item:texts("title").ar
--- ```
---@param field halqa.field The field.
---@return table<string, string>? # A table of texts by language; nil when there is none.
function record_type:texts(field) end

--- A field of organizations.
---@alias halqa.field_of_organization
---| "id" # Identifier · Identifiant · المعرّف
---| "kind" # Kind · Type · النوع
---| "name" # Name · Nom · الاسم
---| "country" # Country · Pays · البلد
---| "time_zone" # Time zone · Fuseau horaire · المنطقة الزمنية
---| "weekend" # Weekend · Week-end · عطلة نهاية الأسبوع
---| "languages" # Languages · Langues · اللغات
---| "active" # Active · Active · نشطة
---| "members" # Members · Membres · الأعضاء
---| "hosted_sessions" # Hosted sessions · Séances organisées · الجلسات المستضافة
---| "practices" # Practices · Pratiques · الممارسات
---| "action_items" # Action items · Actions · بنود العمل
---| "supported_items" # Supports · Soutient · البنود المدعومة
---| string # A path over references.

--- Organization · Organisation · جهة. A state, an agency or another body that takes part in the community.
---@class halqa.organization: halqa.record
---@field kind "state"|"un_agency"|"intergovernmental"|"ngo"|"academia"|"youth_council"|"other" Kind · Type · النوع. What sort of body it is.
---@field name string Name · Nom · الاسم. Its short name.
---@field country? string Country · Pays · البلد. The country it is, or is seated in: ISO 3166-1 alpha-3.
---@field time_zone? string Time zone · Fuseau horaire · المنطقة الزمنية. The IANA time zone of its people, unless they have their own.
---@field weekend ("monday"|"tuesday"|"wednesday"|"thursday"|"friday"|"saturday"|"sunday")[] Weekend · Week-end · عطلة نهاية الأسبوع. The weekdays on which it does not work.
---@field languages string[] Languages · Langues · اللغات. The languages it works in: ISO 639 codes.
---@field active boolean Active · Active · نشطة. Whether it still takes part.
---@field members halqa.query_of_member Members · Membres · الأعضاء. The members whose organization this is.
---@field hosted_sessions halqa.query_of_session Hosted sessions · Séances organisées · الجلسات المستضافة. The sessions whose hosts this is.
---@field practices halqa.query_of_practice Practices · Pratiques · الممارسات. The practices whose organizations this is.
---@field action_items halqa.query_of_action_item Action items · Actions · بنود العمل. The action_items whose owners this is.
---@field supported_items halqa.query_of_action_item Supports · Soutient · البنود المدعومة. The action_items whose partners this is.

---@class halqa.query_of_organization: halqa.query
---@field where fun(self: halqa.query_of_organization, field: halqa.field_of_organization, value: any): halqa.query_of_organization Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_organization, text: string): halqa.query_of_organization Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_organization, ...: halqa.field_of_organization): halqa.query_of_organization Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_organization, count: integer): halqa.query_of_organization Keeps the first records only.
---@field focal_points fun(self: halqa.query_of_organization): halqa.query_of_member The active focal points of these organizations.
---@field each fun(self: halqa.query_of_organization): fun(): halqa.organization Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_organization): halqa.organization[] All the records at once.
---@field first fun(self: halqa.query_of_organization): halqa.organization? The first record.
---@field get fun(self: halqa.query_of_organization, id: string|integer): halqa.organization? The record with an identifier.
---@field find fun(self: halqa.query_of_organization, name: string|integer): halqa.organization? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_organization, names: string[]): halqa.organization[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_organization, ...: halqa.field_of_organization): halqa.grouping_of_organization Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_organization, field: halqa.field_of_organization): any The sum of all records.
---@field average fun(self: halqa.query_of_organization, field: halqa.field_of_organization): any The mean of all records.
---@field min fun(self: halqa.query_of_organization, field: halqa.field_of_organization): any The least value of all records.
---@field max fun(self: halqa.query_of_organization, field: halqa.field_of_organization): any The greatest value of all records.

---@class halqa.grouping_of_organization: halqa.grouping
---@field sum fun(self: halqa.grouping_of_organization, field: halqa.field_of_organization): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_organization, field: halqa.field_of_organization): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_organization, field: halqa.field_of_organization): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_organization, field: halqa.field_of_organization): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_organization: halqa.former_record
---@field texts fun(self: halqa.former_record_of_organization, field: halqa.field_of_organization): table<string, string>? All languages of a field that has text in several.

--- A field of members.
---@alias halqa.field_of_member
---| "id" # Identifier · Identifiant · المعرّف
---| "name" # Name · Nom · الاسم
---| "organization" # Organization · Organisation · الجهة
---| "role" # Role · Rôle · الدور
---| "position" # Position · Fonction · المنصب
---| "email" # E-mail · Courriel · البريد الإلكتروني
---| "phone" # Phone · Téléphone · الهاتف
---| "language" # Language · Langue · اللغة
---| "time_zone" # Time zone · Fuseau horaire · المنطقة الزمنية
---| "term_start" # Term starts · Début du mandat · بداية الولاية
---| "term_end" # Term ends · Fin du mandat · نهاية الولاية
---| "alternate_for" # Alternate for · Suppléance de · نائب عن
---| "active" # Active · Actif · نشط
---| "alternates" # Alternates · Suppléants · النواب
---| "chaired_sessions" # Chaired sessions · Séances présidées · الجلسات المترأسة
---| "speaking_items" # Speaks on · Interventions · المداخلات
---| "attendance" # Attendance · Participation · الحضور
---| "delegations" # Delegations · Délégations · التفويضات
---| "contact_practices" # Contact for · Contact pour · مسؤول الاتصال عن
---| "assignments" # Assignments · Tâches · المهام
---| "progress_reports" # Progress reports · Rapports d’étape · التقارير المرحلية
---| string # A path over references.

--- Member · Membre · عضو. A person who takes part for an organization.
---@class halqa.member: halqa.record
---@field name string Name · Nom · الاسم. What the person is called.
---@field organization halqa.organization Organization · Organisation · الجهة. Whom the person speaks for.
---@field role "admin"|"moderator"|"focal_point"|"member"|"observer" Role · Rôle · الدور. What the person may do.
---@field position? string Position · Fonction · المنصب. The person's post in the organization.
---@field email? string E-mail · Courriel · البريد الإلكتروني. Where messages go.
---@field phone? string Phone · Téléphone · الهاتف. A telephone number.
---@field language? string Language · Langue · اللغة. The language that the person reads: an ISO 639 code.
---@field time_zone? string Time zone · Fuseau horaire · المنطقة الزمنية. The person's IANA time zone: their own, else the organization's.
---@field term_start? halqa.date Term starts · Début du mandat · بداية الولاية. The first day of the person's term.
---@field term_end? halqa.date Term ends · Fin du mandat · نهاية الولاية. The last day of the person's term.
---@field alternate_for? halqa.member Alternate for · Suppléance de · نائب عن. The member for whom this one stands in.
---@field active boolean Active · Actif · نشط. Whether the person still takes part.
---@field alternates halqa.query_of_member Alternates · Suppléants · النواب. The members whose alternate_for this is.
---@field chaired_sessions halqa.query_of_session Chaired sessions · Séances présidées · الجلسات المترأسة. The sessions whose chairs this is.
---@field speaking_items halqa.query_of_agenda_item Speaks on · Interventions · المداخلات. The agenda_items whose speakers this is.
---@field attendance halqa.query_of_attendance Attendance · Participation · الحضور. The attendance whose member this is.
---@field delegations halqa.query_of_attendance Delegations · Délégations · التفويضات. The attendance whose delegate this is.
---@field contact_practices halqa.query_of_practice Contact for · Contact pour · مسؤول الاتصال عن. The practices whose contact this is.
---@field assignments halqa.query_of_action_item Assignments · Tâches · المهام. The action_items whose assignee this is.
---@field progress_reports halqa.query_of_progress_report Progress reports · Rapports d’étape · التقارير المرحلية. The progress_reports whose by this is.

---@class halqa.query_of_member: halqa.query
---@field where fun(self: halqa.query_of_member, field: halqa.field_of_member, value: any): halqa.query_of_member Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_member, text: string): halqa.query_of_member Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_member, ...: halqa.field_of_member): halqa.query_of_member Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_member, count: integer): halqa.query_of_member Keeps the first records only.
---@field each fun(self: halqa.query_of_member): fun(): halqa.member Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_member): halqa.member[] All the records at once.
---@field first fun(self: halqa.query_of_member): halqa.member? The first record.
---@field get fun(self: halqa.query_of_member, id: string|integer): halqa.member? The record with an identifier.
---@field find fun(self: halqa.query_of_member, name: string|integer): halqa.member? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_member, names: string[]): halqa.member[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_member, ...: halqa.field_of_member): halqa.grouping_of_member Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_member, field: halqa.field_of_member): any The sum of all records.
---@field average fun(self: halqa.query_of_member, field: halqa.field_of_member): any The mean of all records.
---@field min fun(self: halqa.query_of_member, field: halqa.field_of_member): any The least value of all records.
---@field max fun(self: halqa.query_of_member, field: halqa.field_of_member): any The greatest value of all records.

---@class halqa.grouping_of_member: halqa.grouping
---@field sum fun(self: halqa.grouping_of_member, field: halqa.field_of_member): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_member, field: halqa.field_of_member): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_member, field: halqa.field_of_member): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_member, field: halqa.field_of_member): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_member: halqa.former_record
---@field texts fun(self: halqa.former_record_of_member, field: halqa.field_of_member): table<string, string>? All languages of a field that has text in several.

--- A field of objectives.
---@alias halqa.field_of_objective
---| "id" # Identifier · Identifiant · المعرّف
---| "number" # Number · Numéro · الرقم
---| "label" # Label · Libellé · التسمية
---| "title" # Title · Intitulé · العنوان
---| "sessions" # Sessions · Séances · الجلسات
---| "practices" # Practices · Pratiques · الممارسات
---| "action_items" # Action items · Actions · بنود العمل
---| string # A path over references.

--- Objective · Objectif · هدف. One of the objectives of the framework that the community follows: the 23 of the Global Compact for Migration.
---@class halqa.objective: halqa.record
---@field number integer Number · Numéro · الرقم. Its number in the framework.
---@field label string Label · Libellé · التسمية. A few words for it.
---@field title? string Title · Intitulé · العنوان. Its whole title.
---@field sessions halqa.query_of_session Sessions · Séances · الجلسات. The sessions whose objectives this is.
---@field practices halqa.query_of_practice Practices · Pratiques · الممارسات. The practices whose objectives this is.
---@field action_items halqa.query_of_action_item Action items · Actions · بنود العمل. The action_items whose objectives this is.

---@class halqa.query_of_objective: halqa.query
---@field where fun(self: halqa.query_of_objective, field: halqa.field_of_objective, value: any): halqa.query_of_objective Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_objective, text: string): halqa.query_of_objective Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_objective, ...: halqa.field_of_objective): halqa.query_of_objective Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_objective, count: integer): halqa.query_of_objective Keeps the first records only.
---@field each fun(self: halqa.query_of_objective): fun(): halqa.objective Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_objective): halqa.objective[] All the records at once.
---@field first fun(self: halqa.query_of_objective): halqa.objective? The first record.
---@field get fun(self: halqa.query_of_objective, id: string|integer): halqa.objective? The record with an identifier.
---@field find fun(self: halqa.query_of_objective, name: string|integer): halqa.objective? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_objective, names: string[]): halqa.objective[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_objective, ...: halqa.field_of_objective): halqa.grouping_of_objective Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_objective, field: halqa.field_of_objective): any The sum of all records.
---@field average fun(self: halqa.query_of_objective, field: halqa.field_of_objective): any The mean of all records.
---@field min fun(self: halqa.query_of_objective, field: halqa.field_of_objective): any The least value of all records.
---@field max fun(self: halqa.query_of_objective, field: halqa.field_of_objective): any The greatest value of all records.

---@class halqa.grouping_of_objective: halqa.grouping
---@field sum fun(self: halqa.grouping_of_objective, field: halqa.field_of_objective): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_objective, field: halqa.field_of_objective): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_objective, field: halqa.field_of_objective): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_objective, field: halqa.field_of_objective): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_objective: halqa.former_record
---@field texts fun(self: halqa.former_record_of_objective, field: halqa.field_of_objective): table<string, string>? All languages of a field that has text in several.

--- A field of sessions.
---@alias halqa.field_of_session
---| "id" # Identifier · Identifiant · المعرّف
---| "title" # Title · Titre · العنوان
---| "kind" # Kind · Type · النوع
---| "series" # Series · Série · السلسلة
---| "status" # Status · Statut · الحالة
---| "starts_at" # Starts at · Début · البداية
---| "time_zone" # Time zone · Fuseau horaire · المنطقة الزمنية
---| "duration" # Duration · Durée · المدة
---| "recurrence" # Recurrence · Récurrence · التكرار
---| "format" # Format · Modalité · الصيغة
---| "venue" # Venue · Lieu · المكان
---| "link" # Link · Lien · الرابط
---| "confidentiality" # Confidentiality · Confidentialité · السرية
---| "chatham_house" # Chatham House rule · Règle de Chatham House · قاعدة تشاتام هاوس
---| "interpretation" # Interpretation · Interprétation · الترجمة الفورية
---| "hosts" # Hosts · Organisateurs · الجهات المضيفة
---| "chairs" # Chairs · Présidence · الرؤساء
---| "objectives" # Objectives · Objectifs · الأهداف
---| "capacity" # Capacity · Capacité · السعة
---| "summary" # Summary · Résumé · الملخص
---| "minutes" # Minutes · Procès-verbal · المحضر
---| "invited_organizations" # Invited organizations · Organisations invitées · الجهات المدعوة
---| "agenda" # Agenda · Ordre du jour · جدول الأعمال
---| "attendance" # Attendance · Participation · الحضور
---| "action_items" # Action items · Actions · بنود العمل
---| string # A path over references.

--- Session · Séance · جلسة. A meeting of the community: a talk, a workshop, a training.
---@class halqa.session: halqa.record
---@field title string Title · Titre · العنوان. What it is about.
---@field kind "talk"|"workshop"|"training"|"expert_meeting"|"working_group"|"review"|"launch"|"other" Kind · Type · النوع. What sort of meeting it is.
---@field series? string Series · Série · السلسلة. The series that it belongs to.
---@field status "draft"|"proposed"|"scheduled"|"held"|"postponed"|"cancelled" Status · Statut · الحالة. How far it is.
---@field starts_at? halqa.instant Starts at · Début · البداية. When it starts, in UTC; shown in its own time zone.
---@field time_zone? string Time zone · Fuseau horaire · المنطقة الزمنية. The IANA time zone in which the start was agreed.
---@field duration? integer Duration · Durée · المدة. How long it lasts, in minutes.
---@field recurrence? string Recurrence · Récurrence · التكرار. How it repeats: an RRULE of RFC 5545.
---@field format? "in_person"|"online"|"hybrid" Format · Modalité · الصيغة. Where people take part.
---@field venue? string Venue · Lieu · المكان. The place.
---@field link? string Link · Lien · الرابط. The address for those who join online.
---@field confidentiality "open"|"members"|"closed" Confidentiality · Confidentialité · السرية. Who may know of it.
---@field chatham_house boolean Chatham House rule · Règle de Chatham House · قاعدة تشاتام هاوس. Whether who said what stays in the room.
---@field interpretation string[] Interpretation · Interprétation · الترجمة الفورية. The languages with interpretation: ISO 639 codes.
---@field hosts halqa.query_of_organization Hosts · Organisateurs · الجهات المضيفة. The organizations that convene it.
---@field chairs halqa.query_of_member Chairs · Présidence · الرؤساء. Who chairs it.
---@field objectives halqa.query_of_objective Objectives · Objectifs · الأهداف. The objectives it serves.
---@field capacity? integer Capacity · Capacité · السعة. How many can take part.
---@field summary? string Summary · Résumé · الملخص. What happens, or happened, in it.
---@field minutes? string Minutes · Procès-verbal · المحضر. The minutes.
---@field invited_organizations halqa.query_of_organization Invited organizations · Organisations invitées · الجهات المدعوة. The organizations of those invited.
---@field agenda halqa.query_of_agenda_item Agenda · Ordre du jour · جدول الأعمال. The agenda_items whose session this is.
---@field attendance halqa.query_of_attendance Attendance · Participation · الحضور. The attendance whose session this is.
---@field action_items halqa.query_of_action_item Action items · Actions · بنود العمل. The action_items whose session this is.

---@class halqa.query_of_session: halqa.query
---@field where fun(self: halqa.query_of_session, field: halqa.field_of_session, value: any): halqa.query_of_session Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_session, text: string): halqa.query_of_session Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_session, ...: halqa.field_of_session): halqa.query_of_session Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_session, count: integer): halqa.query_of_session Keeps the first records only.
---@field each fun(self: halqa.query_of_session): fun(): halqa.session Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_session): halqa.session[] All the records at once.
---@field first fun(self: halqa.query_of_session): halqa.session? The first record.
---@field get fun(self: halqa.query_of_session, id: string|integer): halqa.session? The record with an identifier.
---@field find fun(self: halqa.query_of_session, name: string|integer): halqa.session? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_session, names: string[]): halqa.session[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_session, ...: halqa.field_of_session): halqa.grouping_of_session Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_session, field: halqa.field_of_session): any The sum of all records.
---@field average fun(self: halqa.query_of_session, field: halqa.field_of_session): any The mean of all records.
---@field min fun(self: halqa.query_of_session, field: halqa.field_of_session): any The least value of all records.
---@field max fun(self: halqa.query_of_session, field: halqa.field_of_session): any The greatest value of all records.

---@class halqa.grouping_of_session: halqa.grouping
---@field sum fun(self: halqa.grouping_of_session, field: halqa.field_of_session): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_session, field: halqa.field_of_session): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_session, field: halqa.field_of_session): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_session, field: halqa.field_of_session): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_session: halqa.former_record
---@field texts fun(self: halqa.former_record_of_session, field: halqa.field_of_session): table<string, string>? All languages of a field that has text in several.

--- A field of agenda_items.
---@alias halqa.field_of_agenda_item
---| "id" # Identifier · Identifiant · المعرّف
---| "session" # Session · Séance · الجلسة
---| "order" # Order · Ordre · الترتيب
---| "title" # Title · Titre · العنوان
---| "minutes_planned" # Minutes planned · Minutes prévues · الدقائق المقررة
---| "speakers" # Speakers · Intervenants · المتحدثون
---| "outcome" # Outcome · Conclusion · النتيجة
---| string # A path over references.

--- Agenda item · Point de l’ordre du jour · بند جدول الأعمال. One point of a session's agenda.
---@class halqa.agenda_item: halqa.record
---@field session halqa.session Session · Séance · الجلسة. The session.
---@field order? integer Order · Ordre · الترتيب. Its place in the agenda.
---@field title string Title · Titre · العنوان. What is talked about.
---@field minutes_planned? integer Minutes planned · Minutes prévues · الدقائق المقررة. How long it should take, in minutes.
---@field speakers halqa.query_of_member Speakers · Intervenants · المتحدثون. Who speaks.
---@field outcome? string Outcome · Conclusion · النتيجة. What came out of it.

---@class halqa.query_of_agenda_item: halqa.query
---@field where fun(self: halqa.query_of_agenda_item, field: halqa.field_of_agenda_item, value: any): halqa.query_of_agenda_item Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_agenda_item, text: string): halqa.query_of_agenda_item Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_agenda_item, ...: halqa.field_of_agenda_item): halqa.query_of_agenda_item Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_agenda_item, count: integer): halqa.query_of_agenda_item Keeps the first records only.
---@field each fun(self: halqa.query_of_agenda_item): fun(): halqa.agenda_item Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_agenda_item): halqa.agenda_item[] All the records at once.
---@field first fun(self: halqa.query_of_agenda_item): halqa.agenda_item? The first record.
---@field get fun(self: halqa.query_of_agenda_item, id: string|integer): halqa.agenda_item? The record with an identifier.
---@field find fun(self: halqa.query_of_agenda_item, name: string|integer): halqa.agenda_item? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_agenda_item, names: string[]): halqa.agenda_item[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_agenda_item, ...: halqa.field_of_agenda_item): halqa.grouping_of_agenda_item Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_agenda_item, field: halqa.field_of_agenda_item): any The sum of all records.
---@field average fun(self: halqa.query_of_agenda_item, field: halqa.field_of_agenda_item): any The mean of all records.
---@field min fun(self: halqa.query_of_agenda_item, field: halqa.field_of_agenda_item): any The least value of all records.
---@field max fun(self: halqa.query_of_agenda_item, field: halqa.field_of_agenda_item): any The greatest value of all records.

---@class halqa.grouping_of_agenda_item: halqa.grouping
---@field sum fun(self: halqa.grouping_of_agenda_item, field: halqa.field_of_agenda_item): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_agenda_item, field: halqa.field_of_agenda_item): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_agenda_item, field: halqa.field_of_agenda_item): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_agenda_item, field: halqa.field_of_agenda_item): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_agenda_item: halqa.former_record
---@field texts fun(self: halqa.former_record_of_agenda_item, field: halqa.field_of_agenda_item): table<string, string>? All languages of a field that has text in several.

--- A field of attendance.
---@alias halqa.field_of_attendance
---| "id" # Identifier · Identifiant · المعرّف
---| "session" # Session · Séance · الجلسة
---| "occurrence" # Occurrence · Occurrence · الموعد
---| "member" # Member · Membre · العضو
---| "role" # Role · Rôle · الدور
---| "invited_at" # Invited at · Invitation · تاريخ الدعوة
---| "response" # Response · Réponse · الرد
---| "delegate" # Delegate · Délégué · المفوَّض
---| "attended" # Attended · Présence · حضر
---| string # A path over references.

--- Attendance · Participation · الحضور. One person's invitation to a session, the answer, and whether the person came.
---@class halqa.attendance: halqa.record
---@field session halqa.session Session · Séance · الجلسة. The session.
---@field occurrence? halqa.date Occurrence · Occurrence · الموعد. Which day of a session that repeats.
---@field member halqa.member Member · Membre · العضو. Who is invited.
---@field role? "chair"|"speaker"|"participant"|"interpreter"|"rapporteur"|"observer" Role · Rôle · الدور. As what.
---@field invited_at? halqa.instant Invited at · Invitation · تاريخ الدعوة. When the invitation went out.
---@field response "pending"|"accepted"|"tentative"|"declined"|"delegated" Response · Réponse · الرد. The answer to the invitation.
---@field delegate? halqa.member Delegate · Délégué · المفوَّض. Who comes instead.
---@field attended? boolean Attended · Présence · حضر. Whether the person came; nothing until known.

---@class halqa.query_of_attendance: halqa.query
---@field where fun(self: halqa.query_of_attendance, field: halqa.field_of_attendance, value: any): halqa.query_of_attendance Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_attendance, text: string): halqa.query_of_attendance Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_attendance, ...: halqa.field_of_attendance): halqa.query_of_attendance Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_attendance, count: integer): halqa.query_of_attendance Keeps the first records only.
---@field each fun(self: halqa.query_of_attendance): fun(): halqa.attendance Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_attendance): halqa.attendance[] All the records at once.
---@field first fun(self: halqa.query_of_attendance): halqa.attendance? The first record.
---@field get fun(self: halqa.query_of_attendance, id: string|integer): halqa.attendance? The record with an identifier.
---@field find fun(self: halqa.query_of_attendance, name: string|integer): halqa.attendance? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_attendance, names: string[]): halqa.attendance[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_attendance, ...: halqa.field_of_attendance): halqa.grouping_of_attendance Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_attendance, field: halqa.field_of_attendance): any The sum of all records.
---@field average fun(self: halqa.query_of_attendance, field: halqa.field_of_attendance): any The mean of all records.
---@field min fun(self: halqa.query_of_attendance, field: halqa.field_of_attendance): any The least value of all records.
---@field max fun(self: halqa.query_of_attendance, field: halqa.field_of_attendance): any The greatest value of all records.

---@class halqa.grouping_of_attendance: halqa.grouping
---@field sum fun(self: halqa.grouping_of_attendance, field: halqa.field_of_attendance): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_attendance, field: halqa.field_of_attendance): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_attendance, field: halqa.field_of_attendance): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_attendance, field: halqa.field_of_attendance): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_attendance: halqa.former_record
---@field texts fun(self: halqa.former_record_of_attendance, field: halqa.field_of_attendance): table<string, string>? All languages of a field that has text in several.

--- A field of practices.
---@alias halqa.field_of_practice
---| "id" # Identifier · Identifiant · المعرّف
---| "kind" # Kind · Type · النوع
---| "title" # Title · Titre · العنوان
---| "summary" # Summary · Résumé · الملخص
---| "description" # Description · Description · الوصف
---| "organizations" # Organizations · Organisations · الجهات
---| "contact" # Contact · Contact · جهة الاتصال
---| "countries" # Countries · Pays · البلدان
---| "objectives" # Objectives · Objectifs · الأهداف
---| "principles" # Guiding principles · Principes directeurs · المبادئ التوجيهية
---| "populations" # Populations · Populations · الفئات
---| "started" # Started · Début · البداية
---| "ended" # Ended · Fin · النهاية
---| "status" # Status · Statut · الحالة
---| "confidentiality" # Confidentiality · Confidentialité · السرية
---| "source" # Source · Source · المصدر
---| "languages" # Languages · Langues · اللغات
---| "adapted_from" # Adapted from · Adaptée de · مقتبسة من
---| "tags" # Tags · Mots-clés · الوسوم
---| "adaptations" # Adaptations · Adaptations · الاقتباسات
---| "action_items" # Action items · Actions · بنود العمل
---| string # A path over references.

--- Practice · Pratique · ممارسة. What a state or agency does and shares: a practice, a challenge, a lesson, an achievement.
---@class halqa.practice: halqa.record
---@field kind "practice"|"challenge"|"lesson"|"achievement" Kind · Type · النوع. What sort of experience it is.
---@field title string Title · Titre · العنوان. A line for it.
---@field summary? string Summary · Résumé · الملخص. A paragraph.
---@field description? string Description · Description · الوصف. The whole of it.
---@field organizations halqa.query_of_organization Organizations · Organisations · الجهات. Whose practice it is.
---@field contact? halqa.member Contact · Contact · جهة الاتصال. Whom to ask about it.
---@field countries string[] Countries · Pays · البلدان. Where it is done: ISO 3166-1 alpha-3.
---@field objectives halqa.query_of_objective Objectives · Objectifs · الأهداف. The objectives it serves.
---@field principles ("people_centred"|"international_cooperation"|"national_sovereignty"|"rule_of_law"|"sustainable_development"|"human_rights"|"gender_responsive"|"child_sensitive"|"whole_of_government"|"whole_of_society")[] Guiding principles · Principes directeurs · المبادئ التوجيهية. The guiding principles of the Global Compact that it follows.
---@field populations ("children"|"women"|"unaccompanied_children"|"trafficking_victims"|"detainees"|"refugees"|"asylum_seekers"|"migrants"|"migrant_workers"|"internally_displaced"|"stateless_persons"|"youth"|"older_persons"|"persons_with_disabilities")[] Populations · Populations · الفئات. Whom it protects.
---@field started? halqa.date Started · Début · البداية. Its first day.
---@field ended? halqa.date Ended · Fin · النهاية. Its last day.
---@field status "draft"|"submitted"|"in_review"|"published"|"archived" Status · Statut · الحالة. How far its review is.
---@field confidentiality "open"|"members"|"closed" Confidentiality · Confidentialité · السرية. Who may read it once it is published.
---@field source? string Source · Source · المصدر. Where it is described: an address.
---@field languages string[] Languages · Langues · اللغات. The languages it is described in: ISO 639 codes.
---@field adapted_from? halqa.practice Adapted from · Adaptée de · مقتبسة من. The practice that it adapts.
---@field tags string[] Tags · Mots-clés · الوسوم. Words to find it by.
---@field adaptations halqa.query_of_practice Adaptations · Adaptations · الاقتباسات. The practices whose adapted_from this is.
---@field action_items halqa.query_of_action_item Action items · Actions · بنود العمل. The action_items whose practice this is.

---@class halqa.query_of_practice: halqa.query
---@field where fun(self: halqa.query_of_practice, field: halqa.field_of_practice, value: any): halqa.query_of_practice Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_practice, text: string): halqa.query_of_practice Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_practice, ...: halqa.field_of_practice): halqa.query_of_practice Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_practice, count: integer): halqa.query_of_practice Keeps the first records only.
---@field each fun(self: halqa.query_of_practice): fun(): halqa.practice Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_practice): halqa.practice[] All the records at once.
---@field first fun(self: halqa.query_of_practice): halqa.practice? The first record.
---@field get fun(self: halqa.query_of_practice, id: string|integer): halqa.practice? The record with an identifier.
---@field find fun(self: halqa.query_of_practice, name: string|integer): halqa.practice? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_practice, names: string[]): halqa.practice[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_practice, ...: halqa.field_of_practice): halqa.grouping_of_practice Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_practice, field: halqa.field_of_practice): any The sum of all records.
---@field average fun(self: halqa.query_of_practice, field: halqa.field_of_practice): any The mean of all records.
---@field min fun(self: halqa.query_of_practice, field: halqa.field_of_practice): any The least value of all records.
---@field max fun(self: halqa.query_of_practice, field: halqa.field_of_practice): any The greatest value of all records.

---@class halqa.grouping_of_practice: halqa.grouping
---@field sum fun(self: halqa.grouping_of_practice, field: halqa.field_of_practice): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_practice, field: halqa.field_of_practice): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_practice, field: halqa.field_of_practice): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_practice, field: halqa.field_of_practice): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_practice: halqa.former_record
---@field texts fun(self: halqa.former_record_of_practice, field: halqa.field_of_practice): table<string, string>? All languages of a field that has text in several.

--- A field of action_items.
---@alias halqa.field_of_action_item
---| "id" # Identifier · Identifiant · المعرّف
---| "kind" # Kind · Type · النوع
---| "title" # Title · Titre · العنوان
---| "description" # Description · Description · الوصف
---| "reference" # Reference · Référence · المرجع
---| "framework" # Framework · Cadre · الإطار
---| "session" # Session · Séance · الجلسة
---| "practice" # Practice · Pratique · الممارسة
---| "parent" # Parent · Action mère · البند الأصلي
---| "owners" # Responsible · Responsables · الجهات المسؤولة
---| "assignee" # Assignee · Chargé · المكلَّف
---| "partners" # Partners · Partenaires · الشركاء
---| "objectives" # Objectives · Objectifs · الأهداف
---| "status" # Status · Statut · الحالة
---| "priority" # Priority · Priorité · الأولوية
---| "starts" # Starts · Début · البداية
---| "due" # Due · Échéance · تاريخ الاستحقاق
---| "progress" # Progress · Avancement · التقدم
---| "remarks" # Remarks · Observations · ملاحظات
---| "tags" # Tags · Mots-clés · الوسوم
---| "children" # Parts · Sous-actions · البنود الفرعية
---| "progress_reports" # Progress reports · Rapports d’étape · التقارير المرحلية
---| string # A path over references.

--- Action item · Action · بند عمل. What is to be done: a recommendation, a commitment, an activity of a workplan, a task.
---@class halqa.action_item: halqa.record
---@field kind "recommendation"|"commitment"|"activity"|"task" Kind · Type · النوع. What sort of item it is.
---@field title string Title · Titre · العنوان. A line for it.
---@field description? string Description · Description · الوصف. The whole of it.
---@field reference? string Reference · Référence · المرجع. Its number where it comes from.
---@field framework? string Framework · Cadre · الإطار. The workplan or document it belongs to.
---@field session? halqa.session Session · Séance · الجلسة. The session it came out of.
---@field practice? halqa.practice Practice · Pratique · الممارسة. The practice it is about.
---@field parent? halqa.action_item Parent · Action mère · البند الأصلي. The item it is a part of.
---@field owners halqa.query_of_organization Responsible · Responsables · الجهات المسؤولة. The organizations that see to it.
---@field assignee? halqa.member Assignee · Chargé · المكلَّف. The person who sees to it.
---@field partners halqa.query_of_organization Partners · Partenaires · الشركاء. The organizations that help.
---@field objectives halqa.query_of_objective Objectives · Objectifs · الأهداف. The objectives it serves.
---@field status "open"|"in_progress"|"blocked"|"done"|"cancelled" Status · Statut · الحالة. How far it is.
---@field priority? integer Priority · Priorité · الأولوية. 0 (none) to 9 (highest).
---@field starts? halqa.date Starts · Début · البداية. The first day of the work.
---@field due? halqa.date Due · Échéance · تاريخ الاستحقاق. The last day by which it is to be done.
---@field progress? integer Progress · Avancement · التقدم. How much is done, in percent.
---@field remarks? string Remarks · Observations · ملاحظات. Progress and remarks, as a workplan has them.
---@field tags string[] Tags · Mots-clés · الوسوم. Words to find it by.
---@field children halqa.query_of_action_item Parts · Sous-actions · البنود الفرعية. The action_items whose parent this is.
---@field progress_reports halqa.query_of_progress_report Progress reports · Rapports d’étape · التقارير المرحلية. The progress_reports whose action_item this is.

---@class halqa.query_of_action_item: halqa.query
---@field where fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item, value: any): halqa.query_of_action_item Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_action_item, text: string): halqa.query_of_action_item Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_action_item, ...: halqa.field_of_action_item): halqa.query_of_action_item Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_action_item, count: integer): halqa.query_of_action_item Keeps the first records only.
---@field each fun(self: halqa.query_of_action_item): fun(): halqa.action_item Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_action_item): halqa.action_item[] All the records at once.
---@field first fun(self: halqa.query_of_action_item): halqa.action_item? The first record.
---@field get fun(self: halqa.query_of_action_item, id: string|integer): halqa.action_item? The record with an identifier.
---@field find fun(self: halqa.query_of_action_item, name: string|integer): halqa.action_item? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_action_item, names: string[]): halqa.action_item[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_action_item, ...: halqa.field_of_action_item): halqa.grouping_of_action_item Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item): any The sum of all records.
---@field average fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item): any The mean of all records.
---@field min fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item): any The least value of all records.
---@field max fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item): any The greatest value of all records.

---@class halqa.grouping_of_action_item: halqa.grouping
---@field sum fun(self: halqa.grouping_of_action_item, field: halqa.field_of_action_item): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_action_item, field: halqa.field_of_action_item): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_action_item, field: halqa.field_of_action_item): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_action_item, field: halqa.field_of_action_item): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_action_item: halqa.former_record
---@field texts fun(self: halqa.former_record_of_action_item, field: halqa.field_of_action_item): table<string, string>? All languages of a field that has text in several.

--- A field of progress_reports.
---@alias halqa.field_of_progress_report
---| "id" # Identifier · Identifiant · المعرّف
---| "action_item" # Action item · Action · بند العمل
---| "at" # At · Date · التاريخ
---| "by" # By · Par · بواسطة
---| "status" # Status · Statut · الحالة
---| "progress" # Progress · Avancement · التقدم
---| "achievement" # Achievement · Résultat · المنجز
---| "obstacle" # Obstacle · Obstacle · العائق
---| "next_step" # Next step · Prochaine étape · الخطوة التالية
---| string # A path over references.

--- Progress report · Rapport d’étape · تقرير مرحلي. What the regular review noted of an action item: progress, obstacles, solutions.
---@class halqa.progress_report: halqa.record
---@field action_item halqa.action_item Action item · Action · بند العمل. The item.
---@field at halqa.instant At · Date · التاريخ. When it was reported.
---@field by? halqa.member By · Par · بواسطة. Who reported.
---@field status? "open"|"in_progress"|"blocked"|"done"|"cancelled" Status · Statut · الحالة. The item's status at that time.
---@field progress? integer Progress · Avancement · التقدم. In percent, at that time.
---@field achievement? string Achievement · Résultat · المنجز. What was reached.
---@field obstacle? string Obstacle · Obstacle · العائق. What is in the way.
---@field next_step? string Next step · Prochaine étape · الخطوة التالية. What comes next.

---@class halqa.query_of_progress_report: halqa.query
---@field where fun(self: halqa.query_of_progress_report, field: halqa.field_of_progress_report, value: any): halqa.query_of_progress_report Keeps the records whose field equals a value, is one of a list of values or of the records of a query, or meets a condition. The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` say what is meant.
---@field search fun(self: halqa.query_of_progress_report, text: string): halqa.query_of_progress_report Keeps the records that have every word of a text in one of their own texts, in any language, however Arabic is vowelled and without French accents. A word matches its longer forms too.
---@field sort fun(self: halqa.query_of_progress_report, ...: halqa.field_of_progress_report): halqa.query_of_progress_report Orders the records by fields, the first one first; a minus before a field turns its order round. Text goes by the language of the run; records without a value come last.
---@field limit fun(self: halqa.query_of_progress_report, count: integer): halqa.query_of_progress_report Keeps the first records only.
---@field each fun(self: halqa.query_of_progress_report): fun(): halqa.progress_report Goes through the records, a batch at a time.
---@field list fun(self: halqa.query_of_progress_report): halqa.progress_report[] All the records at once.
---@field first fun(self: halqa.query_of_progress_report): halqa.progress_report? The first record.
---@field get fun(self: halqa.query_of_progress_report, id: string|integer): halqa.progress_report? The record with an identifier.
---@field find fun(self: halqa.query_of_progress_report, name: string|integer): halqa.progress_report? The record with an identifier, or with a name or title in any language, whatever its case and accents.
---@field find_all fun(self: halqa.query_of_progress_report, names: string[]): halqa.progress_report[] The records with these identifiers or names, in their order.
---@field group fun(self: halqa.query_of_progress_report, ...: halqa.field_of_progress_report): halqa.grouping_of_progress_report Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), :min(field) or :max(field). A record counts once in each group that a field with several values puts it into.
---@field sum fun(self: halqa.query_of_progress_report, field: halqa.field_of_progress_report): any The sum of all records.
---@field average fun(self: halqa.query_of_progress_report, field: halqa.field_of_progress_report): any The mean of all records.
---@field min fun(self: halqa.query_of_progress_report, field: halqa.field_of_progress_report): any The least value of all records.
---@field max fun(self: halqa.query_of_progress_report, field: halqa.field_of_progress_report): any The greatest value of all records.

---@class halqa.grouping_of_progress_report: halqa.grouping
---@field sum fun(self: halqa.grouping_of_progress_report, field: halqa.field_of_progress_report): halqa.list_of_groups The sum of a field in each group.
---@field average fun(self: halqa.grouping_of_progress_report, field: halqa.field_of_progress_report): halqa.list_of_groups The mean of a field in each group.
---@field min fun(self: halqa.grouping_of_progress_report, field: halqa.field_of_progress_report): halqa.list_of_groups The least value of a field in each group.
---@field max fun(self: halqa.grouping_of_progress_report, field: halqa.field_of_progress_report): halqa.list_of_groups The greatest value of a field in each group.

---@class halqa.former_record_of_progress_report: halqa.former_record
---@field texts fun(self: halqa.former_record_of_progress_report, field: halqa.field_of_progress_report): table<string, string>? All languages of a field that has text in several.

--- Declares a report.
---
--- ```lua
--- return report { title = "Members", run = function(community) return community.members end }
--- ```
---@param options halqa.report_options The report.
---@return halqa.report # The report, for the file to return.
function report(options) end

--- Declares a reminder.
---
--- ```lua
--- return reminder { title = "Due soon", every = { weekday = "monday", at = "08:00" }, run = function(community, now) return {} end }
--- ```
---@param options halqa.reminder_options The reminder.
---@return halqa.reminder # The reminder, for the file to return.
function reminder(options) end

--- Declares an import or an export.
---
--- ```lua
--- return transform { title = "Focal points", output = { format = "csv" }, run = function(community) return community.members end }
--- ```
---@param options halqa.transform_options The transform.
---@return halqa.transform # The transform, for the file to return.
function transform(options) end

--- Declares a rule.
---
--- ```lua
--- return rule { title = "Titles", on = { "session.create" }, check = function(community, change) end }
--- ```
---@param options halqa.rule_options The rule.
---@return halqa.rule # The rule, for the file to return.
function rule(options) end

--- Declares the tests of a plugin, in a file of its folder `tests`. `halqa plugin test` runs each with a fresh state; one that fails or loops does not keep the others from running.
---
--- ```lua
--- return tests { ["one and one are two"] = function(t) t:equal(1 + 1, 2) end }
--- ```
---@param tests table<string, fun(t: halqa.test)> By what is to hold (a sentence), a function that checks it.
---@return halqa.table_of_tests # The tests, for the file to return.
function tests(tests) end

--- Begins a document. Without a title it has that of the report.
---
--- ```lua
--- local doc = document { subtitle = "As of " .. params.as_of:format "d MMMM yyyy" }
--- ```
---@param options? halqa.document_options What stands at its top.
---@return halqa.document # The document, to be filled and returned.
function document(options) end

--- Says what there is against a change, without refusing it: whoever makes it is shown the warning, and may go past it.
---
--- ```lua
--- warn("%s is a weekend day for %d invited organizations", "friday", 2)
--- ```
---@param text string What there is, a format as of `string.format`.
---@param ... any The values of the format.
---@return halqa.warning # The warning, to be returned.
function warn(text, ...) end

--- Says why a row of a file cannot be taken. The transform returns it, and nothing is written while any row is rejected, unless the user says so.
---
--- ```lua
--- reject("there is no quarter %s", "Q5")
--- ```
---@param reason string The reason, a format as of `string.format`.
---@param ... any The values of the format.
---@return halqa.rejection # The rejection, to be returned.
function reject(reason, ...) end

--- Says why a row of a file is passed over though nothing is wrong with it: a line below the table. The transform returns it; how many rows were passed over, and why, is told to the user.
---
--- ```lua
--- skip { en = "no name stands in it", fr = "aucun nom n’y figure" }
--- ```
---@param reason halqa.texts The reason: the same words for all rows that have it. Texts by language, or one text.
---@return halqa.skipped_row # What is to be returned.
function skip(reason) end

--- Changes that make records.
create = {}

--- Proposes a new record.
---
--- ```lua
--- create.organization { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_organization Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.organization(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.member { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_member Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.member(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.objective { id = "x-1", label = "…" }
--- ```
---@param fields halqa.fields_of_objective Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.objective(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.session { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_session Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.session(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.agenda_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_agenda_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.agenda_item(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.attendance { id = "x-1" }
--- ```
---@param fields halqa.fields_of_attendance Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.attendance(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.practice { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_practice Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.practice(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.action_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_action_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.action_item(fields) end

--- Proposes a new record.
---
--- ```lua
--- create.progress_report { id = "x-1" }
--- ```
---@param fields halqa.fields_of_progress_report Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function create.progress_report(fields) end

--- Changes of records that there are.
update = {}

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.organization { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_organization Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.organization(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.member { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_member Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.member(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.objective { id = "x-1", label = "…" }
--- ```
---@param fields halqa.fields_of_objective Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.objective(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.session { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_session Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.session(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.agenda_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_agenda_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.agenda_item(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.attendance { id = "x-1" }
--- ```
---@param fields halqa.fields_of_attendance Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.attendance(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.practice { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_practice Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.practice(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.action_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_action_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.action_item(fields) end

--- Proposes a change of the record with that `id`.
---
--- ```lua
--- update.progress_report { id = "x-1" }
--- ```
---@param fields halqa.fields_of_progress_report Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function update.progress_report(fields) end

--- Changes that make records, or change them where they are there already.
upsert = {}

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.organization { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_organization Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.organization(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.member { id = "x-1", name = "…" }
--- ```
---@param fields halqa.fields_of_member Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.member(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.objective { id = "x-1", label = "…" }
--- ```
---@param fields halqa.fields_of_objective Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.objective(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.session { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_session Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.session(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.agenda_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_agenda_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.agenda_item(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.attendance { id = "x-1" }
--- ```
---@param fields halqa.fields_of_attendance Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.attendance(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.practice { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_practice Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.practice(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.action_item { id = "x-1", title = "…" }
--- ```
---@param fields halqa.fields_of_action_item Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.action_item(fields) end

--- Proposes a record with that `id`: a new one, or a change of the one there is.
---
--- ```lua
--- upsert.progress_report { id = "x-1" }
--- ```
---@param fields halqa.fields_of_progress_report Its fields.
---@return halqa.proposed_change # The change, for the transform to return.
function upsert.progress_report(fields) end

--- Changes that take records away.
delete = {}

--- Proposes that the record goes.
---
--- ```lua
--- delete.organization "x-1"
--- ```
---@param record halqa.organization|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.organization(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.member "x-1"
--- ```
---@param record halqa.member|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.member(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.objective "x-1"
--- ```
---@param record halqa.objective|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.objective(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.session "x-1"
--- ```
---@param record halqa.session|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.session(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.agenda_item "x-1"
--- ```
---@param record halqa.agenda_item|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.agenda_item(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.attendance "x-1"
--- ```
---@param record halqa.attendance|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.attendance(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.practice "x-1"
--- ```
---@param record halqa.practice|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.practice(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.action_item "x-1"
--- ```
---@param record halqa.action_item|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.action_item(record) end

--- Proposes that the record goes.
---
--- ```lua
--- delete.progress_report "x-1"
--- ```
---@param record halqa.progress_report|string The record, or its identifier.
---@return halqa.proposed_change # The change, for the transform to return.
function delete.progress_report(record) end

--- Less than a value, or earlier than a date, instant, month or quarter.
---
--- ```lua
--- items:where("due", before(today))
--- ```
---@param value any The bound, which is left out.
---@return halqa.condition # A condition.
function before(value) end

--- Greater than a value, or later than a date, instant, month or quarter.
---
--- ```lua
--- items:where("due", after(quarter "2024-Q2"))
--- ```
---@param value any The bound, which is left out.
---@return halqa.condition # A condition.
function after(value) end

--- From a value to another, both included.
---
--- ```lua
--- items:where("due", between(today, today + days(7)))
--- ```
---@param low any The lower bound.
---@param high any The upper bound.
---@return halqa.condition # A condition.
function between(low, high) end

--- Has a text within it, whatever its case, accents and vowel marks.
---
--- ```lua
--- practices:where("title", contains "border")
--- ```
---@param text string The text.
---@return halqa.condition # A condition.
function contains(text) end

--- Has a value among its several ones.
---
--- ```lua
--- organizations:where("weekend", has "friday")
--- ```
---@param value any The value.
---@return halqa.condition # A condition.
function has(value) end

--- Anything but a value or a list of values. Records without a value are kept; `except(none)` keeps those with one.
---
--- ```lua
--- items:where("status", except { "done", "cancelled" })
--- ```
---@param value any A value, a list of values, or `none`.
---@return halqa.condition # A condition.
function except(value) end

--- No filter: what a parameter is that was left out.
---@type halqa.condition
any = nil

--- Without a value.
---@type halqa.condition
none = nil

--- Makes a date out of text, or takes the day of an instant in the viewer's zone.
---
--- ```lua
--- date "2024-06-30"
--- ```
---@param value string|halqa.instant Text as in ISO 8601, or an instant.
---@return halqa.date # The date.
function date(value) end

--- Days of the calendar, to move dates by.
---
--- ```lua
--- date "2024-06-30" + days(7)
--- ```
---@param count integer How many; may be negative.
---@return halqa.number_of_days # The length of time.
function days(count) end

--- Weeks of the calendar, to move dates by.
---
--- ```lua
--- today + weeks(2)
--- ```
---@param count integer How many; may be negative.
---@return halqa.number_of_days # The length of time.
function weeks(count) end

--- Months of the calendar, to move dates by. A day that the month does not have becomes its last.
---
--- ```lua
--- date "2024-01-31" + months(1) --> date "2024-02-29"
--- ```
---@param count integer How many; may be negative.
---@return halqa.number_of_months # The length of time.
function months(count) end

--- Years of the calendar, to move dates by.
---
--- ```lua
--- today + years(1)
--- ```
---@param count integer How many; may be negative.
---@return halqa.number_of_months # The length of time.
function years(count) end

--- Hours, to move instants by.
---
--- ```lua
--- now + hours(2)
--- ```
---@param count integer How many; may be negative.
---@return halqa.duration # The length of time.
function hours(count) end

--- Minutes, to move instants by.
---
--- ```lua
--- session.starts_at + minutes(session.duration)
--- ```
---@param count integer How many; may be negative.
---@return halqa.duration # The length of time.
function minutes(count) end

--- Makes an instant out of text with its zone.
---
--- ```lua
--- instant "2023-09-25T14:00+03:00"
--- ```
---@param text string As in RFC 3339.
---@return halqa.instant # The instant.
function instant(text) end

--- Makes a month out of text, or takes that of a date.
---
--- ```lua
--- month "2024-06"
--- ```
---@param value string|halqa.date Text such as "2024-06", or a date.
---@return halqa.month # The month.
function month(value) end

--- Makes a quarter out of text, or takes that of a date.
---
--- ```lua
--- quarter "2024-Q3".last_day --> date "2024-09-30"
--- ```
---@param value string|halqa.date Text such as "2024-Q3", or a date.
---@return halqa.quarter # The quarter.
function quarter(value) end

--- The instant of the run.
---@type halqa.instant
now = nil

--- The day of `now` in the viewer's zone.
---@type halqa.date
today = nil

--- Makes an identifier that people can type out of a text: lower case, without accents, words joined by hyphens.
---
--- ```lua
--- slug "Border guards: training" --> "border-guards-training"
--- ```
---@param text string The text.
---@return string # The identifier; empty when the text has no letter or digit.
function slug(text) end

--- Takes away the white space at both ends.
---
--- ```lua
--- trim "  Jordan " --> "Jordan"
--- ```
---@param text string The text.
---@return string # The rest.
function trim(text) end

--- Cuts a text at every separator. The parts are trimmed; empty ones are left out.
---
--- ```lua
--- split("OHCHR / UNICEF", "/") --> { "OHCHR", "UNICEF" }
--- ```
---@param text string The text.
---@param separator? string What stands between the parts, as it is: not a pattern. Default: `","`.
---@return string[] # The parts.
function split(text, separator) end

--- Cuts a text into its lines, whichever way they end.
---
--- ```lua
--- lines "one\ntwo\n" --> { "one", "two" }
--- ```
---@param text string The text.
---@return string[] # The lines; an end of line at the end does not begin another.
function lines(text) end

--- Says how large a part of a whole is, rounded to a whole percent.
---
--- ```lua
--- percent(7, 22) --> "32%"
--- ```
---@param part number The part.
---@param whole number The whole.
---@return string # The percentage as text; a dash when the whole is zero.
function percent(part, whole) end

--- Chooses the form of words that goes with a count in the language of the run, by the plural forms of the Unicode CLDR (zero, one, two, few, many, other). `{count}` in it becomes the count.
---
--- ```lua
--- plural(3, { one = "{count} item", other = "{count} items" }) --> "3 items"
--- ```
---@param count integer How many.
---@param forms table<string, string|table<string, string>> A table of forms; `other` is taken for those that are not given. Or a table of such tables, by language.
---@return string # The words.
function plural(count, forms) end

--- Chooses the text in the language of the run; without one, in the community's language.
---
--- ```lua
--- tr { en = "Overdue", fr = "En retard" } --> "Overdue"
--- ```
---@param texts halqa.texts Texts by language; a text alone is for every language.
---@return string # The text.
function tr(texts) end

--- JSON text (RFC 8259).
json = {}

--- Writes a value as JSON. A table of items 1, 2, 3 … is an array, one with names an object, an empty one an array. Dates and instants are written as text.
---
--- ```lua
--- json.encode { id = "jor", due = date "2024-06-30" } --> '{"due":"2024-06-30","id":"jor"}'
--- ```
---@param value any The value.
---@return string # The text.
function json.encode(value) end

--- Reads JSON. A null is `json.null`, so that it keeps its place.
---
--- ```lua
--- json.decode('[1, 2.5, "x"]')[2] --> 2.5
--- ```
---@param text string The text.
---@return any # The value.
function json.decode(text) end

--- What a null of JSON is read as.
---@type halqa.null
json.null = nil

--- Loads a library: a file in the folder `lib` of the plugin that the script is a part of, or of a plugin that it depends on. Each is loaded once a run.
---
--- ```lua
--- local names = require "lib.names"
--- ```
---@param name string `lib.names` for the plugin's own `lib/names.lua`, `other_plugin.names` for `lib/names.lua` of the plugin `other_plugin`; folders in `lib` are separated by dots as well.
---@return any # What the file returns.
function require(name) end

--- The plugin's settings by name, as they are in force for the run; an error in a file without a plugin. A date is a date value; a setting without a value is nil.
---@type halqa.table_of_settings
settings = nil

--- Writes its arguments as a line to the run's log: another name of `print`.
---@type function
log = nil
