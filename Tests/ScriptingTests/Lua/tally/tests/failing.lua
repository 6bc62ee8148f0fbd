return tests {
  ["a is right"] = function(t) t:equal(1, 1) end,
  ["b compares rows"] = function(t)
    t:equal({ { "Late", 60 }, { "Same", 1 } }, { { "Late", 61 }, { "Same", 1 }, { "More", date "2024-05-01" } }, "rows")
  end,
  ["c compares tables"] = function(t)
    t:equal({ a = { 1, "two" }, c = true }, { a = { 1, "three" }, b = date "2024-05-01" })
  end,
  ["d loops"] = function() while true do end end,
  ["e runs what loops"] = function(t) pcall(function() t:run "reports/loop" end) end,
  ["f raises"] = function() error "by itself" end,
  ["g needs memory"] = function() local s = "x" for _ = 1, 40 do s = s .. s end end,
  ["h cannot be interrupted"] = function() string.rep("x", 200):find(string.rep("x-", 60) .. "y") end,
  ["i is right again"] = function(t) t:truthy(true) end,
}
