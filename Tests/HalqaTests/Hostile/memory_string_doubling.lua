-- A string that doubles.
-- exit: 3
-- says: memory
return function()
  local s = "x"
  while true do s = s .. s end
end
