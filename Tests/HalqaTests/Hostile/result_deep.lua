-- A table nested a million deep.
-- exit: 1 3
-- says: nested|deep|memory limit
return function()
  local t = {}
  for _ = 1, 1000000 do t = { t } end
  return t
end
