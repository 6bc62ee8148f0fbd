-- A known mistake of Lua 5.4.4: wrong code where _ENV is a constant.
-- exit: 0 1 3
-- says: attempt to index a number|brought Lua itself down|hi
return function()
  local chunk = assert(load "local _ENV <const> = 11; X = 'hi'; return X")
  local result = chunk()
  return result
end
