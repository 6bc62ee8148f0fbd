-- Arguments out of every range.
-- exit: 0
-- says: survived
return function()
  for _, call in ipairs {
    function() return select(-1) end, function() return ("x"):rep(-1) end,
    function() return utf8.char(1 << 40) end, function() return ("x"):sub(math.mininteger, math.maxinteger) end,
    function() return string.format("%s", setmetatable({}, { __tostring = function() return 1 end })) end,
    function() return math.random(0, -1) end, function() return table.concat({ {} }) end,
    function() return tonumber("10", 99) end, function() return utf8.codepoint("\xff") end,
  } do pcall(call) end
  return "survived"
end
