# Tables (CSV) that staff may send: which there are, a sample file, what its cells may say.
button-tables = Tables (CSV)
button-table-example = Sample file: { $name }
table-of-kindergartens = kindergartens
table-of-vacancies = vacant places in kindergartens
table-of-school-catchment = catchment areas of schools
table-of-school-places = places in schools
table-of-moves = moved tests
tables-title = <b>Tables you can send to this chat as a .csv file</b>
tables-how =
    The first line names the columns: by it we know which table it is. The columns may stand in any order.

    First we show what we understood. Nothing changes until it is confirmed.
table-columns =
    <b>Table: { $name }</b>
    <code>{ $needed }</code>
table-columns-more =
    <b>Table: { $name }</b>
    <code>{ $needed }</code>
    May be left out: <code>{ $optional }</code>
table-further = More such lines: { $count }
table-of-no-sort = The first line of this table fits none of those you can send. Compare it with these, or take a sample file.
table-not-csv = This is a table program’s own format. Save the table as “CSV UTF-8” and send that file.
table-cells-kindergartens =
    <b>Table: kindergartens</b>, as they are now (at most 20). Change it and send it back.
    id: Latin letters, figures, hyphens. locality: a KATO code. languages: kk, ru, en; several with a plus: kk+ru. kinds: general, correctional, sanatorium.
table-cells-vacancies =
    <b>Table: vacant places in kindergartens</b>. Write your own lines in place of this one and send it back.
    kindergarten: its id. group: what the group is called. kind: general, correctional, sanatorium. language: kk, ru, en. born_from, born_to: years of birth. places: how many are vacant.
table-cells-school-catchment =
    <b>Table: catchment areas of schools</b>, as they are now. Change it and send it back.
    All streets of a locality belong in it: the new table replaces the old one.
    school: its id. locality: a KATO code. side: all, odd or even. from, to: the first and the last house. The whole street: leave side, from and to empty. name is there for you to read.
table-cells-school-places =
    <b>Table: places in schools</b>, as they are now. Change it and send it back; lines that stay the same may be left out.
    school: its id. grade: 1 to 11. language: kk or ru. places: how many children the school takes in all, those accepted already included. name is there for you to read.
table-cells-moves =
    <b>Table: moved tests</b>. The next tests as they are now: change date and time, take out the lines that stay, and send it back.
    date: 2026-10-07 or 07.10.2026. time: 10:00, Astana time. reason: technical, weather, venue or schedule; or your own words in reason_kk and reason_ru.

# A table of places in schools.
school-places-ask =
    <b>The table has no mistakes.</b> Load it?
    School starts: September { $season }
    New lines: { $new }
    Changed: { $changed }
    As now: { $same }
school-places-line = • { $school }, { $grade }, { $language }: { $before } → { $places }
school-places-loaded =
    <b>The places are loaded.</b>
    School starts: September { $season }
    New lines: { $new }, changed: { $changed }
school-not-yours = The school “{ $school }” is not in your area.

# A table of catchment areas.
school-catchment-ask =
    <b>The table has no mistakes.</b> Load it?
    It replaces all catchment areas of: { $places }
    New or changed lines: { $new }
    As now: { $same }
school-catchment-gone = <b>In force now, but not in the table: { $count }</b>
school-catchment-line = • { $street }, { $houses }: { $school }
school-catchment-whole = all houses
school-catchment-all = houses { $range }
school-catchment-odd = odd houses { $range }
school-catchment-even = even houses { $range }
school-catchment-loaded =
    <b>The catchment areas are loaded.</b>
    New or changed lines: { $new }, as before: { $same }
locality-not-yours = The locality “{ $locality }” is not in your area, or is no KATO code of nine figures.
street-too-long = The name of the street is too long; { $most } characters fit.
