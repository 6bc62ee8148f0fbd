local words = require "wordbook.words"
local M = {}
M.loaded = math.random(1, 1000000)
function M.of(record) return words.quoted(record.name) end
function M.fail() error("names go wrong") end
return M
