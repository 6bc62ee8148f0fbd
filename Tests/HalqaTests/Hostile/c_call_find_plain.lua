-- A plain search that takes quadratic time.
-- exit: 0 3
-- says: time limit
return function()
  local hay = ("a"):rep(1 << 22)
  local needle = ("a"):rep(1 << 21) .. "b"
  return hay:find(needle, 1, true)
end
