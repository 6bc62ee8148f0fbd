-- Sorts in the comparison functions of sorts.
-- exit: 1
-- says: C stack overflow
return function()
  local function f() table.sort({ 2, 1 }, function() f() return false end) end
  return f()
end
