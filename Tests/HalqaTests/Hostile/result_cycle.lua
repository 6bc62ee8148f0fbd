-- A table that holds itself.
-- exit: 1
-- says: itself
return function()
  local t = {}
  t[1] = { t }
  return t
end
