-- lua5.4 loop.luasql.lua DATABASE SQL. Columns as values: a table for each row takes longer.
local database = require "luasql.sqlite3".sqlite3():connect(arg[1])
database:execute "PRAGMA cache_size = -16000"
local rows = database:execute(arg[2])
local late, weight = 0, 0
local status, priority, due = rows:fetch()
while status do
  if due and due < 20454 and status ~= "done" then
    late = late + 1
    weight = weight + priority
  end
  status, priority, due = rows:fetch()
end
print(late, weight)
